"""The areas of a place: its parts, the wards around it and its municipality, with all codes they ever had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum, Value

from samenspel.kernel.places.models import AreaCode, Boundary, Crosswalk, Place, PlacePart
from samenspel.kernel.places.states import PlaceKind
from samenspel.stages.profile.models import Area
from samenspel.stages.profile.states import AreaKind

Coded = tuple[str, int]  # code and year

MOST_BEYOND = 200  # outlines around a place


@dataclass(frozen=True, slots=True)
class Zone:
    """One area of which figures are shown."""

    pk: int
    name: str
    codes: frozenset[Coded] = frozenset()


@dataclass(frozen=True, slots=True)
class Older:
    """An older area, and which share of it lies in a newer one."""

    coded: Coded
    share: Fraction


@dataclass(frozen=True, slots=True)
class Geography:
    """A place among its areas. `units` together make exactly the place, so their figures may be combined."""

    own: Zone
    units: tuple[Zone, ...]
    parts: tuple[Zone, ...]
    wards: tuple[Zone, ...]
    city: Zone | None
    older: Mapping[Coded, tuple[Older, ...]] = field(default_factory=dict)
    shapes: Mapping[int, str] = field(default_factory=dict)
    beyond: tuple[str, ...] = ()  # outlines of what lies around it, drawn pale and without a figure
    place: Place | None = None

    def since(self, code: str, year: int) -> int:
        """The first year in which a code means the area it means now: a crosswalk may say that it was another."""
        if not (olds := self.older.get((code, year))):
            return 0
        return max((old.coded[1] + 1 for old in olds if old.coded[0] != code or old.share != 1), default=0)

    def generations(self, coded: Coded) -> list[list[Older]]:
        """The older areas an area came from, the newest codes first."""
        found: dict[int, list[Older]] = {}
        for old in self.older.get(coded, ()):
            found.setdefault(old.coded[1], []).append(old)
        return [found[year] for year in sorted(found, reverse=True)]

    @property
    def zones(self) -> tuple[Zone, ...]:
        """Every area, each once."""
        every = (self.own, *self.parts, *self.wards, *((self.city,) if self.city else ()))
        return tuple({zone.pk: zone for zone in every}.values())

    @property
    def compared(self) -> tuple[Zone, ...]:
        """The areas of which a first page speaks: without the parts, unless they make up the place."""
        every = (self.own, *self.units, *self.wards, *((self.city,) if self.city else ()))
        return tuple({zone.pk: zone for zone in every}.values())

    def codes(self, zones: Iterable[Zone]) -> set[str]:
        """All codes of some areas, of now and of earlier."""
        now = {coded for zone in zones for coded in zone.codes}
        earlier = {old.coded for coded in now for old in self.older.get(coded, ())}
        return {code for code, _year in now | earlier}


def geography(place: Place, *, shapes: bool = False) -> Geography:
    """Where a place lies; two queries, and one more for the outlines around it."""
    pairs = _pairs(place, shapes)
    parts = {pair.part_id: pair.part for pair in pairs if pair.whole_id == place.pk}
    wards = {pair.whole_id: pair.whole for pair in pairs if pair.whole_id != place.pk}
    city = place.municipality
    codes, older = _codes([place.pk, *parts, *wards, *([city.pk] if city else [])])
    own = Zone(place.pk, place.name, codes.get(place.pk, frozenset()))
    shown_parts = _zones(parts.values(), codes)
    shown_wards = _zones(wards.values(), codes)
    whole = {pair.part_id for pair in pairs if pair.whole_id in wards} == set(parts) and bool(parts)
    units = (own,) if own.codes else shown_wards if whole else shown_parts
    around = Zone(city.pk, city.name, codes.get(city.pk, frozenset())) if city else None
    drawn = {pk: shape for pk in parts if (shape := _shape(pairs, pk))} if shapes else {}
    beyond = _beyond(place, city) if drawn and city else ()
    return Geography(own, units, shown_parts, shown_wards, around, older, drawn, beyond, place)


def _shape(pairs: Iterable[PlacePart], part: int) -> str:
    return next((getattr(p, "shape", "") or "" for p in pairs if p.part_id == part), "")


def _beyond(place: Place, city: Place) -> tuple[str, ...]:
    inside = PlacePart.objects.filter(whole=place).values("part")
    found = Boundary.objects.filter(place__municipality=city, place__kind=PlaceKind.NEIGHBOURHOOD)
    rows = found.exclude(place__in=inside).order_by("valid_year").values_list("place", "geojson")[:MOST_BEYOND]
    return tuple(dict(rows).values())  # the newest of each


def _pairs(place: Place, shapes: bool) -> list[PlacePart]:
    """What lies in the place, and what lies in the wards that share something with it."""
    shares = Q(whole__parts__part__wholes__whole=place) | Q(whole__parts__part=place)
    rows = PlacePart.objects.filter(Q(whole=place) | (Q(whole__kind=PlaceKind.WARD) & shares))
    rows = rows.select_related("whole", "part").only("whole__name", "part__name").order_by("part__name", "pk")
    if shapes:
        newest = Boundary.objects.filter(place=OuterRef("part")).order_by("-valid_year").values("geojson")[:1]
        rows = rows.annotate(shape=Subquery(newest))
    return list({row.pk: row for row in rows}.values())


def _codes(places: Iterable[int]) -> tuple[dict[int, frozenset[Coded]], dict[Coded, tuple[Older, ...]]]:
    """The codes of some places, and for each code the older areas that lie in it; one query for two tables."""
    here, none = AreaCode.objects.filter(place__in=set(places)).order_by(), Value(0)
    steps = Crosswalk.objects.filter(new_code__in=here.values("code")).order_by()
    rows = here.values_list("place", "code", "valid_year", Value(""), none, none, none).union(
        steps.values_list(none, "new_code", "new_year", "old_code", "old_year", "share_numerator", "share_denominator"),
        all=True,
    )
    found: dict[int, set[Coded]] = {}
    older: dict[Coded, list[Older]] = {}
    for place, code, year, old, old_year, share, of in rows:
        if place:
            found.setdefault(place, set()).add((code, year))
        else:
            older.setdefault((code, year), []).append(Older((old, old_year), Fraction(share, of)))
    now = {coded for every in found.values() for coded in every}
    return (
        {place: frozenset(coded) for place, coded in found.items()},
        {coded: tuple(sorted(olds, key=lambda old: old.coded)) for coded, olds in older.items() if coded in now},
    )


def _zones(places: Iterable[Place], codes: Mapping[int, frozenset[Coded]]) -> tuple[Zone, ...]:
    zones = (Zone(p.pk, p.name, codes.get(p.pk, frozenset())) for p in places)
    return tuple(sorted(zones, key=lambda zone: zone.name))


def inhabitants(place: Place) -> QuerySet[Any, Any]:
    """How many people live here, by the newest count of its neighbourhoods: a row with a name, for a larger query."""
    codes = AreaCode.objects.filter(Q(place=place) | Q(place__wholes__whole=place)).values("code")
    areas = Area.objects.filter(kind=AreaKind.NEIGHBOURHOOD, code__in=codes).order_by()
    newest = areas.filter(year=areas.order_by("-year").values("year")[:1]).values("year")
    return newest.annotate(total=Sum("inhabitants", default=0)).values_list(Value("inhabitants"), "total")
