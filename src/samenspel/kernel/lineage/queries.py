"""Reading the red thread: by code, upwards to where it came from, downwards to what became of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import snowballstemmer
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from samenspel.contracts.relations import ALLOWED, PREFIXES
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.lineage.walking import LONGEST_THREAD, around
from samenspel_methods.lineage import CodeError, parse_code, parse_words, suggestions, word_suggestions

SHORTEST_STEM = 3  # shorter stems find everything
DOUBLED = re.compile(r"(a|e|o|u)\1([^aeiou])$")  # "boom", that becomes "bomen"
SOFT = {"s": "z", "f": "v"}  # "huis", that becomes "huizen"
EXAMPLES = ("PR-7K4R", "tulp-brug-42")  # what pages show when they say what a code looks like


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something with this code came in but is not on the site. Codes can be guessed: never a title or words."""

    kind_label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """What a typed code leads to: a node, else suggestions, else a problem (`shape`, `example`, ...).

    `waiting`: the code is right, but what it stands for is not (or no longer) public.
    """

    node: Node | None = None
    suggestions: tuple[Node, ...] = ()
    problem: str = ""
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """One link as a page shows it. `phrase` fills "<source> ... <target>"."""

    source: int
    target: int
    relation: str
    phrase: str
    back: str
    reason: str


