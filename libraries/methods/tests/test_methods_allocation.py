"""The vote of the Indische Buurt in 2020, and small cases worked out by hand."""

import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_methods import sentences
from samenspel_methods.allocation import (
    AllocationError,
    Ballot,
    Election,
    Project,
    RuleSet,
    check,
    explain,
    greedy,
    sentence,
)
from samenspel_methods.allocation.model import Fault, Outcome, Step, VoteType
from samenspel_methods.allocation.pabulib import read
from samenspel_methods.allocation.reglement import from_election, not_modelled

VOTE = Path(__file__).parents[3] / "demo" / "data" / "vote-2020.pb.gz"


@cache
def indische_buurt() -> Election:
    return read(gzip.decompress(VOTE.read_bytes()))


def election(budget: int, *plans: tuple[str, int, int]) -> Election:
    """Plans as (id, cost, votes)."""
    projects = tuple(Project(name, cost) for name, cost, _ in plans)
    return Election(budget, projects, tuple(Ballot((name,), votes) for name, _, votes in plans if votes))


def test_the_indische_buurt_funded_17_plans() -> None:
    outcome = greedy(indische_buurt())
    assert indische_buurt().voters == 5448
    assert (len(outcome.funded), outcome.cost, outcome.left) == (17, 19_704_600, 295_400)
    assert check(indische_buurt(), outcome) == ()


@pytest.mark.parametrize(
    ("name", "votes", "euro"),
    [
        ("Avontuurlijk blotevoetenpad", 185, 9_546),
        ("Doorbreek de schaamte", 1_005, 342_355),
        ("Ertskade vergroenen", 273, 81_594),
        ("Groene ontmoetingsplek", 1_058, 290_221),
    ],
)
def test_plans_without_money_hear_what_was_missing(name: str, votes: int, euro: int) -> None:
    number = next(p.id for p in indische_buurt().projects if p.name.startswith(name))
    reason = next(r for r in explain(greedy(indische_buurt())) if r.project == number)
    assert reason.params["votes_needed"] == votes
    assert reason.params["euro_needed"] == euro * 100


def test_the_reason_is_a_sentence() -> None:
    reasons = explain(greedy(indische_buurt()))
    assert sentence(reasons[0]) == "Er was nog € 200.000. Dat was genoeg."
    assert sentence(reasons[20]).endswith("Nodig: 185 stemmen meer, of € 9.546 meer in de pot.")
    assert sentence(reasons[20], "en").endswith("Needed: 185 more votes, or € 9,546 more in the pot.")


@pytest.mark.parametrize("language", ["ar", "tr"])
def test_a_resident_reads_the_reason_in_more_languages(language: str) -> None:
    dutch, other = sentences("samenspel_methods.allocation", "nl"), sentences("samenspel_methods.allocation", language)
    holes = {code: sorted(re.findall(r"{\w+}", dutch[code])) for code in other}
    assert {code: sorted(re.findall(r"{\w+}", text)) for code, text in other.items()} == holes
    said = [sentence(reason, language) for reason in explain(greedy(indische_buurt()))]
    assert "200.000" in said[0] and all(said)


def test_skip_what_does_not_fit() -> None:
    outcome = greedy(election(100, ("a", 60, 9), ("b", 50, 8), ("c", 40, 7), ("d", 1, 0)))
    assert outcome.funded == ("a", "c")
    assert [reason.code for reason in explain(outcome)] == ["fits", "does_not_fit", "fits", "no_votes"]


def test_ties_go_to_the_lower_cost_and_then_to_the_lot() -> None:
    tied = election(100, ("a", 60, 5), ("b", 50, 5), ("c", 60, 5))
    assert greedy(tied).steps[0].project == "b"
    orders = {tuple(step.project for step in greedy(tied, str(seed)).steps) for seed in range(20)}
    assert orders == {("b", "a", "c"), ("b", "c", "a")}
    assert [step.lot for step in greedy(tied, "x").steps] == [False, True, True]


def test_a_plan_above_the_whole_budget_says_so() -> None:
    reason = explain(greedy(election(100, ("a", 160, 9))))[0]
    assert (reason.code, reason.params["euro_needed"]) == ("too_dear", 60)
    assert "votes_needed" not in reason.params


def test_other_ballots_count_their_points() -> None:
    projects = (Project("a", 10), Project("b", 10))
    ranked = Election(10, projects, (Ballot(("a", "b")), Ballot(("b",), 1)), VoteType.ORDINAL)
    assert {step.project: step.score for step in greedy(ranked).steps} == {"a": 2, "b": 2}
    points = Election(10, projects, (Ballot(("a", "b"), 2, (0, 3)),), VoteType.CUMULATIVE)
    assert greedy(points).steps[0].score == 6
    assert check(points, greedy(points)) == ()


plans = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 9)), min_size=1, max_size=6)


@given(plans, st.integers(1, 60))
def test_what_was_needed_is_enough_and_one_less_is_not(costs: list[tuple[int, int]], budget: int) -> None:
    every = [(str(i), cost, votes) for i, (cost, votes) in enumerate(costs)]
    outcome = greedy(election(budget, *every))
    assert check(election(budget, *every), outcome) == ()
    for reason in (reason for reason in explain(outcome) if reason.code == "does_not_fit"):
        name = reason.project
        enough = (more for more in count(1) if wins_with(every, budget + more, name, 0))
        assert next(enough) == reason.params["euro_needed"]
        if votes := reason.params.get("votes_needed"):
            assert wins_with(every, budget, name, votes)
            assert not wins_with(every, budget, name, votes - 1) or draws(every, name, votes - 1)


