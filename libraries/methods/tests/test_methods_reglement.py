"""A reglement is data: whole, typed, versioned, the same after writing and reading."""

import json
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import FrozenInstanceError, replace
from fractions import Fraction
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_methods import sentences
from samenspel_methods.allocation import RuleSet
from samenspel_methods.allocation.reglement import Reglement, of_rule_set, presets
from samenspel_methods.allocation.reglement.errors import ReglementError
from samenspel_methods.allocation.reglement.file import read, write
from samenspel_methods.allocation.reglement.parts import Ballots, Boost, Cap, Limit, Threshold, Tie, Weight, Words
from samenspel_methods.allocation.reglement.schema import schema, written

FULL = Reglement(
    id="proef",
    title=Words("Proef", "Trial"),
    budget=100_000,
    categories=("groen", "samen"),
    ballots=Ballots("knapsack", 1, 5, max_cost=50_000, cost_per_category=(Limit("groen", 0, 100),)),
    rule="equal_shares",
    completion="add1u",
    thresholds=(Threshold("cost_share", Fraction(1, 3)),),
    caps=(Cap("groen", floor=10, cap=20),),
    exclusive=(("1", "2"),),
    weights=(Weight("web", Fraction(1, 2)), Weight("paper", Fraction(1, 2))),
    boosts=(Boost(500_000, Fraction(2)),),
    tie=Tie(("more_votes", "id")),
)


def refused(change: dict[str, Any]) -> ReglementError:
    with pytest.raises(ReglementError) as caught:
        Reglement.from_json(FULL.to_json() | change)
    assert all(len(caught.value.sentence(language)) > 20 for language in ("nl", "en"))
    return caught.value


def test_it_is_the_same_after_writing_and_reading() -> None:
    assert read(write(FULL)) == FULL == Reglement.from_json(json.loads(json.dumps(FULL.to_json())))
    assert write(read(write(FULL))) == write(FULL)
    assert FULL.to_json()["weights"][0] == {"channel": "web", "share": "1/2"}
    assert hash(read(write(FULL))) == hash(FULL)


def test_what_is_left_out_has_its_default() -> None:
    assert Reglement.from_json({"version": 1}) == Reglement()
    assert (Reglement().step, Reglement().start, Reglement().completion) == (100, "exact", "none")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"veto": True}, "unknown_key"),
        ({"ballots": {"format": "approval", "veto": 1}}, "unknown_key"),
        ({"rule": "loudest"}, "unknown_word"),
        ({"rule": ["greedy_skip"]}, "unknown_word"),
        ({"step": -1}, "negative_field"),
        ({"step": 1.5}, "bad_field"),
        ({"step": True}, "bad_field"),
        ({"step": 10**30}, "bad_field"),
        ({"caps_bind_leftover": 1}, "bad_field"),
        ({"mandatory": "12"}, "bad_field"),
        ({"ballots": []}, "bad_field"),
        ({"weights": [{"channel": "web", "share": 0.5}]}, "bad_field"),
        ({"weights": [{"channel": "web", "share": "1/0"}]}, "bad_field"),
        ({"weights": [{"channel": "web", "share": "-1/2"}]}, "bad_field"),
        ({"weights": [{"channel": "web"}]}, "missing_field_in_rules"),
        ({"version": 2}, "unknown_version"),
        ({"version": "1"}, "unknown_version"),
    ],
)
def test_what_is_not_understood_is_refused(change: dict[str, Any], code: str) -> None:
    assert refused(change).code == code


def test_the_message_names_the_place() -> None:
    assert refused({"ballots": {"min_picks": "3"}}).params["field"] == "ballots.min_picks"
    assert refused({"caps": [{"name": "a"}, {"nam": "b"}]}).params["names"] == ("caps[1].nam",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_json"),
        ('{"version": 1,\n"rule": }', "not_json"),
        ('{"version": 1, "step": 1, "step": 2}', "key_twice"),
        ("[1]", "bad_field"),
        ("{}", "missing_field_in_rules"),
        ('{"version": 1, "step": NaN}', "bad_field"),
        ('{"version": 1, "step": ' + "9" * 9000 + "}", "not_json"),
        ("[" * 100_000, "not_json"),
        (" " * 1_000_001, "rules_too_long"),
        (b"\xff\xfe", "not_json"),
    ],
)
def test_a_broken_file_is_refused(text: str | bytes, code: str) -> None:
    with pytest.raises(ReglementError) as caught:
        read(text)
    assert caught.value.code == code and caught.value.sentence()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5))
