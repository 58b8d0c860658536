"""Room 3: what the neighbourhood wants first, and why."""
