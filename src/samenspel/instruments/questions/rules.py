"""Who may ask, answer, pass on and judge."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.instruments.questions.states import Office
from samenspel.kernel.action.rules import Rule, anyone, owner, represents_owner, role

helping = Rule(lambda actor, subject: bool(actor.on_behalf_of), _("wie iemand helpt"))
of_the_municipality = Rule(
    lambda actor, subject: bool(getattr(subject, "for_municipality", False)), _("de vraag aan de gemeente is gesteld")
)
of_the_council = Rule(
    lambda actor, subject: bool(getattr(subject, "for_council", False)), _("het een brief aan de raad is")
)
another = Rule(
    lambda actor, subject: actor.person not in getattr(subject, "owner_persons", ()), _("iemand anders het vroeg")
)
not_the_own_letter = Rule(
    lambda actor, subject: not of_the_council(actor, subject) or another(actor, subject),
    _("het niet de eigen brief aan de raad is"),
)
for_the_askers = Rule(
    lambda actor, subject: any(actor.represents(party) for party in getattr(subject, "asker_parties", ())),
    _("woordvoerder van de groep die het vroeg"),
)
at_the_desk = role(Role.DESK, Role.BROKER, Role.EDITOR, Role.CLERK) & helping

may_ask = anyone
by_the_municipality = role(Role.FINANCE, Role.AREA_TEAM) & of_the_municipality
by_the_council = role(Role.COUNCILLOR, Role.CLERK) & of_the_council & another  # the council answers its letters
may_answer = represents_owner | by_the_municipality | by_the_council | (at_the_desk & not_the_own_letter)
may_forward = may_answer
may_accept = represents_owner | at_the_desk
may_judge = owner | for_the_askers | at_the_desk
may_hide = role(Role.EDITOR, Role.BROKER, Role.ORGANISER)


def office_of(actor: Actor, place: int) -> str:
    """The office in which this actor asks: open to all, except when they write down what somebody else asks."""
    held = () if actor.on_behalf_of else Office
    return next((office.value for office in held if actor.holds(Role(office.value), place)), "")


def waits(actor: Actor) -> bool:
    """Whether an editor reads it first: nobody knows a visitor without account."""
    return actor.person is None and not actor.mandates


def visible_to(actor: Actor) -> Q:
    """Questions are public; one that waits or is hidden is seen by who asked it and by who works there."""
    seen = Q(node__public=True)
    if actor.person:
        seen |= Q(asker=actor.person)
    places = {m.place for m in actor.mandates if actor.works_at(m.place)}
    return seen | Q(node__place__in=places) if places else seen


def answers_visible_to(actor: Actor) -> Q:
    """An answer is as public as its question."""
    return Q(question__node__public=True)
