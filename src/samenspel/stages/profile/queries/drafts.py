"""Files with figures on their way in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q, QuerySet

from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place
from samenspel.stages.profile.models import Area, FigureDraft, FigureFile, FigureTable, ReadingHabit
from samenspel.stages.profile.queries.geography import geography
from samenspel.stages.profile.states import DraftState, TableState

KEPT = timedelta(days=7)  # that a file is kept after somebody last touched it
STALE = timedelta(minutes=15)  # after which a reading that stopped is taken up again
AT_A_TIME = 500


def drafts_at(place: Place) -> QuerySet[FigureDraft]:
    """The files that wait for somebody at this place, the newest first."""
    return FigureDraft.objects.filter(place=place).defer("said", "seen", "report")


def draft_at(place: Place, pk: int) -> FigureDraft | None:
    """One of them; never one of another place."""
    return FigureDraft.objects.filter(place=place, pk=pk).select_related("place").first()


def file_of(draft: FigureDraft) -> bytes | None:
    """What is in the file, as it was sent."""
    found = FigureFile.objects.filter(draft=draft).values_list("data", flat=True).first()
    return None if found is None else bytes(found)


def habit_at(place: Place, shape: str) -> ReadingHabit | None:
    """How a file with this header was read last time at this place."""
    return ReadingHabit.objects.filter(place=place, shape=shape).first() if shape else None


def tables_of(draft: FigureDraft, *, newest: bool = False) -> list[FigureTable]:
    """The tables that were read from a file and stand."""
    rows = FigureTable.objects.filter(draft=draft, state=TableState.STANDING).defer("columns")
    return list(rows.order_by("-pk" if newest else "pk"))


def table_at(place: Place, pk: int) -> FigureTable | None:
    """A table that was read for this place alone."""
    return FigureTable.objects.filter(place=place, pk=pk).first()


def standing_tables(place: Place) -> set[int]:
    """Every table that was read for this place and counts."""
    return set(FigureTable.objects.filter(place=place, state=TableState.STANDING).values_list("pk", flat=True))


def drafts_in(state: DraftState) -> list[FigureDraft]:
    """Files that are at one point of their way."""
    return list(FigureDraft.objects.filter(state=state).select_related("place").order_by("pk"))


def _to_read() -> QuerySet[FigureDraft]:
    stopped = Q(state=DraftState.READING, changed_at__lt=now() - STALE)
    return FigureDraft.objects.filter(Q(state=DraftState.WAITING) | stopped)


def drafts_to_read() -> list[FigureDraft]:
    """Files that are to be read in, or of which the reading stopped."""
    return list(_to_read().select_related("place").order_by("pk"))


def draft_waits() -> bool:
    """Whether there is anything to look at or to read."""
    return FigureDraft.objects.filter(state=DraftState.NEW).exists() or _to_read().exists()


def forgotten_drafts() -> list[FigureDraft]:
    """Files that nobody did anything with for days."""
    busy = (DraftState.WAITING, DraftState.READING)
    return list(FigureDraft.objects.filter(changed_at__lt=now() - KEPT).exclude(state__in=busy))


def known_codes(codes: Iterable[str]) -> set[str]:
    """Which of these areas this site knows, of whatever year."""
    every, found = sorted(codes), set[str]()
    for start in range(0, len(every), AT_A_TIME):
        some = every[start : start + AT_A_TIME]
        found |= set(Area.objects.filter(code__in=some).values_list("code", flat=True))
    return found


def any_area() -> bool:
    """Whether this site knows areas at all."""
    return Area.objects.exists()


def codes_of_place(place: Place) -> set[str]:
    """All codes of the place and of its parts, of now and of earlier."""
    where = geography(place)
    return where.codes((where.own, *where.parts))
