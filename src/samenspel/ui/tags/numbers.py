"""Filters for numbers."""

from collections.abc import Mapping
from typing import Any

from samenspel.ui import numbers
from samenspel.ui.tags.library import register


@register.filter
def of(found: Mapping[Any, Any], key: Any) -> Any:
    """What belongs to this key, or nothing."""
    return found.get(key) if found else None


@register.filter
def euro(cents: int | None) -> str:
    """Cents as euros."""
    return numbers.euro(cents or (0 if cents == 0 else None))


@register.filter
def number(value: Any, places: int | None = None) -> str:
    """A number with separators."""
    return numbers.number(value, places)


@register.filter
def percent(value: Any, places: int | None = None) -> str:
    """A share, or with `places` a percentage."""
    return numbers.percent(value, places)
