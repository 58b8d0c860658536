"""What a certificate says. Amounts in the parts about shares are whole numbers of `1 / unit` cent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.result import Comparison

FORMAT = "samenspel-certificate"
VERSION = 1
# Parameters of reasons that are in `1 / unit` cent.
MONEY = frozenset({"held", "short"})


@dataclass(frozen=True, slots=True)
class Paid:
    """So many voters (with weights: the sum of their weights) paid this much each, in `1 / unit` cent."""

    each: int
    voters: Fraction


@dataclass(frozen=True, slots=True)
class Winner:
    """A project that gets money; `cost`, `granted`, `left` in cents.

    `price`: what one point costs each supporter, or the load of each supporter (Phragmén), in `1 / unit` cent.
    `left`: the money that was there before its turn. `tied`: its equals, who lost to the tie rule.
    """

    project: str
    how: str
    cost: int
    granted: int
    score: Fraction
    votes: int
    left: int
    price: int | None
    payments: tuple[Paid, ...]
    tied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loser:
    """A project without money and why: a code with its numbers (cents; `held`, `short`: `1 / unit` cent) and names."""

    project: str
    code: str
    params: Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A result with all that is needed to check it against the ballots. Documented in `docs/certificate.md`."""

    election: str
    reglement: Reglement
    seed: str | None
    rule: str
    budget: int
    voters: int
    unit: int
    share: int | None
    runs: int
    winners: tuple[Winner, ...]
    losers: tuple[Loser, ...]
    comparison: Comparison | None
    total: int
    left: int
