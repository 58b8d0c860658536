"""Open data of the municipality of Amsterdam: figures (BBGA), areas, boundaries, grants."""

from samenspel_sources.amsterdam.read import Amsterdam

__all__ = ["Amsterdam"]
