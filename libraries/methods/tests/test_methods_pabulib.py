"""Reading `.pb` files: strict, with the line where it went wrong."""

import io

import pytest

from samenspel_methods.allocation import AllocationError, Reglement
from samenspel_methods.allocation.counting import count
from samenspel_methods.allocation.model import tally
from samenspel_methods.allocation.pabulib import read, write

META = "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;100,50\nvote_type;approval\nunit;Oost\n"
PLANS = "PROJECTS\nproject_id;cost;name;category;lat\n"
PROJECTS = PLANS + 'a;60.0;"Bank; met\nplant";Groen,Rust;52\nb;50.25;Boom;;\n'
VOTES = "VOTES\nvoter_id;vote\n1;a,b\n2;b,a\n3;\n"
GOOD = META + PROJECTS + VOTES


def test_a_good_file() -> None:
    election = read(GOOD)
    assert election.budget == 10_050
    assert [project.cost for project in election.projects] == [6_000, 5_025]
    assert election.projects[0].name == "Bank; met\nplant"
    assert election.projects[0].categories == ("Groen", "Rust")
    assert [(ballot.picks, ballot.count) for ballot in election.ballots] == [(("a", "b"), 2), ((), 1)]
    assert count(election, Reglement()).winners == ("b",)


def test_writing_and_reading_gives_the_same() -> None:
    assert read(write(read(GOOD))) == read(GOOD)


def test_points_survive() -> None:
    votes = "VOTES\nvoter_id;vote;points\n1;a,b;3,1\n2;b;2\n3;;\n"
    election = read(META.replace("approval", "cumulative") + PROJECTS + votes)
    assert [ballot.points for ballot in election.ballots] == [(3, 1), (2,), ()]
    assert read(write(election)) == election


@pytest.mark.parametrize("source", [GOOD.encode("utf-8-sig"), "\ufeff" + GOOD, GOOD.replace("\n", "\r\n")])
def test_marks_of_other_programs_are_fine(source: str | bytes) -> None:
    assert read(source).voters == 3


@pytest.mark.parametrize(("text", "cents"), [("7", 700), ("7.0", 700), ("12,5", 1250), ("1234.500", 123_450)])
def test_amounts(text: str, cents: int) -> None:
    assert read(GOOD.replace("b;50.25", f"b;{text}")).projects[1].cost == cents


def test_points_of_a_ranking_are_not_read() -> None:
    votes = "VOTES\npoints;vote;voter_id\n2,1;b,a;1\n;a,b;2\nveel;b,a;3\n"
    election = read(META.replace("approval", "ordinal") + PROJECTS + votes)
    assert [(ballot.picks, ballot.count, ballot.points) for ballot in election.ballots] == [
        (("b", "a"), 2, ()),
        (("a", "b"), 1, ()),
    ]


def test_a_plan_without_points_counts_as_one_and_that_is_told() -> None:
    cumulative = META.replace("approval", "cumulative") + PROJECTS
    none, some = read(cumulative + VOTES), read(cumulative + "VOTES\nvoter_id;vote;points\n1;a,b;\n2;b;0\n3;;\n")
    assert [(remark.code, remark.line) for remark in none.remarks] == [("points_absent", 14)]
    assert [(remark.code, remark.line) for remark in some.remarks] == [("points_absent", 15)]
    assert tally(some) == ({"a": 1, "b": 1}, {"a": 1, "b": 1})


def test_where_a_plan_is_and_how_a_vote_came_in() -> None:
    source = META + PROJECTS.replace("lat", "district").replace(";52", ";Oost, West")
    source += "VOTES\nvoting_method;vote;voter_id\npaper;a,b;1\ninternet;b,a;2\npaper;b,a;3\n"
    election = read(source, channels=True)
    assert [project.areas for project in election.projects] == [("Oost", "West"), ()]
    assert [(ballot.channel, ballot.count) for ballot in election.ballots] == [("paper", 2), ("internet", 1)]
    assert read(write(election), channels=True) == election
    assert [(ballot.channel, ballot.count) for ballot in read(source).ballots] == [("", 3)]
    with pytest.raises(AllocationError, match="missing_column"):
        read(GOOD, channels=True)


def test_more_picks_than_one_where_one_is_chosen_are_told() -> None:
    election = read(META.replace("approval", "choose-1") + PROJECTS + VOTES)
    assert [(remark.code, remark.line) for remark in election.remarks] == [("more_than_one", 15), ("more_than_one", 16)]


def test_sections_in_another_order() -> None:
    assert read(VOTES + PROJECTS + META) == read(GOOD)


def test_a_vote_that_was_cut_off_in_the_middle_shows_in_the_sums() -> None:
    votes = PROJECTS.replace("lat", "votes").replace(";52", ";2").replace("Boom;;", "Boom;;2")
    assert read(META + votes + VOTES).remarks == ()
    (remark,) = read(META + votes + VOTES.replace("2;b,a", "2;b")).remarks
    assert (remark.code, remark.line, remark.project) == ("votes_differ", 10, "a")
    assert remark.sentence("en") == "Line 10 says that plan a got 2 votes. We counted 1 and use that."


class Endless(io.RawIOBase):
    """A file of zeros without an end."""

    taken = 0

    def read(self, size: int = -1) -> bytes:
        self.taken += size
        return b"0" * size


