"""Reading editions."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import QuerySet

from samenspel.contracts.codec import to_rows
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import contracts_of, stage_of, thaw
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.words import CONTRACT_WORDS, FIELD_WORDS

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
    return [e for e in editions if hashlib.sha256(e.content.encode()).hexdigest() != e.hash]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One contract's items of an edition as a table: name, headings and rows of text."""

    contract: str
    label: Any
    columns: list[str]
    headings: list[Any]
    rows: list[list[str]]


def sheets(edition: Edition) -> list[Sheet]:
    """An edition as tables, for its page and its downloads; contracts without items are left out."""
    found = []
    for name, contract in contracts_of(edition.stage).items():
        items = thaw(contract, edition.content)
        if items:
            header, *rows = to_rows(items, contract)
            found.append(Sheet(name, CONTRACT_WORDS[name], header, [FIELD_WORDS[h] for h in header], rows))
    return found
