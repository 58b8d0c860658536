"""Raking: against a published table, against numpy, and where it cannot work."""

from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.survey import rake

# Bishop, Fienberg & Holland, "Discrete Multivariate Analysis", 1975, chapter 3.6 (women in England and Wales by age
# and marital state, after Friedlander 1961), as printed with its outcome in the SAS/IML User's Guide, example
# "Iterative Proportional Fitting".
AGES = ("15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49", "50+")
STATES = ("single", "married", "widowed")
BEFORE = ((1306, 83, 0), (619, 765, 3), (263, 1194, 9), (173, 1372, 28), (171, 1393, 51), (159, 1372, 81),
          (208, 1350, 108), (1116, 4100, 2329))  # fmt: skip
BY_AGE = (1412, 1402, 1450, 1541, 1681, 1532, 1662, 7644)
BY_STATE = (3988, 11702, 2634)
PUBLISHED = (
    (1325.27, 86.73, 0.00), (615.56, 783.39, 3.05), (253.94, 1187.18, 8.88), (165.13, 1348.55, 27.32),
    (173.41, 1454.71, 52.87), (147.21, 1308.12, 76.67), (202.33, 1352.28, 107.40), (1105.16, 4181.04, 2357.81),
)  # fmt: skip
ABC = {"age": {"young": 30.0, "old": 70.0}, "home": {"rent": 40.0, "own": 60.0}}


def people(*groups: tuple[int, str | None, str | None]) -> list[dict[str, str | None]]:
    return [{"age": age, "home": home} for count, age, home in groups for _ in range(count)]


def test_the_published_table() -> None:
    cells = [(age, state) for age in AGES for state in STATES]
    found = rake(
        [{"age": age, "state": state} for age, state in cells],
        {"age": dict(zip(AGES, BY_AGE, strict=True)), "state": dict(zip(STATES, BY_STATE, strict=True))},
        start=[count for row in BEFORE for count in row],
        tolerance=1e-9,
    )
    scale = 18324 / sum(found.weights)
    assert found.converged
    for weight, published in zip(found.weights, [cell for row in PUBLISHED for cell in row], strict=True):
        assert weight * scale == pytest.approx(published, abs=0.0051)


def by_numpy(codes: Any, targets: list[Any], rounds: int) -> Any:
    """The same idea, otherwise: on the full table of cells instead of on people."""
    table = np.zeros([len(target) for target in targets])
    np.add.at(table, tuple(codes.T), 1.0)
    cells = table.copy()
    for _ in range(rounds):
        for axis, target in enumerate(targets):
            others = tuple(other for other in range(len(targets)) if other != axis)
            shape = [1] * len(targets)
            shape[axis] = -1
            factor = target / target.sum() * cells.sum() / cells.sum(axis=others)
            cells = cells * factor.reshape(shape)
    return (cells / np.where(table, table, 1))[tuple(codes.T)]


def test_as_numpy_on_the_table_of_cells() -> None:
    draw = Random(11)
    names = ("age", "home", "tongue")
    codes = np.array(
        [[draw.choice((0, 0, 0, 1, 2)), draw.randint(0, 1), draw.choice((0, 0, 1, 2, 3))] for _ in range(300)]
    )
    targets = [np.array([30.0, 30, 40]), np.array([70.0, 30]), np.array([25.0, 25, 30, 20])]
    answers = [{name: str(code) for name, code in zip(names, row, strict=True)} for row in codes]
    population = {
        name: {str(at): float(count) for at, count in enumerate(target)}
        for name, target in zip(names, targets, strict=True)
    }
    found = rake(answers, population, tolerance=1e-12)
    assert found.converged and np.allclose(found.weights, by_numpy(codes, targets, 400), atol=1e-8)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=4, max_size=4), st.integers(5, 95), st.integers(5, 95))
def test_the_shares_come_out_and_the_mean_weight_is_one(counts: list[int], young: int, rent: int) -> None:
    kinds = [(age, home) for age in ("young", "old") for home in ("rent", "own")]
    answers = people(*((count, *kind) for count, kind in zip(counts, kinds, strict=True)))
    found = rake(answers, {"age": {"young": young, "old": 100 - young}, "home": {"rent": rent, "own": 100 - rent}})
    whole = sum(found.weights)
    got = sum(w for w, answer in zip(found.weights, answers, strict=True) if answer["age"] == "young") / whole
    assert found.converged and got == pytest.approx(young / 100, abs=1e-5) and whole == pytest.approx(len(answers))


