"""Money is moved, never made."""

from datetime import date

import pytest

from samenspel_methods.ledger import (
    LedgerError,
    Posting,
    Transaction,
    balances,
    check,
    check_books,
    sentence,
    statement,
)

DAY = date(2026, 3, 12)


def move(number: str, source: str, target: str, cents: int) -> Transaction:
    return Transaction(number, DAY, (Posting(source, -cents), Posting(target, cents)), f"naar {target}")


BOOKS = (move("1", "stad", "pot", 20_000_000), move("2", "pot", "moestuin", 699_000))


def test_balances_sum_to_zero() -> None:
    assert balances(BOOKS) == {"stad": -20_000_000, "pot": 19_301_000, "moestuin": 699_000}
    assert sum(balances(BOOKS).values()) == 0


def test_a_statement_runs_along() -> None:
    pot = statement("pot", BOOKS)
    assert [line.balance for line in pot.lines] == [20_000_000, 19_301_000]
    assert pot.closing == 19_301_000
    assert statement("leeg", BOOKS).closing == 0


@pytest.mark.parametrize(
    ("postings", "code"),
    [
        ((Posting("a", -100), Posting("b", 101)), "unbalanced"),
        ((), "too_few_postings"),
        ((Posting("a", 0), Posting("b", 0)), "zero_posting"),
        ((Posting("a", -1.5), Posting("b", 1.5)), "not_whole_cents"),  # type: ignore[arg-type]
        ((Posting("a", True), Posting("b", -1)), "not_whole_cents"),
        ((Posting("a", -5), Posting("weg", 5)), "unknown_account"),
    ],
)
def test_errors_have_a_code_and_a_sentence(postings: tuple[Posting, ...], code: str) -> None:
    problems = check(Transaction("7", DAY, postings), accounts={"a", "b"})
    assert code in {problem.code for problem in problems}
    assert all(len(sentence(problem, language)) > 20 for problem in problems for language in ("nl", "en"))


def test_books_with_an_error_are_refused() -> None:
    with pytest.raises(LedgerError, match="unbalanced"):
        balances([Transaction("9", DAY, (Posting("a", 1), Posting("b", 1)))])


def test_an_id_is_used_once() -> None:
    assert [problem.code for problem in check_books([*BOOKS, BOOKS[0]])] == ["double_id"]


def test_the_sentence_names_the_difference() -> None:
    (problem,) = check(Transaction("3", DAY, (Posting("a", -100), Posting("b", 125_150))))
    assert "€ 1.250,50 verschil" in sentence(problem)
