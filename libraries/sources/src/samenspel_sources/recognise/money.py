"""Budgets by task (Iv3, wide or raw) and registers of grants, by the words in their headers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from samenspel_sources import SourceError
from samenspel_sources.grid import Report, cell, read_cell
from samenspel_sources.iv3 import Line
from samenspel_sources.recognise.context import Context
from samenspel_sources.recognise.layout import Laid
from samenspel_sources.recognise.periods import one_year

_TASK = re.compile(r"(?i)taakveld(balanspost)?|functiekostenplaatsbalanspost|taakveldbalanspost|taakveld.*")
_AREA = re.compile(r"(?i)gemeenten?(naam)?|provincies?|overheden|gemeente(code)?|naam")
_SPENDING, _INCOME = re.compile(r"(?i)lasten"), re.compile(r"(?i)baten")
_FIRST, _SECOND = re.compile(r"(?i)k_1(st)?e_?plaatsing.*"), re.compile(r"(?i)k_2(d)?e_?plaatsing.*")
_CATEGORY, _REPORT = re.compile(r"(?i)categorie"), re.compile(r"(?i)verslagsoort")
_DOCUMENTS = {"X000": "begroting", "X005": "jaarrekening"}
_MOST = 10**12


def _place(header: Sequence[str], pattern: re.Pattern[str]) -> int:
    return next((place for place, name in enumerate(header) if pattern.fullmatch(name.strip())), -1)


def is_budget(header: Sequence[str]) -> bool:
    """A table by task, with spending and income or with placements of Iv3."""
    if _place(header, _TASK) < 0:
        return False
    wide = min(_place(header, _SPENDING), _place(header, _INCOME)) >= 0
    raw = min(_place(header, _CATEGORY), _place(header, _REPORT)) >= 0
    return wide or (raw and max(_place(header, _FIRST), _place(header, _SECOND)) >= 0)


def budget_of(laid: Laid, context: Context, report: Report) -> tuple[Line, ...]:
    """A line for each municipality (by code or name, as the file has it), document and task."""
    if _place(laid.header, _CATEGORY) >= 0:
        return tuple(_raw(laid, context, report))
    return tuple(_wide(laid, context, report))


def _wide(laid: Laid, context: Context, report: Report) -> Iterator[Line]:
    header = laid.header
    spots = [_place(header, pattern) for pattern in (_AREA, _TASK, _SPENDING, _INCOME)]
    year = int(context.hints.period[:4] or one_year(*laid.titles, context.stem()) or 0)
    document = context.hints.document or _document(context.stem())
    if not year or not document:
        report.repair("document_unknown", "recognise")
    seen: dict[tuple[str, str], int] = {}
    for line, cells in laid.body(report):
        area = cells[spots[0]].strip() if spots[0] >= 0 else ""
        code, _, task = cells[spots[1]].strip().partition(" ")
        spending, income = (_thousands(cells[place], line, header[place], report) for place in spots[2:])
        if seen.setdefault((area, code), line) != line:
            report.refuse(line, "double_task", "recognise", task=code, area=area)
            continue
        report.read += 1
        yield Line(area, year, document, code, task.strip(), spending, income)


def _document(name: str) -> str:
    plain = name.casefold()
    return next((word for word in ("jaarrekening", "begroting") if word in plain), "")


@dataclass(slots=True)
class _Sums:
    """Of one task in one report: spending and income of the first and second time it was published."""

    first: dict[str, int] = field(default_factory=dict)
    second: dict[str, int] = field(default_factory=dict)


def _raw(laid: Laid, context: Context, report: Report) -> Iterator[Line]:
    """Adds up categories; the second placement, a correction of the first, counts for reports that have one."""
    found: dict[tuple[str, str, str], _Sums] = {}
    corrected: set[tuple[str, str]] = set()
    for line, (area, told, task, category), amounts in _raw_rows(laid, report):
        sums = found.setdefault((area, told, task), _Sums())
        for into, amount in zip((sums.first, sums.second), amounts, strict=True):
            if amount is not None:
                into[category] = into.get(category, 0) + amount
        if amounts[1]:
            corrected.add((area, told))
        if not task:
            report.refuse(line, "no_code")
    report.read = len(found)
    names = context.about.titles
    for (area, told, task), sums in found.items():
        own = sums.second if (area, told) in corrected else sums.first
        document = _DOCUMENTS.get(told[4:], told[4:])
        title = names.get(task, "").removeprefix(task).strip()
        yield Line(area, int(told[:4]), document, task, title, own.get("L"), own.get("B"))


def _raw_rows(laid: Laid, report: Report) -> Iterator[tuple[int, tuple[str, ...], list[int | None]]]:
    header = laid.header
    spots = [_place(header, pattern) for pattern in (_AREA, _REPORT, _TASK, _CATEGORY)]
    amounts = [_place(header, pattern) for pattern in (_FIRST, _SECOND)]
    for line, cells in laid.body(report):
        area, told, task, category = (cells[place].strip() if place >= 0 else "" for place in spots)
        if not re.fullmatch(r"\d{4}X\d{3}", told):
            report.refuse(line, "no_period", "recognise", value=told[:40])
        elif category[:1] not in ("L", "B"):
            report.count("balance_lines", "recognise")
        else:
            found = [_thousands(cells[at], line, header[at], report) if at >= 0 else None for at in amounts]
            yield line, (area, told, task, category[:1]), found


def _thousands(text: str, line: int, column: str, report: Report) -> int | None:
    try:
        number, _ = read_cell(cell(text))
    except SourceError:
        report.refuse(line, "bad_cell", column=column, value=text.strip()[:40])
        return None
    if number is None or abs(number) > _MOST:
        return None
    return int(number.to_integral_value())
