"""The published JSON schema of a reglement, made from the types of its fields: `schema.json` in this folder."""

import json
from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.plain import FRACTION, MOST, hints, required, to_plain
from samenspel_methods.allocation.reglement.terms import VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0, "maximum": MOST},
    Fraction: {"type": "string", "pattern": f"^{FRACTION}$"},
}


def schema() -> dict[str, Any]:
    """The schema as plain data."""
    parts: dict[str, Any] = {}
    whole = _object(Reglement, parts)
    whole["properties"]["version"] = {"const": VERSION}
    head = {
        "$schema": DIALECT,
        "title": "Reglement",
        "description": "The rules of one vote on money. Amounts in cents.",
    }
    return head | whole | {"$defs": dict(sorted(parts.items()))}


def written() -> str:
    """The schema as the text of `schema.json`."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _object(cls: type[Any], parts: dict[str, Any]) -> dict[str, Any]:
    shapes = {}
    for field in fields(cls):
        shape = _shape(hints(cls)[field.name], parts)
        if field.default is not MISSING and not is_dataclass(field.default):
            shape = shape | {"default": to_plain(field.default)}
        shapes[field.name] = shape
    shape = {"type": "object", "additionalProperties": False, "properties": shapes}
    return shape | ({"required": list(names)} if (names := required(cls)) else {})


def _shape(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return {"anyOf": [_shape(part, parts) for part in inner if part is not NoneType] + [{"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _shape(inner[0], parts)}
    if origin is Literal:
        return {"enum": list(inner)}
    return _part(kind, parts) if is_dataclass(kind) else dict(SIMPLE[kind])


def _part(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    name = str(kind.__name__)
    if name not in parts:
        shape = _object(kind, parts)
        parts[name] = {"description": kind.__doc__.strip().splitlines()[0], **shape}
    return {"$ref": f"#/$defs/{name}"}
