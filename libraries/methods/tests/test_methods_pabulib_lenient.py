"""Lenient reading: every repair is told, with its line; money and votes are never guessed."""

import pytest

from samenspel_methods.allocation import AllocationError
from samenspel_methods.allocation.pabulib import read

META = "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;100\nvote_type;cumulative\nunit;Oost\n"
PROJECTS = "PROJECTS\nproject_id;cost;name\na;60;Bank\nb;50;Boom\n"
VOTES = "VOTES\nvoter_id;vote;points\n1;a,b;3,1\n2;b,a;2,1\n3;;\n"
GOOD = META + PROJECTS + VOTES


def test_a_good_file_needs_no_repair() -> None:
    assert read(GOOD, lenient=True) == read(GOOD) and read(GOOD).remarks == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("2;b,a;2,1", "2;b,c;2,1", "unknown_project", 15),
        ("2;b,a;2,1", "2;b,,a;2,1,1", "empty_pick", 15),
        ("2;b,a;2,1", "2;b,a;2", "points_do_not_match", 15),
        ("2;b,a;2,1", "2;b,a;2,veel", "bad_points", 15),
        ("2;b,a;2,1", "2;b,a;2,1.5", "bad_points", 15),
        ("2;b,a;2,1", "1;b,a;2,1", "double_voter", 15),
        ("2;b,a;2,1", "2;b,a", "missing_field", 15),
        ("2;b,a;2,1", "2;b,a;2,1;?", "long_row", 15),
        ("2;b,a;2,1", "2;b,\ra;2,1", "lone_return", 15),
        ("3;;\n", "", "wrong_count", 4),
        ("num_votes;3\n", "", "missing_key", 0),
        ("num_votes;3", "num_votes;veel", "bad_number", 4),
        ("unit;Oost", "unit;Oost;West", "bare_semicolon", 7),
        ("unit;Oost", "budget;100", "double_key", 7),
        ("cumulative", "Cumulative", "odd_vote_type", 6),
        ("budget;100", "budget;€ 1.234.567", "odd_budget", 5),
        ("b;50;Boom\n", "b;50;Boom\nb;50;Boom\n", "double_project", 12),
        ("b;50;Boom", 'b;50;"Boom" mooi', "bad_quotes", 11),
        ("b;50;Boom", 'b;50;"Boom', "bad_quotes", 11),
        ("b;50;Boom", "b;50;Bo\0om", "nul", 11),
        ("voter_id;", "nummer;", "missing_column", 13),
        ("project_id;cost;name", "project_id;cost;cost", "double_column", 9),
    ],
)
def test_a_repair_is_told_with_its_line(old: str, new: str, code: str, line: int) -> None:
    source = GOOD.replace(old, new)
    with pytest.raises(AllocationError):
        read(source)
    election = read(source, lenient=True)
    assert (code, line) in {(remark.code, remark.line) for remark in election.remarks}
    assert election.voters == (2 if code == "wrong_count" else 3)
    assert all(remark.sentence(language) for remark in election.remarks for language in ("nl", "en"))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("a;60", "a;-60", "negative_cost"),
        ("a;60", "a;", "missing_cost"),
        ("a;60", "a;1.000", "bad_cost"),
        ("a;60", "a;€ 60.001", "bad_cost"),
        ("a;60", "a;veel", "bad_cost"),
        ("a;60", "a;1e400", "bad_cost"),
        ("budget;100", "budget;0", "no_budget"),
        ("budget;100", "budget;1,000", "bad_number"),
        ("budget;100\n", "", "missing_key"),
        ("b;50;Boom\n", "b;50;Boom\nb;51;Boom\n", "double_project"),
        ("unit;Oost", "budget;200", "double_key"),
        ("unit;Oost", ";Oost", "empty_key"),
        ("1;a,b;3,1\n2;b,a;2,1\n3;;\n", "", "no_voters"),
        (";vote;", ";stem;", "missing_column"),
    ],
)
def test_what_would_be_a_guess_is_refused(old: str, new: str, code: str) -> None:
    with pytest.raises(AllocationError) as caught:
        read(GOOD.replace(old, new), lenient=True)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234.567", 123_456_700),
        ("1,234.50", 123_450),
        ("1.234,5", 123_450),
        ("1 234", 123_400),
        ("€ 60", 6_000),
        ("60 zł", 6_000),
        ("1E+06", 100_000_000),
        ("160.0001", 16_001),
    ],
)
def test_an_amount_that_can_be_read_in_one_way(text: str, cents: int) -> None:
    election = read(GOOD.replace("a;60", f"a;{text}"), lenient=True)
    assert election.projects[0].cost == cents
    assert [(remark.code, remark.line, remark.project) for remark in election.remarks] == [("odd_cost", 10, "a")]


def test_parts_of_a_cent_never_make_more_to_spend() -> None:
    election = read(GOOD.replace("budget;100", "budget;1000.0099"), lenient=True)
    assert election.budget == 100_000
    assert election.remarks[0].sentence() == "In regel 5 stond het budget als 1000.0099. Wij lazen 1000."


def test_letters_that_cannot_be_read_become_question_marks() -> None:
    election = read(GOOD.replace("Boom", "Bóóm").encode("cp1250"), lenient=True)
    assert election.projects[1].name == "B\ufffd\ufffdm"
    assert [(remark.code, remark.line) for remark in election.remarks] == [("not_utf8", 11)]
    other = read(GOOD.encode("utf-16"), lenient=True)
    assert [(remark.code, remark.line) for remark in other.remarks] == [("utf16", 1)]
    assert other.ballots == read(GOOD).ballots


def test_a_mark_that_was_not_closed_costs_one_line() -> None:
    election = read(GOOD.replace("3;;", '3;"a;1\n4;b;1').replace("num_votes;3", "num_votes;4"), lenient=True)
    assert [(remark.code, remark.line) for remark in election.remarks] == [
        ("bad_quotes", 16),
        ("unknown_project", 16),
    ]
    assert election.voters == 4 and election.ballots[-1].picks == ("b",)


def test_a_file_full_of_mistakes_is_given_up() -> None:
    with pytest.raises(AllocationError) as caught:
        read(GOOD + '5;"a"b;1\n' * 1_001, lenient=True)
    assert caught.value.code == "too_many_repairs"
