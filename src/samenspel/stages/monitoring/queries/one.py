"""One outcome, one lesson, and what is kept of a person."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action.registry import choices_for as choices
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.own_data import own_data
from samenspel.kernel.people.states import PartyState
from samenspel.stages.monitoring import rules
from samenspel.stages.monitoring.models import Lesson, Outcome
from samenspel.stages.monitoring.states import OutcomeState

OUTCOME_PAGES = {"monitoring.outcome.confirm": "confirm", "monitoring.outcome.hide": "hide"}
LESSON_PAGES = {"monitoring.lesson.share": "share", "monitoring.lesson.change": "change"}


def outcome(cycle: Cycle, code: str, actor: Actor) -> Outcome | None:
    """One outcome, if this reader may see it. One query."""
    rows = Outcome.objects.filter(rules.visible_to(actor), node__cycle=cycle, node__code=code.upper())
    return rows.select_related("story").first()


def lesson(cycle: Cycle, code: str, actor: Actor) -> Lesson | None:
    """One lesson, if this reader may see it. One query."""
    rows = Lesson.objects.filter(rules.lessons_visible_to(actor), node__cycle=cycle, node__code=code.upper())
    return rows.first()


def outcomes_of(node: Node) -> list[Outcome]:
    """What came of one promise or award. One query."""
    return list(Outcome.objects.filter(of=node, node__public=True).order_by("pk"))


def written_by(person: int) -> QuerySet[Outcome]:
    """What one person wrote down."""
    return Outcome.objects.filter(person=person).select_related("story")


def speakers(actor: Actor) -> QuerySet[Party]:
    """Parties in whose name this actor may speak."""
    rows = Party.objects.filter(pk__in=rules.spoken_for(actor), state=PartyState.ACTIVE)
    return rows.select_related("place").order_by("name", "pk")


def choices_for(actor: Actor, subject: Any) -> tuple[tuple[str, str], ...]:
    """What this reader can do now with an outcome or a lesson: label and address."""
    found = choices(actor, subject, OUTCOME_PAGES if isinstance(subject, Outcome) else LESSON_PAGES)
    if isinstance(subject, Outcome) and rules.is_about(actor, subject.giver_id) and subject.party_id is None:
        record = reverse("monitoring:record", args=(subject.node.place.slug, subject.cycle.slug))
        said = urlencode({"van": subject.of.code, "namens": subject.giver_id})
        return (*found, (_("Vertel hoe uw groep het ziet"), f"{record}?{said}"))
    return found


def unread_by(cycle: Cycle, parties: Collection[int]) -> QuerySet[Outcome]:
    """What others told about promises of these parties, and which they did not confirm or answer yet."""
    told = Outcome.objects.filter(node__cycle=cycle, giver__in=parties, state=OutcomeState.RECORDED)
    answered = Outcome.objects.filter(party__in=parties, of=OuterRef("of"), pk__gt=OuterRef("pk"))
    return told.exclude(party__in=parties).exclude(Exists(answered))


@own_data("monitoring")
def own_outcomes(person: int) -> list[dict[str, object]]:
    """What somebody wrote about what came of it, for their own export."""
    rows = Outcome.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("node__code", "what_came", "story__body", "on")]
