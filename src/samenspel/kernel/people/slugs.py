"""Names for web addresses, made from what people call something."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.text import slugify


def free_slug(name: str, taken: Callable[[str], bool], *, longest: int = 60, fallback: str = "groep") -> str:
    """A web name from a title that is not in use yet: `de-tuin`, else `de-tuin-2`, `de-tuin-3`."""
    base = slugify(name)[: longest - 4].strip("-") or fallback
    candidate, number = base, 1
    while taken(candidate):
        number += 1
        candidate = f"{base}-{number}"
    return candidate