def test_any_value_is_read_or_refused(value: object) -> None:
    for name in FULL.to_json():
        with suppress(ReglementError):
            assert isinstance(Reglement.from_json({"version": 1, name: value}), Reglement)


def test_the_published_schema_is_the_one_of_the_code() -> None:
    file = files("samenspel_methods.allocation.reglement").joinpath("schema.json")
    assert file.read_text(encoding="utf-8") == written()


def test_the_schema_takes_what_the_code_takes() -> None:
    assert faults(FULL.to_json()) == faults({"version": 1}) == []
    assert faults({"version": 2}) and faults({}) and faults({"version": 1, "veto": True})
    assert faults({"version": 1, "step": -1}) and faults({"version": 1, "weights": [{"channel": "w", "share": "1/0"}]})


@pytest.mark.parametrize("reglement", presets(), ids=lambda reglement: reglement.id)
def test_every_preset_fits_the_schema(reglement: Reglement) -> None:
    text = files("samenspel_methods.allocation.reglement").joinpath("presets", f"{reglement.id}.json")
    assert faults(json.loads(text.read_text(encoding="utf-8"))) == faults(reglement.to_json()) == []


def faults(value: object, shape: dict[str, Any] | None = None, at: str = "") -> list[str]:
    """What JSON Schema says, for the few keywords that ours uses."""
    shape = schema() if shape is None else shape
    if "$ref" in shape:
        return faults(value, schema()["$defs"][shape["$ref"].rpartition("/")[2]], at)
    if "anyOf" in shape:
        return min((faults(value, option, at) for option in shape["anyOf"]), key=len)
    if "const" in shape or "enum" in shape:
        return [] if value in shape.get("enum", [shape.get("const")]) else [at]
    return [at] if type(value) is not TYPES[shape["type"]] else inside(value, shape, at)


TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}


def inside(value: Any, shape: dict[str, Any], at: str) -> list[str]:
    if isinstance(value, list):
        return [fault for part in value for fault in faults(part, shape["items"], at)]
    if isinstance(value, dict):
        wrong = [*(set(value) - set(shape["properties"])), *(set(shape.get("required", ())) - set(value))]
        known = [(name, part) for name, part in value.items() if name in shape["properties"]]
        return wrong + [f for name, part in known for f in faults(part, shape["properties"][name], f"{at}.{name}")]
    if isinstance(value, str):
        return [] if re.search(shape.get("pattern", ""), value) else [at]
    return [] if not isinstance(value, int) or 0 <= value <= shape.get("maximum", value) else [at]


def test_a_reglement_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FULL.step = 1  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        FULL.ballots.min_picks = 1  # type: ignore[misc]


def test_the_rules_of_the_ballot_box_are_a_reglement() -> None:
    whole = of_rule_set(RuleSet("r", "limited", 1, 3, 500, {"groen": 300}))
    assert (whole.ballots.format, whole.ballots.max_cost) == ("knapsack", 500)
    assert whole.ballots.cost_per_category == (Limit("groen", most=300),)
    assert of_rule_set(RuleSet("r")).ballots == Ballots()


def test_countable_asks_for_a_rule_and_a_ballot() -> None:
    assert FULL.countable
    assert not replace(FULL, rule="unknown").countable
    assert not replace(FULL, ballots=Ballots("unknown")).countable


def test_both_languages_say_the_same_things() -> None:
    dutch, english = (sentences("samenspel_methods.allocation", f"reglement.{code}") for code in ("nl", "en"))
    assert dutch.keys() == english.keys()
    holes = {code: sorted(re.findall(r"{\w+}", text)) for code, text in dutch.items()}
    assert holes == {code: sorted(re.findall(r"{\w+}", text)) for code, text in english.items()}


def test_the_dutch_is_short() -> None:
    for code, text in sentences("samenspel_methods.allocation", "reglement.nl").items():
        pieces = re.split(r"[.!?:;](?:\s|$)", re.sub(r"{\w+}", "x", text))
        assert max(len(piece.split()) for piece in pieces) <= 20, code


def test_the_rules_are_read_without_numpy() -> None:
    code = "import sys, samenspel_methods.allocation.reglement; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
