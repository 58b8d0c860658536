"""Single figures, readings of files, and the lessons that open this profile."""

from __future__ import annotations

from django.db.models import QuerySet

from samenspel.contracts.monitoring import Lesson
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.places.models import Place
from samenspel.stages.profile.models import Figure, FigureImport, Indicator
from samenspel.stages.profile.queries.readings import Reading

MOST_ELSEWHERE = 40


def figure_by_code(cycle: Cycle, code: str) -> Figure | None:
    """A figure that was used as a reason in this round."""
    rows = Figure.objects.filter(node__code=code, node__cycle=cycle)
    return rows.select_related("indicator", "node__place", "node__cycle").first()


def figure(pk: int) -> Figure | None:
    """One figure."""
    return Figure.objects.select_related("indicator", "node__place", "node__cycle").filter(pk=pk).first()


def shown(figure: Figure) -> str:
    """A figure as people read it."""
    return Reading(figure.indicator, figure.period, figure.number, figure.status, (figure,)).shown


def shown_elsewhere(figure: Figure) -> list[tuple[str, str]]:
    """The same figure of the same period for the municipality and other areas at hand."""
    rows = Figure.objects.filter(indicator=figure.indicator, period=figure.period, area_year=figure.area_year)
    rows = rows.exclude(pk=figure.pk).select_related("indicator").order_by("area_code")[:MOST_ELSEWHERE]
    return [(row.area_name or row.area_code, shown(row)) for row in rows]


def cited_figures(cycle: Cycle) -> QuerySet[Figure]:
    """Figures that were used as a reason in this round."""
    rows = Figure.objects.filter(node__cycle=cycle)
    return rows.select_related("indicator", "node__place", "node__cycle").order_by("indicator__theme", "pk")


def figure_at(indicator: str, area_code: str, period: str) -> Figure | None:
    """One figure by what it is about."""
    rows = Figure.objects.filter(indicator__key=indicator, area_code=area_code, period=period)
    return rows.select_related("indicator", "node__place", "node__cycle").order_by("-area_year").first()


def imports_of(place: Place) -> QuerySet[FigureImport]:
    """When figures were read in, and what was repaired."""
    return FigureImport.objects.filter(place=place).order_by("-pk")


def lessons_before(cycle: Cycle) -> tuple[Lesson, ...]:
    """What the previous round taught: each is a question to those who tell."""
    return latest(Lesson, cycle.previous)


def lesson(cycle: Cycle, code: str) -> Lesson | None:
    """One lesson of the previous round."""
    return next((found for found in lessons_before(cycle) if found.code == code), None) if code else None


def indicators_of(theme: str) -> QuerySet[Indicator]:
    """What is counted for a theme."""
    return Indicator.objects.filter(theme=theme).order_by("pk")
