"""Counting: real outcomes, small cases by hand, and what may never change an outcome."""

import gzip
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel_methods.allocation import AllocationError, Ballot, Election, Project, pabulib
from samenspel_methods.allocation.counting import count, what_if
from samenspel_methods.allocation.model import VoteType
from samenspel_methods.allocation.reglement import Reglement
from samenspel_methods.allocation.reglement.parts import Boost, Cap, Threshold, Weight

DATA = Path(__file__).parent / "data"
INDISCHE_BUURT = Path(__file__).parents[3] / "demo" / "data" / "vote-2020.pb.gz"
SHARES = Reglement(rule="equal_shares")


@cache
def assen() -> Election:
    return pabulib.read((DATA / "Netherlands_Assen_2024.pb").read_bytes())


@cache
def indische_buurt() -> Election:
    return pabulib.read(gzip.decompress(INDISCHE_BUURT.read_bytes()))


def vote(budget: int, costs: dict[str, int], *ballots: str, **more: Any) -> Election:
    """Costs and budget in whole euros; a ballot is a word of one-letter projects."""
    projects = tuple(Project(name, cost * 100) for name, cost in costs.items())
    return Election(budget * 100, projects, tuple(Ballot(tuple(word)) for word in ballots), **more)


def test_assen_as_it_was_really_decided() -> None:
    found = count(assen(), replace(SHARES, completion="add1"))
    assert found.winners == ("3", "9", "2", "11", "13", "14", "5", "6", "12")
    assert (found.cost, found.runs, found.share) == (76_700_00, 845, Fraction(42703 * 100, 21))


@pytest.mark.parametrize(
    ("completion", "winners", "cost", "runs"),
    [("none", 14, 134_576, 1), ("add1", 17, 193_030, 16), ("add1e", 17, 193_030, 16), ("add1eu", 18, 198_030, 16)],
)
def test_the_neighbourhood_of_the_demo_by_equal_shares(completion: Any, winners: int, cost: int, runs: int) -> None:
    found = count(indische_buurt(), replace(SHARES, completion=completion))
    assert (len(found.wins), found.cost, found.runs) == (winners, cost * 100, runs)


def test_the_neighbourhood_of_the_demo_by_votes() -> None:
    found = count(indische_buurt(), Reglement())
    assert (len(found.wins), found.left) == (17, 2_954_00)


@pytest.mark.parametrize(
    ("measure", "numbers", "chosen"),
    [("number", (21, 21), "shares"), ("at_least_one", (0, 5), "greedy"), ("money", (21, 25), "greedy")],
)
def test_the_comparison_of_assen(measure: Any, numbers: tuple[int, int], chosen: str) -> None:
    found = count(assen(), replace(SHARES, completion="add1", comparison=measure))
    assert found.comparison is not None
    assert ((found.comparison.shares, found.comparison.greedy), found.comparison.chosen) == (numbers, chosen)
    assert found.rule == ("equal_shares" if chosen == "shares" else "greedy_skip")


def test_shares_by_hand() -> None:
    # Each of four may spend 3. Three pay 2 each for a; then c, at 4, takes the 1 and the 3 that its two have left.
    found = count(vote(12, {"a": 6, "c": 4}, "a", "a", "ac", "c"), SHARES)
    paid = [[(int(payment.each), int(payment.voters)) for payment in win.payments] for win in found.wins]
    assert found.winners == ("a", "c") and paid == [[(200, 3)], [(300, 1), (100, 1)]]
    assert [win.price for win in found.wins] == [Fraction(1, 3), Fraction(3, 4)]


def test_a_loser_is_told_what_its_supporters_had() -> None:
    found = count(vote(12, {"a": 6, "c": 5}, "a", "a", "ac", "c"), SHARES)
    (why,) = found.refusals
    assert (why.project, why.code, dict(why.params)) == ("c", "supporters_money", {"held": 400, "short": 100})


