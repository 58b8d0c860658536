"""One interface for all sources."""

from samenspel_sources.interface.model import (
    AreaName,
    Driver,
    Found,
    Source,
    TableInfo,
    all_words,
    kind_of,
    parent_of,
    prefix_of,
    within_starts,
)

__all__ = [
    "AreaName",
    "Driver",
    "Found",
    "Source",
    "TableInfo",
    "all_words",
    "kind_of",
    "parent_of",
    "prefix_of",
    "within_starts",
]
