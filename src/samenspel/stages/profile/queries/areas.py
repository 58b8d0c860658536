"""Any area of the country, with or without a place here: found by name or code, and what its figures are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Q
from django.utils.translation import gettext as _

from samenspel.kernel.action import BadInput, NotThere
from samenspel.kernel.places.models import Crosswalk
from samenspel.stages.profile.models import Area
from samenspel.stages.profile.queries.geography import Coded, Geography, Older, Zone
from samenspel.stages.profile.states import AreaKind

CODE = re.compile(r"[A-Z]{2}[0-9A-Z]{2,10}")
MOST_CODES = 40  # areas that are put together in one address
COUNTRY = "NL00"
SCHEME = "CBS"
Steps = defaultdict[str, list[tuple[int, str, int, Fraction]]]  # new code -> year, old code, its year, share


@dataclass(frozen=True, slots=True)
class Named:
    """An area as it was last called."""

    code: str
    name: str
    kind: str
    parent: str
    year: int

    @property
    def kind_words(self) -> str:
        """What people call this kind of area."""
        return str(AreaKind(self.kind).label)

    @property
    def municipality(self) -> str:
        """The code of the municipality it lies in."""
        return "GM" + self.code[2:6] if self.code[:2] in ("BU", "WK", "GM") else ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The area somebody asked for: one official area, or several together."""

    areas: tuple[Named, ...]
    around: Named | None  # what it is compared with
    above: tuple[Named, ...]  # the areas it lies in, the smallest first
    geography: Geography

    @property
    def codes(self) -> str:
        """As in the address."""
        return "+".join(area.code for area in self.areas)

    @property
    def name(self) -> str:
        """What it is called."""
        return self.geography.own.name

    @property
    def single(self) -> Named | None:
        """The one area, when it is one."""
        return self.areas[0] if len(self.areas) == 1 else None

    @property
    def municipality(self) -> str:
        """The municipality whose map it stands on."""
        every = {area.municipality for area in self.areas}
        return next(iter(every)) if len(every) == 1 else ""


def codes_in(text: str) -> tuple[str, ...]:
    """The codes in an address, each once; what cannot be a code is refused in words."""
    codes = tuple(dict.fromkeys(part.strip().upper() for part in re.split(r"[+ ,]", text) if part.strip()))
    if not codes or not all(CODE.fullmatch(code) for code in codes):
        raise NotThere(_("Dit is geen gebiedscode. Zoek uw buurt op naam."))
    if len(codes) > MOST_CODES:
        raise BadInput(_("Kies ten hoogste %(n)d gebieden.") % {"n": MOST_CODES})
    return codes


def chosen(text: str) -> Chosen:
    """The area of an address; two queries. Areas that overlap are refused, for people would be counted twice."""
    codes = codes_in(text)
    above = {code: _above(code) for code in codes}
    known, steps = _named({*codes, *(up for ups in above.values() for up in ups), COUNTRY}), _steps(codes)
    if missing := [code for code in codes if code not in known]:
        raise NotThere(_("Van %(codes)s hebben wij geen cijfers.") % {"codes": ", ".join(missing)})
    older = _older({(code, known[code].year) for code in codes if code in known}, steps)
    _refuse_overlap([known[code] for code in codes], older)
    areas = tuple(known[code] for code in codes)
    over = tuple(known[up] for up in above[codes[0]] if up in known) if len(codes) == 1 else ()
    around = _around(areas, known)
    return Chosen(areas, around, over, _geography(areas, around, older))


def geography_of(codes: str) -> Geography:
    """Areas without a place: one area, or several that together are one; two queries."""
    return chosen(codes).geography


def _named(codes: Iterable[str]) -> dict[str, Named]:
    """What areas were last called; a table without names says only the code."""
    found: dict[str, Named] = {}
    rows = Area.objects.filter(scheme=SCHEME, code__in=set(codes)).order_by("year")
    for code, name, kind, parent, year in rows.values_list("code", "name", "kind", "parent", "year"):
        called = found[code].name if name == code and code in found else name
        found[code] = Named(code, called, kind, parent, year)
    return found


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """What some areas are called; one query."""
    return {code: area.name for code, area in _named(codes).items()}


def _steps(codes: Iterable[str]) -> Steps:
    """The last two changes of codes; one query, so most areas, that never changed, cost no more."""
    mine = Q(new_code__in=set(codes))
    before = Crosswalk.objects.filter(mine).order_by().values("old_code")
    rows = Crosswalk.objects.filter(mine | Q(new_code__in=before)).order_by()
    found = Steps(list)
    for new, year, old, old_year, part, whole in rows.values_list(
        "new_code", "new_year", "old_code", "old_year", "share_numerator", "share_denominator"
    ):
        found[new].append((year, old, old_year, Fraction(part, whole)))
    return found


def _above(code: str) -> tuple[str, ...]:
    """The codes of the areas that an area lies in, as its own code says."""
    city = "GM" + code[2:6]
    return {"BU": ("WK" + code[2:8], city), "WK": (city,)}.get(code[:2], ())


def _refuse_overlap(areas: Sequence[Named], older: Mapping[Coded, tuple[Older, ...]]) -> None:
    names = {area.code: area.name for area in areas}
    for area in areas:
        earlier = {old.coded[0] for old in older.get((area.code, area.year), ())} - {area.code}
        inside = {*_above(area.code), area.parent, COUNTRY, *earlier} & names.keys() - {area.code}
        for other in sorted(inside):
            raise BadInput(
                _("%(one)s en %(other)s overlappen. Dan telt iedereen daar dubbel. Kies een van de twee.")
                % {"one": area.name, "other": names[other]}
            )


def _around(areas: Sequence[Named], known: Mapping[str, Named]) -> Named | None:
    """The municipality; for a municipality, or for areas in several of them, the country."""
    cities = {area.municipality for area in areas}
    city = known.get(next(iter(cities))) if len(cities) == 1 else None
    around = city if city and city not in areas else known.get(COUNTRY)
    return around if around not in areas else None


def _geography(areas: Sequence[Named], around: Named | None, older: Mapping[Coded, tuple[Older, ...]]) -> Geography:
    zones = tuple(Zone(-2 - at, a.name, frozenset({(a.code, a.year)})) for at, a in enumerate(areas))
    own = zones[0] if len(zones) == 1 else Zone(-1, together([zone.name for zone in zones]))
    parts = () if len(zones) == 1 else zones
    city = Zone(0, around.name, frozenset({(around.code, around.year)})) if around else None
    return Geography(own, zones, parts, (), city, older)


def together(names: Sequence[str]) -> str:
    """Some names as one."""
    if len(names) > 3:
        return _("%(first)s en %(n)d andere gebieden") % {"first": names[0], "n": len(names) - 1}
    return _("%(names)s en %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def _older(coded: Iterable[Coded], steps: Steps) -> dict[Coded, tuple[Older, ...]]:
    found = {}
    for code, year in coded:
        olds: dict[Coded, Fraction] = defaultdict(Fraction)
        _back(steps, (code, 9999), Fraction(1), olds, 2)
        if olds:
            found[code, year] = tuple(Older(old, share) for old, share in sorted(olds.items()))
    return found


def _back(steps: Steps, new: Coded, share: Fraction, olds: dict[Coded, Fraction], hops: int) -> None:
    """Follow the changes back in time; a change of a later year than the area itself says nothing about it."""
    for year, old, old_year, part in steps.get(new[0], ()):
        if year <= new[1]:
            olds[old, old_year] += share * part
            if hops > 1:
                _back(steps, (old, old_year), share * part, olds, hops - 1)
