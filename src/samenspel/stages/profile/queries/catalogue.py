"""What this site knows how to count: the catalogue of the library, and what files added to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from samenspel.stages.profile.models import IndicatorFile

if TYPE_CHECKING:
    from samenspel_sources.catalogue import Catalogue, Matching
    from samenspel_sources.grid import Column

# The catalogue is read when a table comes in, by the worker or a command; no page waits for it.


def catalogue() -> Catalogue:
    """Every indicator with the columns it is known by."""
    from samenspel_sources.catalogue import builtin

    found = builtin()
    for content in IndicatorFile.objects.order_by("pk").values_list("content", flat=True):
        found = found.extended(content.encode())
    return found


def matching(columns: Sequence[Column], source: str) -> Matching:
    """Which column counts what."""
    from samenspel_sources.catalogue import match

    return match(columns, catalogue(), source=source)
