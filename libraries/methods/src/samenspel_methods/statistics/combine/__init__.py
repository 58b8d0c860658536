"""One figure for several areas, and for an area whose borders or code changed."""

from samenspel_methods.statistics.combine.areas import Joined, Part, combine
from samenspel_methods.statistics.combine.codes import Link, through

__all__ = ["Joined", "Link", "Part", "combine", "through"]
