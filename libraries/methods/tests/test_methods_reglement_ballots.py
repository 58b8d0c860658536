"""A ballot hears what is wrong with it; rules side by side on the same ballots."""

from dataclasses import replace
from typing import Any

import pytest

from samenspel_methods.allocation import Project
from samenspel_methods.allocation.reglement import (
    Reglement,
    compare,
    contradictions,
    preset,
    presets,
    problems,
    sentence,
    settle,
)
from samenspel_methods.allocation.reglement.errors import ReglementError
from samenspel_methods.allocation.reglement.parts import Ballots, Limit, Tie, Words
from samenspel_methods.allocation.reglement.terms import RULES

PLANS = tuple(Project(str(i), 200, categories=("groen",)) for i in range(4))


def codes(picks: str, kind: str = "approval", points: tuple[int, ...] = (), **rest: Any) -> list[str]:
    rules = Reglement(ballots=Ballots(kind, **rest))  # type: ignore[arg-type]
    found = problems(rules, list(picks), PLANS, points)
    assert all(len(sentence(fault, language)) > 20 for fault in found for language in ("nl", "en", "tr"))
    return [fault.code for fault in found]


@pytest.mark.parametrize(
    ("picks", "limits", "wrong"),
    [
        ("", {}, []),
        ("01x", {}, ["unknown_pick"]),
        ("011", {}, ["pick_twice"]),
        ("0", {"min_picks": 2}, ["too_few_picks"]),
        ("01", {"min_picks": 2, "max_picks": 2}, []),
        ("012", {"max_picks": 2}, ["too_many_picks"]),
        ("01", {"kind": "choose_1"}, ["too_many_picks"]),
        ("01", {"kind": "knapsack", "max_cost": 400}, []),
        ("01", {"kind": "knapsack", "max_cost": 399}, ["picks_too_dear"]),
        ("0", {"min_cost": 201}, ["picks_too_cheap"]),
        ("01", {"cost_per_category": (Limit("groen", 0, 399),)}, ["category_too_dear"]),
        ("01", {"cost_per_category": (Limit("groen", 401),)}, ["category_too_cheap"]),
        ("01", {"picks_per_category": (Limit("groen", 0, 1),)}, ["category_too_many"]),
        ("01", {"picks_per_category": (Limit("groen", 2, 2),)}, []),
        ("01", {"picks_per_category": (Limit("samen", 1),)}, ["category_too_few"]),
        ("01", {"points": (1, 2)}, ["no_points_here"]),
        ("01", {"kind": "scoring", "points": (1,)}, ["points_missing"]),
        ("01", {"kind": "scoring", "points": (1, 4), "max_points": 3}, ["pick_too_many_points"]),
        ("01", {"kind": "scoring", "points": (1, 4), "min_points": 2}, ["pick_too_few_points"]),
        ("01", {"kind": "cumulative", "points": (1, 4), "max_sum_points": 4}, ["too_many_points"]),
        ("01", {"kind": "cumulative", "points": (1, 4), "min_sum_points": 6}, ["too_few_points"]),
        ("01", {"kind": "cumulative", "points": (1, 4), "min_sum_points": 5, "max_sum_points": 5}, []),
    ],
)
def test_a_ballot_hears_what_is_wrong(picks: str, limits: dict[str, Any], wrong: list[str]) -> None:
    assert codes(picks, **limits) == wrong


def test_amounts_are_said_in_euros() -> None:
    rules = Reglement(ballots=Ballots(min_cost=5_000_00))
    assert "€ 5.000 zijn" in sentence(problems(rules, ["0"], PLANS)[0])


ONE = Reglement(id="een", ballots=Ballots(min_picks=1))


def test_rules_side_by_side() -> None:
    shares = replace(ONE, rule="equal_shares", completion="add1")
    laid = compare([ONE, shares, replace(ONE, ballots=Ballots("knapsack", 1, max_cost=500))])
    assert [run.label for run in laid.runs] == ["een", "een (2)", "een (3)"]
    assert laid.differs == ("ballots.format", "ballots.max_cost", "rule", "completion")
    assert laid.refused == ()


def test_what_cannot_be_compared_is_refused_with_the_reason() -> None:
    other, broken = replace(ONE, ballots=Ballots("ordinal")), replace(ONE, completion="u")
    laid = compare([ONE, other, broken, preset("gebiedsplan-oost"), preset("oost-2024")])
    assert [run.reglement for run in laid.runs] == [ONE]
    expected = ["compare_other_ballots", "compare_contradiction", "compare_not_countable", "compare_not_countable"]
    assert [fault.code for fault in laid.refused] == expected
    assert all(len(sentence(fault, "en")) > 20 for fault in laid.refused)
    assert not compare([]).runs and not compare([]).differs


def test_a_title_is_no_difference() -> None:
    assert compare([ONE, replace(ONE, title=Words("Anders"), id="twee")]).differs == ()


def test_an_answer_settles_a_question() -> None:
    rules = settle(preset("oost-2024"), rule="greedy_skip")
    assert rules.countable and "rule" not in rules.open_fields and "tie" in rules.open_fields


def test_an_answer_settles_no_other_question() -> None:
    rules = settle(preset("west-2025"), {"ballots.format": "approval", "tie": Tie(("lot",))})
    assert (rules.ballots.format, rules.tie.order) == ("approval", ("lot",))
    assert preset("west-2025").open_fields - rules.open_fields == {"ballots.format", "tie"}


@pytest.mark.parametrize("answer", [{"rule": "loudest"}, {"ballots.formatt": "approval"}, {"budget.cents": 5}])
def test_an_answer_that_is_not_understood_is_refused(answer: dict[str, object]) -> None:
    with pytest.raises(ReglementError):
        settle(preset("oost-2024"), answer)


OPEN = [(rules, option) for rules in presets() for entry in rules.unclear for option in entry.options]


@pytest.mark.parametrize(("rules", "option"), [(r, o) for r, o in OPEN if r.rule == "unknown" and o in RULES])
def test_every_answer_that_a_preset_offers_can_be_counted(rules: Reglement, option: str) -> None:
    settled = settle(rules, rule=option)
    if rules.ballots.format == "unknown":
        settled = settle(settled, {"ballots.format": "approval"})
    assert settled.countable and contradictions(settled) == ()
