"""A page as a table that is understood: what each column is for, how areas are told, what kind of table it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from samenspel_sources import SourceError
from samenspel_sources.areas import named
from samenspel_sources.grid import Report
from samenspel_sources.recognise.columns import View, views
from samenspel_sources.recognise.context import Context
from samenspel_sources.recognise.grants import is_grants
from samenspel_sources.recognise.guess import guesses
from samenspel_sources.recognise.layout import Laid, lay
from samenspel_sources.recognise.model import Hints, Kind, Role, Sketch
from samenspel_sources.recognise.money import is_budget
from samenspel_sources.recognise.places import Places, places
from samenspel_sources.spreadsheet import Page

_SHOWN = 12
_INDICATORS = {"id", "theme", "name", "explanation", "unit"}


@dataclass(frozen=True, slots=True)
class Understood:
    """A table and everything that was guessed about it. `kind` is None when it is nothing we know."""

    laid: Laid
    seen: tuple[View, ...]
    sketch: Sketch
    places: Places | None
    kind: Kind | None
    context: Context


def understand(page: Page, context: Context, sheets: Sequence[str] = ()) -> Understood:
    """Everything about one page, from a sample of its rows."""
    hints = context.hints
    laid = lay(page, page.header if hints.header is None else hints.header)
    columns = guesses(laid, hints, context.about.columns)
    seen = tuple(views(laid))
    sketch = Sketch(
        page.name,
        tuple(sheets),
        page.separator,
        laid.titles,
        laid.header_line,
        columns,
        laid.sample[:_SHOWN],
        laid.rows,
    )
    found = places(sketch, seen, hints, hints.area_year)
    if found and found.by == "local" and not found.municipality and (whose := whose_codes(context, laid.titles)):
        context = replace(context, hints=replace(hints, municipality=whose))
        found = places(sketch, seen, context.hints, hints.area_year)
    kind = hints.kind or kind_of_table(laid, sketch, found)
    return Understood(laid, seen, replace(sketch, kind=kind), found, kind, context)


def whose_codes(context: Context, titles: Sequence[str]) -> str:
    """The municipality that the name of the file or its title speaks of, when it is one and only one."""
    found: set[str] = set()
    for text in (context.stem(), *titles):
        for word in re.split(r"[^A-Za-zÀ-ÿ'-]+", text):
            codes = named(word) if len(word) > 3 else ()
            found |= set(codes) if len(codes) == 1 else set()
    return found.pop() if len(found) == 1 else ""


def kind_of_table(laid: Laid, sketch: Sketch, found: Places | None) -> Kind | None:
    """What a table is about, by the roles of its columns and the words in its header."""
    header = laid.header
    if {name.casefold() for name in header} >= _INDICATORS:
        return Kind.INDICATORS
    if is_budget(header):
        return Kind.BUDGET
    if is_grants(header):
        return Kind.GRANTS
    figures = sketch.of(Role.FIGURE, Role.VALUE)
    if sketch.of(Role.POSTCODE) and not figures and (sketch.of(Role.CODE) or sketch.of(Role.NAME)):
        # A list of addresses has postcodes and names too; a list of postcodes has areas.
        return Kind.POSTCODES if sketch.of(Role.CODE) else None
    if sketch.of(Role.OLD_CODE) and not figures:
        return Kind.CROSSWALK
    if found and figures:
        return Kind.FIGURES
    if found and found.by != "local" and (found.by != "name" or sketch.rows > 1):
        return Kind.AREA_CODES
    return None


def best(pages: Sequence[Page], context: Context, report: Report) -> Understood:
    """The sheet that a person named, or else the one that is something we know and has most rows."""
    names = [page.name for page in pages]
    wanted = [page for page in pages if not context.hints.sheet or page.name == context.hints.sheet]
    if not wanted:
        raise SourceError("spreadsheet", "no_sheet", sheet=context.hints.sheet, found=", ".join(names))
    tried: list[Understood] = []
    for page in wanted:
        try:
            tried.append(understand(page, context, names))
        except SourceError:
            if len(wanted) == 1:
                raise
    if not tried:
        raise SourceError("spreadsheet", "empty")
    chosen = max(tried, key=lambda one: (one.kind is not None, one.sketch.rows * len(one.laid.header)))
    if len(pages) > 1:
        others = ", ".join(name for name in names if name != chosen.sketch.sheet) or "-"
        report.repair("sheet", "recognise", sheet=chosen.sketch.sheet, others=others)
    for repair in chosen.laid.page.repairs:
        report.repair(repair.code, "spreadsheet", **repair.params)
    return chosen


def sketch_of(pages: Sequence[Page], hints: Hints, context: Context) -> Sketch:
    """The preview of a file for the person who is going to correct it."""
    chosen = best(pages, replace(context, hints=hints), Report())
    return chosen.sketch
