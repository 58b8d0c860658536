"""The roof terrace: pages across rooms. Sees everything, touches nothing."""
