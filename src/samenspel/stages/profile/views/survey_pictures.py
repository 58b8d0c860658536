"""Charts and tables of the outcome of a survey. What is hidden is said to be hidden, never drawn as nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.instruments.surveys.queries import Outcome, Said, changed, form_of, said, shown_remarks
from samenspel.instruments.surveys.states import AnswerChannel, Section
from samenspel.ui.figures import Bar, BarChart, Column, DataTable, DotChart, DotRow, LineChart, Point, Series
from samenspel.ui.numbers import number, percent

ROOM = 1
LOW, HIGH = 1, 10
OVERALL = "mark_overall"
MOST_LINES = 4
MOST_REMARKS = 200


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of the outcome."""

    name: str
    marks: DotChart | None
    bars: Sequence[BarChart]
    facts: Sequence[tuple[str, str]]
    sure: DataTable | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """The whole outcome."""

    parts: Sequence[Part]
    groups: Sequence[DataTable]
    missing: Sequence[DotChart]
    wave: LineChart | None
    facts: Sequence[tuple[str, str]]
    weighing: Sequence[str]
    hidden: bool
    overall: str
    by_chance: bool


def drawn(outcome: Outcome) -> Drawn:
    """Everything that a reader gets to see."""
    words = {question.asked.key: question for question in said(form_of(outcome.survey))}
    whole = outcome.whole
    sections = list(dict.fromkeys(f.section for f in whole))
    overall = next((f for f in whole if f.item == OVERALL and f.value is not None), None)
    return Drawn(
        [_part(outcome, section, words) for section in sections],
        [table for group in dict.fromkeys(f.group for f in outcome.findings if f.group)
         if (table := _groups(outcome, group, words))],
        [chart for group in outcome.account.get("groups", ()) if (chart := _missing(group, words))],
        _wave(outcome, words), _facts(outcome), _weighing(outcome.account.get("weighing", {})),
        bool(outcome.account.get("hidden")), number(overall.value, 1) if overall else "", outcome.survey.by_letter,
    )  # fmt: skip


def remarks(survey: Any) -> list[tuple[str, Sequence[Any]]]:
    """Remarks that were read, under their question."""
    found: dict[str, list[Any]] = {}
    for remark in shown_remarks(survey)[:MOST_REMARKS]:
        found.setdefault(remark.item, []).append(remark)
    words = {question.asked.key: question.text for question in said(form_of(survey))} if found else {}
    return [(words.get(item, ""), rows) for item, rows in found.items()]