def wins_with(every: list[tuple[str, int, int]], budget: int, number: str, extra: int) -> bool:
    more = [(name, cost, votes + extra * (name == number)) for name, cost, votes in every]
    return number in greedy(election(budget, *more)).funded


def draws(every: list[tuple[str, int, int]], number: str, extra: int) -> bool:
    """Whether the plan would be exactly equal to another, so that a lot decides."""
    own = next((cost, votes + extra) for name, cost, votes in every if name == number)
    return own in [(cost, votes) for name, cost, votes in every if name != number]


def test_a_forged_outcome_is_noticed() -> None:
    honest = election(100, ("a", 60, 9), ("b", 50, 8))
    assert check(honest, greedy(election(100, ("a", 60, 7), ("b", 50, 8)))) == ("wrong_votes",)
    assert "overspent" in check(honest, greedy(election(110, ("a", 60, 9), ("b", 50, 8))))
    assert check(honest, greedy(election(100, ("a", 60, 9)))) == ("other_projects",)


def test_the_ballots_are_read_once_however_many_projects_there_are() -> None:
    class Pile(tuple[Ballot, ...]):
        """Ballots that count how often somebody walks through them."""

        walks = 0

        def __iter__(self) -> Iterator[Ballot]:
            Pile.walks += 1
            return super().__iter__()

    pile = Pile([Ballot(("a",)), Ballot(("a", "b"))])
    asked = Election(100, tuple(Project(name, 60) for name in "abcdefgh"), pile)
    outcome, Pile.walks = greedy(asked), 0
    assert check(asked, outcome) == () and Pile.walks == 1


def test_a_project_named_twice_on_a_ballot_counts_where_it_stands_first() -> None:
    twice = Election(100, (Project("a", 60),), (Ballot(("a", "a"), 2, (3, 1)),), VoteType.CUMULATIVE)
    assert check(twice, Outcome(100, (Step("a", 6, 2, 60, 100, funded=True),))) == ()


def test_the_rules_of_2020_are_data() -> None:
    rules = from_election(indische_buurt())
    assert rules.max_cost_per_category["Meer groen"] == 4_763_400
    assert rules.min_project_cost == 500_000
    assert rules.contradictions() == ()
    assert RuleSet.from_json(json.loads(json.dumps(rules.to_json()))) == rules


@pytest.mark.parametrize("meta", [{"max_length": "veel"}, {"max_sum_cost_per_category": "1,2", "categories": "a"}])
def test_rules_that_are_not_understood_are_refused(meta: dict[str, str]) -> None:
    with pytest.raises(AllocationError) as caught:
        from_election(Election(1, (), (), meta=tuple(meta.items())))
    assert (caught.value.code, caught.value.sentence()[:8]) == ("bad_rule", "De regel")


def test_rules_that_are_left_out_are_named() -> None:
    assert not_modelled(indische_buurt()) == ()
    meta = (("min_length_per_category", "0,0"), ("max_length_per_category", "3,3"))
    assert not_modelled(Election(1, (), (), meta=meta)) == ("max_length_per_category",)


def test_unknown_rules_are_refused() -> None:
    with pytest.raises(AllocationError) as caught:
        RuleSet.from_json({"name": "r", "veto": True})
    assert (
        caught.value.sentence() == "Wij kennen deze spelregels niet: veto. Haal ze weg of vraag om een nieuwere versie."
    )


def test_both_languages_say_the_same_things() -> None:
    for package in ("allocation", "ledger"):
        dutch, english = (sentences(f"samenspel_methods.{package}", code) for code in ("nl", "en"))
        assert dutch.keys() == english.keys()


def test_every_ballot_of_2020_kept_the_rules() -> None:
    rules, projects = from_election(indische_buurt()), indische_buurt().projects
    assert not any(rules.problems(ballot.picks, projects) for ballot in indische_buurt().ballots)


def test_a_ballot_hears_what_is_wrong() -> None:
    rules = RuleSet("r", "limited", 2, 2, 500, {"groen": 300})
    projects = [Project(str(i), 200, categories=("groen",)) for i in range(4)]
    faults = rules.problems(["0", "1", "2", "2", "x"], projects)
    codes = ["unknown_pick", "pick_twice", "too_many_picks", "picks_too_dear", "category_too_dear"]
    assert [fault.code for fault in faults] == codes
    assert sentence(faults[-1]).startswith("Uw plannen bij groen kosten samen € 6.")
    assert [fault.code for fault in rules.problems(["0"], projects)] == ["too_few_picks"]


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (RuleSet("r", min_picks=3, max_picks=2), "min_above_max"),
        (RuleSet("r", "limited"), "limited_without_limit"),
        (RuleSet("r", max_cost=5), "limit_without_limited"),
        (RuleSet("r", "limited", max_cost=5, min_project_cost=6), "limit_below_cheapest"),
        (RuleSet("r", "limited", min_picks=2, max_cost=10, min_project_cost=6), "minimum_not_payable"),
        (RuleSet("r", max_picks=0), "no_picks_allowed"),
        (RuleSet("r", min_picks=-1), "negative"),
        (RuleSet("r", rule="loudest"), "unknown_count"),
        (RuleSet("r", ballot="hands"), "unknown_ballot"),
        (RuleSet("r", tie="fight"), "unknown_tie"),
    ],
)
def test_rules_that_cannot_hold_together(rules: RuleSet, code: str) -> None:
    assert code in {fault.code for fault in rules.contradictions()}
    assert len(sentence(Fault(code))) > 20
