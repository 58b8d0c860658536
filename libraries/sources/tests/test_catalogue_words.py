"""The catalogue itself: complete, in plain words, modest; and how a file adds to it."""

import csv
from pathlib import Path

import pytest

from samenspel.contracts.themes import THEME
from samenspel_sources import SourceError
from samenspel_sources.catalogue import Indicator, Match, builtin, match
from samenspel_sources.grid import Column
from tests.architecture.test_dutch import HARD_WORDS, TOO_FAMILIAR, lengths

DEMO = Path(__file__).parents[3] / "demo" / "data" / "indicators.csv"
BENCHES = b"""[bench_count]
theme = "leisure"
name = "Bankjes"
explanation = "Zoveel bankjes staan er."
unit = "bankjes"
combine = "sum"
matches = ["Zitplaatsen buiten | aantal", "bnk"]
"""
CSV = "id,theme,name,explanation,unit,decimals,direction,combine,weight,low,high,matches\n"


def test_many_indicators_in_every_theme() -> None:
    catalogue = builtin()
    assert len(catalogue) >= 200
    assert set(catalogue.themes()) == set(THEME)


def test_indicators_of_the_demo_keep_their_id_and_meaning() -> None:
    with DEMO.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one = builtin()[row["id"]]
            assert (one.unit, one.direction, one.name_en) == (row["unit"], row["direction"], row["name_en"])


@pytest.mark.parametrize("one", builtin(), ids=lambda one: one.id)
def test_every_indicator_can_be_read_aloud(one: Indicator) -> None:
    assert one.name_en
    assert one.explanation.endswith(".") and one.explanation_en.endswith(".")
    assert one.caveat and one.caveat_en
    assert one.low is not None and one.high is not None
    for text in (one.name, one.explanation, one.caveat):
        assert not HARD_WORDS.search(text) and not TOO_FAMILIAR.search(text)
        assert max(lengths(text)) <= 25


def test_names_are_told_apart() -> None:
    names = [one.name for one in builtin()]
    assert len(names) == len(set(names))


def test_who_lives_somewhere_is_never_judged() -> None:
    people = builtin().of_theme("people")
    assert {one.direction for one in people} == {"none"}
    assert {builtin()[key].direction for key in ("education_low", "education_high", "social_assistance")} == {"none"}


def test_a_median_a_class_and_a_mark_are_never_combined() -> None:
    assert {builtin()[key].combine for key in ("median_wealth", "urban_class", "ses_spread", "safe_by_day")} == {"none"}
    assert {one.weight for one in builtin() if one.combine != "weighted"} == {""}


def test_a_share_and_a_number_are_two_indicators() -> None:
    share = builtin()["age_0_14"]
    assert share.derived is not None
    assert (share.derived.parts, share.derived.whole, share.derived.times) == (
        ("age_0_14_count",),
        ("inhabitants",),
        100,
    )


def test_a_file_adds_an_indicator() -> None:
    catalogue = builtin().extended(BENCHES)
    assert len(catalogue) == len(builtin()) + 1
    assert catalogue["bench_count"].matches[0] == Match("Zitplaatsen buiten", "aantal", "", "common")
    assert match([Column("Zitplaatsen buiten (aantal)")], catalogue).found[0].indicator == "bench_count"


def test_a_csv_file_does_the_same() -> None:
    line = "bench_count,leisure,Bankjes,Zoveel bankjes.,bankjes,0,,sum,,0,5000,Zitplaatsen buiten | aantal; bnk\n"
    catalogue = builtin().extended((CSV + line).encode())
    assert [way.title for way in catalogue["bench_count"].matches] == ["Zitplaatsen buiten", "bnk"]
    assert str(catalogue["bench_count"].high) == "5000"


def test_a_known_indicator_gets_more_names_but_keeps_its_meaning() -> None:
    more = b'[inhabitants]\ncaveat = "Telling van de gemeente."\nmatches = ["Zielen"]\n'
    catalogue = builtin().extended(more)
    assert catalogue["inhabitants"].caveat == "Telling van de gemeente."
    assert match([Column("Zielen")], catalogue).found[0].indicator == "inhabitants"
    with pytest.raises(SourceError, match="firm"):
        builtin().extended(b'[inhabitants]\nunit = "%"\n')


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('unit = "bankjes"\n', "", "missing_key", 1),
        ('"sum"', '"plus"', "bad_word", 1),
        ('"sum"', '"weighted"\nweight = "nobody"', "unknown_weight", 1),
        ("bench_count", "Bench-Count", "bad_id", 1),
        ("unit =", "eenheid =", "unknown_key", 1),
        ('"bnk"', '"a|b|c|d"', "bad_match", 1),
        ("combine =", "low = 3\nhigh = 2\ncombine =", "bad_range", 1),
        ("combine =", 'low = "veel"\ncombine =', "bad_number", 1),
        ("combine =", "decimals = 9\ncombine =", "bad_decimals", 1),
        ("combine =", 'modelled = "mag"\ncombine =', "bad_word", 1),
        ("combine =", 'derived = {parts = ["nobody"]}\ncombine =', "unknown_part", 1),
        ("combine =", 'derived = "x"\ncombine =', "bad_derived", 1),
        ("combine =", 'like = "x"\ncombine =', "unknown_like", 1),
        ('"sum"', "sum", "bad_toml", "6"),
        ("[bench_count]", 'loose = "x"\n[bench_count]', "no_table", 1),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_line(old: str, new: str, code: str, line: int | str) -> None:
    with pytest.raises(SourceError) as caught:
        builtin().extended(BENCHES.decode().replace(old, new, 1).encode())
    assert (caught.value.code, caught.value.params["line"]) == (code, line)
    assert caught.value.sentence("nl") != caught.value.sentence("en")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xff\xfe[x]", "not_utf8"),
        (CSV.encode(), "empty"),
        (b"name,unit\nx,y\n", "missing_columns"),
        (b"id,colour\nx_y,red\n", "unknown_key"),
        (b"id,theme\nx_y\n", "wrong_width"),
        ((CSV + "a_b,work,A,B.,%,,,,,,,\n" * 2).encode(), "double_id"),
        (b"PK\x03\x04\x00\x00", "nul"),
    ],
)
def test_bad_files_are_refused_whole(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        builtin().extended(data)
    assert caught.value.code == code
    assert caught.value.sentence()
