"""Finding an area by its name or code, and the round of a neighbourhood that works with this site there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.profile.models import Area, PostcodeArea
from samenspel.stages.profile.queries.areas import Named
from samenspel.stages.profile.states import AreaKind

LEAST = 2  # letters to search with
MOST_FOUND = 300
POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
ORDER = ("municipality", "ward", "neighbourhood", "other")


@dataclass(frozen=True, slots=True)
class City:
    """What was found in one municipality."""

    name: str
    areas: tuple[Named, ...]


def search_areas(words: str) -> list[City]:
    """Areas by name, code or postcode, by municipality; two queries. An area that kept its code is found once."""
    asked = words.strip()
    if len(asked) < LEAST:
        return []
    bare = re.sub(r"\s", "", asked).upper()
    about = Q(code=bare) | Q(name__icontains=asked)
    if POSTCODE.fullmatch(bare):
        about |= Q(code__in=PostcodeArea.objects.filter(postcode=bare).values("code"))
    rows = Area.objects.filter(about).exclude(kind=AreaKind.COUNTRY).order_by("-year", "code")
    found = _newest(rows[:MOST_FOUND])
    cities = _newest(Area.objects.filter(code__in={area.municipality for area in found.values()}))
    inside: dict[str, list[Named]] = defaultdict(list)
    for area in found.values():
        city = cities.get(area.municipality)
        inside[city.name if city else ""].append(area)
    return [City(name, tuple(sorted(areas, key=_in_order))) for name, areas in sorted(inside.items())]


def _newest(rows: QuerySet[Area]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for code, name, kind, parent, year in rows.values_list("code", "name", "kind", "parent", "year"):
        before = found.get(code)
        if before is None or before.name == code or (before.year < year and name != code):
            found[code] = Named(code, name, kind, parent, year)
    return found


def _in_order(area: Named) -> tuple[int, str, int]:
    kind = ORDER.index(area.kind) if area.kind in ORDER else len(ORDER)
    return kind, area.name, -area.year


def round_of(codes: Iterable[str]) -> Cycle | None:
    """The newest round of a neighbourhood here that is this area, or that this area is part of; one query."""
    mine = set(codes)
    here = Q(place__codes__code__in=mine) | Q(place__parts__part__codes__code__in=mine)
    rows = Cycle.objects.filter(here).select_related("place").order_by("-number", "-pk")
    return rows.first()