def so_far(survey: Any, counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """How many letters went out and answers came in."""
    letters = [(_("Brieven verstuurd"), number(counts["letters"]))] if survey.by_letter else []
    return [*letters, (_("Keer ingevuld"), number(counts["given"]))]


def few() -> str:
    """What stands where a number would point at people."""
    return _("minder dan 10 antwoorden")


def _part(outcome: Outcome, section: str, words: Mapping[str, Said]) -> Part:
    rows = [f for f in outcome.whole if f.section == section]
    marks = [f for f in rows if f.kind == "mark"]
    choices = dict.fromkeys(f.item for f in rows if f.kind in ("one", "several", "yesno"))
    counts = [(words[f.item].text, number(f.value, 1) if f.value is not None else few())
              for f in rows if f.kind == "number"]  # fmt: skip
    return Part(
        str(Section(section).label), _dots(outcome, section, marks, words) if marks else None,
        [_bars([f for f in rows if f.item == item], words[item]) for item in choices], counts,
        _sure(outcome, marks, words) if marks else None,
    )  # fmt: skip


def _dots(outcome: Outcome, section: str, marks: Sequence[Any], words: Mapping[str, Said]) -> DotChart:
    """The marks of one heading, with those of last time beside them."""
    before = {f.item: outcome.waves[f.item][-1] for f in marks if outcome.waves.get(f.item)}
    period = next(iter(before.values())).survey.period if before else ""
    names = [outcome.survey.period, *([period] if before else [])]
    rows = [
        DotRow(words[f.item].text, [_one(f.value), *([_one(_value(before.get(f.item)))] if before else [])], f.margin)
        for f in marks
    ]
    title = _("Rapportcijfers: %(name)s") % {"name": Section(section).label}
    note = _("De streep is de marge: bij 95 van de 100 steekproeven ligt het cijfer daarbinnen.")
    return DotChart(title, names, rows, LOW, HIGH, room=ROOM, note=note if outcome.survey.by_letter else "")


def _value(row: Any) -> float | None:
    return None if row is None else row.value


def _one(value: float | None) -> float | None:
    """One decimal: a second one would be false precision."""
    return None if value is None else round(value, 1)


def _bars(rows: Sequence[Any], question: Said) -> BarChart:
    names = dict(question.choices)
    bars = [
        Bar(names.get(f.choice, f.choice_name), f.value, few() if f.value is None else percent(round(f.value, 2)))
        for f in rows
    ]
    return BarChart(question.text, bars, unit=_("van wie antwoordde"), room=ROOM)


def _sure(outcome: Outcome, marks: Sequence[Any], words: Mapping[str, Said]) -> DataTable:
    """How sure each mark is, and whether it changed by more than chance."""
    columns = [Column(pgettext("column", "Vraag")), Column(pgettext("column", "Cijfer"), number=True),
               Column(pgettext("column", "Marge"), number=True), Column(pgettext("column", "Antwoorden"), number=True),
               Column(_("Sinds de vorige keer"))]  # fmt: skip
    rows = [
        [words[f.item].text, number(f.value, 1) if f.n else few(), f"± {number(f.margin, 1)}" if f.margin else "",
         number(f.n) if f.n else "", _since(outcome, f)]
        for f in marks
    ]  # fmt: skip
    if not any(row[-1] for row in rows):
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    return DataTable(_("Marges en aantallen"), columns, rows, room=ROOM, hide_caption=True)


def _since(outcome: Outcome, finding: Any) -> str:
    earlier = outcome.waves.get(finding.item)
    words = {
        "up": pgettext("mark since last time", "hoger"), "down": pgettext("mark since last time", "lager"),
        "unclear": _("niet duidelijk anders"), "unknown": _("niet te zeggen"),
    }  # fmt: skip
    return words[changed(earlier[-1], finding)] if earlier else ""


def _groups(outcome: Outcome, group: str, words: Mapping[str, Said]) -> DataTable | None:
    """The marks of each group beside each other."""
    found = outcome.parts(group)
    parts = {f.part: f.part_name for f in found}
    names = {str(n): name for n, name in words[group].choices} if group in words else parts
    by = {(f.item, f.part): f for f in found}
    columns = [Column(pgettext("column", "Vraag")), *(Column(names.get(p, p), number=True) for p in sorted(parts))]
    rows = [
        [words[item].text, *(_cell(by.get((item, part))) for part in sorted(parts))]
        for item in dict.fromkeys(f.item for f in found)
    ]
    title = words[group].text if group in words else _("Per deel van de buurt")
    return DataTable(title, columns, rows, room=ROOM) if rows else None


def _cell(finding: Any) -> str:
    return few() if finding is None or finding.value is None else number(finding.value, 1)


def _missing(group: Mapping[str, Any], words: Mapping[str, Said]) -> DotChart | None:
    """Who lives here beside who answered, in percent."""
    question = words.get(group["item"])
    if question is None:
        return None
    names = dict(question.choices)
    rows = [
        DotRow(names.get(r["choice"], r["name"]), [_percent(r["answered"]), _percent(r["lives"])])
        for r in group["rows"]
    ]
    note = (
        ""
        if all(row.values[0] is not None for row in rows)
        else _(
            "Geen cijfer: minder dan 10 antwoorden. Soms valt er nog een groep weg, zodat niemand het kan uitrekenen."
        )
    )
    top = max((value for row in rows for value in row.values if value is not None), default=100)
    return DotChart(
        question.text, [_("van wie antwoordde, in procent"), _("van wie hier woont, in procent")], rows, 0,
        min(100, 10 * (top // 10 + 1)), room=ROOM, note=note,
    )  # fmt: skip


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share)


def _wave(outcome: Outcome, words: Mapping[str, Said]) -> LineChart | None:
    """The marks that were given before as well: the whole first, then those that moved most."""
    rows = [f for f in outcome.whole if f.kind == "mark" and f.value is not None and outcome.waves.get(f.item)]
    rows.sort(key=lambda f: (f.item != OVERALL, -abs((f.value or 0) - (outcome.waves[f.item][-1].value or 0))))
    if not rows:
        return None
    periods = list(dict.fromkeys(w.survey.period for f in rows for w in outcome.waves[f.item]))
    series = [Series(words[f.item].text, list(_points(outcome, f, periods))) for f in rows[:MOST_LINES]]
    return LineChart(_("Rapportcijfers over de jaren"), series, room=ROOM)


def _points(outcome: Outcome, finding: Any, periods: Sequence[str]) -> Iterator[Point]:
    known = {w.survey.period: w.value for w in outcome.waves[finding.item]}
    for period in periods:
        yield Point(period, _one(known.get(period)))
    yield Point(outcome.survey.period, _one(finding.value))


def _facts(outcome: Outcome) -> list[tuple[str, str]]:
    account = outcome.account
    found = [(_("Keer ingevuld"), number(account.get("given", 0)))]
    if letters := account.get("letters"):
        found.append((_("Brieven verstuurd"), number(letters)))
        found.append((_("Deel dat antwoordde"), percent(round(account["given"] / letters, 3))))
    if people := account.get("population"):
        found.append((_("Hadden wij kunnen vragen"), number(people)))
    for channel, n in sorted(account.get("channels", {}).items()):
        found.append((str(AnswerChannel(channel).label), few() if n is None else number(n)))
    return found


def _weighing(facts: Mapping[str, Any]) -> list[str]:
    """How the answers were weighed, in sentences."""
    if not facts:
        return [_("De antwoorden zijn niet gewogen: elk antwoord telt even zwaar.")]
    words = {
        "least": number(facts["least"], 2),
        "most": number(facts["most"], 2),
        "effective": number(facts["effective"], 0),
    }
    found = [
        _("De antwoorden zijn gewogen naar wie hier woont. Wie in een groep zit die weinig antwoordde, telt zwaarder."),
        _("Het lichtste antwoord telt %(least)s keer, het zwaarste %(most)s keer.") % words,
        _("Door het wegen is de uitkomst zo zeker als van %(effective)s gelijke antwoorden.") % words,
    ]
    if not facts.get("fits", True):
        found.append(_("Helemaal gelijk werd het niet: wij laten één antwoord niet voor heel veel mensen tellen."))
    if facts.get("empty"):
        found.append(_("Uit een of meer groepen antwoordde niemand. Voor hen spreekt dus niemand."))
    return found
