"""The rules in the META of a `.pb` file, and what it leaves open."""

from fractions import Fraction
from pathlib import Path

import pytest

from samenspel_methods.allocation import AllocationError, Election, Project
from samenspel_methods.allocation.model import VoteType
from samenspel_methods.allocation.pabulib import read
from samenspel_methods.allocation.reglement import Reglement, contradictions, of_election
from samenspel_methods.allocation.reglement.parts import Cap, Limit, Threshold

DATA = Path(__file__).parent / "data"
THEMES = "Groen,Samen"


def rules(vote_type: VoteType = VoteType.APPROVAL, /, **meta: str) -> Reglement:
    plans = (Project("1", 100, categories=("Groen",)),)
    return of_election(Election(100_000, plans, (), vote_type, tuple(meta.items())))


def test_a_real_file_tells_its_rules() -> None:
    assen = of_election(read((DATA / "Netherlands_Assen_2024.pb").read_bytes()))
    assert (assen.rule, assen.completion, assen.ballots.min_picks) == ("equal_shares", "add1", 2)
    assert {"utility", "tie", "comment"} == assen.open_fields and contradictions(assen) == ()
    assert (assen.place, assen.date, assen.currency) == ("Assen", "31.03.2024", "EUR")


@pytest.mark.parametrize(
    ("name", "rule", "about"),
    [
        ("greedy", "greedy_skip", set()),
        ("greedy-no-skip", "greedy_no_skip", set()),
        ("greedy-threshold", "greedy_skip", {"thresholds"}),
        ("greedy-exclusive", "greedy_skip", {"exclusive"}),
        ("equalshares", "equal_shares", {"utility"}),
        ("equalshares/add1", "equal_shares", {"utility"}),
        ("equalshares/add1-comparison", "equal_shares", {"utility", "comparison"}),
        ("greedy-custom", "unknown", {"rule"}),
        ("unknown", "unknown", {"rule"}),
        ("", "unknown", {"rule"}),
    ],
)
def test_the_rule_of_a_file(name: str, rule: str, about: set[str]) -> None:
    stated = rules(rule=name)
    assert stated.rule == rule and stated.open_fields == about | {"tie"}


def test_the_rule_of_poznan_is_taken_from_its_own_words() -> None:
    stated = rules(rule="greedy-custom", comment="... enough to fund at least 80% of that project, we fund it as well")
    assert stated.rule == "greedy_80" and {"rule", "comment"} <= stated.open_fields


def test_limits_of_a_ballot() -> None:
    stated = rules(rule="greedy", min_length="3", max_length="15", min_sum_cost="5", max_sum_cost="1000,50").ballots
    assert (stated.format, stated.min_picks, stated.max_picks) == ("knapsack", 3, 15)
    assert (stated.min_cost, stated.max_cost) == (500, 100_050)


def test_limits_per_theme() -> None:
    lists = {"min_length_per_category": "0,1", "max_length_per_category": "3,3", "max_sum_cost_per_category": "10,0"}
    stated = rules(rule="greedy", categories=THEMES, **lists)
    assert stated.ballots.picks_per_category == (Limit("Groen", 0, 3), Limit("Samen", 1, 3))
    assert stated.ballots.cost_per_category == (Limit("Groen", most=1000),)
    # Whether the amount on the ballot also holds at the count is a question in a real file.
    assert stated.open_fields == {"caps", "tie"}


def test_points_are_read_where_points_are_given() -> None:
    given = {"min_points": "1", "max_points": "5", "min_sum_points": "2", "max_sum_points": "10"}
    stated = rules(VoteType.CUMULATIVE, rule="greedy", **given).ballots
    assert (stated.min_points, stated.max_points, stated.min_sum_points, stated.max_sum_points) == (1, 5, 2, 10)
    assert contradictions(rules(VoteType.ORDINAL, rule="greedy", **given)) == ()
    assert "ballots.max_sum_points" in rules(VoteType.CUMULATIVE, rule="greedy").open_fields


def test_money_per_theme_and_neighbourhood() -> None:
    stated = rules(
        rule="greedy",
        categories=THEMES,
        budget_per_category="600,400",
        neighborhoods="Noord,Zuid",
        budget_per_neighborhood="1,2",
        leftover_budget="Fund additional projects that fit within leftover budget ordered by score",
    )
    assert stated.caps[0] == Cap("Groen", cap=60_000) and stated.caps[3] == Cap("Zuid", "area", cap=200)
    assert (stated.areas, stated.leftover) == (("Noord", "Zuid"), "next_that_fits")
    assert stated.open_fields == {"tie", "caps_bind_leftover"} and contradictions(stated) == ()


def test_what_is_left() -> None:
    going_on = rules(
        rule="greedy", leftover_budget="Fund additional projects that fit within leftover budget ordered by score"
    )
    part = rules(rule="greedy-no-skip", leftover_budget="Partially fund one additional project with highest score")
    other = rules(rule="greedy", leftover_budget="Ask the mayor")
    assert (going_on.leftover, part.leftover, other.leftover) == ("none", "part_fund_one", "none")
    assert [r.open_fields for r in (going_on, part, other)] == [{"tie"}, {"tie", "leftover"}, {"tie", "leftover"}]


def test_thresholds_and_plans() -> None:
    plans = {"min_project_cost": "50", "max_project_cost": "900.0"}
    stated = rules(rule="greedy-threshold", min_project_score_threshold="50", **plans)
    assert stated.thresholds == (Threshold("votes", Fraction(50)),)
    assert (stated.entry.min_cost, stated.entry.max_cost) == (5_000, 90_000)
    points = rules(VoteType.CUMULATIVE, rule="greedy", min_project_score_threshold="50")
    assert points.thresholds[0].measure == "score"


@pytest.mark.parametrize(
    ("meta", "about"),
    [
        ({"categories": THEMES, "budget_per_category": "1,2,3"}, "caps"),
        ({"budget_per_category": "1,2"}, "caps"),
        ({"categories": THEMES, "max_length_per_category": "3"}, "ballots.picks_per_category"),
        ({"comment": "#1: paper votes count half"}, "comment"),
        ({"max_votes_per_street": "3"}, "max_votes_per_street"),
        ({"subdistricts": "True"}, "subdistricts"),
    ],
)
def test_what_is_unclear_is_a_question(meta: dict[str, str], about: str) -> None:
    stated = rules(rule="greedy", **meta)
    assert about in stated.open_fields and contradictions(stated) == ()


def test_what_says_nothing_about_the_count_is_no_question() -> None:
    assert rules(rule="greedy", fully_funded="1", language="nl", edition="3").open_fields == {"tie"}
    assert rules(rule="greedy", categories=THEMES, max_length_per_category="0").open_fields == {"tie"}


@pytest.mark.parametrize("meta", [{"max_length": "veel"}, {"max_sum_cost": "-5"}, {"min_length": "2.5"}])
def test_a_value_that_is_no_number_is_refused(meta: dict[str, str]) -> None:
    with pytest.raises(AllocationError) as caught:
        rules(rule="greedy", **meta)
    assert caught.value.code == "bad_rule" and next(iter(meta)) in caught.value.sentence()
