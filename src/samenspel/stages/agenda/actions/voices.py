"""Who carries a priority, and who thinks otherwise."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.handover.actions import forget_words
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.lineage.actions import GONE
from samenspel.kernel.lineage.models import Edge
from samenspel.kernel.people.actions import pair
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.agenda import rules
from samenspel.stages.agenda.actions.writing import LIVE, WRITABLE
from samenspel.stages.agenda.models import Dissent, Priority, Reason
from samenspel.stages.agenda.states import DissentState, PriorityState


@action("agenda.dissent.record", source=LIVE, rule=rules.may_dissent, label=_("Ik denk hier anders over"))
def record_dissent(priority: Priority, *, by: Actor, words: str, said_by: str = "") -> Dissent:
    """Somebody thinks otherwise about a priority, and that stands beside it."""
    if not words.strip():
        raise BadInput(_("Schrijf op wat u anders ziet. Eén zin is genoeg."))
    noted = rules.notes_for_others(by, priority.place_id)
    own = None if noted or by.party else by.person
    text = write_text(words, by=by if own else replace(by, person=None))
    return Dissent(
        priority=priority, text=text, said_by=cleaned(said_by), person=own, party_id=None if noted else by.party
    )


@action(
    "agenda.dissent.hide", source={DissentState.SHOWN}, target=DissentState.HIDDEN, rule=rules.may_hide,
    label=_("Een ander geluid weghalen"),
)  # fmt: skip
def hide_dissent(dissent: Dissent, *, by: Actor, reason: str) -> Dissent:
    """Words that hurt somebody or name somebody are taken away, with a public reason."""
    _out_of_editions(dissent)
    return dissent


def _out_of_editions(dissent: Dissent) -> None:
    forget_words(editions_of(dissent.priority.cycle), [dissent.text.body, dissent.said_by])


@action(
    "agenda.dissent.take_back", source={DissentState.SHOWN}, target=DissentState.HIDDEN, rule=rules.may_take_back,
    label=_("Mijn woorden terugnemen"),
)  # fmt: skip
def take_back_dissent(dissent: Dissent, *, by: Actor) -> Dissent:
    """Somebody takes back what they said; the words are gone for good, and nobody asks why."""
    _out_of_editions(dissent)
    erase_text(dissent.text)
    dissent.said_by = ""
    return dissent


@action(
    "agenda.duo.name", source={*WRITABLE, PriorityState.ADOPTED}, rule=rules.may_name_duo, label=_("Trekkers noemen")
)
def name_duo(
    priority: Priority, *, by: Actor, resident_name: str = "", professional_name: str = "",
    professional_party: Party | None = None, resident: Person | None = None, professional: Person | None = None,
) -> Priority:  # fmt: skip
    """A resident and a professional carry this priority together, as equals."""
    duo = pair(
        priority.node.place, resident=resident, resident_name=cleaned(resident_name), professional=professional,
        professional_name=cleaned(professional_name), professional_party=professional_party,
    )  # fmt: skip
    priority.duo = keep(duo)
    return priority


@eraser("agenda")
def erase_person(person: int) -> int:
    """Words and names of somebody who wants to be forgotten go; that somebody thought otherwise stays."""
    theirs = list(Dissent.objects.filter(person=person).select_related("text"))
    for row in theirs:
        erase_text(row.text)
        Dissent.objects.filter(pk=row.pk).update(said_by="", person=None)
    for edge in Edge.objects.filter(person=person, target__kind="priority"):
        Reason.objects.filter(priority__node=edge.target_id, source=edge.source_id).update(words=str(GONE))
    return len(theirs)
