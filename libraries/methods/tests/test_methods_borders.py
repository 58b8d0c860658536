"""At the border: exactly the limit, exactly zero, exactly as many as allowed."""

from datetime import date
from random import Random

import pytest

from samenspel_methods.allocation import AllocationError, Ballot, Election, Project, Reglement, RuleSet
from samenspel_methods.allocation.counting import count
from samenspel_methods.allocation.model import VoteType
from samenspel_methods.allocation.pabulib import read
from samenspel_methods.allocation.reasons import needs
from samenspel_methods.allocation.reglement import from_election
from samenspel_methods.ledger import LedgerError, Posting, Transaction, statement
from samenspel_methods.lineage import LineageError, make_code, parse_code, word_suggestions
from samenspel_methods.lineage.words import distance
from samenspel_methods.statistics import compass_score, weighted_mean
from samenspel_methods.statistics.errors import StatisticsError

PLANS = (Project("a", 60), Project("b", 50))
VOTES = (Ballot(("a",), 9), Ballot(("b",), 8))


def codes_of(rules: RuleSet) -> set[str]:
    return {fault.code for fault in rules.contradictions()}


@pytest.mark.parametrize(("most", "wrong"), [(2, set()), (1, {"too_many_picks"})])
def test_as_many_picks_as_allowed(most: int, wrong: set[str]) -> None:
    assert {fault.code for fault in RuleSet("x", max_picks=most).problems(["a", "b"], PLANS)} == wrong


def test_picks_may_cost_exactly_the_limit() -> None:
    assert RuleSet("x", "limited", max_cost=110).problems(["a", "b"], PLANS) == ()
    assert RuleSet("x", "limited", max_cost=109).problems(["a", "b"], PLANS)


def test_rules_may_meet_at_their_border() -> None:
    assert codes_of(RuleSet("x", min_picks=2, max_picks=2)) == set()
    assert codes_of(RuleSet("x", min_picks=3, max_picks=2)) == {"min_above_max"}
    assert codes_of(RuleSet("x", "limited", max_cost=50, min_project_cost=50)) == set()
    assert codes_of(RuleSet("x", "limited", max_cost=50, min_project_cost=51)) == {"limit_below_cheapest"}
    assert codes_of(RuleSet("x", "limited", max_cost=100, min_picks=2, min_project_cost=50)) == set()
    assert "minimum_not_payable" in codes_of(RuleSet("x", "limited", max_cost=99, min_picks=2, min_project_cost=50))


@pytest.mark.parametrize(("stated", "cents"), [("12.5", 1250), ("12.05", 1205), ("12", 1200), ("12.500", 1250)])
def test_amounts_in_rules(stated: str, cents: int) -> None:
    election = Election(100, PLANS, VOTES, meta=(("max_sum_cost", stated),))
    assert from_election(election).max_cost == cents


def test_the_cheaper_plan_needs_only_as_many_votes() -> None:
    dear, cheap = (Project("a", 60), Project("b", 50)), (Project("a", 50), Project("b", 60))
    asked = [Election(60, plans, VOTES) for plans in (dear, cheap)]
    assert [needs(one, Reglement(), count(one, Reglement()))["b"].votes for one in asked] == [1, 2]


def test_an_error_says_its_line_and_what_it_is_about() -> None:
    error = AllocationError("missing_key", key="budget")
    assert (error.line, error.params) == (0, {"key": "budget"}) and "line" not in str(error)


def test_other_columns_are_kept() -> None:
    text = (
        "META\nkey;value\nnum_projects;1\nnum_votes;1\nbudget;1\nvote_type;approval\n"
        "PROJECTS\nproject_id;cost;name;lat\na;1;Bank;52\nVOTES\nvoter_id;vote\n1;a\n"
    )
    assert read(text).projects[0].extra == (("lat", "52"),) and read(text).vote_type is VoteType.APPROVAL


def test_a_statement_of_wrong_books_is_refused_with_the_problem() -> None:
    wrong = Transaction("9", date(2026, 1, 1), (Posting("a", 1), Posting("b", 1)))
    with pytest.raises(LedgerError) as refused:
        statement("a", [wrong])
    assert [problem.code for problem in refused.value.problems] == ["unbalanced"]


def test_a_note_goes_before_the_text_of_the_whole() -> None:
    day = date(2026, 1, 1)
    books = [Transaction("1", day, (Posting("a", -1), Posting("b", 1, "huur")), "mei")]
    assert [statement(name, books).lines[0].text for name in "ab"] == ["mei", "huur"]


@pytest.mark.parametrize(("symbols", "fine"), [(2, False), (3, True), (12, True), (13, False)])
def test_the_shortest_and_the_longest_code(symbols: int, fine: bool) -> None:
    if fine:
        code = make_code("PR", symbols, Random(1))
        assert len(code.body) == symbols and parse_code(str(code), {"PR"}) == code
        return
    with pytest.raises(LineageError) as refused:
        make_code("PR", symbols, Random(1))
    assert refused.value.code == "length" and refused.value.params["n_symbols"] == symbols


@pytest.mark.parametrize(
    ("a", "b", "steps"),
    [("tulp", "tulp", 0), ("tulp", "tup", 1), ("tup", "tulp", 1), ("tulp", "tlup", 1), ("a", "", 1)],
)
def test_typing_errors_are_counted(a: str, b: str, steps: int) -> None:
    assert distance(a, b) == steps


def test_a_few_suggestions_and_no_more() -> None:
    assert 0 < len(word_suggestions("tulb-bruk-42", limit=2)) <= 2
    assert all(words.endswith("-42") for words in word_suggestions("tulb-bruk-42", limit=9))


def test_a_weight_of_zero_is_no_weight() -> None:
    both = weighted_mean([10.0, 99.0], [5, 0])
    assert both is not None and (both.value, both.coverage) == (10.0, 1.0)


def test_a_negative_spread_is_refused_with_what_it_was() -> None:
    with pytest.raises(StatisticsError) as refused:
        compass_score(1.0, 1.0, -0.5)
    assert (refused.value.code, refused.value.params) == ("no_spread", {"spread": -0.5})


def test_without_a_direction_more_is_further_right() -> None:
    assert compass_score(35.0, 25.0, 10.0) == 120.0
