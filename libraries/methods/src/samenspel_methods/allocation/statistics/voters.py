"""What an outcome means for voters: who gets nothing, and how evenly the money is spread over them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm

from samenspel_methods.allocation.model import Election, tally
from samenspel_methods.allocation.result import Result
from samenspel_methods.allocation.statistics.support import picked


def unserved(election: Election, result: Result) -> int:
    """Voters with no funded project on their ballot; empty ballots are among them."""
    won = set(result.winners)
    return sum(ballot.count for ballot in election.ballots if won.isdisjoint(picked(election, ballot)))


def funded_picks(election: Election, result: Result) -> Mapping[int, int]:
    """How many voters have 0, 1, 2, ... funded projects on their ballot."""
    won = set(result.winners)
    found: Counter[int] = Counter()
    for ballot in election.ballots:
        found[len(won.intersection(picked(election, ballot)))] += ballot.count
    return dict(sorted(found.items()))


def money_per_voter(election: Election, result: Result) -> tuple[tuple[Fraction, int], ...]:
    """How much money (cents) goes to how many voters, least first: what was granted is divided over its supporters.

    A funded project that nobody supports (a mandatory one) goes to nobody.
    """
    votes = tally(election)[1]
    common = lcm(1, *(votes[win.project] for win in result.wins if votes[win.project]))
    part = {win.project: win.granted * common // votes[win.project] for win in result.wins if votes[win.project]}
    found: Counter[int] = Counter()
    for ballot in election.ballots:
        found[sum(part.get(pick, 0) for pick in picked(election, ballot))] += ballot.count
    return tuple((Fraction(amount, common), voters) for amount, voters in sorted(found.items()))


def gini(amounts: Iterable[tuple[Fraction, int]]) -> Fraction:
    """The Gini coefficient of amounts with how many have them: 0 is even, near 1 is all for one. 0 without money."""
    people, money, twice_area = 0, Fraction(0), Fraction(0)
    for amount, voters in sorted(amounts):
        before, money, people = money, money + amount * voters, people + voters
        twice_area += (before + money) * voters
    return 1 - twice_area / (people * money) if money else Fraction(0)
