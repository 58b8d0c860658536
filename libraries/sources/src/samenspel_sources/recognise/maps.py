"""Boundaries, and the figures that many of them carry along."""

from collections.abc import Sequence
from dataclasses import replace

from samenspel_sources import SourceError
from samenspel_sources.geography import Feature, Features
from samenspel_sources.grid import Grid, Repair, Report
from samenspel_sources.recognise.boundaries import outlines_of, without_water
from samenspel_sources.recognise.context import Context, area_year
from samenspel_sources.recognise.figures import wide_grids
from samenspel_sources.recognise.model import Kind, Recognised, Role
from samenspel_sources.recognise.periods import one_year
from samenspel_sources.recognise.places import remark
from samenspel_sources.recognise.records import page_of
from samenspel_sources.recognise.tables import Understood, understand

# One property that is a number is a size or a rank; a file with figures has more.
_FEWEST = 3


def map_of(features: Features, context: Context, report: Report) -> Recognised:
    """Outlines; with grids too when the features have figures."""
    land = without_water(features, report)
    if not land.found:
        raise SourceError("recognise", "no_rows")
    part = land.found[0].part
    context = replace(context, name=f"{context.stem()} {part}") if part else context
    chosen = understand(page_of([feature.properties for feature in land.found]), context)
    grids = _grids(chosen, report)
    year = grids[0].origin.area_year if grids else _year(chosen, report)
    rows = _rows(chosen, land.found)
    source = grids[0].origin.source if grids else context.hints.source or context.stem()
    outlines = outlines_of(land.found, rows, chosen.places, chosen.sketch, year, source, report)
    if chosen.places:
        remark(chosen.places, [outline.code for outline in outlines[:1]], report)
    if not any(outline.rings for outline in outlines):
        raise SourceError("recognise", "no_rows")
    kind = Kind.BOUNDARIES_WITH_FIGURES if grids else Kind.BOUNDARIES
    count = len(grids[0].columns) if grids else 0
    why = Repair(f"why_{kind.value}", {"name": context.name, "areas": len(outlines), "figures": count}, "recognise")
    return Recognised(
        kind, why, grids=grids, outlines=outlines, sketch=replace(chosen.sketch, kind=kind), report=report
    )


def _grids(chosen: Understood, report: Report) -> tuple[Grid, ...]:
    if chosen.places is None or len(chosen.sketch.of(Role.FIGURE)) < _FEWEST:
        return ()
    return wide_grids(chosen.laid, chosen.sketch, chosen.places, chosen.context, Report())


def _year(chosen: Understood, report: Report) -> int:
    times = chosen.sketch.of(Role.PERIOD)
    told = one_year(*times[0].samples) if times else ""
    codes = [guess.header for guess in chosen.sketch.of(Role.CODE)]
    return area_year(chosen.context, codes, told or one_year(chosen.context.stem()), report)


def _rows(chosen: Understood, features: Sequence[Feature]) -> list[tuple[str, ...]]:
    """The properties of each feature as a row, in the order of the features."""
    width = len(chosen.laid.header)
    found = {line: tuple(cells) for line, cells in chosen.laid.page.rows()}
    return [(found[line] + ("",) * width)[:width] for line in range(2, len(features) + 2)]
