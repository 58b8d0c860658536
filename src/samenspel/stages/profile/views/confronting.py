"""The confrontation table: what was counted beside what people say, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.instruments.surveys.queries import Mark
from samenspel.stages.profile.queries import Beside, IndicatorRow, Reading
from samenspel.stages.profile.states import Verdict
from samenspel.stages.profile.views.telling import disagreeing
from samenspel.ui.figures import Confrontation, ConfrontRow, TrendLine, TrendPoint
from samenspel.ui.numbers import number
from samenspel_methods.statistics.agreement import Agreement, agreement, figure_side, mark_side

FAR = 15  # points from the city: worth asking about


@dataclass(frozen=True, slots=True)
class People:
    """What people brought in on a theme: marks, and how much there is to read, see and find, with where."""

    marks: Sequence[Mark] = ()
    stories: int | None = None
    stories_url: str = ""
    photos: int | None = None
    assets: int | None = None
    assets_url: str = ""


def table(
    rows: Sequence[IndicatorRow], here: str, around: str, url: Callable[[IndicatorRow], str],
    people: People | None = None,
) -> Confrontation:  # fmt: skip
    """The whole table: every figure that the area or the city has."""
    told = people or People()
    drawn = [confronted(row, here, around, url(row), told) for row in rows if row.counted]
    found = {source.table_row.origin.replace("_", " ") for row in rows if (source := row.source)}
    note = _("Bronnen: %(sources)s.") % {"sources": "; ".join(sorted(found))} if found else ""
    return Confrontation(_("Cijfers naast wat mensen zeggen"), drawn, here, around, note=note, hide_caption=True)


def confronted(row: IndicatorRow, here: str, around: str, url: str, people: People) -> ConfrontRow:
    """One figure with everything beside it."""
    mark = mark_for(row, people.marks)
    side = figure_side(row.score) if row.judged else None
    weighed = agreement(side, mark_side(mark.mean, mark.margin) if mark else None)
    verdict = row.view.verdict if row.view else weighed.verdict
    return ConfrontRow(
        row.indicator.shown_name, url, row.own.shown, note_on(row), row.city.shown if row.city else "",
        course(row, here, around), number(mark.mean, 1) if mark else "", margin_of(mark), _asked(mark),
        people.stories, people.stories_url, people.photos, people.stories_url, people.assets, people.assets_url,
        str(verdict), _("Nog niet bekeken") if not row.view and weighed.verdict == "unknown" else "",
        explained(row, weighed), to_ask(row, weighed, mark), name_note=per_ward(row),
    )  # fmt: skip


def mark_for(row: IndicatorRow, marks: Iterable[Mark]) -> Mark | None:
    """The mark that residents gave for this figure; else the one for its theme as a whole."""
    same = [mark for mark in marks if mark.theme == row.indicator.theme and not mark.area]
    return next((m for m in same if m.key == row.indicator.key), next(iter(same), None))


def margin_of(mark: Mark | None) -> str:
    """How sure a mark is."""
    return f"± {number(mark.margin, 1)}" if mark and mark.margin is not None else ""


def _asked(mark: Mark | None) -> str:
    if mark is None:
        return ""
    people = ngettext("%(n)s antwoord", "%(n)s antwoorden", mark.n) % {"n": number(mark.n, 0)}
    return f"{mark.text} ({people}, {mark.period})"


def note_on(row: IndicatorRow) -> str:
    """Period, and what to know about how the figure was made; sources stand under the table."""
    own, about = row.own, [row.own.period] if row.counted else []
    if own.combined:
        about.append(_("samen, zonder wie ontbreekt") if own.partial else _("gebieden samen"))
    if own.value is not None and not own.measured:
        about.append(pgettext("figure", "Schatting."))
    return ". ".join(part.rstrip(".") for part in (*about, *disagreeing(row)) if part)


def per_ward(row: IndicatorRow) -> str:
    """What the wards have, when their figures cannot be one figure."""
    wards = [b for b in row.wards if b.reading.value is not None] if row.own.value is None else []
    return " ".join(f"{b.zone.name}: {over_time(b)}." for b in wards)


def over_time(beside: Beside) -> str:
    """The figure of an area, and what it was the first time."""
    known = [reading for reading in beside.trend if reading.value is not None]
    first = _("%(figure)s in %(year)s")
    if len(known) < 2:
        return beside.reading.shown
    return ", ".join(first % {"figure": r.shown, "year": r.period} for r in (known[0], known[-1]))


def course(row: IndicatorRow, here: str, around: str) -> TrendLine | None:
    """The figure over the years, with a break where another source counted or the codes changed."""
    readings = row.trend
    while readings and readings[0].value is None:
        readings = readings[1:]
    if not readings:
        return None
    city = {reading.period: reading for reading in row.city_trend}
    points = [_point(before, after, city) for before, after in zip([None, *readings], readings, strict=False)]
    return TrendLine(row.indicator.shown_name, points, here, around, row.indicator.unit, places=row.indicator.decimals)


def _point(before: Reading | None, after: Reading, city: Mapping[str, Reading]) -> TrendPoint:
    beside = city.get(after.period)
    return TrendPoint(
        after.period, None if after.value is None else float(after.value), after.shown,
        city=float(beside.value) if beside and beside.value is not None else None,
        city_shown=beside.shown if beside else "", broken=_broken(before, after), recoded=_recoded(before, after),
    )  # fmt: skip


def _broken(before: Reading | None, after: Reading) -> str:
    """Why a year cannot be laid beside the year before: somebody else counted, or it became an estimate."""
    if before is None or before.value is None or after.value is None or not (before.sources and after.sources):
        return ""
    if before.measured != after.measured:
        return _("eerst geteld, nu geschat") if before.measured else _("eerst geschat, nu geteld")
    return "" if before.sources[0].source == after.sources[0].source else _("andere bron")


def _recoded(before: Reading | None, after: Reading) -> str:
    if before is None or before.value is None or after.value is None:
        return ""
    return _("andere gebiedscode") if before.older and not after.older else ""


def explained(row: IndicatorRow, weighed: Agreement) -> str:
    """What was written about it, and who recognises it; else what figure and mark say beside each other."""
    if row.view and row.view.explanation:
        return " ".join(part for part in (row.view.explanation, row.recognised and f"{row.recognised}.") if part)
    words = {
        "agree": _("Cijfer en bewoners zeggen hetzelfde."),
        "shifted": _("Bewoners zeggen iets anders dan het cijfer."),
    }
    return row.recognised or words.get(weighed.verdict, "")


def to_ask(row: IndicatorRow, weighed: Agreement, mark: Mark | None) -> str:
    """The next question, from what is known and what is not."""
    if row.own.value is None and not any(beside.reading.value is not None for beside in row.wards):
        return _("Er is geen cijfer. Wat weten mensen hier zelf?")
    if weighed.opposite or (row.view and row.view.verdict == Verdict.SHIFTED):
        return _("Waar komt het verschil vandaan? Bij wie klopt het cijfer niet?")
    if mark is not None:
        return _("Voor wie is het anders?")
    return _("Herkent u dit?") if row.judged and abs((row.score or 100) - 100) >= FAR else ""
