"""Reading a file with one figure a line: all of it or nothing, and every time the same outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import partial

from django.core.exceptions import ValidationError
from django.utils.timezone import make_aware
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place
from samenspel.stages.profile import rules
from samenspel.stages.profile.actions.shelves import (
    Spreads,
    Taken,
    digest,
    new_table,
    rows_of,
    settle,
)  # fmt: skip
from samenspel.stages.profile.models import Area, FigureRow, FigureTable, Indicator
from samenspel.stages.profile.models.figures import decimal_text
from samenspel.stages.profile.states import AreaKind, Combining
from samenspel_sources import Status
from samenspel_sources import figures as sources
from samenspel_sources.grid import MISSING, NOT_APPLICABLE, NOT_YET, SECRET, Column, Origin, Row

MOST_COMPLAINTS = 8
ENOUGH_WARDS = 5
INHABITANTS = "inhabitants"
MARKS = {
    Status.MISSING: MISSING, Status.NOT_YET: NOT_YET, Status.SECRET: SECRET, Status.NOT_APPLICABLE: NOT_APPLICABLE,
}  # fmt: skip
About = tuple[str, str, str, str, int, str]  # source, table, period, scheme, year, licence


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to the areas of one file."""

    read: int
    new: int
    changed: int
    same: int


@dataclass(slots=True)
class Sorted:
    """The lines of one table: which indicators it has, and the cells of each area."""

    read_at: datetime
    modelled: dict[str, bool] = field(default_factory=dict)
    cells: dict[str, dict[str, str]] = field(default_factory=dict)


@action("profile.figure.import", rule=rules.may_import, creates=True, label=_("Cijfers inlezen"))
def import_figures(
    place: Place, *, by: Actor, source: str, figures: Iterable[sources.Figure],
    indicators: Iterable[sources.Indicator] = (), areas: Iterable[sources.Area] = (), repaired: Sequence[str] = (),
    spreads: Iterable[sources.Spread] = (),
) -> Outcome:  # fmt: skip
    """The neighbourhood gets its figures, each with source and period; a file with a mistake changes nothing."""
    shared = rules.may_read_lists(by, None)  # who edits one place changes nothing for the others
    if sum(_put_indicator(indicator, shared) for indicator in indicators):
        FigureTable.objects.all().update(at=now())  # what was read before now means something else
    _put_areas(areas, shared)
    lines = list(figures)
    tables = _sorted(lines, {i.key: i for i in Indicator.objects.all()})
    known = {(a.code, a.year): a for a in Area.objects.filter(code__in={line.area_code for line in lines})}
    stated = list(spreads)
    report = "\n".join([source, *repaired])
    whose = None if shared else place
    done = [_shelve(about, found, known, stated, report, whose) for about, found in tables.items()]
    return Outcome(len(lines), sum(t.new for t in done), sum(t.changed for t in done), sum(t.same for t in done))


def _put_indicator(given: sources.Indicator, shared: bool) -> bool:
    """Whether anything about it changed."""
    row = Indicator.objects.filter(key=given.id).first() or Indicator(key=given.id)
    weighted = str(given.weight) == "population"
    facts = {
        "theme": theme_key(given.theme), "name": given.name, "name_en": given.name_en,
        "explanation": given.explanation, "caveat": given.caveat, "unit": given.unit, "decimals": given.decimals,
        "better": str(given.direction), "combining": Combining.WEIGHTED if weighted else str(given.weight),
        "weight": INHABITANTS if weighted else "",
    }  # fmt: skip
    if row.pk and (not shared or all(getattr(row, name) == value for name, value in facts.items())):
        return False
    for name, value in facts.items():
        setattr(row, name, value)
    keep(row)
    return True


def _put_areas(given: Iterable[sources.Area], shared: bool) -> None:
    rows = [
        Area(scheme=a.scheme, code=a.code, year=a.year, name=a.name, kind=a.kind, parent=a.parent,
             inhabitants=a.inhabitants)
        for a in given
    ]  # fmt: skip
    for row in rows:
        row.full_clean(validate_unique=False, validate_constraints=False)
    if not shared:
        Area.objects.bulk_create(rows, ignore_conflicts=True)
        return
    Area.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["scheme", "code", "year"],
        update_fields=["name", "kind", "parent", "inhabitants"],
    )  # fmt: skip


