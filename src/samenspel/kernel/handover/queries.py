"""Reading editions."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from django.db.models import QuerySet

from samenspel.contracts.codec import to_rows
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import contracts_of, stage_of, thaw
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.words import CONTRACT_WORDS, FIELD_WORDS, NAMES, TECHNICAL, said_as

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
class Shown:
    """One item as people read it: what it is called, and its facts in words."""

    title: str
    code: str
    facts: list[tuple[Any, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One contract's items of an edition: as people read them, and as columns and rows for a spreadsheet."""

    contract: str
    label: Any
    columns: list[str]
    rows: list[list[str]]
    items: list[Shown]


def sheets(edition: Edition) -> list[Sheet]:
    """An edition as tables, for its page and its downloads; contracts without items are left out."""
    found = []
    for name, contract in contracts_of(edition.stage).items():
        items = thaw(contract, edition.content)
        if items:
            header, *rows = to_rows(items, contract)
            found.append(Sheet(name, CONTRACT_WORDS[name], header, rows, [_shown(item) for item in items]))
    return found


def _shown(item: Any) -> Shown:
    """An item in words; what it is called stands above it, technical marks are left to the download."""
    values = {f.name: getattr(item, f.name) for f in fields(item)}
    name = next((n for n in NAMES if values.get(n)), "")
    said = [(FIELD_WORDS[n], said_as(n, v)) for n, v in values.items() if n not in (name, "code", *TECHNICAL)]
    return Shown(said_as(name, values[name]) if name else "", str(values.get("code", "")), [f for f in said if f[1]])
