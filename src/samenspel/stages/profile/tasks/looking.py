"""Looking at a file before anything is read: what it is, what each column counts, what would be left out and why."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from samenspel.kernel.action import BadInput
from samenspel.kernel.places.models import Place
from samenspel.stages.profile import queries
from samenspel.stages.profile.models import FigureDraft
from samenspel.stages.profile.queries.catalogue import catalogue
from samenspel.stages.profile.tasks.said import counts_of, hints_of, left_out, shape_of
from samenspel.stages.profile.tasks.tables import Reading, nothing_left
from samenspel_sources import SourceError
from samenspel_sources.catalogue import Catalogue
from samenspel_sources.grid import Grid, Row
from samenspel_sources.recognise import Kind, Recognised, Role, Sketch, preview, recognise

logger = logging.getLogger("samenspel.profile")

LANGUAGES = ("nl", "en")
WITH_FIGURES = (Kind.FIGURES, Kind.BOUNDARIES_WITH_FIGURES)
OWN_FORM = {"indicator", "area_scheme", "area_code", "area_year", "period", "value", "status"}
MOST_SENTENCES, MOST_COLUMNS, LONGEST = 60, 600, 80
Both = dict[str, str]


def both(say: Callable[[str], str]) -> Both:
    """A sentence in the languages of editors."""
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = say(language)
    return found


@dataclass(slots=True)
class Seen:
    """How a file was understood, as it is kept for its page."""

    why: Both = field(default_factory=dict)
    blocked: list[Both] = field(default_factory=list)
    careful: list[Both] = field(default_factory=list)
    said: list[Both] = field(default_factory=list)
    more: int = 0
    own_form: bool = False
    sheet: str = ""
    sheets: list[str] = field(default_factory=list)
    separator: str = ""
    decimal: str = ""
    header_line: int = 0
    columns: list[dict[str, Any]] = field(default_factory=list)
    lines: list[list[str]] = field(default_factory=list)
    figures: list[dict[str, Any]] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    areas: int = 0
    known: int = 0
    own: int = 0
    local: bool = False

    def say(self, sentences: Iterable[Both]) -> None:
        """Add to the report, each sentence once."""
        new: list[Both] = []
        for one in sentences:
            if one not in self.said and one not in new:
                new.append(one)
        room = MOST_SENTENCES - len(self.said)
        self.said += new[:room]
        self.more += max(len(new) - room, 0)


def look(draft: FigureDraft, data: bytes) -> tuple[dict[str, Any], str]:
    """What is in a file, read to its end without keeping anything; and the shape of its header."""
    seen, said = Seen(), json.loads(draft.said)
    try:
        found = recognise(data, draft.name, hints=hints_of(said, draft.changed_at))
        _table(seen, found.sketch)
        _whole(seen, found, said, draft.place)
    except SourceError as error:
        seen.blocked.append(both(error.sentence))
        _table(seen, _sketch(data, draft, said))
    except BadInput as error:
        seen.blocked.append(both(lambda _language, told=error: str(told.message)))  # type: ignore[misc]
    except Exception:
        logger.exception("file %s of %s could not be looked at", draft.pk, draft.place_id)
        seen.blocked.append(both(lambda _language: _("Wij kunnen dit bestand niet lezen. Sla het op als csv of xlsx.")))
    headers = [column["header"] for column in seen.columns]
    return asdict(seen), shape_of(headers) if headers else ""


def _sketch(data: bytes, draft: FigureDraft, said: Mapping[str, Any]) -> Sketch | None:
    """The table of a file that is nothing we know yet, so that a person can say what it is."""
    try:
        return preview(data, draft.name, hints=hints_of(said, draft.changed_at))
    except SourceError:
        return None


def _table(seen: Seen, sketch: Sketch | None) -> None:
    if sketch is None:
        return
    seen.sheet, seen.sheets, seen.separator = sketch.sheet, list(sketch.sheets), sketch.separator
    seen.header_line = sketch.header_line
    figures = sketch.of(Role.FIGURE, Role.VALUE)
    marks = {guess.decimal for guess in figures if {",", "."} & set("".join(guess.samples))}
    seen.decimal = marks.pop() if len(marks) == 1 else ""
    seen.columns = [
        {"header": guess.header, "role": str(guess.role), "samples": [text[:40] for text in guess.samples[:3]]}
        for guess in sketch.columns[:MOST_COLUMNS]
    ]  # fmt: skip
    seen.lines = [[str(line), *(text.strip()[:LONGEST] for text in cells[:40])] for line, cells in sketch.lines[:6]]
    seen.own_form = {guess.header for guess in sketch.columns} >= OWN_FORM


def _whole(seen: Seen, found: Recognised, said: Mapping[str, Any], place: Place) -> None:
    """Read everything as it would be read in."""
    seen.why = both(found.why.sentence)
    if seen.own_form or found.kind not in WITH_FIGURES:
        seen.blocked.append(both(lambda _language: _own_way() if seen.own_form else _not_here()))
        return
    known, codes = catalogue(), set()
    for grid in grids_of(found, said):
        codes |= _rehearsed(seen, grid, known, said)
    seen.say(_sentences(found.report.sentences))
    _areas(seen, codes, place)


def _own_way() -> str:
    return _("Dit bestand heeft onze eigen vorm: één cijfer per regel. Lees het in bij ‘Bestanden in onze eigen vorm’.")


def _not_here() -> str:
    return _("Hier leest u cijfers over gebieden in. Zijn dit cijfers? Zeg bij ‘Verbeter dit’ wat de kolommen zijn.")


def grids_of(found: Recognised, said: Mapping[str, Any]) -> Iterator[Grid]:
    """The tables of a file, without the figures that are left out."""
    out = left_out(said)
    for grid in found.grids:
        kept = [at for at, column in enumerate(grid.columns) if column.key not in out]
        if not kept:
            continue
        whole = len(kept) == len(grid.columns)
        columns = tuple(grid.columns[at] for at in kept)
        yield grid if whole else Grid(grid.origin, columns, _narrow(grid.rows, kept), grid.report)


def _narrow(rows: Iterable[Row], kept: Sequence[int]) -> Iterator[Row]:
    for row in rows:
        yield Row(row.code, row.name, row.kind, tuple(row.cells[at] for at in kept), row.parent, row.line)


def _rehearsed(seen: Seen, grid: Grid, known: Catalogue, said: Mapping[str, Any]) -> set[str]:
    """Everything that reading this table would do, but keeping it."""
    reading = Reading(grid, known, counts_of(said))
    codes = {row.code for piece in reading.pieces() for row in piece}
    findings = reading.findings(part=True)
    wrong = {finding.column for finding in findings if finding.refuses}
    seen.say(_sentences(grid.report.sentences))
    told = [both(finding.sentence) for finding in findings]
    refused = not codes or nothing_left(reading.matched, dict.fromkeys(wrong))
    seen.careful += [one for one in told if one not in seen.careful]
    seen.blocked += [one for one in _reasons(grid, refused, codes) if one not in seen.blocked]
    _figures(seen, reading, wrong)
    origin = grid.origin
    seen.tables.append({
        "period": origin.period, "year": origin.area_year, "areas": len(codes), "source": origin.source,
        "table": origin.table, "title": origin.title, "licence": origin.licence,
    })  # fmt: skip
    seen.local = seen.local or not origin.area_scheme
    return codes


def _sentences(of: Callable[[str], list[str]]) -> list[Both]:
    told = [of(language) for language in LANGUAGES]
    return [dict(zip(LANGUAGES, one, strict=True)) for one in zip(*told, strict=True)]


def _reasons(grid: Grid, refused: bool, codes: set[str]) -> Iterator[Both]:
    """Why this table cannot be read in as it is."""
    if not grid.origin.period:
        yield both(lambda _language: _("Over welk jaar deze cijfers gaan, staat er niet bij. Vul de periode in."))
    elif not grid.origin.area_year:
        yield both(lambda _language: _("Van welk jaar de gebiedscodes zijn, staat er niet bij. Vul het jaar in."))
    if not codes:
        yield both(lambda _language: _("Er staat geen enkel gebied in dat wij kennen. Wijs de kolom met codes aan."))
    elif refused:
        yield both(lambda _language: _("De cijfers kunnen niet kloppen. Hieronder staat waarom. Haal ze opnieuw op."))
    if not grid.origin.area_scheme:
        yield both(lambda _language: _("De codes zijn van een gemeente zelf. Vul in van welke gemeente."))


def _figures(seen: Seen, reading: Reading, wrong: set[int]) -> None:
    there = {figure["key"] for figure in seen.figures}
    doubles = {at for places in reading.double.values() for at in places}
    for at, column in enumerate(reading.columns[: len(reading.grid.columns)]):
        if column.key in there or len(seen.figures) >= MOST_COLUMNS:
            continue
        indicator = reading.matched.get(at, ("", ""))[0]
        seen.figures.append({
            "key": column.key, "title": column.title or column.key, "unit": column.unit, "group": list(column.group),
            "indicator": indicator, "double": at in doubles, "wrong": at in wrong,
            "name": {language: reading.known[indicator].called(language) for language in LANGUAGES if indicator},
        })  # fmt: skip


def _areas(seen: Seen, codes: set[str], place: Place) -> None:
    """How many of the areas are known here, and how many are of the place itself."""
    known, there = queries.known_codes(codes), queries.codes_of_place(place)
    seen.areas, seen.known, seen.own = len(codes), len(known), len(codes & there)
    strange = sorted(codes - known)
    if codes and not known and queries.any_area():
        seen.blocked.append(both(lambda _language: _(
            "Geen enkele code uit dit bestand kennen wij: %(codes)s. Wijs de goede kolom aan of kies een ander bestand."
        ) % {"codes": ", ".join(strange[:5])}))  # fmt: skip
    elif strange and known:
        seen.careful.append(both(lambda _language: _(
            "%(n)d gebieden kennen wij nog niet, bijvoorbeeld %(codes)s. Hun cijfers lezen wij wel in."
        ) % {"n": len(strange), "codes": ", ".join(strange[:5])}))  # fmt: skip
    if known and there and not seen.own:
        seen.careful.append(both(lambda _language: _("Er staat geen gebied van deze buurt in. Klopt het?")))