def _sorted(lines: Sequence[sources.Figure], indicators: Mapping[str, Indicator]) -> dict[About, Sorted]:
    """The lines by table; complains about everything that is wrong at once."""
    tables: dict[About, Sorted] = {}
    complaints = []
    for number, line in enumerate(lines, 2):
        if wrong := _wrong(line, indicators.get(line.indicator)):
            complaints.append(__("Regel %(line)d: %(what)s") % {"line": number, "what": wrong})
            continue
        about = (line.source, line.table, line.period, line.area_scheme, line.area_year, line.licence)
        found = tables.setdefault(about, Sorted(make_aware(datetime.combine(line.read_on, time(12)))))
        found.modelled[line.indicator] = line.modelled
        found.cells.setdefault(line.area_code, {})[line.indicator] = _cell(line)
    if complaints:
        raise BadInput(_refusal(complaints))
    return tables


def _wrong(given: sources.Figure, indicator: Indicator | None) -> str:
    """The sentence that says what is wrong with a line, if anything."""
    if indicator is None:
        return __("‘%(key)s’ kennen wij niet. Lees eerst in wat het betekent.") % {"key": given.indicator[:60]}
    if given.unit != indicator.unit:
        facts = {"key": indicator.key, "unit": given.unit[:40], "known": indicator.unit}
        return __("‘%(key)s’ staat in %(unit)s, maar het hoort in %(known)s te staan.") % facts
    try:
        decimal_text(_cell(given)) if given.value is not None else None
    except ValidationError as error:
        return " ".join(error.messages)
    if (given.value is not None) != (given.status is Status.VALUE):
        return __("hier staat een getal zonder cijfer.")
    return "" if len(given.period) <= 12 and given.period else __("hier staat geen periode.")


def _cell(given: sources.Figure) -> str:
    if given.value is None:
        return MARKS[given.status]
    text = format(given.value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shelve(
    about: About, found: Sorted, areas: Mapping[tuple[str, int], Area], spreads: Sequence[sources.Spread], report: str,
    place: Place | None,
) -> Taken:
    """One table onto the shelf, with an exact column for each indicator."""
    source, table, period, scheme, year, licence = about
    keys = sorted(found.modelled)
    columns = [Column(key, modelled=found.modelled[key]) for key in keys]
    matched = {index: (key, "1") for index, key in enumerate(keys)}
    origin = Origin(source, table, "", period, scheme, year, licence, found.read_at)
    made = new_table(origin, columns, matched, place)
    made.report = report
    keep(made)
    row = partial(_row, areas=areas, keys=keys, year=year)
    rows = [row(code, cells) for code, cells in sorted(found.cells.items())]
    kept = rows_of(made, rows)
    FigureRow.objects.bulk_create(kept, batch_size=500)
    made.rows, made.digest = len(kept), digest("", kept)
    made.save(update_fields=["rows", "digest"])
    return settle(made, _stated(spreads, period, year, rows))


def _row(
    code: str, cells: Mapping[str, str], *, areas: Mapping[tuple[str, int], Area], keys: Sequence[str], year: int
) -> Row:
    area = areas.get((code, year))
    name, kind, parent = (area.name, area.kind, area.parent) if area else ("", AreaKind.OTHER, "")
    return Row(code, name, kind, tuple(cells.get(key, "") for key in keys), parent)


def _stated(spreads: Iterable[sources.Spread], period: str, year: int, rows: Iterable[Row]) -> Spreads:
    """Distances measured over all wards of a city, when the file with all its wards is not here."""
    cities = [row.code for row in rows if row.kind == AreaKind.MUNICIPALITY]
    fitting = [
        s for s in spreads
        if s.level == AreaKind.WARD and s.areas >= ENOUGH_WARDS and (s.period, s.area_year) == (period, year)
    ]  # fmt: skip
    return {(city, s.indicator): str(s.mean_distance) for s in fitting for city in cities}


def _refusal(complaints: Sequence[str]) -> str:
    """What is wrong, where, and what to do: nothing was stored."""
    rest = len(complaints) - MOST_COMPLAINTS
    more = [__("En nog %(n)d regels.") % {"n": rest}] if rest > 0 else []
    end = __("Er is niets ingelezen. Verbeter het bestand en probeer het opnieuw.")
    return " ".join([*complaints[:MOST_COMPLAINTS], *more, end])
