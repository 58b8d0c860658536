"""Every thing gets a code and words of its own, in a round or a place."""

from random import Random

import pytest

from samenspel.kernel.action import BadInput
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage import actions as lineage
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.places.models import Place


def _node(cycle: Cycle, kind: str = "story") -> Node:
    with acting():
        return lineage.new_node(kind, "Een ding", cycle=cycle)


def test_codes_are_of_four_symbols_as_long_as_there_are_few(cycle: Cycle) -> None:
    nodes = [_node(cycle, kind) for kind in ("story", "contribution", "priority", "proposal")]
    assert {len(node.code.split("-")[1]) for node in nodes} == {4}
    assert len({node.words for node in nodes}) == len(nodes)


def test_codes_grow_once_a_tenth_of_the_short_ones_is_taken(cycle: Cycle) -> None:
    facts = {"kind": "story", "title": "x", "place": cycle.place}
    with acting():
        Node.objects.bulk_create(Node(code=f"VH-{n}", words=f"{n}", **facts) for n in range(23**3 // 10))
    last, longer, other = (_node(cycle, kind) for kind in ("story", "story", "priority"))
    assert [len(node.code.split("-")[1]) for node in (last, longer, other)] == [4, 5, 4]


def test_nobody_gets_a_code_or_words_of_another(cycle: Cycle, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same luck every time: eight short codes to choose from, then one that is longer."""
    nodes = []
    for _n in range(9):
        monkeypatch.setattr(lineage, "_rng", Random(1))
        nodes.append(_node(cycle))
    assert len({node.code for node in nodes}) == len({node.words for node in nodes}) == 9
    assert [len(node.code.split("-")[1]) for node in nodes] == [4] * 8 + [5]


def test_when_all_words_are_taken_the_administrator_hears_it(cycle: Cycle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lineage, "words_for", lambda _rng: "tulp-brug-42")
    assert _node(cycle).words == "tulp-brug-42"
    with pytest.raises(BadInput, match="woordcodes"):
        _node(cycle)


def test_a_thing_stands_in_a_round_or_only_in_a_place(cycle: Cycle, elsewhere: Place) -> None:
    with acting():
        alone = lineage.new_node("story", "Een verhaal", place=elsewhere)
        within = lineage.new_node("story", "Een verhaal", cycle=cycle, place=elsewhere)
        with pytest.raises(ValueError, match="cycle or a place"):
            lineage.new_node("story", "Een verhaal")
    assert [(node.place, node.cycle) for node in (alone, within)] == [(elsewhere, None), (cycle.place, cycle)]


def test_only_what_was_made_up_is_an_example(cycle: Cycle) -> None:
    with acting():
        made_up = lineage.new_node("story", "Een verhaal", cycle=cycle, example=True)
    assert made_up.example and not _node(cycle).example
