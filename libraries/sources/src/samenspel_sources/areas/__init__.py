"""Areas: their codes, names and kinds, and how codes changed through the years."""

from samenspel_sources.areas.changes import Change, Crosswalk, Piece, Trace, builtin_changes, change
from samenspel_sources.areas.codes import (
    COUNTRY,
    MUNICIPALITY,
    NEIGHBOURHOOD,
    OTHER,
    PROVINCE,
    WARD,
    area_code,
    kind_of,
    municipality_of,
    parent_of,
    pseudo,
    within,
)
from samenspel_sources.areas.custom import custom_area
from samenspel_sources.areas.names import Municipality, inhabitants, municipalities, municipality, named
from samenspel_sources.areas.validity import Validity, municipal

__all__ = [
    "COUNTRY",
    "MUNICIPALITY",
    "NEIGHBOURHOOD",
    "OTHER",
    "PROVINCE",
    "WARD",
    "Change",
    "Crosswalk",
    "Municipality",
    "Piece",
    "Trace",
    "Validity",
    "area_code",
    "builtin_changes",
    "change",
    "custom_area",
    "inhabitants",
    "kind_of",
    "municipal",
    "municipalities",
    "municipality",
    "municipality_of",
    "named",
    "parent_of",
    "pseudo",
    "within",
]
