"""Walking the red thread both ways at once."""

from dataclasses import dataclass

from django.db import connection

LONGEST_THREAD = 400  # nodes shown on one page, each way; more is said in words

_AROUND = """
WITH RECURSIVE up(id) AS (
    SELECT id FROM kernel_node WHERE id = %s
    UNION
    SELECT e.source_id FROM kernel_edge e JOIN up u ON e.target_id = u.id
), down(id) AS (
    SELECT id FROM kernel_node WHERE id = %s
    UNION
    SELECT e.target_id FROM kernel_edge e JOIN down d ON e.source_id = d.id
), near(id) AS (
    SELECT id FROM (SELECT id FROM up LIMIT {limit}) AS before
    UNION
    SELECT id FROM (SELECT id FROM down LIMIT {limit}) AS after
)
SELECT source_id, target_id, relation, reason FROM kernel_edge
WHERE source_id IN (SELECT id FROM near) AND target_id IN (SELECT id FROM near) ORDER BY id
"""

Edges = list[tuple[int, int, str, str]]


@dataclass(frozen=True, slots=True)
class Around:
    """Keys of everything before and after one thing, and the links among them: source, target, relation, reason."""

    before: frozenset[int]
    after: frozenset[int]
    edges: Edges


def around(start: int) -> Around:
    """What led to a thing and what came of it, public or not, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_AROUND.format(limit=LONGEST_THREAD), [start, start])
        edges: Edges = cursor.fetchall()
    back, on = [(t, s) for s, t, *_ in edges], [(s, t) for s, t, *_ in edges]
    return Around(_reached(start, back), _reached(start, on), edges)


def _reached(start: int, ways: list[tuple[int, int]]) -> frozenset[int]:
    onward: dict[int, list[int]] = {}
    for here, there in ways:
        onward.setdefault(here, []).append(there)
    found: set[int] = set()
    ahead = [start]
    while ahead:
        new = [pk for pk in onward.get(ahead.pop(), ()) if pk not in found]
        found.update(new)
        ahead += new
    return frozenset(found)
