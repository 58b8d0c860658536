"""What a person says about the columns of a file: over any guess, and kept apart from the file itself."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from samenspel.kernel.action import BadInput
from samenspel_sources.areas import named
from samenspel_sources.catalogue import Catalogue, Found, Indicator, Matching, factor
from samenspel_sources.grid import Column
from samenspel_sources.recognise import Hints, Kind, Role

ROLES = {
    "code": Role.CODE, "name": Role.NAME, "period": Role.PERIOD, "value": Role.VALUE, "dimension": Role.DIMENSION,
    "figure": Role.FIGURE, "keep": Role.FIGURE, "out": Role.OTHER,
}  # fmt: skip
COUNTS = "i:"  # before the indicator that a column counts
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def as_said(found: Matching, columns: Sequence[Column], said: Mapping[str, str], known: Catalogue) -> Matching:
    """Which column counts what, with what a person said going before every guess."""
    told = {at: said[column.key] for at, column in enumerate(columns) if column.key in said}
    times = Counter(key for key in told.values() if key)
    hits = {at: hit for at, hit in found.found.items() if at not in told and hit.indicator not in times}
    double = {key: tuple(at for at, own in told.items() if own == key) for key, number in times.items() if number > 1}
    for at, key in told.items():
        if times[key] == 1 and key in known:
            hits[at] = Found(key, worth(columns[at], known[key]))
    for key, places in found.double.items():
        left = tuple(at for at in places if at not in told)
        if key not in times and len(left) > 1:
            double[key] = left
        elif key not in times and left:
            hits[left[0]] = Found(key, worth(columns[left[0]], known[key]))
    there = {hit.indicator for hit in hits.values()}
    derivable = tuple(
        one.id for one in known
        if one.derived and one.id not in there and one.id not in double and set(one.derived.ids) <= there
    )  # fmt: skip
    unsure = {at: keys for at, keys in found.unsure.items() if at not in told}
    used = {*hits, *unsure, *(at for places in double.values() for at in places)}
    unmatched = tuple(at for at in range(len(columns)) if at not in used)
    return Matching(dict(sorted(hits.items())), double, unsure, unmatched, derivable)


def worth(column: Column, indicator: Indicator) -> Fraction:
    """How much one in the column is in the unit of the indicator."""
    found = factor(column.unit or indicator.unit, indicator.unit)
    if found is None:
        called = {"column": column.title or column.key, "name": indicator.name}
        facts = {**called, "unit": column.unit, "known": indicator.unit}
        raise BadInput(
            _("‘%(column)s’ staat in %(unit)s, maar ‘%(name)s’ hoort in %(known)s. Kies daar iets anders.") % facts
        )
    return found


def hints_of(said: Mapping[str, Any], read_at: datetime) -> Hints:
    """The corrections of a person as the readers of files take them."""
    columns: Mapping[str, str] = said.get("columns", {})
    roles = {header: ROLES.get(choice, Role.FIGURE) for header, choice in columns.items() if choice != "same"}
    places = named(str(said.get("municipality", ""))) if said.get("municipality") else ()
    return Hints(
        kind=Kind.FIGURES if columns else None, sheet=said.get("sheet", ""), separator=said.get("separator", ""),
        decimal=said.get("decimal", ""), header=said.get("header"), roles=roles, period=said.get("period", ""),
        area_year=int(said.get("area_year") or 0), municipality=places[0] if len(places) == 1 else "",
        source=said.get("source", ""), table=said.get("table", ""), licence=said.get("licence", ""), read_at=read_at,
    )  # fmt: skip


def counts_of(said: Mapping[str, Any]) -> dict[str, str]:
    """Column -> the indicator that it counts; empty when it is kept without one."""
    every = {**said.get("columns", {}), **said.get("figures", {})}
    return {
        key: choice.removeprefix(COUNTS) if choice.startswith(COUNTS) else ""
        for key, choice in every.items() if choice == "keep" or choice.startswith(COUNTS)
    }  # fmt: skip


def left_out(said: Mapping[str, Any]) -> set[str]:
    """Figures that are not to be read."""
    return {key for key, choice in said.get("figures", {}).items() if choice == "out"}


def plain(header: str) -> str:
    """A header as it comes back next year."""
    return _YEAR.sub("#", " ".join(header.split()).casefold())


def shape_of(headers: Iterable[str]) -> str:
    """The same for every file with the same columns, whatever their order and their year."""
    return hashlib.sha256("\n".join(sorted({plain(header) for header in headers})).encode()).hexdigest()


def as_before(habit: Mapping[str, Any], seen: Mapping[str, Any]) -> dict[str, Any]:
    """What was said last time, about the columns of this file."""
    said = dict(habit)
    here = {
        "columns": [column["header"] for column in seen.get("columns", ())],
        "figures": [figure["key"] for figure in seen.get("figures", ())],
    }
    for part, names in here.items():
        before = habit.get(part, {})
        years = {plain(name): choice for name, choice in before.items()}
        again = {name: years[plain(name)] for name in names if plain(name) in years}
        said[part] = {name: before.get(name, choice) for name, choice in again.items()}
    return {name: value for name, value in said.items() if value}
