"""What an indicator is: what it means, how it may be combined, and how sources call it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

DIRECTIONS = ("higher_better", "lower_better", "none")
COMBINES = ("sum", "weighted", "none")


@dataclass(frozen=True, slots=True)
class Match:
    """How one publisher calls an indicator. `unit` is what that publisher counts in ("" = our own unit).

    "%!": only a column that says its unit itself; the same title without a unit may be a number of people.
    `group`: words that a heading above the column must hold; "a ~ b" is one of both, "?a" may also have no heading.
    """

    title: str
    unit: str = ""
    group: str = ""
    publisher: str = "statline"


@dataclass(frozen=True, slots=True)
class Derived:
    """How to work an indicator out from others: `times` x sum of parts / sum of whole (no whole: the sum)."""

    parts: tuple[str, ...]
    whole: tuple[str, ...] = ()
    times: int = 100

    @property
    def ids(self) -> tuple[str, ...]:
        """The indicators it needs."""
        return self.parts + self.whole


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. Texts are plain Dutch and English, to be read aloud. `low` and `high` hold for any area.

    `direction`: "higher_better", "lower_better" or "none"; who lives somewhere is never judged.
    `combine`: how areas go together: "sum", "weighted" (mean weighed by the indicator `weight`) or "none".
    `national`: what the country as a whole can be; for a sum: per 1,000 inhabitants. `local`: the same for any
    municipality of 50,000 inhabitants or more.
    """

    id: str
    theme: str
    name: str
    explanation: str
    unit: str
    name_en: str = ""
    explanation_en: str = ""
    decimals: int = 0
    direction: str = "none"
    combine: str = "none"
    weight: str = ""
    caveat: str = ""
    caveat_en: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    national: tuple[Decimal, Decimal] | None = None
    local: tuple[Decimal, Decimal] | None = None
    modelled: bool = False
    derived: Derived | None = None
    matches: tuple[Match, ...] = ()

    def called(self, language: str = "nl") -> str:
        """Its name in a language (Dutch when there is no other)."""
        return (self.name_en if language != "nl" else "") or self.name


@dataclass(frozen=True, slots=True)
class Found:
    """A column is this indicator; value of the indicator = value in the column x `factor`."""

    indicator: str
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Matching:
    """Which columns are which indicators. Columns are told by their index.

    `double`: indicators that more than one column could be: none of those columns is used. `unsure`: columns that
    could be more than one indicator: not used either. `derivable`: indicators that follow from found ones.
    """

    found: Mapping[int, Found]
    double: Mapping[str, tuple[int, ...]]
    unsure: Mapping[int, tuple[str, ...]]
    unmatched: tuple[int, ...]
    derivable: tuple[str, ...]
