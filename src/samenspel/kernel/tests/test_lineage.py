"""The red thread: codes, links and walking."""

import time

import pytest
from django.db import connection

from samenspel.contracts.relations import KINDS, RELATIONS
from samenspel.kernel.action import BadInput
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage import actions as lineage
from samenspel.kernel.lineage import queries
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.lineage.walking import LONGEST_THREAD
from samenspel.kernel.tests.cast import STAFF

# 20,000 more nodes like the first, and five links from each node to the next ones: a dense web.
MANY_NODES = """
    INSERT INTO kernel_node (id, code, words, kind, title, place_id, cycle_id, public, example, at)
    WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20000)
    SELECT id + n, code || n, words || n, kind, title, place_id, cycle_id, public, example, at
    FROM kernel_node, numbers WHERE id = %s
"""
MANY_EDGES = """
    INSERT INTO kernel_edge (source_id, target_id, relation, reason, at)
    WITH RECURSIVE steps(step) AS (SELECT 1 UNION ALL SELECT step + 1 FROM steps WHERE step < 5)
    SELECT a.id, a.id + step, 'became', 'x', a.at FROM kernel_node a, steps
    WHERE a.id >= %s AND a.id + step <= %s + 20000 AND NOT (a.id = %s AND step = 1)
"""


def _node(cycle: Cycle, kind: str, title: str, *, public: bool = True) -> Node:
    with acting():
        return lineage.new_node(kind, title, cycle=cycle, public=public)


def _link(source: Node, target: Node, relation: str) -> Edge:
    with acting():
        return lineage.link(source, target, relation, by=STAFF, reason="daarom")


@pytest.fixture
def chain(cycle: Cycle) -> list[Node]:
    """story -> contribution -> priority -> proposal, the proposal not public."""
    kinds = ("story", "contribution", "priority", "proposal")
    nodes = [_node(cycle, k, f"Een {k}", public=k != "proposal") for k in kinds]
    for source, target, relation in zip(nodes, nodes[1:], ("became", "led_to", "asked_for"), strict=False):
        _link(source, target, relation)
    return nodes


def test_the_map_is_sound() -> None:
    assert all(r.source in KINDS and r.target in KINDS for r in RELATIONS)
    assert len({k.prefix for k in KINDS.values()}) == len(KINDS)


def test_a_link_off_the_map_is_refused(cycle: Cycle, chain: list[Node]) -> None:
    with pytest.raises(BadInput):
        _link(chain[3], chain[0], "became")


def test_the_thread_runs_both_ways_and_hides_what_is_not_public(chain: list[Node]) -> None:
    thread = queries.thread(chain[1])
    assert [n.kind for n in thread.nodes] == ["story", "contribution", "priority"]
    assert len(thread.ties) == 2


def test_a_thread_from_the_end_finds_the_beginning(chain: list[Node]) -> None:
    assert chain[0].pk in queries.origins(chain[3].pk)
    assert queries.outcomes(chain[3].pk) == []


def test_breaks_are_found(cycle: Cycle, chain: list[Node]) -> None:
    alone = _node(cycle, "priority", "Niemand deed iets")
    assert list(queries.without_sequel(cycle, "priority", "proposal")) == [alone]


def test_a_code_is_found_as_people_type_it(chain: list[Node]) -> None:
    story = chain[0]
    for typed in (
        story.code.lower(),
        story.code.replace("-", " "),
        story.words.upper(),
        f" /d/{story.code}/ ",
    ):
        assert queries.look_up(typed).node == story


def test_a_slip_is_caught_and_answered_with_a_suggestion(chain: list[Node]) -> None:
    code = chain[0].code
    swapped = code[:-2] + code[-1] + code[-2]
    looked = queries.look_up(swapped if swapped != code else code[:-1] + ("A" if code[-1] != "A" else "C"))
    assert looked.node is None and chain[0] in looked.suggestions


def test_what_is_not_public_is_never_suggested(chain: list[Node]) -> None:
    looked = queries.look_up(chain[3].code)
    assert looked.node is None and chain[3] not in looked.suggestions


def test_a_hundred_thousand_links_take_milliseconds(cycle: Cycle) -> None:
    """Bar: under 20 ms CPU for a walk among 100,000 links."""
    first = _node(cycle, "story", "Een verhaal")
    _link(first, _node(cycle, "contribution", "Een bijdrage"), "became")
    with acting(), connection.cursor() as cursor:
        cursor.execute(MANY_NODES, [first.pk])
        cursor.execute(MANY_EDGES, [first.pk] * 3)
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE kernel_edge")
    assert Edge.objects.count() > 99_900
    start = time.process_time()
    found = queries.outcomes(first.pk)
    assert len(found) == LONGEST_THREAD
    assert time.process_time() - start < 0.020


def test_a_thing_is_not_public_before_it_is_shown(cycle: Cycle) -> None:
    with acting():
        node = lineage.new_node("story", "Een verhaal", cycle=cycle)
        assert (node.public, node.place) == (False, cycle.place)
        lineage.show(node)
        assert Node.objects.get(pk=node.pk).public
        lineage.hide(node)
    assert not Node.objects.get(pk=node.pk).public


@pytest.mark.parametrize(("size", "kept"), [(300, 300), (301, 300)])
def test_a_title_is_one_line_that_fits(cycle: Cycle, size: int, kept: int) -> None:
    title = _node(cycle, "story", "a" * size).title
    assert len(title) == kept and title.endswith("...") == (size > kept)
    assert _node(cycle, "story", " op  twee\nregels ").title == "op twee regels"


def test_a_thing_without_a_title_is_refused(cycle: Cycle) -> None:
    with pytest.raises(BadInput, match="naam"):
        _node(cycle, "story", " \n ")


def test_the_same_link_twice_is_one(chain: list[Node]) -> None:
    again = _link(chain[0], chain[1], "became")
    assert Edge.objects.filter(source=chain[0], target=chain[1]).get() == again
    assert (again.reason, again.person) == ("daarom", STAFF.person)


def test_a_better_name_stays(chain: list[Node]) -> None:
    with acting():
        lineage.retitle(chain[0], " De  tuin ")
    assert Node.objects.get(pk=chain[0].pk).title == "De tuin"


def test_a_name_taken_back_goes_from_what_came_of_it(cycle: Cycle, chain: list[Node]) -> None:
    namesake = _node(cycle, "story", "Van mij")
    with acting():
        lineage.retitle(chain[1], "Van mij")
        lineage.retitle(chain[3], "Van mij")
        lineage.take_back_title(chain[1], "Een bijdrage")
    titles = [Node.objects.get(pk=node.pk).title for node in (*chain, namesake)]
    assert titles == ["Een story", "Een bijdrage", "Een priority", "Een bijdrage", "Van mij"]


def test_why_one_thing_led_to_another_fits_its_line(chain: list[Node], cycle: Cycle) -> None:
    other = _node(cycle, "contribution", "Nog een")
    with acting():
        edge = lineage.link(chain[0], other, "became", by=STAFF, reason="a" * 501)
    assert edge.reason == "a" * 500