def test_what_the_walks_do_with_what_does_not_fit() -> None:
    election = vote(10, {"a": 6, "b": 5, "c": 4}, "a", "a", "a", "b", "b", "c")
    outcomes = {
        rule: count(election, Reglement(rule=rule)).winners for rule in ("greedy_skip", "greedy_no_skip", "greedy_80")
    }
    assert outcomes == {"greedy_skip": ("a", "c"), "greedy_no_skip": ("a",), "greedy_80": ("a", "b")}
    assert count(election, Reglement(rule="greedy_no_skip", leftover="next_that_fits")).winners == ("a", "c")
    part = count(election, Reglement(rule="greedy_no_skip", leftover="part_fund_one"))
    assert (part.wins[-1].project, part.wins[-1].how, part.wins[-1].granted, part.left) == ("b", "part", 400, 0)


def test_a_cap_a_threshold_and_an_exclusion_say_why() -> None:
    projects = tuple(Project(name, 400, categories=("Groen",) if name in "ab" else ()) for name in "abcd")
    ballots = (Ballot(("a", "b", "c"), 3), Ballot(("d",)))
    rules = Reglement(
        categories=("Groen",), caps=(Cap("Groen", cap=500),), thresholds=(Threshold("votes", Fraction(2)),),
        exclusive=(("a", "c"),),
    )  # fmt: skip
    for rule in ("greedy_skip", "equal_shares"):
        found = count(Election(2000, projects, ballots), replace(rules, rule=rule))
        assert found.winners == ("a",)
        assert {why.project: why.code for why in found.refusals} == {
            "b": "cap_reached", "c": "excluded_by", "d": "below_threshold",
        }  # fmt: skip


def test_paper_and_web_weigh_half_each() -> None:
    ballots = (Ballot(("a",), 9, channel="web"), Ballot(("b",), 1, channel="paper"))
    election = Election(500, (Project("a", 500), Project("b", 400)), ballots)
    half = (Weight("web", Fraction(1, 2)), Weight("paper", Fraction(1, 2)))
    assert count(election, Reglement()).winners == ("a",)
    assert count(election, Reglement(weights=half)).winners == ("b",)  # equal weight: the cheaper one first
    with pytest.raises(AllocationError, match="channel_empty"):
        count(election, Reglement(weights=(*half[:1], Weight("paper", Fraction(1, 4)), Weight("post", Fraction(1, 4)))))


def test_small_plans_count_double_and_a_must_comes_first() -> None:
    election = vote(10, {"a": 8, "b": 4, "c": 3}, "a", "a", "a", "b", "b")
    assert count(election, Reglement(boosts=(Boost(500, Fraction(2)),))).winners == ("b",)
    assert count(election, Reglement(mandatory=("c",))).winners == ("c", "b")


def test_phragmen_shares_loads() -> None:
    # c: 3 over two is 1.5 each; then a: (4 + 1.5) / 2 is less than b's 3, and b no longer fits.
    found = count(vote(9, {"a": 4, "b": 3, "c": 3}, "ac", "a", "b", "c"), Reglement(rule="phragmen"))
    assert [(win.project, win.price) for win in found.wins] == [("c", Fraction(150)), ("a", Fraction(275))]
    assert [(why.project, why.code, why.params["left"]) for why in found.refusals] == [("b", "stopped", 200)]


def test_the_lot_decides_between_equals_and_only_then() -> None:
    election = vote(5, {"a": 5, "b": 5}, "a", "b")
    chosen = {seed: count(election, Reglement(), seed=seed).winners[0] for seed in ("een", "twee", "drie", "vier")}
    assert set(chosen.values()) == {"a", "b"} and count(election, Reglement(), seed="een").wins[0].tied
    assert all(count(vote(5, {"a": 5, "b": 5}, "b", "b", "a"), Reglement(), seed=s).winners == ("b",) for s in chosen)


