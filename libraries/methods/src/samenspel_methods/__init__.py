"""Methods for deciding together: pure functions on plain data, no framework, no input or output."""
