"""Reading editions."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samenspel.contracts.codec import to_rows
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import MARK, contracts_of, mark_of, marks_in, stage_of, thaw
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.saying import said_as
from samenspel.kernel.handover.words import CONTRACT_WORDS, FIELD_WORDS, NAMES, TECHNICAL
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import nodes_by_code
from samenspel.kernel.texts.models import Text

T = TypeVar("T")


def latest(contract: type[T], cycle: Cycle | None) -> tuple[T, ...]:
    """What a stage last handed over in a round; nothing yet means an empty tuple."""
    if cycle is None:
        return ()
    edition = latest_edition(stage_of(contract), cycle)
    return read(contract, edition) if edition else ()


def read(contract: type[T], edition: Edition) -> tuple[T, ...]:
    """The items of one contract of an edition, with people's own words as far as they are still there."""
    items = thaw(contract, edition.content)
    marked = [item for item in items if marks_in(item)]
    if not marked:
        return items
    texts = Text.objects.in_bulk([number for item in marked for number, _digest in marks_in(item).values()])
    nodes = nodes_by_code(getattr(item, "code", "") for item in marked)
    return tuple(_with_words(item, texts, nodes) for item in items)


def _with_words(item: T, texts: Mapping[int, Text], nodes: Mapping[str, Node]) -> T:
    """What was taken away is not said again; a title that was taken back follows the thing itself."""
    code, said = getattr(item, "code", ""), {}
    for name, (number, digest) in marks_in(item).items():
        text, node = texts.get(number), nodes.get(code)
        if code and node is None:
            said[name] = _("Deze woorden staan er niet meer.")
        elif text and text.digest == digest and not text.erased:
            said[name] = text.body
        else:
            said[name] = node.title if node and name == "title" else _("Deze woorden staan er niet meer.")
    return replace(item, **said) if said else item  # type: ignore[type-var]


def words_beside(edition: Edition) -> dict[tuple[str, str, str, str], tuple[str, int | None]]:
    """The words beside an edition: contract, code, field and words -> their mark, and whose they are."""
    items = [item for contract in contracts_of(edition.stage).values() for item in thaw(contract, edition.content)]
    texts = Text.objects.in_bulk(numbers_in([edition]))
    found = {}
    for item in items:
        for name, (number, digest) in marks_in(item).items():
            if (text := texts.get(number)) and not text.erased:
                key = (type(item).__name__, getattr(item, "code", ""), name, text.body)
                found[key] = (mark_of(number, digest), text.person)
    return found


def numbers_in(editions: Iterable[Edition]) -> list[int]:
    """The numbers of the texts that stand beside some editions."""
    return [int(mark[1]) for edition in editions for mark in MARK.finditer(edition.content)]


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
        items = read(contract, edition)
        if items:
            header, *rows = to_rows(items, contract)
            found.append(Sheet(name, CONTRACT_WORDS[name], header, rows, [_shown(item) for item in items]))
    return found


def _shown(item: Any) -> Shown:
    """An item in words; what it is called stands above it, technical marks are left to the download."""
    values = {f.name: getattr(item, f.name) for f in fields(item)}
    name = next((n for n in NAMES if values.get(n)), "")
    said = [(FIELD_WORDS[n], said_as(n, v)) for n, v in values.items() if n not in (name, "code", *TECHNICAL)]
    title = said_as(name, values[name]) if name else ""
    if area := values.get("area"):
        title = f"{title}, {area}"  # the same figure stands there for every area
    return Shown(title, str(values.get("code", "")), [f for f in said if f[1]])
