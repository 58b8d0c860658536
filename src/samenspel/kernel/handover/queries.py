"""Reading editions."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import QuerySet

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import stage_of, thaw
from samenspel.kernel.handover.models import Edition

T = TypeVar("T")


def latest(contract: type[T], cycle: Cycle | None) -> tuple[T, ...]:
    """What a stage last handed over in a round; nothing yet means an empty tuple."""
    if cycle is None:
        return ()
    edition = latest_edition(stage_of(contract), cycle)
    return thaw(contract, edition.content) if edition else ()


def latest_edition(stage: str, cycle: Cycle) -> Edition | None:
    """The newest edition of a stage."""
    return Edition.objects.filter(cycle=cycle, stage=stage).order_by("-number").first()


def editions_of(cycle: Cycle, stage: str = "") -> QuerySet[Edition]:
    """All editions of a round, newest first; the content is left out until asked for."""
    rows = Edition.objects.filter(cycle=cycle).defer("content").order_by("-at", "-number")
    return rows.filter(stage=stage) if stage else rows


def edition(cycle: Cycle, stage: str, number: int) -> Edition | None:
    """One edition, whole."""
    return Edition.objects.filter(cycle=cycle, stage=stage, number=number).first()


def broken_editions(editions: Iterable[Edition]) -> list[Edition]:
    """Editions whose text no longer fits their hash: should be none, ever."""
    import hashlib

    return [e for e in editions if hashlib.sha256(e.content.encode()).hexdigest() != e.hash]
