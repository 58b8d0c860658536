"""The parts of a reglement. All money in integer cents; `None` means: no limit."""

from dataclasses import dataclass, field
from fractions import Fraction

from samenspel_methods.allocation.reglement import terms


@dataclass(frozen=True, slots=True)
class Words:
    """A text for people, in Dutch and in English."""

    nl: str = ""
    en: str = ""

    def said(self, language: str) -> str:
        """The text in `language`, or in English, or in the one there is."""
        return (self.nl or self.en) if language == "nl" else (self.en or self.nl)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rules are found: a site, an ordinance, a letter; `date` is the year or the day they are from."""

    where: str
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Who may vote. Below `consent_under` years a parent agrees. `proof`: how people show it, such as a code."""

    words: Words = field(default_factory=Words)
    min_age: int | None = None
    max_age: int | None = None
    consent_under: int | None = None
    proof: Words = field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class Entry:
    """Which plans come on the ballot. `likes`: support needed before; `most_plans`: the longest ballot."""

    words: Words = field(default_factory=Words)
    min_age: int | None = None
    likes: int = 0
    min_cost: int = 0
    max_cost: int | None = None
    most_per_applicant: int | None = None
    most_plans: int | None = None
    check: Words = field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class Limit:
    """At least and at most, for one category on one ballot: a number of picks, or an amount."""

    name: str
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Ballots:
    """What one voter may do. `min_cost`, `max_cost`: of all picks together; points: per pick and together."""

    format: terms.Format = "approval"
    min_picks: int = 0
    max_picks: int | None = None
    min_cost: int = 0
    max_cost: int | None = None
    picks_per_category: tuple[Limit, ...] = ()
    cost_per_category: tuple[Limit, ...] = ()
    min_points: int = 0
    max_points: int | None = None
    min_sum_points: int = 0
    max_sum_points: int | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """A plan takes part in the count from `least` on: votes, score, share of the voters, or share of its cost share.

    `cost_share` 1/3: a plan asking 30 % of the money needs the votes of 10 %. `name`: only plans of that
    category or area; empty for all.
    """

    measure: terms.Measure
    least: Fraction
    division: terms.Division = "category"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cap:
    """Money for one category or area at the count: at least `floor`, at most `cap`."""

    name: str
    division: terms.Division = "category"
    floor: int = 0
    cap: int | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """The share of the outcome that all ballots of one channel have together."""

    channel: str
    share: Fraction


@dataclass(frozen=True, slots=True)
class Boost:
    """Votes for a plan that costs at most `max_cost` count `factor` times."""

    max_cost: int
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Tie:
    """What decides between equals, in order. `seed`: how the seed of the lot is made and published."""

    order: tuple[terms.TieStep, ...] = ("lower_cost", "more_votes", "lot")
    seed: Words = field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class Unclear:
    """Something the source does not settle. `about`: the field; `options`: the values it could be."""

    about: str
    why: terms.Why
    options: tuple[str, ...] = ()
    note: Words = field(default_factory=Words)
