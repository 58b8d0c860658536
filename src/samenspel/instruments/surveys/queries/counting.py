"""Counting a survey: weights, marks, shares and what is hidden. The statistics are those of the method."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from samenspel.instruments.surveys.models import Finding, Response, Survey
from samenspel.instruments.surveys.queries.asking import Said, form_of, said
from samenspel.instruments.surveys.queries.surveys import drawn, parts_with_codes, populations_of
from samenspel.instruments.surveys.rules.questionnaire import MARK, NUMBER, REMARK, SEVERAL, YESNO, Form, Values
from samenspel.instruments.surveys.rules.ready import BACKGROUND
from samenspel_methods.statistics.suppression import MINIMUM, suppress
from samenspel_methods.statistics.survey import Mark, by_group, mean_mark, rake, share

LIGHTEST, HEAVIEST = 0.3, 3.0  # weights stay between these: one person never speaks for very many
AREA = "area"
UNSAID = "-"  # counted as a group too: everybody minus the groups that are shown must not give them away


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that came in, ready to count."""

    survey: Survey
    form: Form
    rows: Sequence[Mapping[str, Values]]
    areas: Sequence[str]
    channels: Sequence[str]
    weights: tuple[float, ...]
    populations: Mapping[str, Mapping[int, int]]
    parts: Mapping[str, str] = field(default_factory=dict)
    weighing: Mapping[str, Any] = field(default_factory=dict)

    @property
    def size(self) -> int | None:
        """How many could have been asked, if that is known and can be true."""
        known = self.survey.population
        return known if known and known >= len(self.rows) else None


def sheet_of(survey: Survey) -> Sheet:
    """Everything that came in, with a weight for each answer."""
    found = list(Response.objects.filter(survey=survey).order_by("pk").values_list("answers", "area", "channel"))
    form, populations = form_of(survey), populations_of(survey)
    rows = [{key: tuple(values) for key, values in json.loads(text).items()} for text, _area, _channel in found]
    weights, weighing = weigh(rows, populations)
    areas, channels = [area for _text, area, _channel in found], [channel for *_more, channel in found]
    parts = dict(parts_with_codes(survey.place_id)) if any(areas) else {}
    return Sheet(survey, form, rows, areas, channels, weights, populations, parts, weighing)


def weigh(
    rows: Sequence[Mapping[str, Values]], populations: Mapping[str, Mapping[int, int]]
) -> tuple[tuple[float, ...], dict[str, Any]]:
    """Weights that make the answers look like the neighbourhood, and how far they lie apart."""
    sides = {item: {str(choice): float(n) for choice, n in groups.items() if n} for item, groups in populations.items()}
    groups = [{item: _group(row, item, sides[item]) for item in sides} for row in rows]
    sides = {item: side for item, side in sides.items() if any(row[item] is not None for row in groups)}
    if not sides or len(rows) < MINIMUM:
        return (1.0,) * len(rows), {}
    raked = rake(groups, sides, trim=(LIGHTEST, HEAVIEST))
    spread = raked.spread
    facts = {
        "by": list(sides), "least": spread.least, "most": spread.most, "effective": spread.effective,
        "design_effect": spread.design_effect, "trimmed": raked.trimmed, "fits": raked.converged,
        "left": raked.deviation, "empty": [list(pair) for pair in raked.empty],
    }  # fmt: skip
    return raked.weights, facts


def _group(row: Mapping[str, Values], item: str, side: Mapping[str, float]) -> str | None:
    """In which group somebody is; who did not say, or says what should not exist here, is in none."""
    choice = str(next(iter(row.get(item, ())), ""))
    return choice if choice in side else None


def findings_of(sheet: Sheet) -> list[Finding]:
    """Every number of the outcome, those of too few answers empty. Fewer than ten answers in all give nothing."""
    if len(sheet.rows) < MINIMUM:
        return []
    found: list[Finding] = []
    for question in said(sheet.form):
        if question.asked.kind == MARK:
            found += _marks(sheet, question)
        elif question.asked.kind == NUMBER:
            found.append(_finding(sheet, question, **_number(sheet, question.asked.key)))
        elif question.asked.kind != REMARK:
            found += _choices(sheet, question)
    return found


