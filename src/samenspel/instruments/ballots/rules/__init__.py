"""Who may put a ballot in, and who looks after codes."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Channel, Role
from samenspel.instruments.ballots.states import BoxState
from samenspel.kernel.action.rules import Rule, role

may_issue = role(Role.ORGANISER, Role.BROKER)
may_help = role(Role.ORGANISER, Role.BROKER, Role.DESK)
# The code says whether somebody may vote. Only a desk may say that a ballot came on paper.
may_cast = Rule(
    lambda actor, subject: actor.channel == Channel.WEB or may_help(actor, subject),
    _("wie een stemcode heeft, ook met hulp van de balie"),
)
holds_the_part = Rule(
    lambda actor, subject: actor.person is not None and actor.person in subject.owner_persons,
    _("de sleutelhouder zelf"),
)


def visible_to(actor: Actor) -> Q:
    """A vote is public once it is open; what was chosen only after the count."""
    return ~Q(state=BoxState.DRAFT)


def of_a_visible_box(actor: Actor) -> Q:
    """What is on the ballot paper is as public as the vote."""
    return ~Q(box__state=BoxState.DRAFT)
