"""Figures about ballots and outcomes, small enough to work out by hand."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from samenspel_methods.allocation.counting import count
from samenspel_methods.allocation.model import Ballot, Election, Project, VoteType
from samenspel_methods.allocation.reglement import Reglement
from samenspel_methods.allocation.statistics import gini, money_per_voter, overlap, spread, summary, table, unserved

PROJECTS = (
    Project("a", 6_000, categories=("green",), areas=("north",)),
    Project("b", 4_000, categories=("green", "play")),
    Project("c", 5_000, categories=("play",), areas=("north",)),
)
BALLOTS = (Ballot(("a", "b"), 2), Ballot(("a",), 1), Ballot(("c",), 1), Ballot((), 1))
ELECTION = Election(10_000, PROJECTS, BALLOTS)
RESULT = count(ELECTION, Reglement())


def test_money_goes_to_the_supporters_of_what_is_funded() -> None:
    assert RESULT.winners == ("a", "b")
    assert money_per_voter(ELECTION, RESULT) == ((Fraction(0), 2), (Fraction(2_000), 1), (Fraction(4_000), 2))
    assert unserved(ELECTION, RESULT) == 2


def test_the_gini_of_money() -> None:
    assert gini([(Fraction(5), 3)]) == 0
    assert gini([(Fraction(0), 3), (Fraction(8), 1)]) == Fraction(3, 4)
    assert gini([]) == gini([(Fraction(0), 2)]) == 0
    assert gini(money_per_voter(ELECTION, RESULT)) == Fraction(12, 25)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12))
def test_the_gini_is_half_the_mean_difference(amounts: list[int]) -> None:
    differences = sum(abs(one - other) for one in amounts for other in amounts)
    expected = Fraction(differences, 2 * len(amounts) * sum(amounts)) if sum(amounts) else 0
    assert gini((Fraction(amount), 1) for amount in amounts) == expected


def test_projects_with_the_same_supporters() -> None:
    found = overlap(ELECTION)
    assert [(pair.one, pair.other, pair.both, pair.share) for pair in found] == [("a", "b", 2, Fraction(2, 3))]


def test_the_spread_over_themes_and_areas() -> None:
    green, play = spread(ELECTION, RESULT, "category")
    assert (green.name, green.projects, green.funded, green.granted, green.votes) == ("green", 2, 2, 10_000, 5)
    assert (play.funded, play.share_of_votes, play.share_of_money) == (1, Fraction(1, 2), Fraction(2, 5))
    assert [part.name for part in spread(ELECTION, RESULT, "area")] == ["", "north"]


def test_the_summary_of_an_election() -> None:
    found = summary(ELECTION)
    assert (found.voters, found.empty, found.distinct, found.projects, found.without_votes) == (5, 1, 4, 3, 0)
    assert (found.asked, found.cheapest, found.dearest) == (15_000, 4_000, 6_000) and found.median_cost == 5_000
    assert (found.fewest_picks, found.most_picks, found.mean_picks) == (0, 2, Fraction(6, 5))
    assert (found.scarcity, found.mean_ballot_cost) == (Fraction(3, 2), Fraction(31_000, 5))


def test_rules_side_by_side() -> None:
    shares = count(ELECTION, Reglement(rule="equal_shares"))
    rows = table(ELECTION, {"greedy": RESULT, "shares": shares})
    assert [(row.name, row.winners, row.spent, row.unserved) for row in rows] == [
        ("greedy", 2, 10_000, 2), ("shares", 1, 6_000, 2),
    ]  # fmt: skip
    assert rows[0].share == rows[0].mean_funded == 1 and rows[0].median_money == 2_000


def test_points_of_zero_are_no_support() -> None:
    scored = replace(ELECTION, ballots=(Ballot(("a", "c"), 1, (3, 0)),), vote_type=VoteType.SCORING)
    assert overlap(scored) == () and summary(scored).without_votes == 2


def test_an_election_without_voters_or_projects() -> None:
    nothing = Election(0, (), ())
    assert summary(nothing).mean_cost == 0 and summary(nothing).scarcity is None
    assert table(nothing, {"none": count(nothing, Reglement())})[0].gini == 0
