"""A file as it is: writing it gives the same bytes, whoever made it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_methods.allocation import AllocationError
from samenspel_methods.allocation.pabulib import read, read_document, write

DATA = Path(__file__).parent / "data"
LINES = [
    "META", "key;value", "num_projects;2", 'num_votes;"3"', "budget;100", "vote_type;approval", 'x;"a; ""b"""', "",
    "PROJECTS", "project_id;cost;name", 'a;60;"Bank\nmet ""plant"""', "b;50;Boom", ";;",
    "VOTES", "voter_id;Vote", "1;a,b", '2;"b"', "3;",
]  # fmt: skip
GOOD = "\n".join(LINES) + "\n"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.pb")), ids=lambda path: path.stem)
def test_a_real_file_comes_back_byte_for_byte(path: Path) -> None:
    assert write(read_document(path.read_bytes())).encode() == path.read_bytes()


@given(st.lists(st.sampled_from(["\n", "\r\n"]), min_size=18, max_size=18), st.booleans(), st.booleans())
def test_marks_and_line_ends_come_back(ends: list[str], mark: bool, cut: bool) -> None:
    text = "".join(line + end for line, end in zip(LINES, ends, strict=True))
    text = ("\ufeff" if mark else "") + (text.rstrip("\r\n") if cut else text)
    document = read_document(text)
    assert write(document) == text and document.mark is mark
    assert document.election() == read(text) == read(GOOD)


def test_bare_returns_come_back() -> None:
    text = GOOD.replace("Bank\nmet", "Bank met").replace("\n", "\r")
    assert write(read_document(text)) == text and read(text).voters == 3


def test_sections_columns_and_rows() -> None:
    document = read_document("\n" + GOOD)
    assert [section.name for section in document.sections] == ["META", "PROJECTS", "VOTES"]
    assert document.section("PROJECTS").columns == ("project_id", "cost", "name")
    row = document.section("PROJECTS").rows[0]
    assert (row.number, row.cells) == (12, ("a", "60", 'Bank\nmet "plant"'))


def test_one_field_is_changed_and_nothing_else() -> None:
    document = read_document(GOOD.replace("\n", "\r\n"))
    changed = write(document.with_value("PROJECTS", 13, "cost", "5;0"))
    assert changed == GOOD.replace("\n", "\r\n").replace("b;50;", 'b;"5;0";')
    assert write(document.with_value("VOTES", 17, "vote", "a")) == GOOD.replace("\n", "\r\n").replace("1;a,b", "1;a")
    with pytest.raises(AllocationError, match="line 16: missing_column"):
        document.with_value("VOTES", 17, "points", "1")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (GOOD + '4;"a', "bad_quotes"),
        ("", "empty"),
        (GOOD[:60], "missing_section"),
        (b"\xff" + GOOD.encode(), "not_utf8"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(source: str | bytes, code: str) -> None:
    with pytest.raises(AllocationError) as caught:
        read_document(source)
    assert caught.value.code == code
