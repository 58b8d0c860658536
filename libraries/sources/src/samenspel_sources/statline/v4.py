"""CBS StatLine, OData version 4: long observations with a reason for what is missing."""

from collections.abc import Iterator, Mapping

from samenspel_sources import SourceError
from samenspel_sources.grid import MISSING, NOT_APPLICABLE, NOT_YET, SECRET, Cell, Column, Report
from samenspel_sources.interface import TableInfo, all_words
from samenspel_sources.statline.base import Fact, Question, StatLine, written
from samenspel_sources.statline.model import Member, Shape, Told, paths
from samenspel_sources.transport import Answer, Document, Fetch, host, listed, pages, read_json

BASE = "https://datasets.cbs.nl/odata/v1/CBS"
# The words of ValueAttribute; a word that is not here means "missing" and is reported.
REASONS: dict[str, Cell] = {
    "none": MISSING, "missing": MISSING, "unknown": MISSING, "notavailable": MISSING, "unreliable": MISSING,
    "impossible": NOT_APPLICABLE, "notapplicable": NOT_APPLICABLE, "empty": NOT_APPLICABLE,
    "secret": SECRET, "confidential": SECRET, "geheim": SECRET,
    "notyetavailable": NOT_YET, "notyetpublished": NOT_YET, "notyet": NOT_YET, "future": NOT_YET,
}  # fmt: skip


class V4(StatLine):
    """`base` is one catalogue; the older host `https://odata4.cbs.nl/CBS` has the same form."""

    name = "statline"

    def __init__(self, fetch: Fetch, base: str = BASE) -> None:
        super().__init__(fetch)
        self.base = base

    def tables(self, words: str = "") -> Iterator[TableInfo]:
        """The tables of the catalogue whose title has all words."""
        for item, _ in self._items("Datasets", {}):
            if all_words(title := _text(item, "Title"), words):
                period, modified = _text(item, "TemporalCoverage"), _text(item, "Modified")
                yield TableInfo(_text(item, "Identifier"), title, period, modified)

    def shape(self, table: str) -> Shape:
        """Dimensions by their kind, measures with the path of their groups."""
        told, answer = self._told(table)
        kinds = {_text(item, "Identifier"): item for item, _ in self._items(f"{table}/Dimensions", {})}
        regions = [name for name, item in kinds.items() if _text(item, "Kind").startswith("Geo")]
        times = [name for name, item in kinds.items() if _text(item, "Kind") == "TimeDimension"]
        if not regions:
            raise SourceError("statline", "no_regions", table=table)
        others = tuple(name for name in kinds if name not in (*regions[:1], *times[:1]))
        map_year = _text(kinds[regions[0]], "MapYear").strip()
        year = int(map_year[:4]) if map_year[:4].isdecimal() else 0
        columns = self._columns(table)
        return Shape(told, "CBS StatLine", regions[0], (*times, "")[0], others, columns, year, answer.read_at)

    def members(self, table: str, dimension: str, starts: tuple[str, ...] = ()) -> tuple[Member, ...]:
        """The codes of a dimension."""
        params = {"$filter": _starting("Identifier", starts)} if starts else {}
        items = self._items(f"{table}/{dimension}Codes", params)
        return tuple(Member(str(item.get("Identifier", "")), _text(item, "Title")) for item, _ in items)

    def facts(self, question: Question, report: Report) -> Iterator[Fact]:
        """Every observation, with its place in the wide row."""
        shape = question.shape
        places = {column.key: place for place, column in enumerate(shape.columns)}
        for item, answer in self._items(f"{shape.told.id}/Observations", _filtered(question)):
            try:
                raw, measure = _padded(item[shape.region]), item["Measure"].strip()
                start = question.offsets[tuple(item[name].strip() for name in shape.others)]
            except (KeyError, AttributeError, TypeError):
                raise SourceError("statline", "other_columns", table=shape.told.id, host=host(answer.url)) from None
            if (place := places.get(measure)) is not None:
                yield raw, start, place, _cell(item, measure, report)

    def _told(self, table: str) -> tuple[Told, Answer]:
        answer = self.fetch(f"{self.base}/{table}/Properties", {})
        item = read_json(answer)
        if "Title" not in item:
            item = next(iter(listed(item, "value", answer)), {})
        title, period = _text(item, "Title"), _text(item, "TemporalCoverage")
        return Told(table, title, period, _text(item, "Modified"), _text(item, "Source").rstrip(".") or "CBS"), answer

    def _columns(self, table: str) -> tuple[Column, ...]:
        groups = {str(item.get("Id")): item for item, _ in self._items(f"{table}/MeasureGroups", {})}
        inward = paths({key: (_text(item, "Title"), _text(item, "ParentId")) for key, item in groups.items()})
        measures = sorted((item for item, _ in self._items(f"{table}/MeasureCodes", {})), key=_index)
        return tuple(
            Column(
                key=_text(item, "Identifier"),
                title=_text(item, "Title"),
                unit=_text(item, "Unit"),
                group=inward.get(_text(item, "MeasureGroupId"), ()),
                decimals=item["Decimals"] if isinstance(item.get("Decimals"), int) else None,
                description=_text(item, "Description"),
            )
            for item in measures
            if item.get("DataType") != "String"
        )

    def _items(self, resource: str, params: Mapping[str, str]) -> Iterator[tuple[Document, Answer]]:
        for document, answer in pages(self.fetch, f"{self.base}/{resource}", params, _next):
            for item in listed(document, "value", answer):
                yield item, answer


def _padded(code: object) -> str:
    if not isinstance(code, str):
        raise TypeError("a code is text")
    return code


def _next(document: Document) -> object:
    return document.get("@odata.nextLink")


def _text(item: Document, key: str) -> str:
    value = item.get(key)
    return "" if value is None else str(value).strip()


def _index(item: Document) -> int:
    return item["Index"] if isinstance(item.get("Index"), int) else 0


def _starting(name: str, starts: tuple[str, ...]) -> str:
    return " or ".join(f"startswith({name},'{start}')" for start in starts)


def _filtered(question: Question) -> dict[str, str]:
    """The filter, with the period padded as its dimension pads it."""
    shape, parts = question.shape, []
    if question.starts:
        parts.append(f"({_starting(shape.region, question.starts)})")
    if question.period:
        parts.append(f"{shape.time} eq '{question.period.raw}'")
    return {"$filter": " and ".join(parts)} if parts else {}


def _cell(item: Document, measure: str, report: Report) -> Cell:
    """The value, or the reason why there is none."""
    if item.get("Value") is not None:
        return written(item["Value"], measure, report)
    reason = _text(item, "ValueAttribute").replace(" ", "").casefold() or "none"
    if reason not in REASONS:
        report.repair("unknown_reason", "statline", reason=reason[:40])
    return REASONS.get(reason, MISSING)
