"""The agenda as a list, one priority, and the building blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.action.registry import choices_for as choices
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.queries import parties_at
from samenspel.kernel.people.states import PartyKind
from samenspel.kernel.places.models import Place
from samenspel.stages.agenda import rules
from samenspel.stages.agenda.models import BuildingBlock, Dissent, Priority, Reason
from samenspel.stages.agenda.queries.reasons import lines
from samenspel.stages.agenda.states import BLOCK_HELP, Block, DissentState, PriorityState
from samenspel.ui.figures import FirstStep, Seat

MOST_ADOPTED = 6
IN_WORDS = {
    2: pgettext_lazy("first word", "Twee"),
    3: pgettext_lazy("first word", "Drie"),
    4: pgettext_lazy("first word", "Vier"),
    5: pgettext_lazy("first word", "Vijf"),
    6: pgettext_lazy("first word", "Zes"),
}
_PEOPLE = ("duo__resident", "duo__professional", "duo__professional_party")

# The buttons of a priority's page, in the order in which people need them.
PAGES = {
    "agenda.priority.describe": "describe",
    "agenda.reason.add": "reasons",
    "agenda.duo.name": "duo",
    "agenda.dissent.record": "dissent",
    "agenda.priority.open": "open",
    "agenda.priority.rank": "rank",
    "agenda.priority.adopt": "adopt",
    "agenda.priority.set_aside": "set_aside",
    "agenda.priority.reopen": "reopen",
}


@dataclass(frozen=True, slots=True)
class Board:
    """The agenda of a round as one reader sees it."""

    chosen: tuple[Priority, ...]
    drafts: tuple[Priority, ...]
    set_aside: tuple[Priority, ...]
    editions: tuple[Edition, ...]
    adopted: int

    @property
    def undecided(self) -> int:
        """How many lie open."""
        return len(self.chosen) - self.adopted

    @property
    def chosen_in_words(self) -> str:
        """How many lie open or were adopted, as the first word of a sentence."""
        return str(IN_WORDS.get(len(self.chosen), len(self.chosen)))

    @property
    def empty(self) -> bool:
        """Nothing is there yet, not even a draft."""
        return not (self.chosen or self.drafts or self.set_aside)


def board(cycle: Cycle, actor: Actor) -> Board:
    """The whole agenda: what comes first, what is being written and what was not chosen. Two queries."""
    found = _in_order(Priority.objects.filter(rules.visible_to(actor), node__cycle=cycle).select_related(*_PEOPLE))
    by = {state: tuple(p for p in found if p.state == state) for state in PriorityState}
    chosen = tuple(p for p in found if p.state in (PriorityState.OPEN, PriorityState.ADOPTED))
    return Board(
        chosen, by[PriorityState.DRAFT], by[PriorityState.SET_ASIDE], tuple(editions_of(cycle, "agenda")),
        len(by[PriorityState.ADOPTED]),
    )  # fmt: skip


def with_voices(priorities: Sequence[Priority], actor: Actor) -> Sequence[Priority]:
    """Adds reasons and other opinions to the priorities of one page. Two queries, however many there are."""
    reasons = Reason.objects.filter(rules.reasons_visible_to(actor)).select_related("source").order_by("pk")
    others = Dissent.objects.filter(rules.dissents_visible_to(actor)).select_related("text", "party").order_by("pk")
    prefetch_related_objects(
        list(priorities), Prefetch("reasons", reasons, to_attr="seen_reasons"),
        Prefetch("dissents", others, to_attr="seen_dissents"),
    )  # fmt: skip
    for priority in priorities:
        _dress(priority)
    return priorities


def _dress(priority: Any) -> None:
    """What the pages show of a priority besides its own fields."""
    priority.seats, priority.lines = pair(priority), lines(priority.seen_reasons)
    priority.shown_dissents = [d for d in priority.seen_dissents if d.state == DissentState.SHOWN]


def pair(priority: Priority) -> tuple[Seat, ...]:
    """The two people who carry a priority, each with a chair; an empty chair when nobody was found yet."""
    if priority.duo is None:
        free = (_("een bewoner"), _("een professional"))
        return tuple(Seat(_("nog niemand"), role, free=True) for role in free)
    party = priority.duo.professional_party
    works_at = party.name if party else _("van een organisatie")
    return (
        Seat(priority.duo.shown_resident or _("een bewoner"), _("uit de buurt")),
        Seat(priority.duo.shown_professional or _("een professional"), works_at),
    )


def _in_order(rows: QuerySet[Priority]) -> list[Priority]:
    """By place on the agenda; what has no place yet comes last, oldest first."""
    return sorted(rows.order_by("pk"), key=lambda p: p.rank or 9999)


def live(cycle: Cycle) -> list[Priority]:
    """Everything that lies open or was adopted, in order."""
    rows = Priority.objects.filter(node__cycle=cycle, state__in=(PriorityState.OPEN, PriorityState.ADOPTED))
    return _in_order(rows)


def standing(cycle: Cycle) -> QuerySet[Priority]:
    """What the neighbourhood adopted; the page of the room and the table at home count the same."""
    return Priority.objects.filter(node__cycle=cycle, state=PriorityState.ADOPTED)


def adopted(cycle: Cycle) -> list[Priority]:
    """What the neighbourhood adopted, in order, with the pair that carries each."""
    return _in_order(standing(cycle).select_related(*_PEOPLE))


def telling(cycle: Cycle) -> int:
    """The number on the plate of this room: how many priorities were adopted."""
    return Priority.objects.filter(node__cycle=cycle, state=PriorityState.ADOPTED, node__public=True).count()


def priority(cycle: Cycle, code: str, actor: Actor) -> Priority | None:
    """One priority with its reasons and other opinions, if this reader may see it."""
    rows = Priority.objects.filter(rules.visible_to(actor), node__cycle=cycle, node__code=code.upper())
    found = rows.select_related(*_PEOPLE).first()
    if found:
        with_voices([found], actor)
    return found


def dissent(priority: Priority, pk: int, actor: Actor) -> Dissent | None:
    """One other opinion of a priority."""
    rows = Dissent.objects.filter(rules.dissents_visible_to(actor), priority=priority, pk=pk)
    return rows.select_related("text", "party").first()


def choices_for(actor: Actor, subject: Priority) -> tuple[tuple[str, str], ...]:
    """What this reader can do now with a priority: label and address."""
    return choices(actor, subject, PAGES)


def blocks(cycle: Cycle) -> tuple[tuple[Block, str, BuildingBlock], ...]:
    """The seven building blocks with what they ask and how far they are."""
    marks = block_marks(cycle)
    return tuple(
        (block, str(BLOCK_HELP[block]), marks.get(block) or BuildingBlock(cycle=cycle, block=block)) for block in Block
    )


def block_marks(cycle: Cycle) -> dict[str, BuildingBlock]:
    """The building blocks somebody said something about."""
    return {row.block: row for row in BuildingBlock.objects.filter(cycle=cycle).select_related("cycle")}


def parties(place: Place) -> QuerySet[Party]:
    """Parties whose people can be the professional of a pair."""
    return parties_at(place).exclude(kind=PartyKind.COMMUNITY).order_by("name")


def may(actor: Actor, cycle: Cycle) -> frozenset[str]:
    """What this reader may do with the agenda as a whole: names of actions."""
    wanted = ("agenda.priority.draft", "agenda.edition.publish", "agenda.block.mark")
    return frozenset(verb.split(".")[1] for verb in wanted if ACTIONS[verb].rule(actor, cycle))


def first_steps(cycle: Cycle, may_do: frozenset[str]) -> tuple[FirstStep, ...]:
    """What one volunteer can do on an empty page."""
    where = (cycle.place.slug, cycle.slug)
    write = reverse("agenda:draft", args=where) if "priority" in may_do else ""
    return (
        FirstStep(
            _("Kijk hoe de agenda ontstaat"), _("Zeven bouwstenen, in uw eigen tempo. U mag overal beginnen."),
            _("Bekijk de bouwstenen"), reverse("agenda:blocks", args=where),
        ),
        FirstStep(
            _("Vraag drie buren"), _("Wat gaat goed? Wat moet eerst? Schrijf het op. Een foto van het vel is genoeg."),
        ),
        FirstStep(
            _("Zoek een tweede trekker"),
            _("Dat kan iemand van de gemeente zijn, of van school. Samen kiest u de eerste prioriteit."),
            _("Schrijf een prioriteit op") if write else "", write,
        ),
    )  # fmt: skip
