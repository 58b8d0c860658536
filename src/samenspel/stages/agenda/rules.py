"""Who writes the agenda, who may think otherwise, and who sees what is not open yet."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import owner, represents_owner, role, signed_in, speaks_for_a_party

WRITERS = (Role.EDITOR, Role.BROKER, Role.ORGANISER)
NOTERS = (*WRITERS, Role.DESK)

may_draft = role(*WRITERS)
may_describe = role(*WRITERS) | owner
may_open = role(*WRITERS)
may_give_reason = role(*WRITERS) | owner
may_rank = role(*WRITERS)
may_name_duo = role(*WRITERS)
may_decide = role(Role.EDITOR, Role.ORGANISER)
may_dissent = signed_in | speaks_for_a_party | role(*NOTERS)
may_hide = role(Role.EDITOR, Role.ORGANISER)
may_take_back = owner | represents_owner
may_mark = role(*WRITERS)
may_publish = role(Role.ORGANISER, Role.EDITOR)


def writes_at(actor: Actor) -> frozenset[int]:
    """Places where this actor writes the agenda, and so sees the drafts."""
    return frozenset(m.place for m in actor.mandates if m.role in WRITERS)


def notes_for_others(actor: Actor, place: int) -> bool:
    """Whether what this actor writes down is what others said at the table."""
    return any(actor.holds(r, place) for r in NOTERS)


def visible_to(actor: Actor) -> Q:
    """What lies open is for everybody; a draft only for those who write the agenda there and for its pair."""
    seen = Q(node__public=True)
    if places := writes_at(actor):
        seen |= Q(node__place_id__in=places)
    if actor.person is not None:
        seen |= Q(duo__resident_id=actor.person) | Q(duo__professional_id=actor.person)
    return seen


def reasons_visible_to(actor: Actor) -> Q:
    """A reason shows when both the priority and the thing itself may be seen; a withdrawn story is gone."""
    return Q(source__public=True) & _of_priority(actor)


def dissents_visible_to(actor: Actor) -> Q:
    """Other opinions show with the priority, unless they were taken away."""
    shown = Q(state="shown") & _of_priority(actor)
    places = frozenset(m.place for m in actor.mandates if m.role in (Role.EDITOR, Role.ORGANISER))
    return shown | Q(priority__node__place_id__in=places) if places else shown


def _of_priority(actor: Actor) -> Q:
    seen = Q(priority__node__public=True)
    places = writes_at(actor)
    return seen | Q(priority__node__place_id__in=places) if places else seen