def _finding(sheet: Sheet, question: Said, **numbers: Any) -> Finding:
    asked = question.asked
    return Finding(
        survey=sheet.survey, item=asked.key, position=question.number, kind=asked.kind, section=asked.section,
        theme=asked.theme, text=asked.text, **numbers,
    )  # fmt: skip


def _marks(sheet: Sheet, question: Said) -> Iterator[Finding]:
    """The mark of everybody, then of each group."""
    given = [next(iter(question.asked.known(row.get(question.asked.key, ()))), None) for row in sheet.rows]
    whole = mean_mark(given, sheet.weights, population=sheet.size)
    yield _finding(sheet, question, **_of_mark(sheet, whole))
    if whole.n is None:
        return
    for group, of_row, names in _groupings(sheet):
        for part, mark in by_group(given, [of_row(n) or UNSAID for n in range(len(given))], sheet.weights).items():
            if part == UNSAID:
                continue
            facts = {"group": group, "part": part, "part_name": names.get(part, part), **_of_mark(sheet, mark)}
            yield _finding(sheet, question, **facts)


def _of_mark(sheet: Sheet, mark: Mark) -> dict[str, Any]:
    """A margin describes chance; when anyone could join in, chance did not choose and there is none."""
    sure = drawn(sheet.survey)
    return {
        "n": mark.n, "value": mark.mean, "margin": mark.margin if sure else None,
        "low": mark.low if sure else None, "high": mark.high if sure else None,
    }  # fmt: skip


def _groupings(sheet: Sheet) -> Iterator[tuple[str, Callable[[int], str | None], Mapping[str, str]]]:
    """The ways to part the answers: by the questions about oneself, and by where the letter went."""
    for asked in sheet.form:
        if asked.key in BACKGROUND:
            names = {str(n): name for n, name in enumerate(asked.choices, 1)}
            yield asked.key, _chosen(sheet, asked.key), names
    if any(sheet.areas):
        yield AREA, lambda n: sheet.areas[n] or None, sheet.parts


def _chosen(sheet: Sheet, key: str) -> Callable[[int], str | None]:
    return lambda n: next((str(value) for value in sheet.rows[n].get(key, ())), None)


def _number(sheet: Sheet, key: str) -> dict[str, Any]:
    """The weighted mean of a number; no margin, for a few large numbers decide it."""
    pairs = [(row[key][0], weight) for row, weight in zip(sheet.rows, sheet.weights, strict=True) if row.get(key)]
    if len(pairs) < MINIMUM:
        return {"n": None}
    whole = sum(weight for _value, weight in pairs)
    return {"n": len(pairs), "value": sum(value * weight for value, weight in pairs) / whole}


def _choices(sheet: Sheet, question: Said) -> Iterator[Finding]:
    """The share of each answer. Of a few people nothing is told, and nothing that gives them away."""
    asked = question.asked
    answered = [row.get(asked.key) for row in sheet.rows]
    n = sum(values is not None for values in answered)
    names = {1: "Ja", 2: "Nee"} if asked.kind == YESNO else dict(enumerate(asked.choices, 1))
    counts = {c: sum(c in (values or ()) for values in answered) for c in names}
    shown = _shown(asked.kind, counts, n)
    for choice, name in names.items():
        facts: dict[str, Any] = {"choice": choice, "choice_name": name, "n": None}
        if shown[choice] is not None:
            facts |= _share(sheet, [None if v is None else choice in v for v in answered]) | {"n": shown[choice]}
        yield _finding(sheet, question, **facts)


def _shown(kind: str, counts: Mapping[int, int], n: int) -> dict[int, int | None]:
    """The counts that may be told: of several answers, also those who did not choose it can be few."""
    if n < MINIMUM:
        return dict.fromkeys(counts)
    if kind == SEVERAL:
        return {c: k if _told(k) and _told(n - k) else None for c, k in counts.items()}
    return suppress(counts)


def _told(count: int) -> bool:
    return count == 0 or count >= MINIMUM


def _share(sheet: Sheet, answers: Sequence[bool | None]) -> dict[str, Any]:
    found = share(answers, sheet.weights, population=sheet.size)
    sure = drawn(sheet.survey)
    return {"value": found.share, "low": found.low if sure else None, "high": found.high if sure else None}
