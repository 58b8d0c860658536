"""Benchmarks: each prints one table; see `python -m benchmarks.NAME --help`."""
