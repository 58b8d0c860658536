"""The text of a certificate read back: strictly, so that a reader and a checker see the same."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from samenspel_methods.allocation.certificate.errors import CertificateError
from samenspel_methods.allocation.certificate.model import (
    FORMAT,
    MONEY,
    VERSION,
    Certificate,
    Loser,
    Paid,
    Winner,
)
from samenspel_methods.allocation.certificate.writing import seal
from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.result import Comparison

LARGEST = 64_000_000
WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,3999})")
PARTS = re.compile(r"(?:0|[1-9][0-9]{0,29})(?:/[1-9][0-9]{0,29})?")
KEYS = ("format", "version", "election", "reglement", "seed", "rule", "budget", "voters", "unit", "share", "runs",
        "winners", "losers", "comparison", "total", "left", "seal")  # fmt: skip


def loads(source: str | bytes) -> Certificate:
    """The certificate in a JSON text. Raises CertificateError on anything that the format does not say."""
    data = _object(_json(source), "certificate", KEYS)
    if (data["format"], data["version"]) != (FORMAT, VERSION) or type(data["version"]) is not int:
        raise CertificateError("field", name="format")
    if data["seal"] != seal(data):
        raise CertificateError("seal")
    return Certificate(
        election=_str(data, "election"), reglement=_reglement(data["reglement"]),
        seed=None if data["seed"] is None else _str(data, "seed"), rule=_str(data, "rule"),
        budget=_int(data, "budget"), voters=_int(data, "voters"), unit=_amount(data, "unit"),
        share=None if data["share"] is None else _amount(data, "share"), runs=_int(data, "runs"),
        winners=tuple(_winner(entry) for entry in _list(data, "winners")),
        losers=tuple(_loser(entry) for entry in _list(data, "losers")),
        comparison=None if data["comparison"] is None else _preferred(data["comparison"]),
        total=_int(data, "total"), left=_int(data, "left"),
    )  # fmt: skip


def _json(source: str | bytes) -> Any:
    if len(source) > LARGEST:
        raise CertificateError("too_long")
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source.removeprefix("\ufeff")
        return json.loads(text, object_pairs_hook=_once)
    except CertificateError:
        raise
    except (ValueError, RecursionError) as error:
        raise CertificateError("not_json") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise CertificateError("twice")
    return found


def _object(data: Any, name: str, keys: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise CertificateError("field", name=name)
    if set(data) != set(keys):
        raise CertificateError("fields", name=name, keys=", ".join(sorted(set(data) ^ set(keys))))
    return data


def _reglement(data: Any) -> Reglement:
    if not isinstance(data, dict):
        raise CertificateError("field", name="reglement")
    try:
        found = Reglement.from_json(data)
    except AllocationError as error:
        raise CertificateError("reglement", why=str(error)) from error
    if found.to_json() != data:
        raise CertificateError("reglement", why="fields")
    return found


def _int(data: Mapping[str, Any], key: str) -> int:
    if type(value := data[key]) is not int:
        raise CertificateError("field", name=key)
    return value


def _str(data: Mapping[str, Any], key: str) -> str:
    if not isinstance(value := data[key], str):
        raise CertificateError("field", name=key)
    return value


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    if not isinstance(value := data[key], list):
        raise CertificateError("field", name=key)
    return value


def _amount(data: Mapping[str, Any], key: str) -> int:
    if not WHOLE.fullmatch(text := _str(data, key)):
        raise CertificateError("field", name=key)
    return int(text)


def _parts(data: Mapping[str, Any], key: str) -> Fraction:
    text = _str(data, key)
    if not PARTS.fullmatch(text) or str(found := Fraction(text)) != text:
        raise CertificateError("field", name=key)
    return found


def _winner(entry: Any) -> Winner:
    data = _object(entry, "winners", tuple(Winner.__dataclass_fields__))
    return Winner(
        _str(data, "project"), _str(data, "how"), _int(data, "cost"), _int(data, "granted"), _parts(data, "score"),
        _int(data, "votes"), _int(data, "left"), None if data["price"] is None else _amount(data, "price"),
        tuple(_paid(pair) for pair in _list(data, "payments")), _names(data, "tied"),
    )  # fmt: skip


def _paid(pair: Any) -> Paid:
    if not isinstance(pair, list) or len(pair) != 2:
        raise CertificateError("field", name="payments")
    data = {"payments": pair[0], "voters": pair[1]}
    return Paid(_amount(data, "payments"), _parts(data, "voters"))


def _names(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    names = _list(data, key)
    return tuple(_str({key: name}, key) for name in names)


def _loser(entry: Any) -> Loser:
    data = _object(entry, "losers", tuple(Loser.__dataclass_fields__))
    if not isinstance(params := data["params"], dict):
        raise CertificateError("field", name="params")
    found: dict[str, int | str] = {}
    for key, value in params.items():
        if key in MONEY:
            found[key] = _amount(params, key)
        elif isinstance(value, str):
            found[key] = value
        else:
            found[key] = _int(params, key)
    return Loser(_str(data, "project"), _str(data, "code"), found)


def _preferred(entry: Any) -> Comparison:
    data = _object(entry, "comparison", tuple(Comparison.__dataclass_fields__))
    shares, greedy, equal = (_int(data, key) for key in ("shares", "greedy", "equal"))
    return Comparison(_str(data, "measure"), shares, greedy, equal, _str(data, "chosen"))