def test_one_variable_is_a_division() -> None:
    """Of 10 people 5 are young, of the neighbourhood 30%: 0.6 and 1.4."""
    found = rake(people((5, "young", None), (5, "old", None)), {"age": ABC["age"]})
    assert found.weights == pytest.approx([0.6] * 5 + [1.4] * 5)
    assert found.spread.design_effect == pytest.approx(1.16) and found.spread.effective == pytest.approx(10 / 1.16)


def test_who_fits_already_keeps_weight_one() -> None:
    found = rake(people((12, "young", "rent"), (18, "young", "own"), (28, "old", "rent"), (42, "old", "own")), ABC)
    assert found.rounds == 0 and set(found.weights) == {1.0}


def test_who_did_not_say_keeps_the_weight_in_that_variable() -> None:
    found = rake(people((4, "young", None), (4, "old", None), (2, None, None)), {"age": ABC["age"]})
    assert found.unanswered == {"age": 2} and found.weights[-2:] == (1.0, 1.0)
    assert found.weights[:8] == pytest.approx([0.6] * 4 + [1.4] * 4)


def test_nobody_of_a_category_is_said() -> None:
    found = rake(people((5, "old", "rent"), (5, "old", "own")), ABC)
    assert found.empty == (("age", "young"),) and found.converged
    assert "nobody_answered" in {each.code for each in found.said}


def test_what_cannot_fit_is_said() -> None:
    """All young people rent and all old people own: 30% and 40% cannot both be."""
    found = rake(people((5, "young", "rent"), (5, "old", "own")), ABC)
    assert not found.converged and found.deviation == pytest.approx(0.1) and found.rounds < 5
    assert "not_converged" in {each.code for each in found.said}


def test_trimmed_weights_stay_within_their_limits() -> None:
    answers = people((1, "old", "own"), (30, "young", "rent"), (9, "old", "rent"), (10, "young", "own"))
    wild, kept = rake(answers, ABC), rake(answers, ABC, trim=(0.4, 3.0))
    assert wild.spread.most > 3.0 and wild.trimmed == 0
    assert min(kept.weights) >= 0.4 and max(kept.weights) <= 3.0 and kept.trimmed
    assert kept.spread.design_effect < wild.spread.design_effect and kept.deviation > wild.deviation


def test_start_weights_of_zero_stay_out() -> None:
    found = rake(people((2, "young", None), (2, "old", None)), {"age": ABC["age"]}, start=[0.0, 1.0, 1.0, 1.0])
    assert found.weights[0] == 0.0 and found.spread.n == 3


WRONG: list[tuple[Any, str]] = [
    (lambda: rake([], ABC), "no_answers"),
    (lambda: rake(people((1, "old", "own")), {}), "no_margins"),
    (lambda: rake(people((1, "child", "own")), ABC), "unknown_category"),
    (lambda: rake(people((1, None, "own")), ABC), "empty_margin"),
    (lambda: rake(people((1, "old", "own")), {"age": {"old": -1.0}}), "negative_count"),
    (lambda: rake(people((1, "old", "own")), {"age": {"old": float("inf")}}), "not_finite"),
    (lambda: rake(people((2, "old", "own")), ABC, start=[1.0]), "weights_differ"),
    (lambda: rake(people((1, "old", "own")), ABC, start=[-1.0]), "negative_weight"),
    (lambda: rake(people((1, "old", "own")), ABC, start=[0.0]), "no_weights"),
    (lambda: rake(people((1, "old", "own")), ABC, trim=(1.5, 3.0)), "bad_trim"),
]


@pytest.mark.parametrize(("call", "code"), WRONG, ids=[code for _, code in WRONG])
def test_wrong_input_is_refused(call: Any, code: str) -> None:
    with pytest.raises(StatisticsError) as refused:
        call()
    assert refused.value.code == code and refused.value.sentence() and refused.value.sentence("en")
