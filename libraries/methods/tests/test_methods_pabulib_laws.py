"""What holds for every file: writing and reading is one and the same, order means nothing, nothing is a traceback."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_methods.allocation import AllocationError, Ballot, Election, Project
from samenspel_methods.allocation.model import VoteType, merge
from samenspel_methods.allocation.pabulib import canonical, read, write

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n;\"'"), max_size=12).map(str.strip)
names = words.map(lambda text: text.replace(",", "")).filter(lambda text: bool(text.strip())).map(str.strip)
keys = st.sampled_from(["unit", "comment", "date_begin", "categories", "max_length"])


@st.composite
def elections(draw: st.DrawFn) -> Election:
    ids = draw(st.lists(names, min_size=1, max_size=5, unique=True))
    columns = draw(st.sampled_from([(), ("lat",), ("selected", "description")]))
    projects = tuple(
        Project(
            name,
            draw(st.integers(0, 10**12)),
            draw(words),
            tuple(draw(st.lists(names, max_size=2))),
            tuple((column, draw(words)) for column in columns),
            tuple(draw(st.lists(names, max_size=2))),
        )
        for name in ids
    )
    vote_type = draw(st.sampled_from(list(VoteType)))
    pointed = vote_type in (VoteType.CUMULATIVE, VoteType.SCORING)
    ballots = []
    for _ in range(draw(st.integers(1, 6))):
        picks = tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=4)))
        points = tuple(draw(st.integers(-3, 20)) for _ in picks) if pointed else ()
        ballots.append(Ballot(picks, draw(st.integers(1, 3)), points, draw(st.sampled_from(["", "paper", "web"]))))
    meta = tuple(draw(st.dictionaries(keys, words, max_size=3)).items())
    return Election(draw(st.integers(1, 10**12)), projects, merge(ballots, vote_type), vote_type, meta)


def back(text: str) -> Election:
    channels = "voting_method" in text.split("VOTES\n")[-1].split("\n")[0]
    return replace(read(text, channels=channels), remarks=())


@given(elections())
def test_writing_and_reading_gives_the_same(election: Election) -> None:
    assert back(write(election)) == election
    assert canonical(back(canonical(election))) == canonical(election)


@given(elections(), st.randoms(use_true_random=False))
def test_the_order_of_voters_and_projects_means_nothing(election: Election, random: Random) -> None:
    projects, ballots = list(election.projects), [replace(b, count=1) for b in election.ballots for _ in range(b.count)]
    random.shuffle(projects)
    random.shuffle(ballots)
    turned = replace(election, projects=tuple(projects), ballots=tuple(ballots))
    assert canonical(turned) == canonical(election) == canonical(back(write(turned)))


@given(st.permutations(["voter_id", "vote", "points", "age", "voting_method"]), st.permutations(range(4)))
def test_the_order_of_columns_means_nothing(columns: list[str], voters: list[int]) -> None:
    rows = [
        {"voter_id": str(n), "vote": vote, "points": points, "age": "3", "voting_method": how}
        for n, (vote, points, how) in enumerate(
            [("a,b", "2,1", "x"), ("b", "0", ""), ("", "", "y"), ("b,a", "1,2", "x")]
        )
    ]
    lines = [";".join(columns), *(";".join(rows[voter][column] for column in columns) for voter in voters)]
    source = "META\nkey;value\nnum_projects;2\nnum_votes;4\nbudget;9\nvote_type;scoring\n"
    source += "PROJECTS\nproject_id;cost\na;1\nb;2\nVOTES\n"
    said = {(b.picks, b.points, b.channel): b.count for b in read(source + "\n".join(lines), channels=True).ballots}
    assert said == {(("a", "b"), (2, 1), "x"): 2, (("b",), (0,), ""): 1, ((), (), "y"): 1}


SEED = (
    "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;100,50\nvote_type;cumulative\nunit;Oost\n"
    'PROJECTS\nproject_id;cost;votes;name;category\na;60.0;2;"Bank; met\nplant";Groen\nb;50.25;2;Boom;\n'
    "VOTES\nvoter_id;vote;points\n1;a,b;3,1\n2;b,a;1,0\n3;;\n"
)
PIECES = st.sampled_from(
    [";", '"', "\n", "\r", "\0", ",", "-", ".", "0", "9", "a", "é", "VOTES\n", "", "\ufeff", "1.000"]
)


@given(st.lists(st.tuples(st.integers(0, len(SEED)), st.integers(0, 9), PIECES), min_size=1, max_size=4), st.booleans())
def test_whatever_is_wrong_is_told_in_words(edits: list[tuple[int, int, str]], lenient: bool) -> None:
    text = SEED
    for place, length, piece in edits:
        text = text[:place] + piece + text[place + length :]
    try:
        election = read(text, lenient=lenient)
    except AllocationError as error:
        told = [error.sentence(language) for language in ("nl", "en")]
    else:
        told = [remark.sentence(language) for remark in election.remarks for language in ("nl", "en")]
        assert election.voters >= 1 and election.budget > 0
        assert lenient or read(text, lenient=True) == election
    assert all(told)


@given(st.binary(max_size=200))
def test_bytes_of_something_else_are_refused(data: bytes) -> None:
    for lenient in (False, True):
        with pytest.raises(AllocationError):
            read(data, lenient=lenient)


@pytest.mark.parametrize("name", ["a,b", " a", ""])
def test_what_the_format_cannot_hold_is_not_written(name: str) -> None:
    for election in (
        Election(1, (Project(name, 1),), ()),
        Election(1, (Project("a", 1, categories=(name,)),), ()),
        Election(1, (Project("a", 1),), (), meta=((name and "budget", "1"),)),
    ):
        with pytest.raises(AllocationError, match="cannot_write"):
            write(election)