def test_the_most_support_is_found() -> None:
    election = vote(10, {"a": 10, "b": 6, "c": 4}, "a", "a", "a", "b", "b", "c", "c")
    assert set(count(election, Reglement(rule="max_support")).winners) == {"b", "c"}


def test_dhondt_gives_themes_their_turns() -> None:
    projects = [Project(name, 100, categories=(theme,)) for name, theme in zip("abcd", "GGGS", strict=True)]
    ballots = (Ballot(("a",), 6), Ballot(("b",), 5), Ballot(("c",), 4), Ballot(("d",), 6))
    rules = Reglement(rule="dhondt_by_theme", categories=("G", "S"))
    assert count(Election(300, tuple(projects), ballots), rules).winners == ("a", "b", "d")


costs = st.lists(st.integers(1, 30), min_size=2, max_size=6)
picks = st.lists(st.sets(st.integers(0, 5)), min_size=1, max_size=14)
rules = st.sampled_from(
    [Reglement(), SHARES, replace(SHARES, utility="cardinality"), replace(SHARES, completion="add1eu"),
     replace(SHARES, completion="add1"), Reglement(rule="phragmen")]
)  # fmt: skip


def made(budget: int, prices: list[int], ballots: list[set[int]]) -> Election:
    names = "abcdef"[: len(prices)]
    words = ["".join(names[i] for i in sorted(b) if i < len(names)) for b in ballots]
    return vote(budget, dict(zip(names, prices, strict=True)), *words)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), costs, picks, rules, st.randoms())
def test_what_may_not_change_an_outcome(budget: int, prices: Any, ballots: Any, rule: Reglement, chance: Any) -> None:
    election = made(budget, prices, ballots)
    found = count(election, rule)
    mixed, projects = list(election.ballots), list(election.projects)
    chance.shuffle(mixed)
    chance.shuffle(projects)
    nobody = Project("z", 100)
    other = replace(election, ballots=tuple(mixed), projects=(*projects, nobody))
    assert count(other, rule).winners == found.winners
    assert found.cost <= election.budget


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 40), costs, picks, st.sampled_from(["add1", "add1e", "add1eu"]), st.sampled_from(["cost", "score"])
)
def test_leaping_equals_stepping(budget: int, prices: Any, ballots: Any, completion: Any, utility: Any) -> None:
    from samenspel_methods.allocation import completion as module
    from samenspel_methods.allocation.exact import exact_run

    election = made(budget, prices, ballots)
    rule = replace(SHARES, completion=completion, utility=utility, step=7)
    found = count(election, rule)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "certain", lambda *_asked: None)
        patch.setattr(module, "_run", lambda play, share: [paid.project for paid in exact_run(play, share)[0]])
        assert count(election, rule) == found


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 60), costs, picks, st.integers(2, 9))
def test_another_currency_changes_nothing(budget: int, prices: Any, ballots: Any, times: int) -> None:
    election = made(budget, prices, ballots)
    larger = replace(
        election, budget=election.budget * times,
        projects=tuple(replace(p, cost=p.cost * times) for p in election.projects),
    )  # fmt: skip
    assert count(larger, SHARES).winners == count(election, SHARES).winners


def test_points_and_ranks_count() -> None:
    projects = (Project("a", 300), Project("b", 300))
    ranked = Election(300, projects, (Ballot(("a", "b"), 2), Ballot(("b", "a"), 3)), VoteType.ORDINAL)
    pointed = Election(300, projects, (Ballot(("a", "b"), 1, (9, 1)), Ballot(("b",), 3, (2,))), VoteType.CUMULATIVE)
    assert (count(ranked, Reglement()).winners, count(pointed, Reglement()).winners) == (("b",), ("a",))
    # Everybody must pay all they have for either, so the prices are equal and the number decides, not the score.
    assert [(win.project, win.score, win.tied) for win in count(ranked, SHARES).wins] == [("a", Fraction(7), ("b",))]
    assert [(win.project, win.score) for win in count(pointed, SHARES).wins] == [("b", Fraction(7))]


