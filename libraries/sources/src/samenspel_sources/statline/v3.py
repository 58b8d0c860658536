"""CBS OData version 3: wide rows, padded keys. The only way to tables of third parties (Iv3, police).

Everything is read from the feed (ODataFeed): the other one (ODataApi) stops at 10,000 rows.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from samenspel_sources import SourceError
from samenspel_sources.grid import Column, Report, Row
from samenspel_sources.interface import TableInfo, all_words
from samenspel_sources.statline.base import Fact, Question, StatLine, row, written
from samenspel_sources.statline.model import Member, Shape, Told, paths
from samenspel_sources.transport import Answer, Document, host, listed, pages

STATLINE = "https://opendata.cbs.nl"
Item = tuple[Document, Answer]


class V3(StatLine):
    """The open data of CBS itself."""

    name = "statline-v3"
    source = "CBS StatLine"
    site = STATLINE

    def tables(self, words: str = "") -> Iterator[TableInfo]:
        """The tables of the catalogue whose title has all words."""
        for item, _ in self.items(f"{self.site}/ODataCatalog/Tables", {}):
            if all_words(title := _text(item, "Title"), words):
                yield TableInfo(_text(item, "Identifier"), title, _text(item, "Period"), _text(item, "Modified"))

    def shape(self, table: str) -> Shape:
        """Dimensions and topics of a table, with the path of the groups around each topic."""
        items = list(self.items(self.of(table, "DataProperties"), {}))
        kinds = {_text(item, "Key"): item for item, _ in items if _text(item, "Type").endswith(("Dimension", "Detail"))}
        regions = [key for key, item in kinds.items() if _text(item, "Type").startswith("Geo")]
        times = [key for key, item in kinds.items() if _text(item, "Type") == "TimeDimension"]
        if not regions:
            raise SourceError("statline", "no_regions", table=table)
        others = tuple(key for key in kinds if key not in (*regions[:1], *times[:1]))
        year = _whole(kinds[regions[0]].get("MapYear")) or 0
        columns = _columns([item for item, _ in items])
        told, read_at = self._told(table), items[0][1].read_at
        return Shape(told, self.source, regions[0], (*times, "")[0], others, columns, year, read_at)

    def members(self, table: str, dimension: str, starts: tuple[str, ...] = ()) -> tuple[Member, ...]:
        """The keys of a dimension, as padded."""
        params = {"$filter": _starting("Key", starts)} if starts else {}
        items = self.items(self.of(table, dimension), params | {"$select": "Key,Title"})
        return tuple(Member(str(item.get("Key", "")), _text(item, "Title")) for item, _ in items)

    def facts(self, question: Question, report: Report) -> Iterator[Fact]:
        """Every figure, one combination of the other dimensions at a time: such tables are slow."""
        shape = question.shape
        keys = [column.key for column in shape.columns]
        for combination in product(*(shape.members[name] for name in shape.others)):
            start = question.offsets[tuple(member.key for member in combination)]
            for record, _ in self._records(question, combination):
                for place, key in enumerate(keys):
                    yield record[shape.region], start, place, written(record[key], key, report)

    def _rows(self, question: Question, names: dict[str, str], width: int, report: Report) -> Iterator[Row]:
        """A table without other dimensions has its rows ready: they stream."""
        shape = question.shape
        if shape.others:
            yield from super()._rows(question, names, width, report)
            return
        keys = [column.key for column in shape.columns]
        for record, _ in self._records(question, ()):
            yield row(record[shape.region], names, [written(record[key], key, report) for key in keys], report)
        if not report.read:
            raise SourceError("statline", "no_rows", table=shape.told.id)

    def _records(self, question: Question, combination: tuple[Member, ...]) -> Iterator[Item]:
        """Rows of TypedDataSet; each must have the columns that the table promises."""
        shape = question.shape
        needed = {shape.region, *(column.key for column in shape.columns)}
        resource = self.of(shape.told.id, "TypedDataSet")
        for record, answer in self.items(resource, _filtered(question, combination)):
            if not needed <= record.keys() or not isinstance(record[shape.region], str):
                raise SourceError("statline", "other_columns", table=shape.told.id, host=host(answer.url))
            yield record, answer

    def _told(self, table: str) -> Told:
        item, _ = next(self.items(self.of(table, "TableInfos"), {}), ({}, None))
        credit = _text(item, "Source").rstrip(".") or "CBS"
        return Told(table, _text(item, "Title"), _text(item, "Period"), _text(item, "Modified"), credit)

    def of(self, table: str, resource: str) -> str:
        """The address of a part of a table."""
        return f"{self.site}/ODataFeed/odata/{table}/{resource}"

    def items(self, url: str, params: Mapping[str, str]) -> Iterator[Item]:
        """Every item of a list, over all its pages."""
        for document, answer in pages(self.fetch, url, {**params, "$format": "json"}, _next):
            for item in listed(document, "value", answer):
                yield item, answer


def _columns(items: list[Document]) -> tuple[Column, ...]:
    groups = {_id(item.get("ID")): (_text(item, "Title"), _id(item.get("ParentID"))) for item in items}
    inward = paths({key: told for key, told in groups.items() if key})
    return tuple(
        Column(
            key=_text(item, "Key"),
            title=_text(item, "Title"),
            unit=_text(item, "Unit"),
            group=inward.get(_id(item.get("ParentID")), ()),
            decimals=_whole(item.get("Decimals")),
            description=_text(item, "Description"),
        )
        for item in items
        if _text(item, "Type") == "Topic" and _text(item, "Datatype") != "String"
    )


def _next(document: Document) -> object:
    return document.get("odata.nextLink")


def _text(item: Document, key: str) -> str:
    value = item.get(key)
    return "" if value is None else str(value).strip()


def _id(value: object) -> str:
    """Numbers of rows are written as 6 and as 6.0."""
    return "" if value is None else str(value).partition(".")[0]


def _whole(value: object) -> int | None:
    text = _id(value)
    return int(text) if text.isdecimal() and len(text) < 6 else None


def _starting(name: str, starts: tuple[str, ...]) -> str:
    return " or ".join(f"startswith({name},'{start}')" for start in starts)


def _filtered(question: Question, combination: tuple[Member, ...]) -> dict[str, str]:
    """The filter, every key padded as the source pads it."""
    shape, parts = question.shape, []
    if question.starts:
        parts.append(f"({_starting(shape.region, question.starts)})")
    if question.period:
        parts.append(f"{shape.time} eq '{question.period.raw}'")
    pairs = zip(shape.others, combination, strict=True)
    parts += [f"{name} eq '{member.raw}'" for name, member in pairs]
    return {"$filter": " and ".join(parts)} if parts else {}
