"""Who may do what with a story, and who may read it."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import Rule, anyone, machine, role, staff
from samenspel.kernel.journal.clock import today

MODERATORS = (Role.EDITOR, Role.BROKER, Role.ORGANISER)

may_tell = anyone
may_show = role(*MODERATORS)
may_hide = role(*MODERATORS)

# The word of the receipt is checked in the action: a rule knows only who asks and about what.
may_withdraw = Rule(
    lambda actor, subject: True,
    _("wie het vertelde, met een account, het woord van de bon of hulp aan de balie"),
)

# A part is a photo or a recording.
may_add_part = may_remove_part = may_withdraw
may_show_part = may_take_away_part = may_shorten = role(*MODERATORS)
may_help = role(*MODERATORS, Role.DESK)  # writing out, translating
may_expire = machine | staff


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


def alive(before: str = "") -> Q:
    """Shown, and not longer than the teller agreed to."""
    name = f"{before}show_until"
    return Q(**{f"{before}state": "shown"}) & (Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": today()}))


def visible_to(actor: Actor, before: str = "") -> Q:
    """Everybody reads what is shown; a teller also reads their own, the editors read all of their place."""
    seen = alive(before)
    if actor.person is not None:
        seen |= Q(**{f"{before}person": actor.person})
    if places := moderates(actor):
        seen |= Q(**{f"{before}node__place__in": places})
    return seen


def parts_visible_to(actor: Actor) -> Q:
    """A translation is read by whoever reads its story."""
    return visible_to(actor, "story__")
