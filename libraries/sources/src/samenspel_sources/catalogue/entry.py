"""One written indicator (from toml or csv) -> `Indicator`, or a SourceError that says the line and what to do."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from samenspel_sources import SourceError
from samenspel_sources.catalogue.model import COMBINES, DIRECTIONS, Derived, Indicator, Match

TEXTS = ("theme", "name", "explanation", "unit", "name_en", "explanation_en", "caveat", "caveat_en")
PUBLISHERS = (
    "statline", "kwb", "pdok", "rivm", "leefbaarometer", "bbga", "english", "tmap", "common", "matches",
)  # fmt: skip
NEEDED = ("theme", "name", "explanation", "unit")
KEYS = {
    "id", "like", "direction", "combine", "weight", "decimals", "low", "high", "national", "local", "modelled",
    "derived", *TEXTS, *PUBLISHERS,
}  # fmt: skip
_ID = re.compile(r"[a-z][a-z0-9_]{1,49}")
_YES = {"true": True, "yes": True, "ja": True, "1": True, "modelled": True}
_NO = {"false": False, "no": False, "nee": False, "0": False, "": False, "measured": False}


def indicator(key: str, written: Mapping[str, Any], line: int) -> Indicator:
    """One indicator, checked on its own (not yet against the rest of the catalogue)."""
    if not _ID.fullmatch(key):
        raise SourceError("catalogue", "bad_id", line=line, id=key)
    if unknown := sorted(set(written) - KEYS):
        raise SourceError("catalogue", "unknown_key", line=line, id=key, keys=", ".join(unknown))
    if missing := [name for name in NEEDED if not str(written.get(name, "")).strip()]:
        raise SourceError("catalogue", "missing_key", line=line, id=key, keys=", ".join(missing))
    made = Indicator(
        id=key,
        **{name: str(written.get(name, "")).strip() for name in TEXTS},
        decimals=_decimals(key, written, line),
        direction=_word(key, written, "direction", DIRECTIONS, line),
        combine=_word(key, written, "combine", COMBINES, line),
        weight=str(written.get("weight", "")).strip(),
        low=_number(key, written.get("low", ""), line),
        high=_number(key, written.get("high", ""), line),
        national=_range(key, written.get("national"), line),
        local=_range(key, written.get("local"), line),
        modelled=_yes(key, written.get("modelled", ""), line),
        derived=_derived(key, written.get("derived"), line),
        matches=matches(key, written, line),
    )
    if made.low is not None and made.high is not None and made.low > made.high:
        raise SourceError("catalogue", "bad_range", line=line, id=key)
    return made if made.combine == "weighted" else replace(made, weight="")


def matches(key: str, written: Mapping[str, Any], line: int) -> tuple[Match, ...]:
    """All names of an indicator: lists in toml, one text with semicolons in csv."""
    made = []
    for publisher in PUBLISHERS:
        value = written.get(publisher, ())
        for text in value.split(";") if isinstance(value, str) else value:
            parts = [part.strip() for part in str(text).split("|")]
            if len(parts) > 3 or (not parts[0] and len(parts) > 1):
                raise SourceError("catalogue", "bad_match", line=line, id=key, match=text)
            title, unit, group = (*parts, "", "")[:3]
            if title:
                made.append(Match(title, unit, group, "common" if publisher == "matches" else publisher))
    return tuple(made)


def _decimals(key: str, written: Mapping[str, Any], line: int) -> int:
    text = str(written.get("decimals", "") or 0).strip()
    if not (text.isascii() and text.isdecimal() and int(text) <= 6):
        raise SourceError("catalogue", "bad_decimals", line=line, id=key, value=text)
    return int(text)


def _word(key: str, written: Mapping[str, Any], name: str, known: tuple[str, ...], line: int) -> str:
    word = str(written.get(name, "")).strip() or "none"
    if word not in known:
        raise SourceError("catalogue", "bad_word", line=line, id=key, key=name, value=word, known=", ".join(known))
    return word


def _number(key: str, value: object, line: int) -> Decimal | None:
    text = str(value).strip()
    if not text:
        return None
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite():
        raise SourceError("catalogue", "bad_number", line=line, id=key, value=text)
    return number


def _range(key: str, value: object, line: int) -> tuple[Decimal, Decimal] | None:
    if value is None:
        return None
    numbers = [_number(key, part, line) for part in value] if isinstance(value, list) else []
    if len(numbers) != 2 or numbers[0] is None or numbers[1] is None or numbers[0] > numbers[1]:
        raise SourceError("catalogue", "bad_range", line=line, id=key)
    return numbers[0], numbers[1]


def _yes(key: str, value: object, line: int) -> bool:
    word = str(value).strip().lower()
    if word not in _YES and word not in _NO:
        raise SourceError("catalogue", "bad_word", line=line, id=key, key="modelled", value=word, known="ja, nee")
    return word in _YES


def _derived(key: str, value: object, line: int) -> Derived | None:
    if value is None:
        return None
    if not isinstance(value, dict) or set(value) - {"parts", "whole", "times"} or not value.get("parts"):
        raise SourceError("catalogue", "bad_derived", line=line, id=key)
    return Derived(tuple(value["parts"]), tuple(value.get("whole", ())), int(value.get("times", 100)))
