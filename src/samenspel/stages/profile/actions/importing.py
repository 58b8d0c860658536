"""Reading in figures: all of a file or nothing, and every time the same outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.places.models import Place
from samenspel.stages.profile import rules
from samenspel.stages.profile.models import Area, Figure, FigureImport, Indicator
from samenspel.stages.profile.states import AreaKind, FigureStatus
from samenspel_methods.statistics import mean_distance
from samenspel_sources import figures as sources

MOST_COMPLAINTS = 8
ENOUGH_WARDS = 5  # fewer wards say nothing about what is usual in a city
CHANGEABLE = (
    "value", "status", "source", "table", "measured", "licence", "read_on", "area_name", "weight",
)  # fmt: skip
Key = tuple[int, str, str, int, str]


@dataclass(slots=True)
class Outcome:
    """What happened to the rows of one file."""

    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0


@action("profile.figure.import", rule=rules.may_import, creates=True, label=_("Cijfers inlezen"))
def import_figures(
    place: Place, *, by: Actor, source: str, figures: Iterable[sources.Figure],
    indicators: Iterable[sources.Indicator] = (), areas: Iterable[sources.Area] = (), repaired: Sequence[str] = (),
    spreads: Iterable[sources.Spread] = (),
) -> FigureImport:  # fmt: skip
    """The neighbourhood gets its figures, each with source and period; a file with a mistake changes nothing."""
    for indicator in indicators:
        _put_indicator(indicator)
    _put_areas(areas)
    rows = list(figures)
    outcome = _put_figures(rows)
    _measure_spread({row.indicator for row in rows}, list(spreads))
    return FigureImport(
        place=place, source=source, read=outcome.read, new=outcome.new, changed=outcome.changed, same=outcome.same,
        repaired="\n".join(repaired),
    )  # fmt: skip


def _put_indicator(given: sources.Indicator) -> None:
    row = Indicator.objects.filter(key=given.id).first() or Indicator(key=given.id)
    row.theme, row.name, row.name_en = theme_key(given.theme), given.name, given.name_en
    row.explanation, row.caveat = given.explanation, given.caveat
    row.unit, row.decimals = given.unit, given.decimals
    row.better, row.combining = str(given.direction), str(given.weight)
    keep(row)


def _put_areas(given: Iterable[sources.Area]) -> None:
    known = {(a.scheme, a.code, a.year): a for a in Area.objects.all()}
    for area in given:
        at = (area.scheme, area.code, area.year)
        row = known.get(at) or Area(scheme=area.scheme, code=area.code, year=area.year)
        facts = (area.name, area.kind, area.parent, area.inhabitants)
        if row.pk and facts == (row.name, row.kind, row.parent, row.inhabitants):
            continue
        row.name, row.kind, row.parent, row.inhabitants = facts
        keep(row)


def _put_figures(rows: Sequence[sources.Figure]) -> Outcome:
    """Store what is new, correct what changed, leave the rest; complain about everything that is wrong at once."""
    indicators = {i.key: i for i in Indicator.objects.all()}
    areas = {(a.scheme, a.code, a.year): a for a in Area.objects.all()}
    known = {_key(f): f for f in Figure.objects.filter(indicator__key__in={row.indicator for row in rows})}
    outcome, fresh, changed, complaints = Outcome(read=len(rows)), [], [], []
    for line, given in enumerate(rows, 2):
        made = _figure(given, indicators, areas)
        if isinstance(made, str):
            complaints.append(__("Regel %(line)d: %(what)s") % {"line": line, "what": made})
        elif (earlier := known.get(_key(made))) is None:
            fresh.append(made)
        elif _take_over(earlier, made):
            changed.append(earlier)
        else:
            outcome.same += 1
    if complaints:
        raise BadInput(_refusal(complaints))
    Figure.objects.bulk_create(fresh, batch_size=500)
    Figure.objects.bulk_update(changed, CHANGEABLE, batch_size=200)
    outcome.new, outcome.changed = len(fresh), len(changed)
    return outcome


def _key(figure: Figure) -> Key:
    return figure.indicator_id, figure.area_scheme, figure.area_code, figure.area_year, figure.period


def _take_over(earlier: Figure, later: Figure) -> bool:
    """Whether anything changed."""
    different = [name for name in CHANGEABLE if getattr(earlier, name) != getattr(later, name)]
    for name in different:
        setattr(earlier, name, getattr(later, name))
    return bool(different)


def _figure(
    given: sources.Figure, indicators: dict[str, Indicator], areas: dict[tuple[str, str, int], Area]
) -> Figure | str:
    """One row as a figure, or the sentence that says what is wrong with it."""
    indicator = indicators.get(given.indicator)
    if indicator is None:
        return __("‘%(key)s’ kennen wij niet. Lees eerst in wat het betekent.") % {"key": given.indicator[:60]}
    if given.unit != indicator.unit:
        facts = {"key": indicator.key, "unit": given.unit[:40], "known": indicator.unit}
        return __("‘%(key)s’ staat in %(unit)s, maar het hoort in %(known)s te staan.") % facts
    area = areas.get((given.area_scheme, given.area_code, given.area_year))
    row = Figure(
        indicator=indicator, area_scheme=given.area_scheme, area_code=given.area_code, area_year=given.area_year,
        area_name=area.name if area else "", period=given.period, value=_plain(given), status=str(given.status),
        source=given.source, table=given.table, measured=not given.modelled, licence=given.licence,
        read_on=given.read_on, weight=area.inhabitants if area else None,
    )  # fmt: skip
    try:
        row.clean_fields(exclude=("indicator",))
    except ValidationError as error:
        return " ".join(error.messages)
    return row if bool(row.value) == (row.status == FigureStatus.VALUE) else __("hier staat een getal zonder cijfer.")


def _plain(given: sources.Figure) -> str:
    if given.value is None:
        return ""
    text = format(given.value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _refusal(complaints: Sequence[str]) -> str:
    """What is wrong, where, and what to do: nothing was stored."""
    rest = len(complaints) - MOST_COMPLAINTS
    more = [__("En nog %(n)d regels.") % {"n": rest}] if rest > 0 else []
    end = __("Er is niets ingelezen. Verbeter het bestand en probeer het opnieuw.")
    return " ".join([*complaints[:MOST_COMPLAINTS], *more, end])


def _stated(spreads: Iterable[sources.Spread]) -> dict[tuple[str, str, int], float]:
    """Distances measured over all wards of a city, when the file with all its wards is not here."""
    known = [s for s in spreads if s.level == AreaKind.WARD and s.areas >= ENOUGH_WARDS]
    return {(s.indicator, s.period, s.area_year): float(s.mean_distance) for s in known}


def _measure_spread(keys: set[str], spreads: Sequence[sources.Spread] = ()) -> None:
    """For each figure of a municipality: how far its wards usually are from it."""
    stated = _stated(spreads)
    valued = Figure.objects.filter(indicator__key__in=keys, status=FigureStatus.VALUE).exclude(value="")
    cities = valued.select_related("indicator")
    kinds = {(a.code, a.year): a for a in Area.objects.filter(kind__in=(AreaKind.WARD, AreaKind.MUNICIPALITY))}
    wards: dict[tuple[int, str, str, int], list[float]] = {}
    found = []
    for figure in cities:
        area = kinds.get((figure.area_code, figure.area_year))
        if area and area.kind == AreaKind.WARD:
            at = (figure.indicator_id, figure.period, area.parent, figure.area_year)
            wards.setdefault(at, []).append(float(figure.value))
        elif area:
            found.append(figure)
    for figure in found:
        values = wards.get((figure.indicator_id, figure.period, figure.area_code, figure.area_year), [])
        measured = mean_distance(values, float(figure.value)) if len(values) >= ENOUGH_WARDS else None
        at_city = (figure.indicator.key, figure.period, figure.area_year)
        figure.spread = measured if measured is not None else stated.get(at_city, figure.spread)
    Figure.objects.bulk_update(found, ["spread"], batch_size=500)
