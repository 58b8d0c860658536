"""What is known about an area, where it comes from, and how it may be used."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from samenspel_sources import Status


class Direction(StrEnum):
    """Whether more counts as better; most figures say NONE."""

    HIGHER_BETTER = "higher_better"
    LOWER_BETTER = "lower_better"
    NONE = "none"


class Weight(StrEnum):
    """How areas may be combined: add, weigh by inhabitants, or not at all."""

    SUM = "sum"
    POPULATION = "population"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `area_year` is the year of the area codes, `period` the time the figure is about.

    `modelled`: an estimate by a model of the publisher, not a count or a survey of this very area.
    """

    indicator: str
    area_scheme: str
    area_code: str
    area_year: int
    period: str
    value: Decimal | None
    status: Status
    unit: str
    source: str
    table: str
    modelled: bool
    licence: str
    read_on: date


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure means, in plain words: the small form of a csv file. Its ids are those of `catalogue`."""

    id: str
    theme: str
    name: str
    explanation: str
    unit: str
    decimals: int
    direction: Direction
    weight: Weight
    caveat: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area as it was coded in one year. `kind`: country, municipality, ward or neighbourhood."""

    scheme: str
    code: str
    year: int
    name: str
    kind: str
    parent: str
    inhabitants: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """The same area under an old and a new code."""

    scheme: str
    old_code: str
    old_year: int
    new_code: str
    new_year: int
    old_name: str
    new_name: str


@dataclass(frozen=True, slots=True)
class Spread:
    """The city's own figure, and the mean distance to it over its areas (`level`: ward or neighbourhood)."""

    indicator: str
    area_scheme: str
    area_year: int
    period: str
    level: str
    areas: int
    city: Decimal
    mean_distance: Decimal
