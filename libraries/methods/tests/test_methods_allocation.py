"""The vote of the Indische Buurt in 2020, and small cases worked out by hand."""

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import count as numbers
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_methods import sentences
from samenspel_methods.allocation import AllocationError, Ballot, Election, Project, RuleSet, explain, sentence
from samenspel_methods.allocation.certificate import certificate
from samenspel_methods.allocation.check import check
from samenspel_methods.allocation.counting import count
from samenspel_methods.allocation.model import Fault, VoteType
from samenspel_methods.allocation.pabulib import read
from samenspel_methods.allocation.reasons import (
    Needs,
    cost_to_win,
    listed,
    needs,
    needs_of,
    said,
    said_needs,
    votes_to_win,
)
from samenspel_methods.allocation.reglement import Reglement, from_election, not_modelled
from samenspel_methods.allocation.reglement.parts import Entry
from samenspel_methods.allocation.result import Result

VOTE = Path(__file__).parents[3] / "demo" / "data" / "vote-2020.pb.gz"


@cache
def indische_buurt() -> Election:
    return read(gzip.decompress(VOTE.read_bytes()))


def election(budget: int, *plans: tuple[str, int, int]) -> Election:
    """Plans as (id, cost, votes)."""
    projects = tuple(Project(name, cost) for name, cost, _ in plans)
    return Election(budget, projects, tuple(Ballot((name,), votes) for name, _, votes in plans if votes))


RULES = Reglement()


def greedy(asked: Election, seed: str | None = None) -> Result:
    return count(asked, RULES, seed=seed)


def needed(asked: Election) -> Mapping[str, Needs]:
    return needs(asked, RULES, greedy(asked))


def faults(asked: Election, outcome: Result) -> set[str]:
    return {fault.code for fault in check(asked, certificate(asked, RULES, outcome), RULES)}


def test_the_indische_buurt_funded_17_plans() -> None:
    outcome = greedy(indische_buurt())
    assert indische_buurt().voters == 5448
    assert (len(outcome.winners), outcome.cost, outcome.left) == (17, 19_704_600, 295_400)
    assert faults(indische_buurt(), outcome) == set()


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
    found = needed(indische_buurt())[number]
    assert (found.votes, found.budget, found.cost) == (votes, euro * 100, 295_400)


def test_the_reason_is_a_sentence() -> None:
    outcome, names = greedy(indische_buurt()), {p.id: p.name for p in indische_buurt().projects}
    first = said(explain(indische_buurt(), outcome)[0])
    assert first.endswith("was er nog € 200.000. Dat was genoeg: het kost € 15.000.")
    found = needs(indische_buurt(), RULES, outcome)["38597"]
    assert said_needs(found, "nl", names) == (
        "Nodig: 185 stemmen meer, € 9.546 meer in de pot of een prijs van hooguit € 2.954. "
        "Met die stemmen ging er geen geld naar Gezondere leefstijl voor meiden met overgewicht."
    )
    assert said_needs(found, "en").startswith("Needed: 185 more votes, € 9,546 more in the pot or a cost of at most")


@pytest.mark.parametrize("language", ["ar", "tr"])
@pytest.mark.parametrize("part", ["", "reasons."])
def test_a_resident_reads_it_in_more_languages(language: str, part: str) -> None:
    package = "samenspel_methods.allocation"
    dutch, other = sentences(package, f"{part}nl"), sentences(package, f"{part}{language}")
    holes = {code: sorted(re.findall(r"{\w*}", dutch[code])) for code in other}
    assert {code: sorted(re.findall(r"{\w*}", text)) for code, text in other.items()} == holes


def test_a_greedy_result_is_told_whole_in_arabic_and_turkish() -> None:
    outcome = greedy(indische_buurt())
    english = sentences("samenspel_methods.allocation", "reasons.en")
    for language in ("ar", "tr"):
        own = sentences("samenspel_methods.allocation", f"reasons.{language}")
        codes = {reason.code for reason in explain(indische_buurt(), outcome)} | {k for k in english if "needs" in k}
        assert not [code for code in codes if own[code] == english[code]]
        assert "200.000" in said(explain(indische_buurt(), outcome)[0], language)


def test_an_unknown_language_gets_english() -> None:
    fault = Fault("too_many_picks", {"count": 3, "most": 2})
    assert sentence(fault, "fr") == sentence(fault, "en") != sentence(fault)
    assert sentence(fault, "ar") not in (sentence(fault, "en"), sentence(fault))
    assert AllocationError("empty").sentence("ar") == AllocationError("empty").sentence("en")


