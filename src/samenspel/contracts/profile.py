"""What the profile room hands over. Words of people travel as digests, so that they can be withdrawn."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one area in one period, with where it comes from.

    `value` is a decimal as text, empty unless status is `value`.
    """

    code: str
    indicator: str
    theme: str
    name: str
    area: str
    area_code: str
    period: str
    value: str
    status: str
    unit: str
    city_value: str
    deviation: int | None
    source: str
    table: str
    measured: bool
    area_year: int = 0  # the year of the area code; 0 when areas were combined, or in editions from before it was kept
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A story that was told; `digest` is the salted digest of its words."""

    code: str
    theme: str
    digest: str
    language: str
    channel: str
    told_at: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """Something or somebody the neighbourhood can count on."""

    code: str
    kind: str
    name: str
    offers: str = ""
