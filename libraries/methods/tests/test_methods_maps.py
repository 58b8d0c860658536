"""Classes of a map, neighbourhoods that are alike, a figure beside a mark, and the words for all of it."""

import re
from itertools import combinations
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samenspel_methods.statistics as package
from samenspel_methods import sentences
from samenspel_methods.statistics.agreement import agreement, figure_side, mark_side
from samenspel_methods.statistics.classes import Method, classes
from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, figure, sentence
from samenspel_methods.statistics.similar import Neighbourhoods

METHODS: tuple[Method, ...] = get_args(Method)
numbers = st.floats(-1e9, 1e9) | st.integers(-20, 20).map(float)


def spread_inside(groups: list[list[float]]) -> float:
    return sum(sum((v - sum(group) / len(group)) ** 2 for v in group) for group in groups)


@settings(max_examples=60)
@given(st.lists(st.integers(-30, 30), min_size=2, max_size=9, unique=True), st.integers(2, 4))
def test_natural_classes_are_the_best_of_all_divisions(values: list[int], k: int) -> None:
    ordered = [float(value) for value in sorted(values)]
    k = min(k, len(ordered))
    best = min(
        spread_inside([ordered[a:b] for a, b in zip((0, *cuts), (*cuts, len(ordered)), strict=True)])
        for cuts in combinations(range(1, len(ordered)), k - 1)
    )
    found = classes(ordered, max(k, 2), "natural")
    groups: list[list[float]] = [[] for _ in found.classes]
    for value in ordered:
        groups[found.of(value) or 0].append(value)
    assert len(groups) == k and spread_inside(groups) == pytest.approx(best, abs=1e-6)


@pytest.mark.parametrize("method", METHODS)
@given(values=st.lists(st.none() | numbers, min_size=1, max_size=60), k=st.integers(2, 9))
def test_every_area_has_one_class_and_equals_stay_together(method: Method, values: list[float | None], k: int) -> None:
    found = classes(values, k, method)
    known = [value for value in values if value is not None]
    places = [found.of(value) for value in known]
    assert None not in places and len(found.classes) <= k
    assert [places.count(at) for at in range(len(found.classes))] == [each.count for each in found.classes]
    assert found.missing == len(values) - len(known) and found.of(None) is None
    assert -1e-6 <= found.fit <= 1


def test_classes_by_hand() -> None:
    values: list[float | None] = [3, 7, 12, 18, 22, 29, 31, 44, None]
    borders = {method: [each.low for each in classes(values, 4, method).classes] for method in METHODS}
    assert borders == {
        "quantile": [3, 12, 22, 31], "equal": [3, 13.25, 23.5, 33.75], "round": [0, 20, 40], "natural": [3, 18, 29, 44],
    }  # fmt: skip


def test_round_borders_survive_the_last_digit() -> None:
    found = classes([0.1 + 0.2, 0.1, 0.6], 5, "round")
    assert [each.low for each in found.classes] == [0.1, 0.2, 0.3, 0.4, 0.5] and found.of(0.1 + 0.2) == 2


@pytest.mark.parametrize("method", METHODS)
def test_all_equal_is_one_class_and_nothing_is_none(method: Method) -> None:
    equal = classes([4.0, 4.0, None], 5, method)
    assert [(each.low, each.high, each.count) for each in equal.classes] == [(4.0, 4.0, 2)] and equal.of(4.0) == 0
    assert [each.code for each in equal.said] == ["classes_all_equal", "classes_missing"]
    assert classes([None], 5, method).classes == () and classes([], 5, method).of(1.0) is None


def test_ties_make_fewer_classes_and_that_is_said() -> None:
    found = classes([0.0] * 8 + [1.0, 2.0], 5, "quantile")
    assert [each.count for each in found.classes] == [8, 2] or len(found.classes) < 5
    assert "classes_fewer" in {each.code for each in found.said}


def test_a_map_of_518_areas_is_quick() -> None:
    draw = Random(3)
    values = [draw.lognormvariate(0, 1) for _ in range(518)]
    began = process_time()
    found = classes(values, 6, "natural")
    assert process_time() - began < 0.2 and found.fit > 0.9


AREAS: dict[str, list[float | None]] = {
    "a": [10.0, 50.0, 5.0, 1.0], "b": [11.0, 51.0, 5.1, 1.0], "c": [30.0, 52.0, 5.0, 1.0], "d": [80.0, 10.0, 9.0, 1.0],
    "e": [12.0, 49.0, None, 1.0], "f": [50.0, 30.0, 7.0, 1.0], "g": [60.0, 20.0, 8.0, 1.0],
}  # fmt: skip
KEYS = ("rent", "green", "lonely", "same")
NAMES = {"a": "Aker", "b": "Zuid", "c": "Berg"}


def test_alike_in_order_of_name_with_what_differs() -> None:
    found = Neighbourhoods(KEYS, AREAS, NAMES).nearest("a", 2)
    assert [area.name for area in found.areas] == ["Berg", "Zuid"]
    berg, zuid = found.areas
    assert (berg.differs, zuid.differs) == ("rent", None) and set(zuid.alike) == {"rent", "green", "lonely"}
    assert found.left_out == {"same": "constant"} and (found.compared, found.incomplete) == (5, 1)
    assert not zuid.loose and [each.how for each in found.used] == ["mad"] * 3


def test_what_this_area_lacks_is_left_out_and_who_is_far_is_loose() -> None:
    areas = {code: [*row, float(at)] for at, (code, row) in enumerate(AREAS.items())}
    many = Neighbourhoods((*KEYS, "steps"), areas, {})
    found = many.nearest("e", 1, exclude=["a", "b", "c"])
    assert found.left_out == {"lonely": "missing", "same": "constant"}
    assert found.areas[0].loose and "similar_loose" in {each.code for each in found.said}


