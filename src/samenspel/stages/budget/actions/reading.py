"""From a file to rows that can be kept: strict files of a known form, and spreadsheets as people have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as __

from samenspel.kernel.action import BadInput
from samenspel.stages.budget.models import MASKED
from samenspel.stages.budget.states import Confidence
from samenspel_sources import SourceError
from samenspel_sources.iv3 import read_extract
from samenspel_sources.spreadsheet import Table, money, read
from samenspel_sources.subsidies import read_local

COLUMNS = {
    "nummer": "number", "jaar": "year", "ontvanger": "recipient", "regeling": "scheme", "waarvoor": "purpose",
    "gevraagd": "asked", "verleend": "granted", "afgerekend": "settled", "rekenwijze": "method",
    "zekerheid": "confidence", "toelichting": "note",
}  # fmt: skip
NEEDED = ("nummer", "jaar", "regeling", "verleend")
WORDS = {str(c.label): c for c in Confidence}
PRIVATE = re.compile(r"\(?\s*(?:particulier|privépersoon|prive persoon|natuurlijk persoon)\s*\)?", re.IGNORECASE)
SHOWN = 5  # complaints in one answer
LENGTHS = {"number": 40, "recipient": 200, "scheme": 200, "purpose": 300, "method": 80, "note": 500}


@dataclass(frozen=True, slots=True)
class Read:
    """One row as it will be kept. Amounts in cents; None is: not known."""

    number: str
    year: int
    recipient: str
    scheme: str
    purpose: str = ""
    asked: int | None = None
    granted: int | None = None
    settled: int | None = None
    spending: int | None = None
    income: int | None = None
    method: str = ""
    confidence: str = Confidence.UNKNOWN.value
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Everything that a file says, and how many rows were put right on the way."""

    rows: tuple[Read, ...]
    repaired: int = 0


def _plainly(error: SourceError) -> BadInput:
    return BadInput(__("%(what)s Er is niets ingelezen.") % {"what": error.sentence(get_language() or "nl")})


def grants_in(content: bytes) -> ReadFile:
    """The grants of a file, or one plain sentence about what is wrong with it."""
    try:
        if b"granted_cents" in content[:400]:
            found = ReadFile(tuple(_local(content)))
        else:
            found = _sheet(read(content, need=NEEDED))
    except SourceError as error:
        raise _plainly(error) from error
    return _checked(found)


def _local(content: bytes) -> Iterator[Read]:
    for g in read_local(content):
        yield Read(
            number=g.number, year=g.year, recipient=g.recipient, scheme=g.scheme, purpose=g.purpose, asked=g.asked,
            granted=g.granted, settled=g.settled, method=g.method, confidence=g.confidence.value, note=g.note,
        )  # fmt: skip


def task_fields_in(content: bytes) -> dict[tuple[str, int, str], ReadFile]:
    """The task fields of a file, by municipality, year and document."""
    groups: dict[tuple[str, int, str], list[Read]] = {}
    try:
        for line in read_extract(content):
            row = Read(
                number=line.code, year=line.year, recipient="", scheme=line.task,
                spending=None if line.spending is None else line.spending * 100_000,
                income=None if line.income is None else line.income * 100_000,
                method=__("hele gemeente"), confidence=Confidence.MEASURED.value,
            )  # fmt: skip
            groups.setdefault((line.municipality, line.year, line.document), []).append(row)
    except SourceError as error:
        raise _plainly(error) from error
    return {key: _checked(ReadFile(tuple(rows))) for key, rows in groups.items()}


def _sheet(table: Table) -> ReadFile:
    """A spreadsheet with Dutch column names and amounts as people write them."""
    complaints: list[str] = []
    rows: list[Read] = []
    names = {name.casefold(): name for name in table.header}
    for line, record in zip(table.lines, table.records(), strict=True):
        cells = {ours: record[names[dutch]] for dutch, ours in COLUMNS.items() if dutch in names}
        try:
            rows.append(_from_cells(cells))
        except ValueError as error:
            what = error.sentence(get_language() or "nl") if isinstance(error, SourceError) else error
            complaints.append(__("Regel %(line)s: %(what)s") % {"line": line, "what": what})
    if complaints:
        more = __("En nog %(n)s regels.") % {"n": len(complaints) - SHOWN} if len(complaints) > SHOWN else ""
        raise BadInput(" ".join([*complaints[:SHOWN], more, __("Er is niets ingelezen.")]))
    return ReadFile(tuple(rows), sum(_count(repair.params) for repair in table.repairs))


def _count(params: object) -> int:
    count = params.get("count", 1) if isinstance(params, dict) else 1
    return count if isinstance(count, int) else 1


def _from_cells(cells: dict[str, str]) -> Read:
    if not re.fullmatch(r"(19|20|21)\d\d", cells["year"]):
        raise ValueError(__("‘%(value)s’ is geen jaar.") % {"value": cells["year"][:20]})
    said = cells.get("confidence", "").casefold()
    if said and said not in WORDS and said not in Confidence.values:
        raise ValueError(__("‘%(value)s’ is geen woord voor zekerheid.") % {"value": said[:20]})
    amounts = {name: money(cells[name]) if cells.get(name) else None for name in ("asked", "granted", "settled")}
    return Read(
        number=cells["number"], year=int(cells["year"]), recipient=cells.get("recipient", ""), scheme=cells["scheme"],
        purpose=cells.get("purpose", ""), method=cells.get("method", ""), note=cells.get("note", ""),
        confidence=WORDS.get(said, said) or Confidence.UNKNOWN.value, **amounts,
    )  # fmt: skip


def _checked(found: ReadFile) -> ReadFile:
    """No row without number or twice, no year or amount that cannot be, nothing too long, no person by name."""
    seen: set[str] = set()
    rows: list[Read] = []
    for row in found.rows:
        if complaint := _complaint(row, seen):
            raise BadInput(f"{complaint} {__('Er is niets ingelezen.')}")
        seen.add(row.number)
        rows.append(_tidy(row))
    if not rows:
        raise BadInput(__("Dit bestand heeft geen rijen. Er is niets ingelezen."))
    changed = sum(before != after for before, after in zip(found.rows, rows, strict=True))
    return ReadFile(tuple(rows), found.repaired + changed)


def _complaint(row: Read, seen: set[str]) -> str:
    facts = {"number": row.number[:40], "year": row.year}
    if not row.number:
        return __("Een rij heeft geen nummer.")
    if row.number in seen:
        return __("Nummer %(number)s staat er twee keer.") % facts
    if not 1900 <= row.year <= 2200:
        return __("Nummer %(number)s: %(year)s is geen jaar.") % facts
    if any(amount is not None and amount < 0 for amount in (row.asked, row.granted, row.settled)):
        return __("Nummer %(number)s heeft een bedrag onder nul.") % facts
    return ""


def _tidy(row: Read) -> Read:
    """One space between words, nothing longer than it may be, and one word for private persons."""
    texts = {name: " ".join(getattr(row, name).split())[:most] for name, most in LENGTHS.items()}
    if PRIVATE.fullmatch(texts["recipient"]):
        texts["recipient"] = MASKED
    facts: dict[str, Any] = {**texts}
    return replace(row, **facts)
