"""Who may do what with a story, and who may read it."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import Rule, anyone, role

MODERATORS = (Role.EDITOR, Role.BROKER, Role.ORGANISER)

may_tell = anyone
may_show = role(*MODERATORS)
may_hide = role(*MODERATORS)

# The word of the receipt is checked in the action: a rule knows only who asks and about what.
may_withdraw = Rule(
    lambda actor, subject: True,
    _("wie het vertelde, met een account, het woord van de bon of hulp aan de balie"),
)

may_add_photo = may_remove_photo = may_withdraw
may_show_photo = may_take_away_photo = role(*MODERATORS)


def needs_no_word(actor: Actor, story: object) -> bool:
    """Who may do something with the photo of a story without the word of its receipt."""
    return is_teller_or_helper(actor, story) or getattr(story, "place_id", 0) in moderates(actor)


def is_teller_or_helper(actor: Actor, story: object) -> bool:
    """The teller, or somebody at the desk who helps the teller."""
    own = actor.person is not None and actor.person in getattr(story, "owner_persons", frozenset())
    helps = bool(actor.on_behalf_of) and actor.works_at(getattr(story, "place_id", 0))
    return own or helps


def moderates(actor: Actor) -> list[int]:
    """The places where this actor looks after what is shown."""
    return [m.place for m in actor.mandates if m.role in MODERATORS]


def visible_to(actor: Actor) -> Q:
    """Everybody reads what is shown; a teller also reads their own, the editors read all of their place."""
    seen = Q(state="shown")
    if actor.person is not None:
        seen |= Q(person=actor.person)
    if places := moderates(actor):
        seen |= Q(node__place__in=places)
    return seen
