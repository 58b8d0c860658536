"""What every ballot paid for the winners of the shares, from the prices in a result."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from samenspel_methods.allocation.model import Ballot, Election
from samenspel_methods.allocation.result import Result
from samenspel_methods.allocation.statistics.support import worths

Given = tuple[tuple[str, int], ...]


class Purses:
    """Payments per ballot, in whole numbers of `1 / unit` cent. Ballots that paid for the same are worked out once."""

    def __init__(self, election: Election, result: Result) -> None:
        self.election = election
        by_cost = result.utility == "cost"
        price = {
            win.project: win.price * (win.cost if by_cost else 1)
            for win in result.wins
            if win.how == "shares" and win.price is not None
        }
        share = result.share or Fraction(0)
        self.unit = lcm(share.denominator, *(each.denominator for each in price.values()))
        self.share = int(share * self.unit)
        self.price = {name: int(each * self.unit) for name, each in price.items()}
        self.turn = {name: at for at, name in enumerate(price)}
        self._known: dict[Given, tuple[tuple[str, int], ...]] = {}

    def paid(self, ballot: Ballot) -> tuple[tuple[str, int], ...]:
        """What this ballot paid for each winner, in the order of the count."""
        given = [(name, worth) for name, worth in worths(self.election, ballot) if name in self.turn]
        key = tuple(sorted(given, key=lambda pair: self.turn[pair[0]]))
        if key not in self._known:
            self._known[key] = tuple(self._pay(key))
        return self._known[key]

    def _pay(self, given: Given) -> list[tuple[str, int]]:
        left, found = self.share, []
        for name, worth in given:
            each = min(left, self.price[name] * worth)
            left -= each
            found.append((name, each))
        return found

    def rivals(self, losers: frozenset[str], weights: Mapping[str, Fraction]) -> dict[str, list[tuple[str, Fraction]]]:
        """For each loser what its supporters paid for each winner together, largest first."""
        scale = lcm(1, *(weight.denominator for weight in weights.values()))
        spent: dict[str, dict[str, int]] = {name: {} for name in losers}
        for ballot in self.election.ballots:
            lost = [name for name, _worth in worths(self.election, ballot) if name in losers]
            people = ballot.count * int(weights.get(ballot.channel, 1) * scale)
            for winner, each in self.paid(ballot) if lost else ():
                for name in lost:
                    spent[name][winner] = spent[name].get(winner, 0) + each * people
        return {
            name: [(winner, Fraction(money, self.unit * scale)) for winner, money in self._largest(by_winner)]
            for name, by_winner in spent.items()
        }

    def _largest(self, money: Mapping[str, int]) -> list[tuple[str, int]]:
        return sorted(((name, n) for name, n in money.items() if n), key=lambda pair: (-pair[1], self.turn[pair[0]]))