def test_skip_what_does_not_fit() -> None:
    asked = election(100, ("a", 60, 9), ("b", 50, 8), ("c", 40, 7), ("d", 1, 0))
    assert greedy(asked).winners == ("a", "c")
    assert {why.project: why.code for why in greedy(asked).refusals} == {"b": "does_not_fit", "d": "no_votes"}


def test_ties_go_to_the_lower_cost_and_then_to_the_lot() -> None:
    tied = election(170, ("a", 60, 5), ("b", 50, 5), ("c", 60, 5))
    assert greedy(tied).winners[0] == "b"
    orders = {greedy(tied, str(seed)).winners for seed in range(20)}
    assert orders == {("b", "a", "c"), ("b", "c", "a")}


def test_a_plan_above_the_whole_budget_says_so() -> None:
    asked = election(100, ("a", 160, 9))
    assert greedy(asked).refusals[0].code == "too_dear"
    assert needed(asked)["a"] == Needs("a", None, 60, 100)


def test_other_ballots_count_their_points() -> None:
    projects = (Project("a", 10), Project("b", 10))
    ranked = Election(20, projects, (Ballot(("a", "b")), Ballot(("b",), 1)), VoteType.ORDINAL)
    assert {win.project: win.score for win in greedy(ranked).wins} == {"a": 2, "b": 2}
    points = Election(10, projects, (Ballot(("a", "b"), 2, (0, 3)),), VoteType.CUMULATIVE)
    assert greedy(points).wins[0].score == 6
    assert faults(points, greedy(points)) == set()


plans = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 9)), min_size=1, max_size=6)


@given(plans, st.integers(1, 60))
def test_what_was_needed_is_enough_and_one_less_is_not(costs: list[tuple[int, int]], budget: int) -> None:
    asked = election(budget, *((str(i), cost, votes) for i, (cost, votes) in enumerate(costs)))
    assert faults(asked, greedy(asked)) == set()
    for name, found in needed(asked).items():
        # An election without voters cannot be counted otherwise than by adding one.
        assert found.votes == votes_to_win(asked, name, greedy, 99).value
        assert found.cost == cost_to_win(asked, name, greedy, unit=1).value
        if any(name in ballot.picks for ballot in asked.ballots):
            enough = (more for more in numbers(1) if name in greedy(replace(asked, budget=budget + more)).winners)
            assert next(enough) == found.budget
        else:
            assert found.budget is None


@given(plans, st.integers(1, 60))
def test_rivals_are_who_would_have_lost(costs: list[tuple[int, int]], budget: int) -> None:
    asked = election(budget, *((str(i), cost, votes) for i, (cost, votes) in enumerate(costs)))
    for name, found in needed(asked).items():
        more = replace(asked, ballots=(*asked.ballots, Ballot((name,), found.votes or 0)))
        after = greedy(more).winners if found.votes else greedy(asked).winners
        assert found.instead_of == tuple(won for won in greedy(asked).winners if won not in after)


def test_other_rules_are_asked_by_counting_again() -> None:
    asked = election(100, ("a", 60, 9), ("b", 50, 8))
    rules = Reglement(rule="equal_shares")
    outcome = count(asked, rules)
    assert needs(asked, rules, outcome) == {}
    found = needs_of("a", asked, rules, outcome, lambda other: count(other, rules))
    assert (found.votes, found.cost) == (votes_to_win(asked, "a", lambda o: count(o, rules)).value, None)


def test_a_search_for_the_smallest_budget_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "PATIENCE", 1)
    assert listed.smallest_budget([60, 50, 40], 70, 65) == 65 + 150 + 70


def test_a_lower_cost_is_not_below_what_a_plan_must_cost() -> None:
    asked, rules = election(100, ("a", 60, 9), ("b", 50, 8)), replace(RULES, entry=Entry(min_cost=41))
    assert needed(asked)["b"].cost == 40
    assert needs(asked, rules, count(asked, rules))["b"].cost is None


def test_a_forged_outcome_is_noticed() -> None:
    honest = election(100, ("a", 60, 9), ("b", 50, 8))
    other = greedy(election(100, ("a", 60, 7), ("b", 50, 8)))
    assert "other_winners" in faults(honest, replace(other, voters=honest.voters))
    paper = certificate(honest, RULES, greedy(honest))
    assert {fault.code for fault in check(replace(honest, budget=110), paper)} == {"other_election", "wrong_budget"}
    assert check(honest, paper) == ()


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
