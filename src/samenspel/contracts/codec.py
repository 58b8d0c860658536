"""Contract items to plain data and back, and to rows of a spreadsheet. Pure and without loss."""

import dataclasses
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Plain = dict[str, Any]
SEPARATOR = " | "


class CodecError(ValueError):
    """A row that does not fit its contract. `column` names the field, `row` counts from 1 (0 = the header)."""

    def __init__(self, code: str, column: str = "", row: int = 0, value: str = "") -> None:
        super().__init__(f"{code}: {column} (row {row})")
        self.code, self.column, self.row, self.value = code, column, row, value


def encode(item: Any) -> Plain:
    """A contract item as plain data, fields in the order of the class."""
    return {f.name: _plain(getattr(item, f.name)) for f in dataclasses.fields(item)}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return encode(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def decode(cls: type[T], data: Mapping[str, Any]) -> T:
    """A contract item from plain data; missing fields take their default, unknown ones are refused."""
    hints = typing.get_type_hints(cls)
    unknown = set(data) - set(hints)
    if unknown:
        raise CodecError("unknown_column", sorted(unknown)[0])
    values = {name: _typed(hints[name], value, name) for name, value in data.items()}
    try:
        return cls(**values)
    except TypeError as error:
        missing = [f.name for f in dataclasses.fields(cls) if f.name not in values]  # type: ignore[arg-type]
        raise CodecError("missing_column", missing[0] if missing else "") from error


def _typed(hint: Any, value: Any, name: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        return _typed(next(a for a in args if a is not type(None)), value, name)
    if origin is tuple:
        return tuple(_typed(args[0], v, name) for v in value)
    if dataclasses.is_dataclass(hint):
        return decode(typing.cast(type[Any], hint), value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise CodecError("wrong_type", name, value=str(value))
    return value


def to_rows(items: Iterable[Any], cls: type[Any]) -> list[list[str]]:
    """Header and rows of text for a spreadsheet. Lists are joined with ' | '; nothing means an empty cell."""
    names = [f.name for f in dataclasses.fields(cls)]
    return [names, *([_cell(getattr(item, n)) for n in names] for item in items)]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, tuple):
        return SEPARATOR.join(_cell(v).replace("|", "¦") for v in value)
    return str(value)


def from_rows(rows: Sequence[Sequence[str]], cls: type[T]) -> tuple[T, ...]:
    """Items from header and rows. Raises CodecError with column and row."""
    if not rows:
        raise CodecError("empty")
    header = [h.strip() for h in rows[0]]
    hints = typing.get_type_hints(cls)
    for name in header:
        if name not in hints:
            raise CodecError("unknown_column", name)
    return tuple(_item(cls, header, row, number, hints) for number, row in enumerate(rows[1:], 1))


def _item(cls: type[T], header: list[str], row: Sequence[str], number: int, hints: Mapping[str, Any]) -> T:
    if len(row) != len(header):
        raise CodecError("row_length", row=number)
    data = {}
    for name, cell in zip(header, row, strict=True):
        try:
            data[name] = _from_cell(hints[name], cell)
        except ValueError as error:
            raise CodecError("wrong_type", name, number, cell) from error
    try:
        return decode(cls, data)
    except CodecError as error:
        raise CodecError(error.code, error.column, number, error.value) from error


def _from_cell(hint: Any, cell: str) -> Any:
    args = typing.get_args(hint)
    if type(None) in args:
        return None if cell == "" else _from_cell(next(a for a in args if a is not type(None)), cell)
    if typing.get_origin(hint) is tuple:
        return tuple(_from_cell(args[0], part) for part in cell.split(SEPARATOR)) if cell else ()
    if hint is bool:
        return {"1": True, "0": False}[cell] if cell in ("0", "1") else _refuse(cell)
    return hint(cell)


def _refuse(cell: str) -> bool:
    raise ValueError(cell)
