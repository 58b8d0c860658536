"""Who may do what with calls, joint plans and awards, and who sees them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import Rule, not_conflicted, represents_owner, role, speaks_for_a_party
from samenspel.stages.commissioning.states import CallState

may_run = role(Role.ORGANISER, Role.BROKER) | represents_owner
may_draft = role(Role.ORGANISER, Role.BROKER) | speaks_for_a_party
may_speak_for_others = role(Role.ORGANISER, Role.BROKER)
may_open = role(Role.ORGANISER)
may_count = role(Role.ORGANISER, Role.CLERK)
# Who holds a part stands in the box; the act itself checks the part.
may_unlock = Rule(lambda actor, subject: actor.person is not None, _("sleutelhouder van de stembus"))
# Counting itself is work of the machine: who asked for it stands in the act before.
may_store = Rule(lambda actor, subject: actor.staff and actor.person is None, _("de computer van de site zelf"))
may_decide = role(Role.BOARD, Role.CLERK) & not_conflicted
may_help_makers = role(Role.ORGANISER, Role.EDITOR, Role.BROKER)
may_award = role(Role.BOARD, Role.FINANCE, Role.ORGANISER) & not_conflicted
may_fund = role(Role.FINANCE, Role.ORGANISER)
may_pay = role(Role.FINANCE, Role.ORGANISER)
may_propose = role(Role.ORGANISER, Role.BROKER) | speaks_for_a_party
may_tend = role(Role.ORGANISER, Role.BROKER) | represents_owner
may_answer = represents_owner | role(Role.BROKER)
may_publish = role(Role.ORGANISER, Role.EDITOR)


def _working_places(actor: Actor) -> set[int]:
    return {m.place for m in actor.mandates if m.role not in (Role.MEMBER, Role.REPRESENTATIVE)}


def _own_parties(actor: Actor) -> set[int]:
    return {m.party for m in actor.mandates if m.role == Role.REPRESENTATIVE and m.party}


def calls_visible_to(actor: Actor) -> Q:
    """A call is public once it opens; before that for who prepares it."""
    mine = Q(node__place__in=_working_places(actor)) | Q(commissioner__in=_own_parties(actor))
    return Q(node__public=True) | mine


def options_visible_to(actor: Actor) -> Q:
    """What is on the ballot paper is as public as its call."""
    mine = Q(call__node__place__in=_working_places(actor)) | Q(call__commissioner__in=_own_parties(actor))
    return Q(node__public=True) | mine


def results_visible_to(actor: Actor) -> Q:
    """A result is for everybody at the same moment."""
    return Q(option__call__state__in=(CallState.COUNTED, CallState.DECIDED))


def plans_visible_to(actor: Actor) -> Q:
    """A joint plan is public once its partners are asked; before that for its partners and helpers."""
    mine = Q(node__place__in=_working_places(actor)) | Q(convener__in=_own_parties(actor))
    return Q(node__public=True) | mine


def partners_visible_to(actor: Actor) -> Q:
    """Partners are as public as their plan."""
    return Q(plan__node__public=True)


def consent_visible_to(actor: Actor) -> Q:
    """Answers are as public as the plan."""
    return Q(partner__plan__node__public=True)


def visible_to(actor: Actor) -> Q:
    """Awards are always public: no money in the dark."""
    return Q()
