"""The outline of an area, in metres of the Dutch national grid (RD, EPSG:28992)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """An area with its border. `rings`: polygons, each an outer ring and then its holes; rings are closed.

    `kind`: country, municipality, ward, neighbourhood or other. `year` is the year of the codes (0: unknown);
    `scheme` is "CBS", "Amsterdam" or "" when the areas have names only.
    """

    code: str
    name: str
    kind: str
    year: int
    scheme: str
    rings: tuple[Polygon, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a file: what it says about itself, and polygons in RD metres. `part`: which file of a zip."""

    properties: Mapping[str, object]
    rings: tuple[Polygon, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Features:
    """All features of a file. `crs`: how its coordinates were understood; `left_out`: features without an area."""

    found: tuple[Feature, ...]
    crs: str
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an old area lies in a new one (`of_old`), and the reverse (`of_new`), by surface."""

    old: str
    new: str
    of_old: Fraction = field(default=Fraction(0))
    of_new: Fraction = field(default=Fraction(0))
