"""Reading what stands beside a story: photo, recording, translation."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.instruments.stories import rules
from samenspel.instruments.stories.models import Story, StoryPhoto, StoryRecording, StoryTranslation
from samenspel.instruments.stories.states import PartState, StoryState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place

DAY = timedelta(days=1)


def photo_of(cycle: Cycle, code: str, actor: Actor) -> StoryPhoto | None:
    """The photo of a story: for everybody once both are shown, before that for its teller and the editors."""
    return StoryPhoto.objects.filter(_seen(actor), story__node__cycle=cycle, story__node__code=code).first()


def recording_of(cycle: Cycle, code: str, actor: Actor) -> StoryRecording | None:
    """The recording of a story: as with its photo; who writes it out at the desk hears it too."""
    heard = _seen(actor) | Q(story__node__place__in=[m.place for m in actor.mandates if m.role == Role.DESK])
    rows = StoryRecording.objects.filter(heard, story__node__cycle=cycle, story__node__code=code)
    return rows.exclude(story__state=StoryState.WITHDRAWN).first()


def recordings_today(place: int) -> int:
    """How many recordings came in here in a day; there is an end to what a neighbourhood can listen to."""
    return StoryRecording.objects.filter(story__node__place=place, added_at__gte=now() - DAY).count()


def _seen(actor: Actor) -> Q:
    seen = (Q(state=PartState.SHOWN) & rules.alive("story__")) | Q(story__node__place__in=rules.moderates(actor))
    return seen | Q(story__person=actor.person) if actor.person is not None else seen


def new_photo(story: Story, actor: Actor) -> StoryPhoto | None:
    """The photo that an editor still has to look at, for the editors and for its teller."""
    found: StoryPhoto | None = story.own_photo
    return found if found and found.state == PartState.NEW and rules.needs_no_word(actor, story) else None


def new_recording(story: Story, actor: Actor) -> StoryRecording | None:
    """The recording that an editor still has to hear, for the editors, the desk and its teller."""
    helps = actor.holds(Role.DESK, story.place_id)
    heard = helps or rules.needs_no_word(actor, story)
    found: StoryRecording | None = story.own_recording
    return found if found and found.state == PartState.NEW and heard else None


def texts_beside(story: Story) -> list[str]:
    """Every word that is read together with a story: its own, what is said in the recording, what is on the photo."""
    recording, photo = story.own_recording, story.own_photo
    said = recording.transcript.body if recording and recording.transcript else ""
    others = StoryTranslation.objects.filter(story=story).values_list("words__body", flat=True)
    return [story.words.body, said, photo.alt if photo else "", *others]


def names_around(story: Story) -> list[str]:
    """What the pieces of the neighbourhood are called."""
    return list(Place.objects.filter(wholes__whole=story.place_id).values_list("name", flat=True))


def translation(story: Story, pk: int) -> StoryTranslation | None:
    """One translation of a story."""
    return StoryTranslation.objects.filter(story=story, pk=pk).select_related("words").first()
