"""From contract items to the frozen text of an edition, and back."""

import hashlib
import importlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from samenspel.contracts.codec import decode, encode
from samenspel.kernel.journal.chain import canonical

T = TypeVar("T")
MARK = re.compile(r"text:(\d+):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Frozen:
    """The exact text of an edition and its SHA-256."""

    schema: int
    text: str
    hash: str


@dataclass(frozen=True, slots=True)
class Said:
    """An item with people's own words in some of its fields, and whose they are. An edition holds only their digest."""

    item: Any
    fields: tuple[str, ...]
    person: int | None = None


def mark_of(number: int, digest: str) -> str:
    """What stands in an edition where people's own words were: which text, and its digest."""
    return f"text:{number}:{digest}"


def marks_in(item: Any) -> dict[str, tuple[int, str]]:
    """The fields of an item whose words stand beside the edition: field -> number and digest of the text."""
    values = {f.name: getattr(item, f.name) for f in fields(item)}
    found = {name: MARK.fullmatch(value) for name, value in values.items() if isinstance(value, str)}
    return {name: (int(mark[1]), mark[2]) for name, mark in found.items() if mark}


def stage_of(contract: type[Any]) -> str:
    """The stage that hands a contract over: the module it lives in."""
    return contract.__module__.rsplit(".", 1)[-1]


def _module(stage: str) -> Any:
    return importlib.import_module(f"samenspel.contracts.{stage}")


def freeze_items(stage: str, items: Iterable[Any]) -> Frozen:
    """Items of one stage as one canonical text: grouped by contract, in the order given."""
    groups: dict[str, list[Any]] = {}
    for item in items:
        if stage_of(type(item)) != stage:
            raise ValueError(f"{type(item).__name__} is not a contract of {stage}.")
        groups.setdefault(type(item).__name__, []).append(encode(item))
    text = canonical({"stage": stage, "schema": _module(stage).SCHEMA, "items": groups})
    return Frozen(_module(stage).SCHEMA, text, hashlib.sha256(text.encode()).hexdigest())


def thaw(contract: type[T], content: str) -> tuple[T, ...]:
    """The items of one contract from an edition's text; older shapes are brought up to date first."""
    data = json.loads(content)
    module = _module(stage_of(contract))
    rows: list[dict[str, Any]] = data["items"].get(contract.__name__, [])
    for version in range(data["schema"], module.SCHEMA):
        rows = [module.UPCASTS[version](contract.__name__, row) for row in rows]
    return tuple(decode(contract, row) for row in rows)


def contracts_of(stage: str) -> dict[str, type[Any]]:
    """The contracts that a stage hands over, by name; what only stands inside another is none."""
    module = _module(stage)
    found = [c for c in vars(module).values() if isinstance(c, type) and c.__module__ == module.__name__]
    return {c.__name__: c for c in found if c not in getattr(module, "PARTS", ())}
