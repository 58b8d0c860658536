"""Who may do what with a survey, and who may read it."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Channel, Role
from samenspel.instruments.surveys.states import RemarkState, SurveyState
from samenspel.kernel.action.rules import Rule, role

MAKERS = (Role.ORGANISER, Role.EDITOR, Role.BROKER)

may_make = role(*MAKERS)
may_open = role(Role.ORGANISER, Role.BROKER)
may_publish = role(Role.ORGANISER, Role.EDITOR)
may_issue = role(Role.ORGANISER, Role.BROKER)
may_help = role(Role.ORGANISER, Role.BROKER, Role.DESK)
may_moderate = role(*MAKERS)
# A letter is checked in the action: a rule knows only who asks and about what.
may_give = Rule(
    lambda actor, subject: actor.channel == Channel.WEB or actor.helps_at(getattr(subject, "place_id", 0)),
    _("iedereen, met de code uit de brief als die nodig is; op papier of aan de telefoon: wie hier anderen helpt"),
)
may_keep = Rule(lambda actor, subject: True, _("wie een enquête aan het invullen is"))


def made_at(actor: Actor) -> list[int]:
    """The places where this actor makes surveys or helps with them."""
    return [m.place for m in actor.mandates if m.role in {*MAKERS, Role.DESK}]


def visible_to(actor: Actor) -> Q:
    """Everybody sees a survey once it is open; a draft is for who makes it."""
    seen = Q(node__public=True)
    places = made_at(actor)
    return seen | Q(node__place__in=places) if places else seen


def of_a_visible_survey(actor: Actor) -> Q:
    """Questions are as public as their survey."""
    seen = Q(survey__node__public=True)
    places = made_at(actor)
    return seen | Q(survey__node__place__in=places) if places else seen


def published(actor: Actor) -> Q:
    """Numbers are there for everybody at once: when the outcome is published."""
    return Q(survey__state=SurveyState.PUBLISHED)


def readable(actor: Actor) -> Q:
    """A remark is there once an editor read it, and the outcome is published."""
    return Q(state=RemarkState.SHOWN, survey__state=SurveyState.PUBLISHED)
