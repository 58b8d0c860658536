"""Why a project got money or not, and what a voter paid for: codes with numbers and names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one project won or not. Amounts in `params` are cents, as fractions where they are not whole.

    Winners have `round`, `cost`, `votes` and `left` (before their turn): `won_shares` (`effective`: cost over what one
    point costs; `most`: the largest payment; `payers`), `won_completion`, `won_greedy`, `won_dhondt`, `won_phragmen`
    (`load`), `won_reserve` (`short`), `won_part` (`granted`), `won_max_support`, `won_mandatory`, `won_free`.

    Others: the code of the refusal with its numbers; `short`: euro short, where money was short. `rivals`: winners that
    its supporters paid for, with the amount, largest first. `tied`: winners with which it was equal and lost to the tie
    rule; for a winner the projects that lost to it.
    """

    project: str
    code: str
    params: Mapping[str, int | str | Fraction] = field(default_factory=dict)
    rivals: tuple[tuple[str, Fraction], ...] = ()
    tied: tuple[str, ...] = ()

    @property
    def won(self) -> bool:
        """Whether it gets money."""
        return self.code.startswith("won_")


@dataclass(frozen=True, slots=True)
class Statement:
    """For one voter only: their share, what it paid for (cents), what is left, and picks that got money otherwise.

    `share` is None where the rule gives nobody a share.
    """

    share: Fraction | None
    paid: tuple[tuple[str, Fraction], ...]
    left: Fraction
    otherwise: tuple[str, ...]
