"""A reglement to plain data and back, by the types of its fields: one place that knows how a value is written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from samenspel_methods.allocation.reglement.errors import ReglementError
from samenspel_methods.allocation.reglement.terms import VERSION

FRACTION = r"(?:0|[1-9][0-9]{0,17})(?:/[1-9][0-9]{0,17})?"
# More cents than any pot; keeps every amount inside 64 bits.
MOST = 10**17
SIMPLE = (str, int, bool, Fraction)
T = TypeVar("T")


def hints(cls: Any) -> dict[str, Any]:
    """The type of each field."""
    return _hints(cls)


_hints = cache(get_type_hints)


def required(cls: type[Any]) -> tuple[str, ...]:
    """The fields without a default, and the version."""
    bare = (field.name for field in fields(cls) if field.default is MISSING and field.default_factory is MISSING)
    return (*bare, *(("version",) if "version" in hints(cls) else ()))


def to_plain(value: Any) -> Any:
    """Dataclasses become objects, tuples lists, fractions `1/2`."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    return str(value) if isinstance(value, Fraction) else value


def from_plain(cls: type[T], data: object, where: str = "") -> T:
    """The dataclass `cls` from plain data; `where` is the place in the file, for messages."""
    if not isinstance(data, Mapping):
        raise ReglementError("bad_field", field=where or "reglement", value=_short(data))
    kinds = hints(cls)
    if unknown := sorted(str(key) for key in data if key not in kinds):
        raise ReglementError("unknown_key", names=tuple(_at(where, key) for key in unknown))
    for name in required(cls):
        if name not in data:
            raise ReglementError("missing_field_in_rules", field=_at(where, name))
    if "version" in kinds and (type(data["version"]) is not int or data["version"] != VERSION):
        raise ReglementError("unknown_version", value=_short(data["version"]), known=str(VERSION))
    return cls(**{name: _read(kinds[name], value, _at(where, name)) for name, value in data.items()})


def _read(kind: Any, value: object, where: str) -> Any:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return None if value is None else _read(next(part for part in parts if part is not NoneType), value, where)
    if origin is tuple:
        if isinstance(value, str | bytes) or not isinstance(value, Sequence):
            raise ReglementError("bad_field", field=where, value=_short(value))
        return tuple(_read(parts[0], part, f"{where}[{place}]") for place, part in enumerate(value))
    if origin is Literal:
        if not isinstance(value, str) or value not in parts:
            raise ReglementError("unknown_word", field=where, value=_short(value), allowed=parts)
        return value
    return _simple(kind, value, where) if kind in SIMPLE else from_plain(kind, value, where)


def _simple(kind: Any, value: object, where: str) -> object:
    if kind is Fraction and isinstance(value, str) and re.fullmatch(FRACTION, value, re.ASCII):
        return Fraction(value)
    if kind is not Fraction and type(value) is kind:
        if isinstance(value, int) and value < 0:
            raise ReglementError("negative_field", field=where)
        if not isinstance(value, int) or value <= MOST:
            return value
    raise ReglementError("bad_field", field=where, value=_short(value))


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _short(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > MOST:
        return "> 10^17"
    text = repr(value) if not isinstance(value, str) else value
    return text if len(text) <= 40 else f"{text[:40]}..."
