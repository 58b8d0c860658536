"""Single figures, readings of files, and the lessons that open this profile."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from samenspel.contracts.monitoring import Lesson
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.places.models import Place
from samenspel.stages.profile.models import Figure, FigureTable, Indicator
from samenspel.stages.profile.queries.geography import geography
from samenspel.stages.profile.queries.readings import Reading, straight
from samenspel.stages.profile.queries.shelf import Stated, shelf
from samenspel.stages.profile.states import TableState

MOST_ELSEWHERE = 40


def figure_by_code(cycle: Cycle, code: str) -> Figure | None:
    """A figure that was used as a reason in this round."""
    rows = Figure.objects.filter(node__code=code, node__cycle=cycle)
    return rows.select_related("indicator", "node__place", "node__cycle").first()


def shown(figure: Figure) -> str:
    """A figure as people read it."""
    return Reading(figure.indicator, figure.period, figure.number, figure.status).shown


def shown_elsewhere(figure: Figure, place: Place) -> list[tuple[str, str]]:
    """The same figure of the same table for the municipality and other areas at hand."""
    where = geography(place)
    found = shelf(where.codes(where.zones), theme=figure.indicator.theme, place=place)
    rows = [
        (row.name or code, straight(found.indicators[figure.indicator.key], stated).shown)
        for (pk, code), row in sorted(found.rows.items(), key=lambda item: item[0][1])
        if code != figure.area_code and row.table.area_year == figure.area_year
        and (stated := found.stated(figure.indicator.key, figure.period, code))
        and stated[0].table_row.pk == pk
    ]  # fmt: skip
    return rows[:MOST_ELSEWHERE]


def stated(place: Place, indicator: str, area_code: str, period: str) -> Stated | None:
    """What the first source says of one area in one period."""
    found = shelf({area_code}, place=place)
    return next(iter(found.stated(indicator, period, area_code)), None) if indicator in found.indicators else None


def cited(given: Stated) -> Figure | None:
    """The same figure, if it was used as a reason before; locked, for two may choose it at once."""
    table = given.table_row
    rows = Figure.objects.select_for_update(of=("self",)).filter(
        indicator=given.indicator, area_scheme=table.area_scheme, area_code=given.area_code,
        area_year=table.area_year, period=table.period, source=table.source, table=given.table[:120],
    )  # fmt: skip
    return rows.select_related("indicator", "node").first()


def codes_of(cycle: Cycle) -> dict[tuple[str, str, str], str]:
    """The codes of figures that are a reason, by indicator, area and period."""
    rows = Figure.objects.filter(node__cycle__place=cycle.place_id)
    return {(key, area, period): code for key, area, period, code in rows.values_list(
        "indicator__key", "area_code", "period", "node__code"
    )}  # fmt: skip


def cited_figures(cycle: Cycle) -> QuerySet[Figure]:
    """Figures that were used as a reason in this round."""
    rows = Figure.objects.filter(node__cycle=cycle)
    return rows.select_related("indicator", "node__place", "node__cycle").order_by("indicator__theme", "pk")


def tables_read(place: Place) -> QuerySet[FigureTable]:
    """Which tables were read, for everybody or for this place, and what was repaired."""
    rows = FigureTable.objects.filter(Q(place=None) | Q(place=place)).exclude(state=TableState.READING)
    return rows.defer("columns").order_by("-pk")


def lessons_before(cycle: Cycle) -> tuple[Lesson, ...]:
    """What the previous round taught: each is a question to those who tell."""
    return latest(Lesson, cycle.previous)


def lesson(cycle: Cycle, code: str) -> Lesson | None:
    """One lesson of the previous round."""
    return next((found for found in lessons_before(cycle) if found.code == code), None) if code else None


def indicators_of(theme: str) -> QuerySet[Indicator]:
    """What is counted for a theme."""
    return Indicator.objects.filter(theme=theme).order_by("pk")
