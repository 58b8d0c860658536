"""Reasons for projects and for voters, and what would have been needed: small cases worked out by hand."""

from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel_methods import sentences
from samenspel_methods.allocation.counting import count, what_if
from samenspel_methods.allocation.model import Ballot, Election, Project, VoteType
from samenspel_methods.allocation.reasons import (
    Reason,
    budget_to_win,
    cost_to_win,
    reasons,
    said,
    said_needed,
    said_to_voter,
    statement,
    votes_to_win,
)
from samenspel_methods.allocation.reglement import Reglement
from samenspel_methods.allocation.reglement.parts import Cap, Threshold

SHARES = Reglement(rule="equal_shares")
# The example of docs/certificate.md: everybody has 25 euro, a costs its three voters 20 euro each.
ELECTION = Election(
    10_000,
    (Project("a", 6_000, "Buurttuin"), Project("b", 4_000, "Speelplek")),
    (Ballot(("a",), 2), Ballot(("a", "b"), 1), Ballot(("b",), 1)),
)
NAMES = {"a": "Buurttuin", "b": "Speelplek"}
recount = partial(count, reglement=SHARES)


def reason(election: Election, reglement: Reglement, project: str) -> Reason:
    return next(found for found in reasons(election, count(election, reglement)) if found.project == project)


def test_a_winner_of_the_shares() -> None:
    found = reason(ELECTION, SHARES, "a")
    assert found.code == "won_shares" and found.won
    assert found.params == {
        "round": 1, "cost": 6_000, "votes": 3, "left": 10_000, "effective": 3, "most": 2_000, "payers": 3,
    }  # fmt: skip


def test_a_loser_hears_where_the_money_of_its_voters_went() -> None:
    found = reason(ELECTION, SHARES, "b")
    assert (found.code, found.rivals) == ("supporters_money", (("a", Fraction(2_000)),))
    assert (found.params["held"], found.params["short"]) == (3_000, 1_000)
    assert said(found, names=NAMES) == (
        "Dit plan kost € 40. De 2 kiezers van dit plan hadden samen nog € 30. Dat is € 10 te weinig. "
        "Zij betaalden mee aan Buurttuin (€ 20)."
    )
    assert said(found, "en").endswith("They paid for a (€ 20).")


def test_many_rivals_are_counted() -> None:
    rivals = tuple((name, Fraction(100)) for name in "abcde")
    found = replace(reason(ELECTION, SHARES, "b"), rivals=rivals)
    assert said(found).endswith("Zij betaalden mee aan a (€ 1), b (€ 1), c (€ 1) en nog 2 plannen.")
    assert said(replace(found, rivals=rivals[:4])).endswith("c (€ 1) en nog 1 plan.")
    assert said(replace(found, rivals=rivals[:3])).endswith("a (€ 1), b (€ 1) en c (€ 1).")


@pytest.mark.parametrize(
    ("picks", "text"),
    [
        (("a", "b"), "U had € 25 te verdelen. Daarvan ging geld naar a (€ 20). Er bleef € 5 over."),
        (("b",), "U had € 25 te verdelen. Daarmee is niets betaald. Er bleef € 25 over."),
    ],
)
def test_a_voter_hears_what_the_share_paid_for(picks: tuple[str, ...], text: str) -> None:
    found = statement(ELECTION, count(ELECTION, SHARES), Ballot(picks))
    assert said_to_voter(found) == text


def test_a_voter_hears_of_other_money() -> None:
    completed = count(ELECTION, replace(SHARES, completion="u"))
    found = statement(ELECTION, completed, Ballot(("b",)))
    assert found.share == 2_500 and found.otherwise == ("b",)
    assert said_to_voter(found, "en", NAMES).endswith("paid from other money: Speelplek.")
    greedy = count(ELECTION, Reglement())
    assert said_to_voter(statement(ELECTION, greedy, Ballot(("b",)))).endswith("krijgt geld: b.")
    assert said_to_voter(statement(ELECTION, greedy, Ballot(()))) == "Geen van de plannen die u koos, krijgt geld."


def test_what_would_have_been_needed() -> None:
    cheaper = cost_to_win(ELECTION, "b", recount)
    assert cheaper.value == 3_000  # what its two voters have left together
    assert cost_to_win(ELECTION, "b", None, what_if(ELECTION, SHARES)) == cheaper
    assert votes_to_win(ELECTION, "b", recount).value == 1
    assert budget_to_win(ELECTION, "b", recount).value == 2_000
    assert said_needed("votes", votes_to_win(ELECTION, "b", recount)).startswith("Met 1 kiezer erbij")
    assert said_needed("cost", cheaper, "en").startswith("At € 30 ")


