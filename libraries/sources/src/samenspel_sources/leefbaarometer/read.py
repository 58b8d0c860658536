"""Scores of the Leefbaarometer by WFS. Every figure is an estimate by a model, and says so."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain

from samenspel_sources import SourceError
from samenspel_sources.grid import Column, Grid, Origin, Report, Row
from samenspel_sources.interface import AreaName, Driver, TableInfo, all_words, kind_of, parent_of, within_starts
from samenspel_sources.interface.features import figure_cells, prop, properties, wfs_features
from samenspel_sources.transport import Answer, Document, Fetch, host

URL = "https://geo.leefbaarometer.nl/lbm3/ows"
KNOWN = (2024,)
LEVELS = {"gemeente": "GM", "wijk": "WK", "buurt": "BU"}
TABLE = re.compile(r"(20\d\d)(?:/(gemeente|wijk|buurt))?")
CREDIT = "Leefbaarometer, BZK / Atlas Research"


class Leefbaarometer(Driver):
    """A table is a year, or a year and a level: `2024`, `2024/buurt`."""

    name = "leefbaarometer"

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch

    def tables(self, words: str = "") -> Iterator[TableInfo]:
        """The years that are known; a later one may be asked too."""
        for year in KNOWN:
            for level in LEVELS:
                if all_words(title := f"Leefbaarometer {year}, {level}", words):
                    yield TableInfo(f"{year}/{level}", title, str(year))

    def areas(self, table: str) -> Iterator[AreaName]:
        """The areas with a score: those with inhabitants."""
        for grid in self.figures(table):
            for row in grid.rows:
                yield AreaName(row.code, row.name, row.kind, row.parent, grid.origin.area_year)

    def figures(self, table: str, *, within: str = "", period: str = "") -> Iterator[Grid]:
        """One grid for each level that has areas within."""
        told = TABLE.fullmatch(table.strip())
        if not told:
            raise SourceError("leefbaarometer", "bad_table", table=table[:40])
        if period not in ("", told[1]):
            raise SourceError("leefbaarometer", "other_period", year=told[1], asked=period[:20])
        levels = (told[2],) if told[2] else tuple(LEVELS)
        found = [grid for level in levels if (grid := self._grid(int(told[1]), level, within))]
        if not found:
            raise SourceError("leefbaarometer", "no_area", area=within, year=told[1])
        yield from found

    def _grid(self, year: int, level: str, within: str) -> Grid | None:
        starts = within_starts(within)
        mine = [start for start in starts if start.startswith(LEVELS[level])]
        if starts and not mine and not within.upper().startswith("NL"):
            return None
        features = self._features(f"lbm3:{level}score{year % 100:02d}", mine)
        first = next(features, None)
        if first is None:
            return None
        answer, report = first[1], Report()
        titles = _titles()
        columns = tuple(
            Column(key, titles[key]["title"], titles[key]["unit"], ("Leefbaarometer",), modelled=True)
            for key in titles
            if key in first[0]
        )
        if not columns:
            raise SourceError("leefbaarometer", "other_columns", host=host(answer.url))
        scheme = ("CBS", year, "Open data BZK", answer.read_at)
        origin = Origin(
            "Leefbaarometer", f"{year}/{level}", f"Leefbaarometer {year}", str(year), *scheme, credit=CREDIT
        )
        return Grid(origin, columns, _rows(chain([first], features), year, columns, report), report)

    def _features(self, layer: str, mine: list[str]) -> Iterator[tuple[Document, Answer]]:
        params = {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": layer,
            "outputFormat": "application/json",
            "sortBy": "id",
        }
        params |= {"CQL_FILTER": f"id LIKE '{mine[0]}%'"} if mine else {}
        for feature, answer in wfs_features(self.fetch, URL, params):
            yield properties(feature, answer), answer


def _rows(
    features: Iterator[tuple[Document, Answer]], year: int, columns: tuple[Column, ...], report: Report
) -> Iterator[Row]:
    keys = tuple(column.key for column in columns)
    for told, answer in features:
        code = prop(told, "id")
        if not code or prop(told, "year") not in ("", str(year)):
            raise SourceError("leefbaarometer", "other_columns", host=host(answer.url))
        report.read += 1
        cells = figure_cells(told, keys, report)
        yield Row(code, prop(told, "name") or prop(told, "naam"), kind_of(code), cells, parent_of(code), report.read)


@cache
def _titles() -> dict[str, dict[str, str]]:
    text = (files("samenspel_sources.leefbaarometer") / "columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
