"""Files about other files: what columns mean, which codes there are, which table it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from samenspel_sources.grid import Column
from samenspel_sources.recognise.codes import is_cbs
from samenspel_sources.recognise.periods import one_year
from samenspel_sources.recognise.records import text


@dataclass(frozen=True, slots=True)
class About:
    """What companions say. `columns`: key -> column; `titles`: key of a category -> its title."""

    columns: Mapping[str, Column] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    table: str = ""
    title: str = ""
    period: str = ""
    map_year: int = 0
    version: str = ""

    def __or__(self, other: "About") -> "About":
        groups = {**self.groups, **other.groups}
        columns = {key: _grouped(column, groups) for key, column in {**self.columns, **other.columns}.items()}
        return About(
            columns,
            {**self.titles, **other.titles},
            groups,
            self.table or other.table,
            self.title or other.title,
            self.period or other.period,
            self.map_year or other.map_year,
            self.version or other.version,
        )


def about(document: object) -> About | None:
    """What a json file says about others; None when it has figures itself."""
    rows = document.get("value") if isinstance(document, Mapping) else document
    if isinstance(document, Mapping) and rows is None:
        return _table(document) or _descriptions(document)
    if not isinstance(rows, list) or not rows or not all(isinstance(row, Mapping) for row in rows):
        return None
    keys = set().union(*(row.keys() for row in rows[:50]))
    if {"Title", "Identifier"} <= keys and {"ShortTitle", "Period", "Catalog"} & keys and len(rows) == 1:
        return _table(rows[0])
    if {"Key", "Title", "Type"} <= keys:
        return _properties(rows)
    if {"Identifier", "Title", "Unit"} <= keys:
        return _measures(rows)
    if {"Id", "Title", "Index"} <= keys or {"ID", "Title", "ParentID"} <= keys:
        return About(groups={str(row.get("Id", row.get("ID"))): _group(row) for row in rows})
    if {"Identifier", "Kind"} <= keys:
        return About(map_year=next((year for row in rows if (year := _whole(row.get("MapYear")))), 0))
    return _categories(rows, keys)


def _categories(rows: Sequence[Mapping[str, Any]], keys: set[str]) -> About | None:
    name = next((key for key in ("Key", "Identifier") if key in keys), "")
    if not name or "Title" not in keys or not keys <= _CATEGORY:
        return None
    titles = {str(row[name]).strip(): str(row.get("Title") or "").strip() for row in rows if row.get(name)}
    # A list of areas is worth reading for itself.
    small = [key for key in titles if re.fullmatch(r"(?:GM|WK|BU).*", key) and is_cbs(key)]
    return None if len(small) * 2 > len(titles) else About(titles=titles)


_CATEGORY = {"Key", "Identifier", "Index", "Title", "Description", "CategoryGroupID", "DimensionGroupId", "Status"}


def _properties(rows: Sequence[Mapping[str, Any]]) -> About:
    """DataProperties of OData v3: topics in groups within groups."""
    parents = {_whole(row.get("ID"), -1): row for row in rows}
    columns = {}
    for row in rows:
        if row.get("Key") and row.get("Type") == "Topic":
            group: list[str] = []
            above = parents.get(_whole(row.get("ParentID"), -2))
            while above is not None and len(group) < 9:
                group.insert(0, str(above.get("Title") or "").strip())
                above = parents.get(_whole(above.get("ParentID"), -2))
            columns[str(row["Key"])] = _column(row, str(row["Key"]), tuple(group))
    year = next((year for row in rows if (year := _whole(row.get("MapYear")))), 0)
    return About(columns, map_year=year)


def _measures(rows: Sequence[Mapping[str, Any]]) -> About:
    """MeasureCodes of OData v4; the group is an id until its groups are read too."""
    found = {}
    for row in rows:
        key = str(row["Identifier"]).strip()
        found[key] = _column(row, key, (f"@{row['MeasureGroupId']}",) if row.get("MeasureGroupId") else ())
    return About(found)


def _column(row: Mapping[str, Any], key: str, group: tuple[str, ...]) -> Column:
    said = {name: text(row.get(name)).strip() for name in ("Title", "Unit", "Description")}
    decimals = _whole(row.get("Decimals"), -1)
    return Column(key, said["Title"], said["Unit"], group, decimals if decimals >= 0 else None, said["Description"])


def _group(row: Mapping[str, Any]) -> tuple[str, str]:
    return text(row.get("Title")).strip(), text(row.get("ParentId") or "")


def _grouped(column: Column, groups: Mapping[str, tuple[str, str]]) -> Column:
    if not column.group or not column.group[0].startswith("@") or column.group[0][1:] not in groups:
        return column
    names: list[str] = []
    key = column.group[0][1:]
    while key in groups and len(names) < 9:
        title, key = groups[key]
        names.insert(0, title)
    return Column(column.key, column.title, column.unit, tuple(names), column.decimals, column.description)


def _table(row: Mapping[str, Any]) -> About | None:
    """TableInfos or Properties: which table this is."""
    if not row.get("Identifier") or not row.get("Title"):
        return None
    title = str(row["Title"]).strip()
    told = text(row.get("Period") or row.get("TemporalCoverage"))
    period = one_year(told) or one_year(title)
    return About(table=str(row["Identifier"]), title=title, period=period, version=text(row.get("Modified"))[:10])


def _descriptions(document: Mapping[str, Any]) -> About | None:
    """`{column: description}`."""
    values = list(document.values())
    plain = [value for value in values if value is None or isinstance(value, str)]
    if len(values) < 5 or len(plain) < len(values) or not any("_" in str(key) for key in document):
        return None
    return About({str(key): Column(str(key), description=text(value)) for key, value in document.items() if key})


def _whole(value: object, default: int = 0) -> int:
    try:
        return int(float(str(value)))
    except ValueError:
        return default
