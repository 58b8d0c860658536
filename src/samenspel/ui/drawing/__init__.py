"""Geometry of the figures: numbers in, coordinates as text out. Templates do the drawing."""
