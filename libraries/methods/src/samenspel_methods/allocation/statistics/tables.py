"""Elections and outcomes in figures, side by side. A table says what differs; it does not say what is best."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.result import Result
from samenspel_methods.allocation.statistics.support import picked
from samenspel_methods.allocation.statistics.voters import funded_picks, gini, money_per_voter, unserved


@dataclass(frozen=True, slots=True)
class Summary:
    """An election in figures, as Pabulib lists them. Amounts in cents."""

    vote_type: str
    voters: int
    empty: int
    distinct: int
    projects: int
    without_votes: int
    budget: int
    asked: int
    cheapest: int
    dearest: int
    median_cost: Fraction
    mean_cost: Fraction
    fewest_picks: int
    most_picks: int
    mean_picks: Fraction
    mean_ballot_cost: Fraction

    @property
    def scarcity(self) -> Fraction | None:
        """What all projects cost together, as a multiple of the budget; None without a budget."""
        return Fraction(self.asked, self.budget) if self.budget else None


def summary(election: Election) -> Summary:
    """The figures of an election."""
    cost = {project.id: project.cost for project in election.projects}
    costs, voters = list(cost.values()) or [0], election.voters
    picks = [(picked(election, ballot), ballot.count) for ballot in election.ballots]
    sizes = {len(some) for some, _count in picks} or {0}
    supported = {pick for some, _count in picks for pick in some}
    return Summary(
        vote_type=election.vote_type.value, voters=voters, empty=sum(n for some, n in picks if not some),
        distinct=len({(b.picks, b.points) for b in election.ballots}), projects=len(cost),
        without_votes=len(cost.keys() - supported), budget=election.budget, asked=sum(cost.values()),
        cheapest=min(costs), dearest=max(costs), median_cost=Fraction(median(map(Fraction, costs))),
        mean_cost=Fraction(sum(costs), len(costs)), fewest_picks=min(sizes), most_picks=max(sizes),
        mean_picks=_mean(sum(len(some) * n for some, n in picks), voters),
        mean_ballot_cost=_mean(sum(sum(cost[pick] for pick in some) * n for some, n in picks), voters),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """An outcome in figures: money in cents, `share` of the budget spent, voters, and how even the money is spread."""

    name: str
    winners: int
    spent: int
    left: int
    share: Fraction
    unserved: int
    share_unserved: Fraction
    mean_funded: Fraction
    median_money: Fraction
    gini: Fraction


def row(name: str, election: Election, result: Result) -> Row:
    """The figures of one outcome."""
    voters, nothing = election.voters, unserved(election, result)
    money = money_per_voter(election, result)
    funded = sum(picks * count for picks, count in funded_picks(election, result).items())
    return Row(
        name, len(result.wins), result.cost, result.left, _mean(result.cost, result.budget), nothing,
        _mean(nothing, voters), _mean(funded, voters), _middle(money, voters), gini(money),
    )  # fmt: skip


def table(election: Election, results: Mapping[str, Result]) -> tuple[Row, ...]:
    """Outcomes of the same ballots side by side, in the order given."""
    return tuple(row(name, election, result) for name, result in results.items())


def _mean(total: int, over: int) -> Fraction:
    return Fraction(total, over) if over else Fraction(0)


def _middle(money: tuple[tuple[Fraction, int], ...], voters: int) -> Fraction:
    """The amount that the voter in the middle has; between two the lower."""
    seen = 0
    for amount, count in money:
        seen += count
        if 2 * seen >= voters:
            return amount
    return Fraction(0)
