"""Who may draft, describe, decide and report."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import Rule, not_conflicted, owner, represents_owner, role, speaks_for_a_party
from samenspel.stages.plan.models import Partner

TEAM = (Role.AREA_TEAM, Role.EDITOR, Role.BROKER, Role.ORGANISER)
team = role(*TEAM)
represents_maker = Rule(
    lambda actor, subject: any(actor.represents(party) for party in getattr(subject, "maker_parties", ())),
    _("woordvoerder van de partij die het inbracht"),
)

may_draft = team | speaks_for_a_party
may_describe = team | owner | represents_owner
may_propose = team | owner | represents_maker
may_decide = role(Role.BOARD, Role.CLERK) & not_conflicted
may_report = team | owner | represents_owner
may_stop = team | owner | represents_maker
may_publish = role(Role.ORGANISER, Role.EDITOR)


def visible_to(actor: Actor) -> Q:
    """A draft is for its makers and the team; from the proposal on a line is for everybody."""
    seen = Q(node__public=True)
    if places := {m.place for m in actor.mandates if m.role in TEAM}:
        seen |= Q(node__place__in=places)
    if parties := {m.party for m in actor.mandates if m.party and actor.represents(m.party)}:
        seen |= Q(maker__in=parties) | Q(pk__in=_lines_with(parties))
    if actor.person is not None:
        seen |= Q(owner__resident=actor.person) | Q(owner__professional=actor.person)
    return seen


def _lines_with(parties: set[int]) -> QuerySet[Partner, int]:
    """A subquery instead of a join, so that a line with two partners is not counted twice."""
    return Partner.objects.filter(party__in=parties).values_list("line_id", flat=True)


def of_visible_lines(actor: Actor) -> Q:
    """Partners and notes are as public as their line."""
    return Q(line__node__public=True)
