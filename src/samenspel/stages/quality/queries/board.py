"""What is agreed in a round, and one definition with everything around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.action.registry import choices_for as choices
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.lineage.models import Edge
from samenspel.stages.quality import rules
from samenspel.stages.quality.models import QualityDefinition, Signature, Statement
from samenspel.stages.quality.states import DefinitionState
from samenspel.ui.figures import FirstStep, Seat

# The buttons of a definition's page, in the order in which people need them.
PAGES = {
    "quality.definition.sign": "sign",
    "quality.definition.add_statement": "add_statement",
    "quality.definition.change": "change",
    "quality.definition.open": "open",
    "quality.definition.connect": "connect",
    "quality.definition.replace": "replace",
}


@dataclass(frozen=True, slots=True)
class Board:
    """The definitions of a round as one reader sees them."""

    shown: tuple[QualityDefinition, ...]
    drafts: tuple[QualityDefinition, ...]
    replaced: tuple[QualityDefinition, ...]
    editions: tuple[Edition, ...]
    signed: int

    @property
    def empty(self) -> bool:
        """Nothing is there yet, not even a draft."""
        return not (self.shown or self.drafts or self.replaced)


def board(cycle: Cycle, actor: Actor) -> Board:
    """What is on the table and what is signed, newest first; old versions and drafts apart. Two queries."""
    rows = QualityDefinition.objects.filter(rules.visible_to(actor), node__cycle=cycle).order_by("-pk")
    by: dict[str, list[QualityDefinition]] = {state.value: [] for state in DefinitionState}
    for row in rows:
        by[row.state].append(row)
    shown = (*by[DefinitionState.SIGNED], *by[DefinitionState.OPEN])
    return Board(
        shown, tuple(by[DefinitionState.DRAFT]), tuple(by[DefinitionState.REPLACED]),
        tuple(editions_of(cycle, "quality")), len(by[DefinitionState.SIGNED]),
    )  # fmt: skip


def standing(cycle: Cycle) -> QuerySet[QualityDefinition]:
    """What was agreed and not replaced; the page of the room and the table at home count the same."""
    return QualityDefinition.objects.filter(node__cycle=cycle, state=DefinitionState.SIGNED)


def with_words(definitions: Sequence[QualityDefinition]) -> Sequence[QualityDefinition]:
    """Adds sentences and signatures to the definitions of one page. Two queries, however many there are."""
    prefetch_related_objects(
        list(definitions), Prefetch("statements", Statement.objects.order_by("order", "pk")),
        Prefetch("signatures", Signature.objects.select_related("party__place").order_by("on", "pk")),
    )  # fmt: skip
    for row in definitions:
        _dress(row)
    return definitions


def _dress(row: Any) -> None:
    """What the pages show of a definition besides its own fields."""
    signed = list(row.signatures.all())
    row.seats = tuple(Seat(s.party.name, _how(s), s.party.get_absolute_url()) for s in signed)
    row.lines = list(row.statements.all())


def _how(signature: Signature) -> str:
    return f"{signature.name}, {signature.get_method_display()}" if signature.name else signature.get_method_display()


def definition(cycle: Cycle, code: str, actor: Actor) -> QualityDefinition | None:
    """One definition with its sentences and signatures, if this reader may see it. Three queries."""
    rows = QualityDefinition.objects.filter(rules.visible_to(actor), node__cycle=cycle, node__code=code.upper())
    around = ("replaces__node__place", "replaces__node__cycle", "replaced_by__node__place", "replaced_by__node__cycle")
    found = rows.select_related(*around).first()
    if found:
        with_words([found])
    return found


def statement(definition: QualityDefinition, pk: int) -> Statement | None:
    """One sentence of a definition."""
    return Statement.objects.filter(definition=definition, pk=pk).first()


def measured(definition: QualityDefinition) -> tuple[Edge, ...]:
    """What it says good is for, and where it was used: public things on the red thread. One query."""
    here = definition.node_id
    public = Q(target=here, source__public=True) | Q(source=here, target__public=True)
    return tuple(Edge.objects.filter(public).select_related("source", "target").order_by("pk"))


def agreed(cycle: Cycle) -> list[QualityDefinition]:
    """What the parties signed in this round, oldest first."""
    return list(with_words(list(standing(cycle).order_by("pk"))))


def choices_for(actor: Actor, subject: Any) -> tuple[tuple[str, str], ...]:
    """What this reader can do now with a definition: label and address."""
    return choices(actor, subject, PAGES, _fits)


def _fits(verb: str, subject: Any) -> bool:
    """After the first signature words are fixed; a text that is being replaced is not replaced again."""
    if PAGES[verb] in ("add_statement", "change"):
        return not subject.seats
    return PAGES[verb] != "replace" or getattr(subject, "replaced_by", None) is None


def may(actor: Actor, cycle: Cycle) -> frozenset[str]:
    """What this reader may do with the room as a whole."""
    wanted = ("quality.definition.draft", "quality.edition.publish")
    return frozenset(verb.split(".")[1] for verb in wanted if ACTIONS[verb].rule(actor, cycle))


def first_steps(cycle: Cycle, may_do: frozenset[str]) -> tuple[FirstStep, ...]:
    """What one volunteer can do on an empty page."""
    write = reverse("quality:draft", args=(cycle.place.slug, cycle.slug)) if "definition" in may_do else ""
    return (
        FirstStep(_("Kies één ding"), _("Bijvoorbeeld het speelplein, of de hulp bij geldzorgen. Klein is goed.")),
        FirstStep(
            _("Vraag het aan tafel"),
            _("Laat mensen de zin afmaken: wij spreken van goed als … Schrijf op wat zij zeggen."),
            _("Schrijf een afspraak op") if write else "", write,
        ),
        FirstStep(
            _("Leg het op tafel"), _("Bewoners, wie het werk doet en de gemeente lezen mee. Wie het eens is, tekent.")
        ),
    )  # fmt: skip