def test_contradictory_rules_are_not_counted() -> None:
    with pytest.raises(AllocationError, match="contradictory") as wrong:
        count(assen(), Reglement(completion="add1"))
    assert "raise_without_shares" in wrong.value.sentence("nl")


def test_everything_fits_and_the_share_stops_rising() -> None:
    found = count(vote(10, {"a": 2, "b": 3}, "a", "b", "ab"), replace(SHARES, completion="add1"))
    assert (set(found.winners), found.cost) == ({"a", "b"}, 500)


def test_nobody_votes_for_anything() -> None:
    found = count(vote(10, {"a": 2}, "", ""), replace(SHARES, completion="add1eu"))
    assert (found.winners, [why.code for why in found.refusals]) == ((), ["no_votes"])


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), costs, picks, rules, st.integers(1, 40))
def test_what_if_gives_the_winners_of_a_whole_count(
    budget: int, prices: Any, ballots: Any, rule: Reglement, other: int
) -> None:
    election = made(budget, prices, ballots)
    ask = what_if(election, rule)
    for change in ({}, {"a": other * 100}):
        priced = tuple(replace(p, cost=change.get(p.id, p.cost)) for p in election.projects)
        assert ask(change) == count(replace(election, projects=priced), rule).winners


def test_a_must_fills_the_cap_of_its_theme() -> None:
    projects = tuple(Project(name, 400, categories=("Groen",)) for name in "ab")
    rules = Reglement(categories=("Groen",), caps=(Cap("Groen", cap=500),), mandatory=("a",))
    found = count(Election(2000, projects, (Ballot(("b",), 3),)), rules)
    assert (found.winners, [why.code for why in found.refusals]) == (("a",), ["cap_reached"])


def test_a_tie_of_plain_prices_is_told() -> None:
    found = count(vote(8, {"a": 4, "b": 4, "c": 9}, "a", "a", "b", "b"), SHARES)
    assert [(win.project, win.tied) for win in found.wins] == [("a", ("b",)), ("b", ())]


def test_a_boost_of_two_and_a_half() -> None:
    found = count(vote(10, {"a": 4, "b": 8}, "a", "a", "b"), Reglement(boosts=(Boost(500, Fraction(5, 2)),)))
    assert [(win.project, win.score, win.votes) for win in found.wins] == [("a", Fraction(5), 2)]
    for rule in ("phragmen", "equal_shares"):
        with pytest.raises(AllocationError, match="boosts_not_with_rule"):
            count(vote(10, {"a": 4}, "a"), replace(Reglement(boosts=(Boost(500, Fraction(2)),)), rule=rule))


def test_a_theme_and_an_area_of_one_name_have_their_own_caps() -> None:
    projects = (Project("a", 300, categories=("Oost",)), Project("b", 300, areas=("Oost",)))
    caps = (Cap("Oost", cap=400), Cap("Oost", division="area", cap=400))
    rules = Reglement(categories=("Oost",), areas=("Oost",), caps=caps)
    assert count(Election(1000, projects, (Ballot(("a", "b")),)), rules).winners == ("a", "b")


def test_a_plan_without_a_theme_is_told_so_by_dhondt() -> None:
    projects = (Project("a", 300, categories=("G",)), Project("b", 300))
    found = count(Election(900, projects, (Ballot(("a", "b")),)), Reglement(rule="dhondt_by_theme", categories=("G",)))
    assert (found.winners, [(why.project, why.code) for why in found.refusals]) == (("a",), [("b", "no_theme")])


def test_weights_that_cannot_be_counted_exactly_are_refused() -> None:
    ballots = tuple(Ballot(("a",), 999_983 - n, channel=str(n)) for n in range(9))
    rules = Reglement(weights=tuple(Weight(str(n), Fraction(1, 9)) for n in range(9)))
    with pytest.raises(AllocationError, match="weights_too_fine"):
        count(Election(500, (Project("a", 500),), ballots), rules)
