"""Numbers and lists as `.pb` files write them."""

import re

from samenspel_methods.allocation.errors import AllocationError

MONEY = re.compile(r"(\d{1,12})(?:[.,](\d{1,2})0*)?", re.ASCII)
WHOLE = re.compile(r"(\d{1,12})(?:\.0+)?", re.ASCII)


def amount(key: str, text: str) -> int:
    """Cents, from `5000`, `5000.50` or `5000,50`."""
    if not (match := MONEY.fullmatch(text.strip())):
        raise AllocationError("bad_rule", key=key, value=text)
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))


def whole(key: str, text: str) -> int:
    """A whole number, from `3` or `3.0`."""
    if not (match := WHOLE.fullmatch(text.strip())):
        raise AllocationError("bad_rule", key=key, value=text)
    return int(match[1])


def names(text: str) -> tuple[str, ...]:
    """The parts of a list with commas; empty parts are dropped."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def per_name(known: tuple[str, ...], text: str) -> dict[str, str] | None:
    """One part of the list per name; a single part is for every name. None: the numbers of parts differ."""
    parts = names(text)
    if len(parts) == 1 and known:
        return dict.fromkeys(known, parts[0])
    return dict(zip(known, parts, strict=True)) if len(parts) == len(known) else None
