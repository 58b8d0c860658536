"""Rules that cannot hold together, each with its remedy, and what stays allowed."""

import inspect
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from samenspel_methods.allocation import Ballot, Election, Project
from samenspel_methods.allocation.model import VoteType
from samenspel_methods.allocation.reglement import Reglement, contradictions, sentence
from samenspel_methods.allocation.reglement.checks import ballot, count, lists, money, plans, who
from samenspel_methods.allocation.reglement.parts import (
    Ballots,
    Boost,
    Cap,
    Eligibility,
    Entry,
    Limit,
    Threshold,
    Tie,
    Unclear,
    Weight,
)

ONE, HALF = Fraction(1), Fraction(1, 2)


def R(**rest: Any) -> Reglement:
    return Reglement(**rest)


def B(kind: str = "approval", **rest: Any) -> Reglement:
    parts = {name: rest.pop(name) for name in list(rest) if name in Ballots.__dataclass_fields__}
    return Reglement(ballots=Ballots(kind, **parts), **rest)  # type: ignore[arg-type]


AB = ("a", "b")
BROKEN = {
    "vote_without_count": B("none", rule="none"),
    "count_without_vote": R(decided_by="board"),
    "count_without_ballot": B("none"),
    "ballot_without_count": R(rule="none"),
    "ages_upside_down": R(eligibility=Eligibility(min_age=18, max_age=12)),
    "consent_for_nobody": R(eligibility=Eligibility(min_age=16, consent_under=16)),
    "plan_cost_upside_down": R(entry=Entry(min_cost=6, max_cost=5)),
    "no_plan_fits": R(entry=Entry(min_cost=6), budget=5),
    "ballot_too_short": B(min_picks=3, entry=Entry(most_plans=2)),
    "nobody_may_submit": R(entry=Entry(most_per_applicant=0)),
    "no_picks_allowed": B(max_picks=0),
    "min_above_max": B(min_picks=3, max_picks=2),
    "choose_one_is_one": B("choose_1", max_picks=2),
    "limits_without_ballot": B("none", min_picks=1, rule="none", decided_by="board"),
    "knapsack_without_cap": B("knapsack"),
    "cap_without_knapsack": B(max_cost=5),
    "cumulative_without_sum": B("cumulative"),
    "cost_upside_down": B("knapsack", min_cost=6, max_cost=5),
    "no_plan_on_ballot": B("knapsack", max_cost=5, entry=Entry(min_cost=6)),
    "minimum_not_payable": B("knapsack", max_cost=11, min_picks=2, entry=Entry(min_cost=6)),
    "no_plan_in_category": B(cost_per_category=(Limit("a", most=5),), entry=Entry(min_cost=6)),
    "categories_too_dear": B("knapsack", max_cost=5, cost_per_category=(Limit("a", 3), Limit("b", 3))),
    "categories_ask_too_much": B(max_picks=3, picks_per_category=(Limit("a", 2), Limit("b", 2))),
    "categories_allow_too_little": B(
        min_picks=3, categories=AB, picks_per_category=(Limit("a", most=1), Limit("b", most=1))
    ),
    "points_without_points_ballot": B(max_points=3),
    "no_points_allowed": B("scoring", max_points=0),
    "points_upside_down": B("scoring", min_points=4, max_points=3),
    "sum_points_upside_down": B("cumulative", min_sum_points=4, max_sum_points=3),
    "points_not_enough": B("cumulative", min_picks=3, min_points=2, max_sum_points=5),
    "points_out_of_reach": B("scoring", max_picks=2, max_points=2, min_sum_points=5),
    "twice_in_list": B(cost_per_category=(Limit("a", most=5), Limit("a", most=6))),
    "unknown_category": B(categories=AB, cost_per_category=(Limit("c", most=5),)),
    "unknown_area": R(areas=AB, caps=(Cap("c", "area", cap=5),)),
    "range_upside_down": B(picks_per_category=(Limit("a", 3, 2),)),
    "phragmen_needs_picks": B("ordinal", rule="phragmen"),
    "dhondt_without_themes": R(rule="dhondt_by_theme"),
    "dhondt_with_caps": R(rule="dhondt_by_theme", categories=AB, caps=(Cap("a", cap=5),)),
    "comparison_with_itself": R(comparison="money"),
    "raise_without_shares": R(rule="phragmen", completion="add1"),
    "completion_without_shares": R(completion="u"),
    "step_zero": R(rule="equal_shares", completion="add1", step=0),
    "nothing_left_after_80": R(rule="greedy_80", leftover="part_fund_one"),
    "leftover_without_effect": R(leftover="next_that_fits"),
    "leftover_twice": R(rule="equal_shares", completion="u", leftover="next_that_fits"),
    "free_of_no_caps": R(caps_bind_leftover=False),
    "share_above_all": R(thresholds=(Threshold("share", Fraction(3, 2)),)),
    "half_a_vote": R(thresholds=(Threshold("votes", HALF),)),
    "threshold_twice": R(thresholds=(Threshold("votes", ONE), Threshold("votes", Fraction(2)))),
    "weights_not_whole": R(weights=(Weight("web", HALF), Weight("paper", Fraction(1, 3)))),
    "weight_of_nothing": R(weights=(Weight("web", ONE), Weight("paper", Fraction(0)))),
    "boost_of_nothing": R(boosts=(Boost(5, Fraction(0)),)),
    "boost_twice": R(boosts=(Boost(5, ONE), Boost(5, HALF))),
    "tie_without_end": R(tie=Tie(("lower_cost",))),
    "tie_after_the_end": R(tie=Tie(("lot", "lower_cost"))),
    "tie_step_twice": R(tie=Tie(("more_votes", "more_votes", "lot"))),
    "tie_both_ways": R(tie=Tie(("lower_cost", "higher_cost", "lot"))),
    "empty_pot": R(budget=0),
    "floor_above_cap": R(caps=(Cap("a", floor=6, cap=5),)),
    "cap_below_cheapest": R(caps=(Cap("a", cap=5),), entry=Entry(min_cost=6)),
    "cap_of_nothing": R(caps=(Cap("a"),)),
    "floors_above_pot": R(caps=(Cap("a", floor=3), Cap("b", floor=3)), budget=5),
    "exclusive_of_one": R(exclusive=(("1",),)),
    "mandatory_and_exclusive": R(exclusive=(("1", "2"),), mandatory=("1", "2")),
}
VOTE = Election(100, (Project("1", 60, categories=("a",)), Project("2", 50, categories=("a",))), (Ballot(("1",)),))
UNFIT = {
    "channel_without_weight": R(weights=(Weight("web", ONE),)),
    "weight_without_ballots": R(weights=(Weight("", HALF), Weight("paper", HALF))),
    "other_ballots": B("choose_1"),
    "other_pot": R(budget=99),
    "rule_for_no_plan": R(mandatory=("3",)),
    "category_without_plans": R(caps=(Cap("b", floor=5),)),
    "mandatory_above_pot": R(mandatory=("1", "2")),
    "mandatory_above_cap": R(mandatory=("1",), caps=(Cap("a", cap=59),)),
}


