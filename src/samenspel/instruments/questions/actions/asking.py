"""Asking a party something in public."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import rules
from samenspel.instruments.questions.actions.sense import addressee_of, due_on, filled, past_day
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.states import QuestionKind, QuestionState
from samenspel.kernel.action import BadInput, NotAllowed, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.actions import write_text


def _asker(by: Actor, place: Place, name: str, contact: str) -> Person | None:
    """Who asks: who is helped, else who is logged in, else who left a name; else nobody we know."""
    if by.person and not by.on_behalf_of:
        return Person.objects.filter(pk=by.person, erased_at=None).first()
    if by.on_behalf_of or name or contact:
        return note_person(name=name or by.on_behalf_of, contact=contact, channel=by.channel, place=place)
    return None


@action("questions.question.ask", creates=True, rule=rules.may_ask, label=_("Een vraag stellen"))
def ask(
    cycle: Cycle, *, by: Actor, title: str, body: str, kind: str = QuestionKind.BUDGET, addressee: Party | None = None,
    addressee_name: str = "", due: date | None = None, about: Node | None = None, party: Party | None = None,
    name: str = "", contact: str = "", show_name: bool = False, document: str = "", language: str = "nl",
    on: date | None = None, example: bool = False,
) -> Question:  # fmt: skip
    """Somebody asks a named party something in public, and a clock runs; an editor reads a visitor's words first."""
    if party and not by.represents(party.pk):
        raise NotAllowed(_("U spreekt niet namens deze groep. Er is niets bewaard."))
    asked_on, place = past_day(on), cycle.place
    filled(body, _("Schrijf eerst uw vraag op. Eén zin is genoeg."))
    state = QuestionState.WAITING if rules.waits(by) else QuestionState.ASKED
    node = new_node("question", title, cycle=cycle, public=state == QuestionState.ASKED, example=example)
    asker = _asker(by, place, name, contact)
    text = write_text(body, by=by, person=asker.pk if asker else None, language=language)
    if about is not None:
        _tie(about, node, by)
    return Question(
        node=node, kind=kind, state=state, asker=asker, asker_party=party,
        asker_office=rules.office_of(by, cycle.place_id), show_name=show_name, body=text,
        document=document, addressee=addressee_of(place, addressee),
        addressee_name="" if addressee else addressee_name.strip(),
        asked_on=asked_on, due=due_on(asked_on, due),
    )  # fmt: skip


def _tie(about: Node, question: Node, by: Actor) -> None:
    if about.place_id != question.place_id or not about.public:
        raise BadInput(_("Dit hoort bij een andere buurt, of is niet openbaar. Stel uw vraag zonder verwijzing."))
    link(about, question, "questioned_by", by=by, reason=__("Iemand vroeg hiernaar."))
