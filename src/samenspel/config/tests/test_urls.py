"""Addresses of our own, and names of places that would hide them."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import get_resolver

from samenspel.kernel.places.validators import RESERVED


def first_parts(found: Any, before: str = "") -> Iterator[str]:
    """The first part of every address, as far as it is always the same."""
    for pattern in found:
        address = before + str(pattern.pattern).lstrip("^")
        if "/" not in address and hasattr(pattern, "url_patterns"):
            yield from first_parts(pattern.url_patterns, address)
        else:
            yield address.partition("/")[0].rstrip("$").replace("\\Z", "")


def test_no_place_hides_a_page_of_ours() -> None:
    found = {part for part in first_parts(get_resolver().url_patterns) if part and "<" not in part}
    assert {"hulp", "gegevens", "taal", "healthz", "nieuws", "beheer", "inloggen"} <= found
    assert found - RESERVED == set()
    assert settings.STATIC_URL.strip("/") in RESERVED