@pytest.mark.parametrize("code", BROKEN)
def test_rules_that_cannot_hold_together(code: str) -> None:
    found = {fault.code: fault for fault in contradictions(BROKEN[code])}
    assert code in found
    for language in ("nl", "en"):
        # What is wrong, and what to do.
        assert sentence(found[code], language).count(".") >= 2


@pytest.mark.parametrize("code", UNFIT)
def test_rules_that_do_not_fit_the_plans(code: str) -> None:
    found = {fault.code: fault for fault in contradictions(UNFIT[code], VOTE)}
    assert code in found and contradictions(UNFIT[code]) == ()
    assert all(sentence(found[code], language).count(".") >= 2 for language in ("nl", "en"))


def test_every_code_is_tried_here() -> None:
    modules = (ballot, count, lists, money, plans, who)
    codes = {code for module in modules for code in re.findall(r'Fault\(\s*"(\w+)"', inspect.getsource(module))}
    assert codes | {"unknown_category", "unknown_area"} == BROKEN.keys() | UNFIT.keys()


def test_a_wrong_word_in_the_code_is_a_contradiction_too() -> None:
    faults = contradictions(replace(Reglement(), rule="loudest"))  # type: ignore[arg-type]
    assert [fault.code for fault in faults] == ["unknown_word"]
    assert "loudest" in sentence(faults[0])


@pytest.mark.parametrize(
    "rules",
    [
        Reglement(),
        B("knapsack", min_cost=5, max_cost=5, min_picks=1, entry=Entry(min_cost=5)),
        B(min_picks=2, max_picks=2, entry=Entry(most_plans=2)),
        B("cumulative", min_picks=3, max_picks=3, min_points=1, max_points=1, min_sum_points=3, max_sum_points=3),
        R(caps=(Cap("a", floor=5, cap=5), Cap("a", "area", floor=5)), budget=5),
        R(rule="equal_shares", completion="add1eu", comparison="number"),
        R(weights=(Weight("w", HALF), Weight("p", HALF))),
        R(rule="greedy_no_skip", leftover="next_that_fits"),
        R(rule="phragmen", completion="u"),
        R(leftover="next_that_fits", caps=(Cap("a", cap=5),), caps_bind_leftover=False),
        R(eligibility=Eligibility(min_age=12, consent_under=13)),
        R(thresholds=(Threshold("share", ONE), Threshold("votes", ONE, name="a"))),
        B("none", rule="none", decided_by="board"),
    ],
)  # fmt: skip
def test_rules_may_meet_at_their_border(rules: Reglement) -> None:
    assert contradictions(rules) == ()


@pytest.mark.parametrize(
    ("rules", "about"),
    [
        (B("knapsack"), "ballots.max_cost"),
        (B("cumulative"), "ballots.max_sum_points"),
        (R(rule="dhondt_by_theme"), "categories"),
        (R(leftover="next_that_fits"), "leftover"),
    ],
)
def test_an_open_question_is_no_contradiction(rules: Reglement, about: str) -> None:
    assert contradictions(rules)
    assert contradictions(replace(rules, unclear=(Unclear(about, "not_stated"),))) == ()


def test_rules_that_fit_their_plans() -> None:
    rules = R(mandatory=("1",), caps=(Cap("a", floor=60, cap=60),), budget=100)
    assert contradictions(rules, VOTE) == ()
    assert contradictions(B("ordinal"), replace(VOTE, vote_type=VoteType.ORDINAL)) == ()
