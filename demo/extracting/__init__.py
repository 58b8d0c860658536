"""The parts of extract.py, one per file in demo/data."""
