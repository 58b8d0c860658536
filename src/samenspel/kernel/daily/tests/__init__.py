"""Tests of the work of a day."""
