"""Reading `.pb` files: strict, with the line where it went wrong."""

import pytest

from samenspel_methods.allocation import AllocationError, greedy
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
    assert greedy(election).funded == ("b",)


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


def test_a_pick_listed_twice_counts_once_and_is_told() -> None:
    election = read(GOOD.replace("1;a,b", "1;a,a,b"))
    assert [(remark.code, remark.project) for remark in election.remarks] == [("repeated_pick", "a")]
    assert greedy(election).steps[0].votes == 2


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
        ("b;50.25", "b;-1", "bad_cost", 12),
        ("b;50.25", "b;0", "bad_cost", 12),
        ("b;50.25", "b;gratis", "bad_cost", 12),
        ("b;50.25", "b;1e400", "bad_cost", 12),
        ("b;50.25", "b;1.005", "bad_cost", 12),
        ("b;50.25;Boom;;", "b", "missing_field", 12),
        ("b;50.25", "a;50.25", "double_project", 12),
        ("voter_id;vote", "voter_id;stem", "missing_column", 0),
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
    with pytest.raises(AllocationError, match="bad_points"):
        read(META.replace("approval", "cumulative") + PROJECTS + votes)


def test_bytes_that_are_no_utf8() -> None:
    with pytest.raises(AllocationError, match="not_utf8"):
        read(GOOD.replace("Boom", "Bóóm").encode("cp1252"))
