"""How a value of an edition is said to people."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from samenspel.kernel.handover.values import CLOSED, VALUE_WORDS
from samenspel.kernel.handover.words import CHANNEL_WORDS
from samenspel.kernel.places.themes import theme_words
from samenspel.ui.numbers import euro, number

QUANTITIES = frozenset(
    {"ballots", "city_value", "count", "deviation", "funded", "hours", "offered", "square_metres", "value"}
)
QUANTITY = re.compile(r"-?\d+(?:\.(\d+))?")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
DIGEST = re.compile(r"[0-9a-f]{64}")


def said_as(field: str, value: Any) -> str:
    """A value as people write it: euros, quantities, days, yes or no, the name of a theme, a list with commas."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return gettext("ja, dat is zo") if value else gettext("nee, dat is niet zo")
    if field == "cents" or (field.endswith("_cents") and isinstance(value, int)):
        return euro(value)
    if isinstance(value, tuple):
        return ", ".join(_part(part) for part in value)
    if field == "theme":
        return theme_words(value)
    if field == "channel":
        return str(CHANNEL_WORDS.get(value, value))
    if DIGEST.fullmatch(str(value)):
        return ""  # somebody's own words: they stand on the page of the thing, and can be taken back there
    return str(VALUE_WORDS.get(value, value)) if field in CLOSED else _measured(field, str(value))


def _measured(field: str, value: str) -> str:
    """A quantity with its thousands apart, and a day with the name of its month; anything else as it is."""
    if field in QUANTITIES and (quantity := QUANTITY.fullmatch(value)):
        return number(value, len(quantity[1] or ""))
    return date_format(date.fromisoformat(value), "j F Y") if DAY.fullmatch(value) else value


def _part(part: Any) -> str:
    """One piece of a list; a piece with fields of its own becomes a sentence."""
    if not is_dataclass(part) or isinstance(part, type):
        return str(part)
    return "; ".join(str(getattr(part, f.name)) for f in fields(part) if getattr(part, f.name))
