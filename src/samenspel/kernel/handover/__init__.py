"""Editions: what a stage hands over, numbered, frozen and public."""
