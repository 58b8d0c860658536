"""Areas as a cover of the land: lighter with shared borders kept shared, and old areas cut by new ones (shapely)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from samenspel_sources import SourceError
from samenspel_sources.geography.model import Outline, Polygon, Share

SLIVER = 0.005
_PARTS = 10_000


def simplify(outlines: Sequence[Outline], tolerance: float) -> tuple[Outline, ...]:
    """The same outlines with fewer points. `tolerance` in metres: bends smaller than its square disappear.

    Neighbours stay neighbours: a border that two areas share is simplified once, for both. An area that would
    vanish keeps the outline it had.
    """
    shapely = _shapely()
    lighter = shapely.coverage_simplify([_shape(outline) for outline in outlines], tolerance)
    made = []
    for outline, shape in zip(outlines, lighter, strict=True):
        rings = _rings(shape)
        made.append(replace(outline, rings=rings) if rings else outline)
    return tuple(made)


def overlap(old: Sequence[Outline], new: Sequence[Outline], *, least: float = SLIVER) -> list[Share]:
    """How much of each old area lies in each new one.

    Overlaps smaller than `least` of both areas are differences between drawings, not real, and are left out; where
    an old area lies within the new ones for 95% or more, its shares are scaled so that they add up to 1.
    """
    shapely = _shapely()
    targets = [_shape(outline) for outline in new]
    tree = shapely.STRtree(targets)
    sizes = [(outline.code, shape.area) for outline, shape in zip(new, targets, strict=True)]
    shares: list[Share] = []
    for outline in old:
        shape = _shape(outline)
        found: dict[int, float] = defaultdict(float)
        for place in tree.query(shape, predicate="intersects"):
            found[int(place)] = shape.intersection(targets[place]).area
        shares += _shares(outline.code, shape.area, found, sizes, least)
    return shares


def surface(outline: Outline) -> float:
    """Square metres."""
    return float(_shape(outline).area)


def _shares(
    code: str, size: float, found: dict[int, float], new: Sequence[tuple[str, float]], least: float
) -> Iterator[Share]:
    real = {p: a for p, a in found.items() if size and (a / size >= least or a / (new[p][1] or 1) >= least)}
    whole = sum(real.values())
    base = whole if size and whole / size >= 0.95 else size
    for place, part in sorted(real.items(), key=lambda item: (-item[1], item[0])):
        target, target_size = new[place]
        yield Share(code, target, _fraction(part / base), _fraction(part / target_size))


def _fraction(share: float) -> Fraction:
    return Fraction(round(min(share, 1.0) * _PARTS), _PARTS)


def _shape(outline: Outline) -> Any:
    shapely = _shapely()
    shape = shapely.MultiPolygon([(polygon[0], polygon[1:]) for polygon in outline.rings])
    return shape if shape.is_valid else shapely.make_valid(shape, method="structure")


def _rings(shape: Any) -> tuple[Polygon, ...]:
    made: list[Polygon] = []
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "MultiPolygon":
            made += _rings(part)
        elif part.geom_type == "Polygon" and not part.is_empty:
            made.append(tuple(_points(ring) for ring in (part.exterior, *part.interiors)))
    return tuple(made)


def _points(ring: Any) -> tuple[tuple[float, float], ...]:
    return tuple((round(x, 2), round(y, 2)) for x, y, *_ in ring.coords)


def _shapely() -> Any:
    try:
        import shapely
    except ImportError:
        raise SourceError("geography", "needs_geo") from None
    return shapely
