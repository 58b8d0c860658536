"""Reads across rooms, gathered for one page each."""
