"""Reading rounds, stages, the start agreement, the calendar and bodies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from samenspel.kernel.action.prepared import prepared
from samenspel.kernel.cycle.models import (
    Body,
    CalendarItem,
    CarriedLesson,
    Cycle,
    StageState,
    StartMark,
    ThenAndNow,
)
from samenspel.kernel.cycle.states import Condition, CycleState
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place

SOON = 42  # days before papers must arrive that the round is warned


def cycle_by_slug(place: str, slug: str) -> Cycle | None:
    """The round of this address, with its place and the rounds around it."""
    return next(iter(_addressed(place, slug)), None)


@prepared
def _addressed(place: str, slug: str) -> QuerySet[Cycle]:
    rounds = Cycle.objects.select_related("place__municipality", "previous", "next")
    # Unsorted: sorting one row of so many columns takes longer than finding it, and every page starts here.
    return rounds.filter(place__slug=place, slug=slug).order_by()


def cycles_of(place: Place) -> QuerySet[Cycle]:
    """All rounds of a place, newest first."""
    return Cycle.objects.filter(place=place).select_related("place").order_by("-number")


def current_cycle(place: Place) -> Cycle | None:
    """The round that runs now, else the last one."""
    rounds = list(cycles_of(place)[:5])
    return next((c for c in rounds if c.state == CycleState.OPEN), rounds[0] if rounds else None)


def has_next(cycle: Cycle) -> bool:
    """Whether the round after this one was opened; no query for a round that was found by its address."""
    return hasattr(cycle, "next")


def stages_of(cycle: Cycle) -> tuple[StageState, ...]:
    """The eleven stages of a round, in their order."""
    return tuple(StageState.objects.filter(cycle=cycle).order_by("pk"))


def rounds_with_stages(place: Place) -> dict[Cycle, list[StageState]]:
    """All rounds of a place, newest first, each with its eleven stages; one query."""
    found: dict[Cycle, list[StageState]] = {}
    for row in _all_stages(place.pk):
        found.setdefault(row.cycle, []).append(row)
    return found


@prepared
def _all_stages(place: int) -> QuerySet[StageState]:
    rows = StageState.objects.filter(cycle__place=place).select_related("cycle__place")
    return rows.order_by("-cycle__number", "pk")


def stage_of(cycle: Cycle, stage: str) -> StageState | None:
    """One stage of a round."""
    return StageState.objects.filter(cycle=cycle, stage=stage).first()


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """One condition and what each party says about it."""

    key: str
    label: str
    marks: tuple[StartMark, ...]

    @property
    def there(self) -> int:
        """How many parties say it is there."""
        return sum(m.mark == "there" for m in self.marks)


def start_agreement(cycle: Cycle) -> tuple[ConditionRow, ...]:
    """The nine conditions, each with the marks of all parties."""
    marks = list(StartMark.objects.filter(cycle=cycle).select_related("party__place").order_by("party__name"))
    return tuple(
        ConditionRow(key.value, str(key.label), tuple(m for m in marks if m.condition == key)) for key in Condition
    )


def marks_of(cycle: Cycle, party: Party) -> dict[str, StartMark]:
    """What one party said, per condition."""
    return {m.condition: m for m in StartMark.objects.filter(cycle=cycle, party=party)}


def calendar_of(cycle: Cycle) -> QuerySet[CalendarItem]:
    """The dates of the municipality in this round."""
    return CalendarItem.objects.filter(cycle=cycle).select_related("body", "cycle").order_by("date", "pk")


def dates_in(cycles: Iterable[Cycle]) -> QuerySet[CalendarItem]:
    """The dates of the municipality in some rounds; one query."""
    rows = CalendarItem.objects.filter(cycle__in=list(cycles))
    return rows.select_related("cycle__place", "body").order_by("date", "pk")


def calendar_item(cycle: Cycle, pk: int) -> CalendarItem | None:
    """One date of this round."""
    return calendar_of(cycle).filter(pk=pk).first()


@dataclass(frozen=True, slots=True)
class DueSoon:
    """Papers that must arrive soon, or that came too late for a date still ahead."""

    item: CalendarItem
    days: int

    @property
    def late(self) -> bool:
        """The day for papers has passed, the meeting has not."""
        return self.days < 0


def warnings(cycle: Cycle, today: date | None = None) -> tuple[DueSoon, ...]:
    """What must reach the municipality when, nearest first."""
    day = today or timezone.localdate()
    ahead = calendar_of(cycle).filter(date__gte=day, must_arrive_by__lte=day + timedelta(days=SOON))
    found = (DueSoon(item, (item.must_arrive_by - day).days) for item in ahead if item.must_arrive_by)
    return tuple(sorted(found, key=lambda w: (w.item.must_arrive_by, w.item.pk)))


def then_and_now(cycle: Cycle) -> QuerySet[ThenAndNow]:
    """What each community writes about then and now."""
    return ThenAndNow.objects.filter(cycle=cycle).select_related("written_by__place")


def then_and_now_by(cycle: Cycle, party: Party) -> ThenAndNow | None:
    """What one community wrote."""
    return ThenAndNow.objects.filter(cycle=cycle, written_by=party).first()


def lessons_of(cycle: Cycle) -> QuerySet[CarriedLesson]:
    """The lessons with which this round opened."""
    return CarriedLesson.objects.filter(cycle=cycle)


def bodies_of(place: Place, today: date | None = None) -> QuerySet[Body]:
    """Who decides or advises in this place, and in its municipality."""
    day = today or timezone.localdate()
    here = Q(place=place) | Q(place=place.municipality_id) if place.municipality_id else Q(place=place)
    return Body.objects.filter(here, Q(until__isnull=True) | Q(until__gte=day)).select_related("place")


def body(place: Place, pk: int) -> Body | None:
    """One body of this place."""
    return Body.objects.filter(place=place, pk=pk).first()


def next_dates(places: Iterable[Place], today: date | None = None) -> QuerySet[CalendarItem]:
    """The next dates of some places, for a shared calendar."""
    day = today or timezone.localdate()
    items = CalendarItem.objects.filter(cycle__place__in=list(places), date__gte=day)
    return items.select_related("cycle__place", "body").order_by("date", "pk")
