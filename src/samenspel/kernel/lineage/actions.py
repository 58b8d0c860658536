"""Making nodes and links. Plain functions, used inside the actions of rooms."""

import secrets

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.relations import ALLOWED, KINDS
from samenspel.kernel.action import BadInput, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.writing import rename_in_messages
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.lineage.queries import outcomes
from samenspel.kernel.people.own_data import rename_everywhere
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.markdown import cleaned
from samenspel_methods.lineage import length_needed, make_code, words_for

_rng = secrets.SystemRandom()
_TRIES = 12
GONE = _("Deze woorden staan er niet meer.")


def _free_code(prefix: str) -> str:
    """A code that nobody has; longer once a tenth of the short ones is taken."""
    symbols = length_needed(Node.objects.filter(code__startswith=f"{prefix}-").count(), 4)
    candidates = [str(make_code(prefix, symbols, _rng)) for _i in range(8)]
    taken = set(Node.objects.filter(code__in=candidates).values_list("code", flat=True))
    return next((c for c in candidates if c not in taken), str(make_code(prefix, symbols + 1, _rng)))


def _free_words() -> str:
    """Two everyday words and two digits that nobody has."""
    candidates = [words_for(_rng) for _i in range(_TRIES)]
    taken = set(Node.objects.filter(words__in=candidates).values_list("words", flat=True))
    for words in candidates:
        if words not in taken:
            return words
    raise BadInput(_("De woordcodes zijn op. Vraag de beheerder om de woordenlijst groter te maken."))


def new_node(
    kind: str, title: str, *, cycle: Cycle | None = None, place: Place | None = None, public: bool = False,
    example: bool = False,
) -> Node:  # fmt: skip
    """Give something its code. Either a cycle (which brings its place) or a place is needed."""
    where = cycle.place if cycle else place
    if where is None:
        raise ValueError("A node needs a cycle or a place.")
    return keep(
        Node(
            code=_free_code(KINDS[kind].prefix), words=_free_words(), kind=kind, title=_short(title), cycle=cycle,
            place=where, public=public, example=example,
        )
    )  # fmt: skip


def _short(title: str) -> str:
    title = " ".join(cleaned(title).split())
    if not title:
        raise BadInput(_("Geef het een naam: één korte zin is genoeg."))
    return title if len(title) <= 300 else title[:297] + "..."


def link(source: Node, target: Node, relation: str, *, by: Actor, reason: str) -> Edge:
    """Say that one thing led to another, and why; only along the map of the product."""
    if (source.kind, relation, target.kind) not in ALLOWED:
        raise BadInput(_("Deze twee dingen kunnen niet zo aan elkaar. Er is niets veranderd."))
    existing = Edge.objects.filter(source=source, target=target, relation=relation).first()
    if existing:
        return existing
    return keep(Edge(source=source, target=target, relation=relation, reason=cleaned(reason)[:500], person=by.person))


def show(node: Node) -> None:
    """From now on everybody can see it."""
    node.public = True
    node.save(update_fields=["public"])


def hide(node: Node) -> None:
    """From now on its title is on no public page."""
    node.public = False
    node.save(update_fields=["public"])


def retitle(node: Node, title: str) -> None:
    """Give it a better name."""
    node.title = _short(title)
    node.save(update_fields=["title"])


def take_back_title(node: Node, title: str) -> None:
    """Its name was somebody's own words: a plain name replaces it, here and where later things took it over."""
    old = node.title
    retitle(node, title)
    copies = Node.objects.filter(pk__in=outcomes(node.pk), title=old)
    found = {node.pk: node.code, **dict(copies.values_list("pk", "code"))}
    copies.update(title=node.title)
    rename_in_messages(found.values(), old, node.title)
    rename_everywhere(found, old, node.title)
