"""Figures of the BBGA, areas and boundaries. An API key is optional: it goes in the manners of `transport.Live`."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenspel_sources import SourceError
from samenspel_sources.amsterdam.hal import features, records
from samenspel_sources.grid import MISSING, Cell, Column, Grid, Origin, Report, Row, cell
from samenspel_sources.interface import AreaName, Driver, TableInfo, all_words, prefix_of
from samenspel_sources.interface.features import polygons, properties
from samenspel_sources.transport import Answer, Document, Fetch

if TYPE_CHECKING:
    from samenspel_sources.geography import Outline

TABLES = {
    "bbga": "Basisbestand Gebieden Amsterdam (BBGA), kerncijfers",
    "gebieden/buurten": "Buurten van Amsterdam",
    "gebieden/wijken": "Wijken van Amsterdam",
    "gebieden/ggwgebieden": "Gebieden van Amsterdam",
    "gebieden/stadsdelen": "Stadsdelen van Amsterdam",
    "subsidies/openbaar_subsidieregister": "Openbaar subsidieregister van Amsterdam",
}
KINDS = {"buurten": "neighbourhood", "wijken": "ward", "ggwgebieden": "other", "stadsdelen": "other"}
FIRST_YEAR = 2022  # the city changed all its codes on 24 March of that year
CREDIT = "Gemeente Amsterdam"
LICENCE = "CC BY 4.0"


class Amsterdam(Driver):
    """`figures("bbga", period="2024", within="BU0363MF01")`; `records("subsidies/openbaar_subsidieregister")`."""

    name = "amsterdam"

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch

    def tables(self, words: str = "") -> Iterator[TableInfo]:
        """The tables this driver reads."""
        yield from (TableInfo(key, title) for key, title in TABLES.items() if all_words(title, words))

    def records(self, table: str, **params: str) -> Iterator[Document]:
        """The records of any table, as the source writes them: for the grant register and such."""
        if not re.fullmatch(r"[a-z0-9_]+/[a-z0-9_]+", table):
            raise SourceError("amsterdam", "bad_table", table=table[:40])
        yield from (record for record, _ in records(self.fetch, table, params))

    def areas(self, table: str) -> Iterator[AreaName]:
        """Areas that exist now: with their national code where they have one."""
        level = table.removeprefix("gebieden/")
        if level not in KINDS:
            raise SourceError("amsterdam", "bad_table", table=table[:40])
        for record, answer in records(self.fetch, f"gebieden/{level}", {}):
            if not record.get("eindGeldigheid"):
                code = _text(record, "cbsCode") or _text(record, "code")
                yield AreaName(code, _text(record, "naam"), KINDS[level], year=answer.read_at.year)

    def figures(self, table: str, *, within: str = "", period: str = "") -> Iterator[Grid]:
        """The BBGA of one year, wide: one row for each area, with Amsterdam's own codes."""
        if table.partition("/")[0] != "bbga":
            raise SourceError("amsterdam", "no_figures" if table in TABLES else "bad_table", table=table[:40])
        if not re.fullmatch(r"(19|20)\d\d", period):
            raise SourceError("amsterdam", "no_year", period=period[:20])
        asked = {"jaar": period} | ({"gebiedcode15": own_code(within)} if within else {})
        rows: dict[str, dict[str, Cell]] = {}
        report, last = Report(), None
        for record, last in records(self.fetch, "bbga/kerncijfers", asked):  # noqa: B007 - the last one tells the time
            name = _text(record, "indicatorDefinitieId") or _text(record, "indicatorDefinitie")
            rows.setdefault(_text(record, "gebiedcode15"), {})[name] = _value(record, name, report)
        if last is None or not rows:
            raise SourceError("amsterdam", "no_area", area=within, year=period)
        used = {name for cells in rows.values() for name in cells}
        columns = tuple(self._columns(used))
        yield Grid(_origin(period, last), columns, _rows(rows, columns, report), report)

    def boundaries(self, year: int, kind: str, within: str = "") -> "Iterator[Outline]":
        """Outlines as they are now: a year before the codes of 2022 is refused."""
        from samenspel_sources.geography import Outline, to_rd

        if year < FIRST_YEAR:
            raise SourceError("amsterdam", "too_old", year=year)
        level = {"BU": "buurten", "WK": "wijken"}.get(prefix_of(kind))
        if level is None:
            raise SourceError("amsterdam", "no_level", kind=kind)
        start = own_code(within) if within and own_code(within) != "STAD" else ""
        for feature, answer in features(self.fetch, f"gebieden/{level}", {}):
            told = properties(feature, answer)
            code = _text(told, "cbsCode")
            if told.get("eindGeldigheid") or not code or not code[6:].startswith(start):
                continue
            rings = tuple(tuple(to_rd(ring) for ring in polygon) for polygon in polygons(feature, answer))
            yield Outline(code, _text(told, "naam"), kind, year, "CBS", rings, CREDIT)

    def _columns(self, used: set[str]) -> Iterator[Column]:
        """What the figures mean; one that nobody defined keeps its name only."""
        for record, _ in records(self.fetch, "bbga/indicatoren_definities", {}):
            if (key := _text(record, "variabele") or _text(record, "id")) in used:
                used.discard(key)
                title, group = _text(record, "label"), _text(record, "thema")
                unit = _text(record, "symbool") or _text(record, "eenheid")
                yield Column(key, title, unit, (group,) if group else (), description=_text(record, "definitie"))
        yield from (Column(key) for key in sorted(used))


def own_code(within: str) -> str:
    """Amsterdam's own code: BU0363MF01 is MF01, WK0363MF is MF, GM0363 is STAD."""
    code = within.strip().upper()
    if code == "GM0363":
        return "STAD"
    national = re.fullmatch(r"(?:BU|WK)0363(\w{2,4})", code)
    own = national[1] if national else code
    if not re.fullmatch(r"[A-Z0-9]{1,6}", own):
        raise SourceError("amsterdam", "no_area", area=within[:20], year="")
    return own


def _origin(period: str, answer: Answer) -> Origin:
    scheme = ("Amsterdam", answer.read_at.year, LICENCE, answer.read_at)
    return Origin("Gemeente Amsterdam", "bbga", TABLES["bbga"], period, *scheme, credit=CREDIT)


def _rows(rows: dict[str, dict[str, Cell]], columns: tuple[Column, ...], report: Report) -> Iterator[Row]:
    for code, cells in rows.items():
        report.read += 1
        kind = {4: "neighbourhood", 2: "ward"}.get(len(code), "other")
        kind = "municipality" if code == "STAD" else "other" if code.startswith("DX") else kind
        yield Row(code, "", kind, tuple(cells.get(column.key, MISSING) for column in columns), line=report.read)


def _value(record: Document, name: str, report: Report) -> Cell:
    value = record.get("waarde")
    try:
        return MISSING if value is None else cell(str(value))
    except SourceError as error:
        report.refuse(0, "bad_cell", column=name, value=str(error.params.get("value", "")))
        return MISSING


def _text(record: Document, key: str) -> str:
    value = record.get(key)
    return "" if value is None else str(value).strip()
