"""What a question must be like, whoever asks or answers."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from samenspel.instruments.questions.models import Forward, Question
from samenspel.instruments.questions.states import ForwardState
from samenspel.kernel.action import BadInput, WrongState, keep
from samenspel.kernel.action.rules import Words
from samenspel.kernel.journal import clock
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.places.models import Place

WEEKS = 6  # until an answer is due, unless the asker says otherwise
LATEST = 366  # days; a clock that runs longer is no clock


def filled(words: str, complaint: Words) -> None:
    if not words.strip():
        raise BadInput(complaint)


def past_day(on: date | None) -> date:
    """Today, or an earlier day for what came in on paper; never a day that has yet to come."""
    today = clock.today()
    if on and on > today:
        raise BadInput(_("Deze dag moet nog komen. Vul vandaag in, of een eerdere dag."))
    return on or today


def due_on(asked_on: date, due: date | None) -> date:
    """The date for the answer: six weeks, or what was asked for within a year."""
    if due and not asked_on <= due <= asked_on + timedelta(days=LATEST):
        raise BadInput(_("Kies voor het antwoord een dag tussen vandaag en een jaar later."))
    return due or asked_on + timedelta(weeks=WEEKS)


def addressee_of(place: Place, party: Party | None) -> Party | None:
    if party and (party.place_id not in (place.pk, place.municipality_id) or party.state != PartyState.ACTIVE):
        raise BadInput(_("Deze partij doet hier niet mee. Kies een partij uit de lijst, of schrijf de naam op."))
    return party


def settle(question: Question, state: ForwardState, reply: str = "", on: date | None = None) -> None:
    """Close the running forward of a question."""
    row = Forward.objects.filter(question=question, state=ForwardState.OFFERED).first()
    if row is None:
        raise WrongState(_("Deze vraag is niet doorgegeven. Er is niets veranderd."))
    row.state, row.reply, row.replied_on = state, reply[:500], past_day(on)
    keep(row)
