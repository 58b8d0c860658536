"""One task, one talk, and who spoke."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.access.queries import running
from samenspel.kernel.people.models import Membership, Party
from samenspel.kernel.people.own_data import own_data
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.places.models import Place
from samenspel.stages.assessment import rules
from samenspel.stages.assessment.models import Assessment, Task, Voice
from samenspel.stages.assessment.states import TalkState


def task(place: Place, code: str, actor: Actor) -> Task | None:
    """One task of a place, whichever round wrote it down. One query."""
    return Task.objects.filter(rules.visible_to(actor), node__place=place, node__code=code.upper()).first()


def talk(place: Place, code: str, actor: Actor) -> Assessment | None:
    """One talk. One query."""
    rows = Assessment.objects.filter(rules.visible_to(actor), node__place=place, node__code=code.upper())
    return rows.first()


def talks_about(task: Task) -> QuerySet[Assessment]:
    """All talks about a task, newest first."""
    return Assessment.objects.filter(task=task, node__public=True).order_by("-pk")


def talking_about(task: Task) -> Assessment | None:
    """The talk that goes on about a task."""
    return Assessment.objects.filter(task=task, state=TalkState.TALKING).first()


def voices(talk: Assessment, actor: Actor) -> list[Voice]:
    """What was said, side by side: residents, users, whoever does the work. One query."""
    rows = Voice.objects.filter(rules.voices_visible_to(actor), assessment=talk).select_related("text", "party")
    order = {"resident": 0, "user": 1, "provider": 2}
    return sorted(rows.order_by("pk"), key=lambda v: order[v.side])


def voice(talk: Assessment, pk: int, actor: Actor) -> Voice | None:
    """What one person said."""
    return Voice.objects.filter(rules.voices_visible_to(actor), assessment=talk, pk=pk).first()


def parties_here(place: Place) -> QuerySet[Party]:
    """Parties that can be the provider of a task."""
    return Party.objects.filter(place=place, state=PartyState.ACTIVE).order_by("name", "pk")


def speakers_in(talk: Assessment) -> set[int]:
    """The people who spoke in a talk and can be told."""
    rows = Voice.objects.filter(assessment=talk, person__isnull=False)
    return {pk for pk in rows.values_list("person", flat=True) if pk}


def voices_of(parties: Iterable[int]) -> list[int]:
    """The people who may speak for these parties."""
    wanted = set(parties)
    members = Membership.objects.filter(party_id__in=wanted, until__isnull=True, speaks_for=True)
    given = Mandate.objects.filter(running(), role=Role.REPRESENTATIVE, party_id__in=wanted)
    return sorted({*members.values_list("person_id", flat=True), *given.values_list("person_id", flat=True)})


@own_data("assessment")
def own_voices(person: int) -> list[dict[str, object]]:
    """What somebody said about tasks, for their own export."""
    rows = Voice.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("assessment__node__code", "side", "text__body", "said_by", "on")]
