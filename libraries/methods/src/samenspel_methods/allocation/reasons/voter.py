"""What the count did with one ballot. Only for the voter: whoever knows a ballot can say this."""

from fractions import Fraction

from samenspel_methods.allocation.model import Ballot, Election
from samenspel_methods.allocation.reasons.model import Statement
from samenspel_methods.allocation.reasons.purses import Purses
from samenspel_methods.allocation.result import Result
from samenspel_methods.allocation.statistics.support import picked


def statement(election: Election, result: Result, ballot: Ballot, weight: Fraction = Fraction(1)) -> Statement:
    """The share of this voter, what it paid for and what was left. `weight`: of the channel of the ballot.

    The ballot need not be in the election: the answer is for a ballot like this one, at the prices of the count.
    """
    won = [name for name in result.winners if name in picked(election, ballot)]
    if result.share is None:
        return Statement(None, (), Fraction(0), tuple(won))
    purses = Purses(election, result)
    paid = tuple((name, Fraction(each, purses.unit) * weight) for name, each in purses.paid(ballot))
    share = result.share * weight
    names = {name for name, _each in paid}
    left = share - sum((each for _name, each in paid), Fraction(0))
    return Statement(share, paid, left, tuple(name for name in won if name not in names))
