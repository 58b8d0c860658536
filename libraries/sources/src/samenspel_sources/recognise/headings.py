"""Headers as columns: title, unit and headings above it; what the publisher's own description says comes first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from samenspel_sources.grid import Column
from samenspel_sources.recognise.layout import Laid

_UNIT = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{1,40})[)\]]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_SUFFIX = re.compile(r"_\d{1,3}$")


def columns_of(laid: Laid, described: Mapping[str, Column], said: Mapping[str, Column]) -> list[Column]:
    """A column for each header. `described`: of the publisher, by key or title; `said`: by a person."""
    known = {_same(key): column for key, column in described.items()}
    made = []
    for place, header in enumerate(laid.header):
        above = [group[place] for group in laid.groups if group[place] and group[place] != header]
        groups = [part.strip() for group in above for part in group.split("|")]
        column = _read(header, groups, laid.units[place])
        if found := known.get(_same(header)):
            column = replace(found, key=header)
        made.append(replace(said[header], key=header) if header in said else column)
    return made


def _read(header: str, groups: Sequence[str], unit: str) -> Column:
    """`A/B/C (unit)` as StatLine writes it; a name of a program has no title."""
    text = re.sub(r" \(\d+\)$", "", header)
    if _NAME.fullmatch(text) and not unit and not groups and ("_" in text or re.search("[a-z][A-Z]", text)):
        return Column(header)
    if (found := _UNIT.fullmatch(text)) and "/" not in found[2]:
        text, unit = found[1], unit or found[2]
    parts = [part.strip() for part in re.split(r"[/|](?=[A-Z0-9 ])", text) if part.strip()]
    if len(parts) < 2 or any(len(part) < 3 for part in parts[:-1]):
        parts = [text]
    return Column(header, title=parts[-1], unit=unit.strip("()[] "), group=(*groups, *parts[:-1]))


def _same(text: str) -> str:
    return re.sub(r"[\s_]+", "", text.casefold())