@dataclass(frozen=True, slots=True)
class Thread:
    """Everything that led to a node and everything that came of it, public things only."""

    node: Node
    before: tuple[Node, ...]
    after: tuple[Node, ...]
    ties: tuple[Tie, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The whole thread in the order in which it happened."""
        return (*self.before, self.node, *self.after)


def public_nodes() -> QuerySet[Node]:
    """Everything that may be seen, with place and round at hand."""
    return Node.objects.filter(public=True).select_related("place", "cycle")


def look_up(typed: str) -> Looked:
    """Find a code as somebody typed it; a slip is caught by the check symbol and answered with suggestions."""
    typed = typed.replace("\x00", "")[:60]
    words = parse_words(typed)
    if words:
        node = public_nodes().filter(words=words).first()
        return Looked(node) if node else Looked(problem=_unknown(words), waiting=_waiting(words=words))
    parsed = parse_code(typed, PREFIXES)
    if isinstance(parsed, CodeError):
        return _suggest(typed, str(parsed.value))
    node = public_nodes().filter(code=str(parsed)).first()
    return Looked(node) if node else replace(_suggest(typed, _unknown(str(parsed))), waiting=_waiting(code=str(parsed)))


def _unknown(code: str) -> str:
    """The code that pages show as an example is nobody's; who types it over is told so."""
    return "example" if code in EXAMPLES else "not_found"


def _suggest(typed: str, problem: str) -> Looked:
    codes = [str(c) for c in suggestions(typed, PREFIXES)][:400]
    near = Q(code__in=codes) | Q(words__in=word_suggestions(typed, 20))
    found = tuple(public_nodes().filter(near)[:5])
    return Looked(suggestions=found, problem=problem)


def _waiting(**which: str) -> Waiting | None:
    node = Node.objects.filter(public=False, **which).only("kind", "at").first()
    return Waiting(node.kind_label, node.at) if node else None


def node_by_code(code: str) -> Node | None:
    """The public thing with exactly this code."""
    return public_nodes().filter(code=code).first()


_WALK = """
WITH RECURSIVE walk(id) AS (
    SELECT {ahead} FROM kernel_edge WHERE {behind} = %s
    UNION
    SELECT e.{ahead} FROM kernel_edge e JOIN walk w ON e.{behind} = w.id
)
SELECT id FROM walk LIMIT {limit}
"""


def _walk(start: int, behind: str, ahead: str) -> list[int]:
    """Primary keys of all nodes reachable in one direction. UNION on ids ends every loop."""
    with connection.cursor() as cursor:
        cursor.execute(_WALK.format(behind=behind, ahead=ahead, limit=LONGEST_THREAD), [start])
        return [row[0] for row in cursor.fetchall()]


def origins(node_id: int) -> list[int]:
    """Everything that led to a node."""
    return _walk(node_id, "target_id", "source_id")


def outcomes(node_id: int) -> list[int]:
    """Everything that came of a node."""
    return _walk(node_id, "source_id", "target_id")


def thread(node: Node) -> Thread:
    """The red thread through one thing: what came before, what came after, and why each step followed."""
    found = around(node.pk)
    shown = {n.pk: n for n in public_nodes().filter(pk__in=found.before | found.after)}
    before = _in_order(shown[pk] for pk in found.before - found.after if pk in shown)
    after = _in_order(shown[pk] for pk in found.after if pk in shown and pk != node.pk)
    kept = {**shown, node.pk: node}
    ties = (_tie(kept[s], kept[t], *why) for s, t, *why in found.edges if s in kept and t in kept)
    return Thread(node, before, after, tuple(ties))


def _in_order(nodes: Iterable[Node]) -> tuple[Node, ...]:
    from samenspel.contracts.rooms import ROOM

    return tuple(sorted(nodes, key=lambda n: (n.cycle.number if n.cycle else 0, ROOM[n.room].number, n.at, n.pk)))


def _tie(source: Node, target: Node, name: str, reason: str) -> Tie:
    relation = ALLOWED[source.kind, name, target.kind]
    return Tie(source.pk, target.pk, name, relation.phrase, relation.back, reason)


def links_of(node: Node) -> tuple[list[Edge], list[Edge]]:
    """The direct links of a thing: where it comes from, and what it led to; public ends only. One query."""
    public = Q(target=node, source__public=True) | Q(source=node, target__public=True)
    ends = ("source__place", "source__cycle", "target__place", "target__cycle")
    edges = list(Edge.objects.filter(public).select_related(*ends).order_by("pk"))
    return [e for e in edges if e.target_id == node.pk], [e for e in edges if e.source_id == node.pk]


def linked(nodes: Sequence[int], relation: str) -> dict[int, list[Node]]:
    """For many sources at once (primary keys): the public things they lead to by a relation."""
    found: dict[int, list[Node]] = {pk: [] for pk in nodes}
    edges = Edge.objects.filter(source_id__in=nodes, relation=relation, target__public=True)
    for edge in edges.select_related("target__place", "target__cycle").order_by("pk"):
        found[edge.source_id].append(edge.target)
    return found


def sources_of(nodes: Sequence[int], relation: str) -> dict[int, list[Node]]:
    """For many targets at once (primary keys): the public things they come from by a relation."""
    found: dict[int, list[Node]] = {pk: [] for pk in nodes}
    edges = Edge.objects.filter(target_id__in=nodes, relation=relation, source__public=True)
    for edge in edges.select_related("source__place", "source__cycle").order_by("pk"):
        found[edge.target_id].append(edge.source)
    return found


def without_sequel(cycle: Cycle, kind: str, *sequels: str) -> QuerySet[Node]:
    """Breaks in the thread: things of a kind that led to none of these ("which promise has no outcome")."""
    later = Edge.objects.filter(source=OuterRef("pk"), target__kind__in=sequels)
    return public_nodes().filter(cycle=cycle, kind=kind).filter(~Exists(later)).order_by("pk")


def without_origin(cycle: Cycle, kind: str, *origins_: str) -> QuerySet[Node]:
    """Breaks in the thread: things of a kind that come from none of these ("which euros have no reason")."""
    earlier = Edge.objects.filter(target=OuterRef("pk"), source__kind__in=origins_)
    return public_nodes().filter(cycle=cycle, kind=kind).filter(~Exists(earlier)).order_by("pk")


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("dutch")


def _forms(word: str) -> Q:
    """Any form of a Dutch word: "bomen" and "boom", "huizen" and "huis"."""
    stem = str(_stemmer().stemWord(word.casefold()))
    if len(stem) < SHORTEST_STEM:
        return Q(title__icontains=word)
    found = Q(title__icontains=word) | Q(title__icontains=stem)
    short = DOUBLED.sub(r"\1\2", stem)
    opened = f"{short[:-1]}{SOFT.get(short[-1], short[-1])}e"
    return found | Q(title__icontains=opened) if opened != f"{stem}e" else found


def search_titles(cycle_or_place: Cycle | None, place: int, words: str) -> QuerySet[Node]:
    """Public things whose title holds all these words, in any form of the word; capitals do not matter."""
    found = public_nodes().filter(place=place)
    if cycle_or_place is not None:
        found = found.filter(cycle=cycle_or_place)
    for word in words.replace("\x00", "").split()[:8]:
        found = found.filter(_forms(word))
    return found.order_by("-at", "-pk")


def kind_counts(cycle_id: int, *also: QuerySet[Any, Any], **standing: QuerySet[Any, Any]) -> dict[str, int]:
    """How many public things of each kind a round holds; one query for a whole table.

    `also`: other counts, each a row with a name and a number. `standing`: of this kind only these nodes count, as the
    room itself counts them.
    """
    rows = Node.objects.filter(cycle=cycle_id, public=True)
    for kind, nodes in standing.items():
        rows = rows.exclude(~Q(pk__in=nodes), kind=kind)
    return dict(rows.order_by().values_list("kind").annotate(n=Count("pk")).union(*also, all=True))


def nodes_by_code(codes: Iterable[str], *also: QuerySet[Any, Any]) -> dict[str, Node]:
    """Public things by their codes, and those in these lists of primary keys; one query."""
    wanted = Q(code__in=set(codes))
    for keys in also:
        wanted |= Q(pk__in=keys)
    return {n.code: n for n in public_nodes().filter(wanted)}


def named(field: str) -> dict[str, Subquery]:
    """What a public thing is and is called, to ask along with a row that has its code in this field."""
    found = Node.objects.filter(public=True, code=OuterRef(field))
    return {"node_kind": Subquery(found.values("kind")[:1]), "node_title": Subquery(found.values("title")[:1])}


def as_named(code: str, row: Any) -> Node | None:
    """The thing behind a row that was asked with `named`; nothing when it is not public."""
    return Node(code=code, kind=row.node_kind, title=row.node_title) if row.node_kind else None


def invented(codes: Iterable[str]) -> frozenset[str]:
    """Which of these codes stand for something made up for an example neighbourhood; one query."""
    return frozenset(Node.objects.filter(code__in=set(codes), example=True).values_list("code", flat=True))


def newest_of(place: int, kind: str, most: int) -> QuerySet[Any, Any]:
    """The primary keys of the newest public things of a kind."""
    return Node.objects.filter(place=place, kind=kind, public=True).order_by("-at", "-pk").values("pk")[:most]


def nodes_of(cycle_id: int, *kinds: str) -> QuerySet[Node]:
    """The public things of some kinds in a round, newest first."""
    return public_nodes().filter(cycle=cycle_id, kind__in=kinds).order_by("-at", "-pk")