def test_a_file_that_is_too_big_is_not_read_whole() -> None:
    endless = Endless()
    with pytest.raises(AllocationError) as caught:
        read(endless, limit=2_000_000)  # type: ignore[arg-type]
    assert caught.value.code == "too_big" and endless.taken == 2_000_001
    assert caught.value.sentence("en").startswith("The file is larger than 2 MB.")
    for source in (GOOD, GOOD.encode()):
        with pytest.raises(AllocationError, match="too_big"):
            read(source, limit=len(GOOD) - 1)
    assert read(io.BytesIO(GOOD.encode()), limit=len(GOOD)) == read(GOOD)


def test_a_pick_listed_twice_counts_once_and_is_told() -> None:
    election = read(GOOD.replace("1;a,b", "1;a,a,b"))
    assert [(remark.code, remark.project) for remark in election.remarks] == [("repeated_pick", "a")]
    assert tally(election)[1]["a"] == 2


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        (GOOD, "", "empty", 0),
        ("VOTES\nvoter_id;vote\n1;a,b\n2;b,a\n3;\n", "", "missing_section", 0),
        ("META\n", "", "missing_section", 0),
        ("budget;100,50\n", "", "missing_key", 0),
        ("budget;100,50", "budget;veel", "bad_number", 5),
        ("num_votes;3", "num_votes;drie", "bad_number", 4),
        ("3;\n", "", "wrong_count", 4),
        ("num_projects;2", "num_projects;3", "wrong_count", 3),
        ("2;b,a", "2;b,c", "unknown_project", 16),
        ("b;50.25", "b;-1", "negative_cost", 12),
        ("b;50.25", "b;", "missing_cost", 12),
        ("b;50.25", "b;1.000", "bad_cost", 12),
        ("b;50.25", "b;€ 50", "odd_cost", 12),
        ("b;50.25", ";50.25", "empty_id", 12),
        ("b;50.25", '"b,c";50.25', "comma_in_id", 12),
        ("b;50.25", "b;gratis", "bad_cost", 12),
        ("b;50.25", "b;1e400", "bad_cost", 12),
        ("b;50.25", "b;1.005", "bad_cost", 12),
        ("b;50.25;Boom;;", "b", "missing_field", 12),
        ("b;50.25", "a;50.25", "double_project", 12),
        ("b;50.25;Boom;;", "b;50.25;Boom", "missing_field", 12),
        ("b;50.25;Boom;;", "b;50.25;Bo;om;;7", "long_row", 12),
        ("voter_id;vote", "voter_id;stem", "missing_column", 14),
        ("voter_id;vote", "voter_id;vote;vote", "double_column", 14),
        (VOTES, "VOTES\n", "missing_header", 13),
        (VOTES, "VOTES\nvoter_id;vote\n", "no_voters", 14),
        (PROJECTS, PLANS, "no_projects", 9),
        ("budget;100,50", "budget;0", "no_budget", 5),
        ("budget;100,50", "budget;1.000", "bad_number", 5),
        ("unit;Oost", "unit;Oost;West", "bare_semicolon", 7),
        ("unit;Oost", "budget;7", "double_key", 7),
        ("unit;Oost", ";Oost", "empty_key", 7),
        ("unit;Oost", " ;Oost;West", "empty_key", 7),
        ("2;b,a", "1;b,a", "double_voter", 16),
        ("2;b,a", "2;b,,a", "empty_pick", 16),
        ("2;b,a", "2;b,\ra", "lone_return", 16),
        ("VOTES\n", "META\n", "double_section", 13),
        ("approval", "Approval", "odd_vote_type", 6),
        ("approval", "loud", "unknown_vote_type", 6),
        ("Boom", "Bo\0om", "nul", 12),
        ("3;\n", '3;"a', "bad_quotes", 17),
    ],
)
def test_a_broken_file_says_where_and_what(old: str, new: str, code: str, line: int) -> None:
    with pytest.raises(AllocationError) as caught:
        read(GOOD.replace(old, new))
    assert (caught.value.code, caught.value.line) == (code, line)
    assert all(len(caught.value.sentence(language)) > 15 for language in ("nl", "en"))


def test_points_must_match_the_picks() -> None:
    votes = "VOTES\nvoter_id;vote;points\n1;a,b;3\n2;b;2\n3;;\n"
    with pytest.raises(AllocationError, match="line 15: points_do_not_match"):
        read(META.replace("approval", "cumulative") + PROJECTS + votes)
    with pytest.raises(AllocationError, match="line 15: bad_points"):
        read(META.replace("approval", "cumulative") + PROJECTS + votes.replace(";3", ";3,veel"))


def test_bytes_that_are_no_utf8() -> None:
    with pytest.raises(AllocationError, match="line 12: not_utf8"):
        read(GOOD.replace("Boom", "Bóóm").encode("cp1252"))
    with pytest.raises(AllocationError, match="line 1: utf16"):
        read(GOOD.encode("utf-16"))


def test_a_plan_that_costs_nothing_is_read_and_told() -> None:
    election = read(GOOD.replace("b;50.25", "b;0"))
    assert election.projects[1].cost == 0
    assert [(remark.code, remark.line, remark.project) for remark in election.remarks] == [("free_project", 12, "b")]