def test_what_no_change_helps() -> None:
    election = replace(ELECTION, projects=(*ELECTION.projects, Project("c", 100)))
    assert cost_to_win(election, "c", recount).value is None
    never = partial(count, reglement=replace(SHARES, thresholds=(Threshold("votes", Fraction(99)),)))
    for kind, needed in (("votes", votes_to_win), ("budget", budget_to_win), ("cost", cost_to_win)):
        found = needed(election, "b", never)
        assert found.value is None and said_needed(kind, found) != said_needed(kind, found, "en")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 40), min_size=2, max_size=4),
    st.lists(st.sets(st.integers(0, 3), min_size=1), min_size=1, max_size=6),
    st.sampled_from(["none", "add1", "add1eu"]),
)
def test_each_answer_wins_when_counted_again(costs: list[int], picks: list[set[int]], completion: Any) -> None:
    projects = tuple(Project("abcd"[at], 100 * cost) for at, cost in enumerate(costs))
    ballots = tuple(Ballot(tuple("abcd"[at] for at in sorted(some) if at < len(costs))) for some in picks)
    election = Election(3_000, projects, ballots)
    again = partial(count, reglement=replace(SHARES, completion=completion))
    for refusal in again(election).refusals:
        found = cost_to_win(election, refusal.project, again)
        if found.value is not None:
            cheap = tuple(replace(p, cost=found.value) if p.id == refusal.project else p for p in projects)
            assert refusal.project in again(replace(election, projects=cheap)).winners


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=4),
    st.lists(st.tuples(st.sets(st.integers(0, 3)), st.integers(1, 3)), min_size=1, max_size=6),
)
def test_statements_add_up_to_the_price_list(costs: list[int], picks: list[tuple[set[int], int]]) -> None:
    projects = tuple(Project("abcd"[at], 100 * cost) for at, cost in enumerate(costs))
    ballots = tuple(Ballot(tuple("abcd"[at] for at in sorted(some) if at < len(costs)), n) for some, n in picks)
    election = Election(3_000, projects, ballots)
    result = count(election, SHARES)
    paid: dict[str, Fraction] = {}
    for ballot in ballots:
        found = statement(election, result, ballot)
        assert found.share == found.left + sum(each for _name, each in found.paid) and found.left >= 0
        for name, each in found.paid:
            paid[name] = paid.get(name, Fraction(0)) + each * ballot.count
    assert paid == {win.project: win.cost for win in result.wins}


GREEN = ("green",)
WIDE = Election(
    10_000,
    (Project("a", 6_000, "", GREEN), Project("b", 4_000, "", GREEN), Project("c", 5_000), Project("d", 4_000),
     Project("e", 100), Project("f", 20_000), Project("g", 0), Project("h", 0)),
    (Ballot(("a", "b"), 3), Ballot(("c", "f"), 2), Ballot(("d", "g"), 1)),
)  # fmt: skip
ROUNDS = [
    Reglement(free="grant"), Reglement(rule="greedy_no_skip"), Reglement(rule="greedy_80", mandatory=("d",)),
    Reglement(rule="greedy_no_skip", leftover="part_fund_one"),
    Reglement(rule="phragmen"), Reglement(rule="max_support"),
    Reglement(rule="dhondt_by_theme", categories=GREEN), replace(SHARES, completion="add1u"),
    Reglement(exclusive=(("a", "b"),)), Reglement(categories=GREEN, caps=(Cap("green", cap=5_000),)),
    Reglement(thresholds=(Threshold("votes", Fraction(2)),)), Reglement(thresholds=(Threshold("score", Fraction(2)),)),
    Reglement(thresholds=(Threshold("share", Fraction(9, 10)),)),
    Reglement(thresholds=(Threshold("cost_share", Fraction(9, 10)),)),
]  # fmt: skip


@pytest.mark.parametrize("reglement", ROUNDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_has_a_sentence(reglement: Reglement, language: str) -> None:
    found = reasons(WIDE, count(WIDE, reglement))
    assert len({one.project for one in found}) == len(found)
    for one in found:
        text = said(one, language)
        assert text.endswith(".") and "{" not in text


def test_both_languages_have_the_same_sentences() -> None:
    package = "samenspel_methods.allocation"
    assert sentences(package, "reasons.nl").keys() == sentences(package, "reasons.en").keys()


def test_equals_hear_of_the_tie_rule() -> None:
    election = Election(6_000, (Project("a", 5_000), Project("b", 5_000)), (Ballot(("a", "b"), 2),))
    assert reason(election, Reglement(), "b").tied == ("a",)
    assert "gelijk met b." in said(reason(election, Reglement(), "a"))
    assert said(reason(election, Reglement(), "b"), "en").endswith("By the tie rule the other plan went first.")


def test_points_pay_for_points() -> None:
    ballots = (Ballot(("a", "b"), 1, (1, 3)), Ballot(("b",), 1, (1,)))
    election = Election(8_000, (Project("a", 3_000), Project("b", 4_000)), ballots, VoteType.CUMULATIVE)
    found = statement(election, count(election, SHARES), election.ballots[0])
    assert found.paid == (("b", Fraction(3_000)),) and found.left == 1_000
