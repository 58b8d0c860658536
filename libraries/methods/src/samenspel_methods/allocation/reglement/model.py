"""A reglement: the rules of one vote on money, whole and typed. Money in integer cents, shares as fractions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from samenspel_methods.allocation.reglement import terms
from samenspel_methods.allocation.reglement.parts import (
    Ballots,
    Boost,
    Cap,
    Eligibility,
    Entry,
    Source,
    Threshold,
    Tie,
    Unclear,
    Weight,
    Words,
)
from samenspel_methods.allocation.reglement.plain import from_plain, to_plain


@dataclass(frozen=True, slots=True)
class Reglement:
    """Everything a vote has agreed on beforehand. Each field is explained in `docs/reglement.md`.

    `rule` `none`: nothing is counted, `decided_by` says who decides. `unknown`: not settled; see `unclear`.
    """

    version: int = terms.VERSION
    id: str = ""
    title: Words = field(default_factory=Words)
    place: str = ""
    date: str = ""
    sources: tuple[Source, ...] = ()
    decided_by: terms.DecidedBy = "vote"
    currency: str = "EUR"
    budget: int | None = None
    categories: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    eligibility: Eligibility = field(default_factory=Eligibility)
    entry: Entry = field(default_factory=Entry)
    ballots: Ballots = field(default_factory=Ballots)
    rule: terms.Rule = "greedy_skip"
    utility: terms.Utility = "cost"
    completion: terms.Completion = "none"
    completion_order: terms.CompletionOrder = "by_utility"
    step: int = 100
    start: terms.Start = "exact"
    thresholds: tuple[Threshold, ...] = ()
    caps: tuple[Cap, ...] = ()
    caps_bind_leftover: bool = True
    exclusive: tuple[tuple[str, ...], ...] = ()
    mandatory: tuple[str, ...] = ()
    weights: tuple[Weight, ...] = ()
    boosts: tuple[Boost, ...] = ()
    tie: Tie = field(default_factory=Tie)
    leftover: terms.Leftover = "none"
    comparison: terms.Comparison = "none"
    free: terms.Free = "refuse"
    unclear: tuple[Unclear, ...] = ()

    @property
    def countable(self) -> bool:
        """Whether a count can be run: a rule and a ballot are stated. Contradictions are checked apart."""
        return self.rule not in terms.NO_COUNT and self.ballots.format not in terms.NO_BALLOT

    @property
    def open_fields(self) -> frozenset[str]:
        """The fields that are still unclear."""
        return frozenset(entry.about for entry in self.unclear)

    @property
    def shares(self) -> Mapping[str, Fraction]:
        """The share of the outcome per channel; empty: every ballot counts alike."""
        return {weight.channel: weight.share for weight in self.weights}

    def to_json(self) -> dict[str, Any]:
        """Plain data for a JSON file; every field is written, fractions as `1/2`."""
        return {name: to_plain(getattr(self, name)) for name in self.__dataclass_fields__}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Reglement":
        """The rules in plain data. Unknown keys, words and versions are refused; an absent key has its default."""
        return from_plain(cls, data)
