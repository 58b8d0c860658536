"""CBS wijken en buurten at PDOK: figures and outlines of a year, by whichever of the two services."""

import re
from abc import abstractmethod
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from samenspel_sources import SourceError
from samenspel_sources.grid import Column, Grid, Origin, Report, Row
from samenspel_sources.interface import AreaName, Driver, TableInfo, all_words, kind_of, parent_of, within_starts
from samenspel_sources.interface.features import figure_cells, figure_keys, polygons, prop, properties
from samenspel_sources.transport import Answer, Document, Fetch

if TYPE_CHECKING:
    from samenspel_sources.geography import Outline

COLLECTIONS = {"municipality": "gemeenten", "ward": "wijken", "neighbourhood": "buurten"}
SINGLE = {"gemeenten": "gemeente", "wijken": "wijk", "buurten": "buurt"}
TABLE = re.compile(r"(?:wijken-en-buurten-)?(20\d\d)(?:/(gemeenten|wijken|buurten))?")
CREDIT = "CBS / Kadaster"
Item = tuple[Document, Answer]
Land = tuple[Document, Document, Answer]


class WijkenBuurten(Driver):
    """A table is a year, or a year and a collection: `2025`, `wijken-en-buurten-2025/buurten`."""

    years: range

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch

    @abstractmethod
    def features(self, year: int, collection: str, municipality: str) -> Iterator[Item]:
        """The features of a collection, in metres (RD), of one municipality or all."""

    def tables(self, words: str = "") -> Iterator[TableInfo]:
        """The years that PDOK is known to have; a later one may be asked too."""
        for year in reversed(self.years):
            for collection in COLLECTIONS.values():
                if all_words(title := _title(year, collection), words):
                    yield TableInfo(f"wijken-en-buurten-{year}/{collection}", title, str(year))

    def areas(self, table: str) -> Iterator[AreaName]:
        """The areas of a year, land only."""
        year, collections = _asked(table)
        for collection in collections:
            for told, _, _ in self._land(year, collection, "", Report()):
                code, name = _code(told, collection), _name(told, collection)
                yield AreaName(code, name, kind_of(code), parent_of(code), year)

    def figures(self, table: str, *, within: str = "", period: str = "") -> Iterator[Grid]:
        """One grid for each collection: municipalities, wards, neighbourhoods."""
        year, collections = _asked(table)
        if period not in ("", str(year)):
            raise SourceError("pdok", "other_period", year=year, asked=period[:20])
        found = [grid for collection in collections if (grid := self._grid(year, collection, within))]
        if not found:
            raise SourceError("pdok", "no_area", area=within, year=year)
        yield from found

    def boundaries(self, year: int, kind: str, within: str = "") -> "Iterator[Outline]":
        """Outlines in metres (RD), land only."""
        from samenspel_sources.geography import Outline

        if kind not in COLLECTIONS:
            raise SourceError("interface", "bad_kind", kind=kind[:30])
        collection, found = COLLECTIONS[kind], False
        for told, feature, answer in self._land(year, collection, within, Report()):
            found = True
            code, rings = _code(told, collection), polygons(feature, answer)
            _refuse_degrees(rings[0][0][0], year)
            yield Outline(code, _name(told, collection), kind, year, "CBS", rings, CREDIT)
        if not found:
            raise SourceError("pdok", "no_area", area=within, year=year)

    def _grid(self, year: int, collection: str, within: str) -> Grid | None:
        """None when this collection has nothing within the area; columns are those of its first feature."""
        report = Report()
        land = self._land(year, collection, within, report)
        first = next(land, None)
        if first is None:
            return None
        keys = figure_keys(first[0])
        columns = tuple(Column(key, unit="%" if key.startswith("percentage") else "") for key in keys)
        title, scheme = _title(year, collection), ("CBS", year, "CC BY 4.0", first[2].read_at)
        origin = Origin("PDOK", f"wijken-en-buurten-{year}/{collection}", title, str(year), *scheme, credit=CREDIT)
        told = (item[0] for item in chain([first], land))
        return Grid(origin, columns, _rows(told, collection, keys, report), report)

    def _land(
        self, year: int, collection: str, within: str, report: Report
    ) -> Iterator[tuple[Document, Document, Answer]]:
        """Properties, feature and answer of each area within; water and what is abroad left out."""
        starts = within_starts(within)
        municipality = f"GM{within[2:6].upper()}" if starts and not within.upper().startswith("NL") else ""
        for feature, answer in self.features(year, collection, municipality):
            told = properties(feature, answer)
            if prop(told, "water") in ("JA", "B"):
                report.count("water", "pdok")
            elif not starts or _code(told, collection).startswith(starts):
                yield told, feature, answer


def _rows(told: Iterator[Document], collection: str, keys: tuple[str, ...], report: Report) -> Iterator[Row]:
    for properties_ in told:
        code = _code(properties_, collection)
        cells = figure_cells(properties_, keys, report)
        report.read += 1
        yield Row(code, _name(properties_, collection), kind_of(code), cells, parent_of(code), report.read)


def _asked(table: str) -> tuple[int, tuple[str, ...]]:
    told = TABLE.fullmatch(table.strip())
    if not told:
        raise SourceError("pdok", "bad_table", table=table[:40])
    return int(told[1]), (told[2],) if told[2] else tuple(COLLECTIONS.values())


def _title(year: int, collection: str) -> str:
    return f"CBS Wijken en Buurten {year}, {collection}"


def _code(told: Document, collection: str) -> str:
    if not (code := prop(told, SINGLE[collection] + "code")):
        raise SourceError("pdok", "no_code", collection=collection)
    return code


def _name(told: Document, collection: str) -> str:
    return prop(told, SINGLE[collection] + "naam")


def _refuse_degrees(point: tuple[float, float], year: int) -> None:
    """Metres were asked; degrees mean that the service did not listen."""
    if max(map(abs, point)) <= 180:
        raise SourceError("pdok", "degrees", year=year)
