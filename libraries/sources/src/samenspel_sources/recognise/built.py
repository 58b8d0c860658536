"""From a table that is understood to what is in it."""

from collections.abc import Callable
from dataclasses import replace

from samenspel_sources import SourceError
from samenspel_sources.grid import Grid, Repair, Report
from samenspel_sources.recognise.codes import CBS, LETTERS, has_letters, mixed_years
from samenspel_sources.recognise.figures import wide_grids
from samenspel_sources.recognise.grants import fields_of, grants_of
from samenspel_sources.recognise.lists import Postcodes, areas_of, changes_of
from samenspel_sources.recognise.long import long_grids
from samenspel_sources.recognise.model import Kind, Recognised, Role
from samenspel_sources.recognise.money import budget_of
from samenspel_sources.recognise.places import remark
from samenspel_sources.recognise.tables import Understood
from samenspel_sources.spreadsheet import Table

_KEPT = 50_000


def built(chosen: Understood, report: Report) -> Recognised:
    """Everything that is in the table. Raises SourceError `unknown` for a table of another kind."""
    if chosen.kind is None:
        seen = ", ".join(chosen.laid.header[:8])
        raise SourceError("recognise", "unknown", columns=seen[:200])
    made = _BUILDERS[chosen.kind](chosen, report)
    _remarks(chosen, report)
    return replace(made, sketch=replace(chosen.sketch, period=made.grids[0].origin.period if made.grids else ""))


def why(chosen: Understood, code: str, **params: object) -> Repair:
    """How it was told what this is."""
    columns = {role: [guess.header for guess in chosen.sketch.of(role)] for role in Role}
    known = {
        "name": chosen.context.name,
        "rows": chosen.sketch.rows,
        "code": ", ".join((columns[Role.CODE] or columns[Role.NAME])[:1]),
        "figures": len(columns[Role.FIGURE]) or len(columns[Role.VALUE]),
    }
    return Repair(f"why_{code}", {**known, **params}, "recognise")


def _figures(chosen: Understood, report: Report) -> Recognised:
    if chosen.places is None:
        raise SourceError("recognise", "no_areas", columns=", ".join(chosen.laid.header[:8])[:200])
    long = chosen.sketch.of(Role.VALUE)
    if not long and not chosen.sketch.of(Role.FIGURE):
        raise SourceError("recognise", "no_figures", columns=", ".join(chosen.laid.header[:8])[:200])
    make = long_grids if long else wide_grids
    grids = make(chosen.laid, chosen.sketch, chosen.places, chosen.context, report)
    if not grids:
        raise SourceError("recognise", "no_rows")
    grids = tuple(_own_year(grid, chosen) for grid in grids)
    _left_out(chosen, report)
    return Recognised(Kind.FIGURES, why(chosen, "long" if long else "figures"), grids=grids, report=report)


def _own_year(grid: Grid, chosen: Understood) -> Grid:
    """Figures of before 2022 on codes with letters are about old times and newer areas: which year nobody says."""
    origin = grid.origin
    if chosen.context.hints.area_year or not "0" < origin.period[:4] < LETTERS or origin.area_scheme != CBS:
        return grid
    place = chosen.places.code if chosen.places else -1
    if place < 0 or not any(has_letters(text.strip()) for text in chosen.seen[place].values):
        return grid
    grid.report.repair("codes_newer", "recognise", period=origin.period)
    return replace(grid, origin=replace(origin, area_year=0))


def _left_out(chosen: Understood, report: Report) -> None:
    """Columns with something in them that are neither figures nor tell the area."""
    names = [guess.header for guess in chosen.sketch.of(Role.OTHER) if guess.samples]
    if names:
        report.repair("columns_left_out", "recognise", columns=", ".join(names)[:300])


def _areas(chosen: Understood, report: Report) -> Recognised:
    if chosen.places is None:
        raise SourceError("recognise", "no_areas", columns=", ".join(chosen.laid.header[:8])[:200])
    areas = areas_of(chosen.laid, chosen.places, chosen.context, report)
    _left_out(chosen, report)
    return Recognised(Kind.AREA_CODES, why(chosen, "area_codes"), areas=areas, report=report)


def _changes(chosen: Understood, report: Report) -> Recognised:
    changes = changes_of(chosen.laid, chosen.sketch, chosen.context, report)
    told = why(chosen, "crosswalk")
    return Recognised(Kind.CROSSWALK, told, changes=changes, report=report)


def _postcodes(chosen: Understood, report: Report) -> Recognised:
    stream = Postcodes(chosen.laid, chosen.sketch, chosen.seen, report)
    year = chosen.context.hints.area_year or stream.year
    told = why(chosen, "postcodes")
    return Recognised(Kind.POSTCODES, told, postcodes=stream, scheme=stream.scheme, year=year, report=report)


def _budget(chosen: Understood, report: Report) -> Recognised:
    lines = budget_of(chosen.laid, chosen.context, report)
    return Recognised(Kind.BUDGET, why(chosen, "budget"), budget=lines, report=report)


def _grants(chosen: Understood, report: Report) -> Recognised:
    grants = grants_of(chosen.laid, chosen.context, report)
    spots = fields_of(chosen.laid.header)
    shown = ", ".join(chosen.laid.header[place] for place in sorted(spots.values()))
    told = why(chosen, "grants", columns=shown[:200])
    return Recognised(Kind.GRANTS, told, grants=grants, table=_table(chosen), report=report)


def _indicators(chosen: Understood, report: Report) -> Recognised:
    return Recognised(Kind.INDICATORS, why(chosen, "indicators"), table=_table(chosen), report=report)


def _table(chosen: Understood) -> Table | None:
    if chosen.sketch.rows > _KEPT:
        return None
    rows = list(chosen.laid.body(Report()))
    cells = tuple(tuple(text.strip() for text in row) for _, row in rows)
    return Table(chosen.laid.header, cells, lines=tuple(line for line, _ in rows))


def _remarks(chosen: Understood, report: Report) -> None:
    if chosen.kind in (Kind.FIGURES, Kind.AREA_CODES) and chosen.places:
        codes = [guess.samples for guess in chosen.sketch.of(Role.CODE)]
        remark(chosen.places, codes[0] if codes else (), report)
        view = chosen.seen[chosen.places.code] if chosen.places.code >= 0 else None
        if view and (found := mixed_years(text.strip() for text in view.values)):
            report.repair("mixed_code_years", "recognise", municipality=found)


def _no_table(chosen: Understood, report: Report) -> Recognised:
    raise SourceError("recognise", "no_map_here", kind=chosen.kind.value if chosen.kind else "")


_BUILDERS: dict[Kind, Callable[[Understood, Report], Recognised]] = {
    Kind.FIGURES: _figures,
    Kind.AREA_CODES: _areas,
    Kind.CROSSWALK: _changes,
    Kind.POSTCODES: _postcodes,
    Kind.BUDGET: _budget,
    Kind.GRANTS: _grants,
    Kind.INDICATORS: _indicators,
    Kind.METADATA: _no_table,
    Kind.ELECTION: _no_table,
    Kind.BOUNDARIES: _no_table,
    Kind.BOUNDARIES_WITH_FIGURES: _no_table,
}