def test_the_unit_and_the_order_do_not_matter() -> None:
    turned: dict[str, list[float | None]] = {
        code: [None if v is None else 1000 * v + 7 for v in row] for code, row in reversed(AREAS.items())
    }
    one, two = (Neighbourhoods(KEYS, areas, NAMES).nearest("a", 3).areas for areas in (AREAS, turned))
    assert one == two


def test_mostly_equal_figures_are_measured_by_their_quartiles() -> None:
    areas: dict[str, list[float | None]] = {f"{at:02}": [at, at % 7, 0.0 if at < 12 else 9.0] for at in range(20)}
    used = Neighbourhoods(("x", "y", "z"), areas, {}).nearest("00").used
    assert [each.how for each in used] == ["mad", "mad", "quartiles"]


def test_14000_neighbourhoods_are_searched_in_no_time() -> None:
    draw = Random(2)
    areas = {f"BU{at:08}": [draw.gauss(0, 1) for _ in range(10)] for at in range(14_000)}
    every = Neighbourhoods([f"i{at}" for at in range(10)], areas, {})
    began = process_time()
    assert len(every.nearest("BU00000042", 5).areas) == 5
    assert process_time() - began < 0.1


@pytest.mark.parametrize(
    ("score", "low", "high", "side"),
    [(106, None, None, "better"), (105, None, None, "same"), (94, None, None, "worse"), (None, None, None, None),
     (110, 106, 114, "better"), (110, 96, 124, None)],
)  # fmt: skip
def test_the_side_of_a_figure(score: float | None, low: float | None, high: float | None, side: str | None) -> None:
    assert figure_side(score, low, high) == side


@pytest.mark.parametrize(
    ("given_", "side"),
    [((None,), None), ((5.9,), "worse"), ((6.0,), "same"), ((7.5,), "better"), ((7.2, 0.3, 6.7, 0.4), "same"),
     ((7.3, 0.3, 6.7, 0.4), "better"), ((6.0, None, 6.7), "worse"), ((6.5, None, 6.7), "same")],
)  # fmt: skip
def test_the_side_of_a_mark(given_: tuple[Any, ...], side: str | None) -> None:
    assert mark_side(*given_) == side


def test_agree_shifted_or_unknown() -> None:
    assert agreement("better", "better").verdict == "agree"
    shifted = agreement("better", "worse")
    assert shifted.verdict == "shifted" and shifted.opposite and not agreement("same", "worse").opposite
    assert agreement(None, None).said.code == "agreement_no_both"
    assert agreement(None, "same").said.code == "agreement_no_figure"
    assert agreement("same", None).said.code == "agreement_no_mark"
    words = "The figure is better than the municipality, residents say it is worse than the municipality."
    assert sentence(shifted.said, "en") == words


WRONG: list[tuple[Any, str]] = [
    (lambda: classes([1.0, 2.0], 1), "bad_count"),
    (lambda: classes([1.0, 2.0], 5, "jenks"), "unknown_how"),  # type: ignore[arg-type]
    (lambda: classes([1.0, float("nan")]), "not_finite"),
    (lambda: classes([float(at) for at in range(5001)], 5, "natural"), "too_many_values"),
    (lambda: Neighbourhoods(KEYS, AREAS, {}).nearest("z"), "unknown_area"),
    (lambda: Neighbourhoods(KEYS, AREAS, {}).nearest("e"), "too_few_indicators"),
    (lambda: Neighbourhoods(KEYS, AREAS, {}).nearest("a", 0), "bad_count"),
    (lambda: Neighbourhoods(("x", "x"), {}, {}), "double_figure"),
    (lambda: Neighbourhoods(("x",), {"a": []}, {}), "row_too_long"),
]


@pytest.mark.parametrize(("call", "code"), WRONG, ids=[code for _, code in WRONG])
def test_wrong_input_is_refused(call: Any, code: str) -> None:
    with pytest.raises(StatisticsError) as refused:
        call()
    assert refused.value.code == code and refused.value.sentence() and refused.value.sentence("en")


SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in Path(package.__path__[0]).rglob("*.py"))
HOLES = re.compile(r"\{(\w+)\}")


def test_every_code_has_its_sentence_in_two_languages_with_the_same_holes() -> None:
    dutch, english = (sentences("samenspel_methods.statistics", language) for language in ("nl", "en"))
    assert {key: set(HOLES.findall(text)) for key, text in dutch.items()} == {
        key: set(HOLES.findall(text)) for key, text in english.items()
    }
    used = set(re.findall(r'(?:StatisticsError|said)\(\s*"(\w+)"', SOURCE))
    assert used - set(dutch) == set() and len(used) > 60


def test_web_pages_need_no_numpy_for_it() -> None:
    assert "numpy" not in SOURCE


def test_every_sentence_is_used() -> None:
    made = tuple(re.findall(r'f"(\w+_)\{', SOURCE))
    unused = [
        key for key in sentences("samenspel_methods.statistics", "nl")
        if f'"{key.removesuffix("_one")}"' not in SOURCE and not key.startswith(made) and key != "and"
    ]  # fmt: skip
    assert unused == []


def test_numbers_and_lists_as_people_write_them() -> None:
    assert (figure(1234.56), figure(1234.56, "en"), figure(-0.04), figure(7.0)) == ("1.234,6", "1,234.6", "0", "7")
    assert (
        sentence(Said("left_out", {"names": ("a", "b", "c")}), names={"b": "huur"}) == "Niet vergeleken: a, huur en c."
    )
    assert sentence(Said("trimmed", {"count": 1}), "en") == "1 weight is cut off, so that nobody counts too heavily."
