"""One outcome, one lesson, and what is kept of a person."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.own_data import own_data
from samenspel.kernel.people.states import PartyState
from samenspel.stages.monitoring import rules
from samenspel.stages.monitoring.models import Lesson, Outcome

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


def around(thing: Any) -> tuple[list[Edge], list[Edge]]:
    """The direct links on the red thread, public ends only: before and after. One query."""
    here = thing.node_id
    public = Q(target=here, source__public=True) | Q(source=here, target__public=True)
    edges = list(Edge.objects.filter(public).select_related("source", "target").order_by("pk"))
    return [e for e in edges if e.target_id == here], [e for e in edges if e.source_id == here]


def speakers(actor: Actor) -> QuerySet[Party]:
    """Parties in whose name this actor may speak."""
    rows = Party.objects.filter(pk__in=rules.spoken_for(actor), state=PartyState.ACTIVE)
    return rows.select_related("place").order_by("name", "pk")


def choices_for(actor: Actor, subject: Any) -> tuple[tuple[str, str], ...]:
    """What this reader can do now with an outcome or a lesson: label and address."""
    where = (subject.node.place.slug, subject.cycle.slug, subject.code)
    pages = OUTCOME_PAGES if isinstance(subject, Outcome) else LESSON_PAGES
    return tuple(
        (str(ACTIONS[verb].label), reverse(f"monitoring:{name}", args=where))
        for verb, name in pages.items()
        if ACTIONS[verb].possible(actor, subject)
    )


@own_data("monitoring")
def own_outcomes(person: int) -> list[dict[str, object]]:
    """What somebody wrote about what came of it, for their own export."""
    rows = Outcome.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("node__code", "what_came", "story__body", "on")]
