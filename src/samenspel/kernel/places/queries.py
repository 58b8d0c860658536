"""Reading places, their codes and their outlines."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from samenspel.kernel.places.models import AreaCode, Boundary, Crosswalk, Place
from samenspel.kernel.places.states import PlaceKind

LIVED_IN = (PlaceKind.NEIGHBOURHOOD, PlaceKind.WARD, PlaceKind.DISTRICT, PlaceKind.CUSTOM)


def all_places() -> QuerySet[Place]:
    """Every place on this platform, with its municipality."""
    return Place.objects.select_related("municipality")


def place_by_slug(slug: str) -> Place | None:
    """The place with this name in the web address."""
    return next(iter(all_places().filter(slug=slug).order_by()), None)  # unsorted: every page starts here


def home_places() -> QuerySet[Place]:
    """The places that run rounds or can begin one, so a visitor can find their own neighbourhood.

    Areas that only came along with figures or a map have a code or an outline, or lie inside another.
    """
    began = Q(kind__in=LIVED_IN, codes__isnull=True, boundaries__isnull=True, wholes__isnull=True)
    return all_places().filter(Q(cycles__isnull=False) | began).distinct()


def parts_of(place: Place) -> QuerySet[Place]:
    """The official areas that together make this place."""
    return Place.objects.filter(wholes__whole=place).prefetch_related("codes")


def pieces_of(place: Place, *, shapes: bool = False) -> list[Any]:
    """The pieces of a place by name, to choose from or to draw; with `shapes` each has its outline as `shape`."""
    rows = Place.objects.filter(wholes__whole=place)
    if shapes:
        newest = Boundary.objects.filter(place=OuterRef("pk")).order_by("-valid_year").values("geojson")[:1]
        rows = rows.annotate(shape=Subquery(newest))
    return list(rows.order_by("name", "pk"))


def wards_of(place: Place) -> QuerySet[Place]:
    """The wards in which this place lies."""
    inside = Place.objects.filter(wholes__whole=place)
    return Place.objects.filter(kind=PlaceKind.WARD, parts__part__in=inside).distinct()


def codes_of(place: Place, year: int | None = None, scheme: str = "CBS") -> tuple[str, ...]:
    """The official codes that together make this place: its own, or those of its parts."""
    codes = AreaCode.objects.filter(scheme=scheme)
    codes = codes.filter(valid_year=year) if year else codes
    own = codes.filter(place=place).values_list("code", flat=True)
    of_parts = codes.filter(place__wholes__whole=place).values_list("code", flat=True)
    return tuple(sorted(set(own))) or tuple(sorted(set(of_parts)))


def boundary_of(place: Place, year: int | None = None) -> Boundary | None:
    """The newest outline of this place, or that of one year."""
    outlines = Boundary.objects.filter(place=place)
    return (outlines.filter(valid_year__lte=year) if year else outlines).order_by("-valid_year").first()


def outlines_of_parts(place: Place) -> QuerySet[Boundary]:
    """The outlines of the areas within this place, for a map."""
    return Boundary.objects.filter(place__wholes__whole=place).select_related("place")


def crosswalk(codes: tuple[str, ...], old_year: int, new_year: int) -> dict[str, dict[str, Fraction]]:
    """Per old code, which share of it went to which new code."""
    steps: dict[str, dict[str, Fraction]] = {}
    rows = Crosswalk.objects.filter(old_code__in=codes, old_year=old_year, new_year=new_year)
    for row in rows:
        share = Fraction(row.share_numerator, row.share_denominator)
        steps.setdefault(row.old_code, {})[row.new_code] = share
    return steps
