"""Reading stories."""

from __future__ import annotations

import secrets
from base64 import b64encode
from collections.abc import Iterable

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.crypto import salted_hmac

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import rules
from samenspel.instruments.stories.models import Story, StoryPhoto
from samenspel.instruments.stories.states import PhotoState, StoryState
from samenspel.kernel.cycle.models import Cycle

_SYMBOLS = "ACDEFGHJKMNPQRTWXY34679"  # no look-alikes
_LENGTH = 8


def _whole(rows: QuerySet[Story]) -> QuerySet[Story]:
    """With all that stands on a page; the photo itself is fetched by its own address."""
    return rows.select_related("node__place", "node__cycle", "words", "photo").defer("photo__data")


def stories_of(cycle: Cycle, actor: Actor, theme: str = "") -> QuerySet[Story]:
    """The stories of a round that this actor may read, newest first."""
    rows = Story.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    rows = rows.filter(theme=theme) if theme else rows
    return _whole(rows).order_by("-told_on", "-pk")


def shown_stories(cycle: Cycle, theme: str = "") -> QuerySet[Story]:
    """The stories that everybody may read."""
    return stories_of(cycle, Actor(), theme)


def told_stories(cycle: Cycle) -> QuerySet[Story]:
    """Stories that count in the round: told and not taken back or hidden, shown or not."""
    return Story.objects.filter(node__cycle=cycle, state__in=(StoryState.RECEIVED, StoryState.SHOWN))


def first_of_each_theme(cycle: Cycle, most: int = 3, theme: str = "") -> list[tuple[Story, int]]:
    """The newest shown stories of each theme, each with how many that theme has; one query."""
    newest = [F("told_on").desc(), F("pk").desc()]
    ranked = shown_stories(cycle, theme).annotate(
        in_theme=Window(Count("pk"), partition_by=[F("theme")]),
        place_in_theme=Window(RowNumber(), partition_by=[F("theme")], order_by=newest),
    )
    return [(story, story.in_theme) for story in ranked.filter(place_in_theme__lte=most)]


def counts_by_theme(cycle: Cycle) -> dict[str, int]:
    """How many stories were told about each theme."""
    rows = told_stories(cycle).order_by().values_list("theme").annotate(n=Count("pk"))
    return dict(rows)


def story_by_code(cycle: Cycle, code: str, actor: Actor) -> Story | None:
    """One story, if this actor may read it. A story that was taken back or hidden still says so."""
    rows = Story.objects.filter(node__cycle=cycle, node__code=code)
    story = _whole(rows).first()
    gone = (StoryState.WITHDRAWN, StoryState.HIDDEN)
    if story is None or story.state in gone:
        return story
    return _whole(rows).filter(rules.visible_to(actor)).first()


def story_to_take_back(cycle: Cycle, code: str) -> Story | None:
    """One story, shown or not: who holds the word of the receipt takes it back, before and after it was read."""
    rows = Story.objects.filter(node__cycle=cycle, node__code=code)
    return _whole(rows).first()


def told_before(cycle: Cycle, code: str) -> Story | None:
    """What came of a form that is sent twice: whoever sent it gets the same receipt again."""
    return story_to_take_back(cycle, code) if code else None


def waiting_stories(cycle: Cycle) -> QuerySet[Story]:
    """Stories that an editor still has to read or see the photo of; those that may not be shown stay out of sight."""
    unseen = Q(state=StoryState.RECEIVED) | Q(state=StoryState.SHOWN, photo__state=PhotoState.NEW)
    return _whole(Story.objects.filter(unseen, node__cycle=cycle)).order_by("told_on", "pk")


def hidden_stories(cycle: Cycle) -> QuerySet[Story]:
    """Stories that were hidden, with the reason: the public log."""
    rows = Story.objects.filter(node__cycle=cycle, state=StoryState.HIDDEN)
    return rows.select_related("node__place", "node__cycle").order_by("-pk")


def photo_of(cycle: Cycle, code: str, actor: Actor) -> StoryPhoto | None:
    """The photo of a story: for everybody once both are shown, before that for its teller and the editors."""
    seen = Q(state=PhotoState.SHOWN, story__state=StoryState.SHOWN) | Q(story__node__place__in=rules.moderates(actor))
    if actor.person is not None:
        seen |= Q(story__person=actor.person)
    return StoryPhoto.objects.filter(seen, story__node__cycle=cycle, story__node__code=code).first()


def new_photo(story: Story, actor: Actor) -> StoryPhoto | None:
    """The photo that an editor still has to look at, for the editors and for its teller."""
    found = story.own_photo
    seen = rules.needs_no_word(actor, story)
    return found if found and seen and found.state == PhotoState.NEW else None


def by_codes(codes: Iterable[str]) -> dict[str, Story]:
    """Shown stories by code, for a room that links to them."""
    rows = Story.objects.filter(node__code__in=list(codes), state=StoryState.SHOWN)
    return {s.code: s for s in rows.select_related("node__place", "node__cycle", "words")}


def take_back_word(code: str) -> str:
    """The word on the receipt with which a teller without account can take the story back; kept nowhere."""
    secret = settings.SAMENSPEL_CODE_KEY
    number = int(salted_hmac("stories.take_back", code, secret=secret, algorithm="sha256").hexdigest(), 16)
    symbols = [_SYMBOLS[number // len(_SYMBOLS) ** i % len(_SYMBOLS)] for i in range(_LENGTH)]
    return f"{''.join(symbols[:4])}-{''.join(symbols[4:])}"


def is_take_back_word(code: str, typed: str) -> bool:
    """Whether somebody typed the word of the receipt; capitals, spaces and dashes do not matter."""
    plain = "".join(c for c in typed.upper() if c.isalnum())
    return secrets.compare_digest(plain.encode(), take_back_word(code).replace("-", "").encode())


def own_data(person: int) -> list[dict[str, object]]:
    """What we keep of a teller."""
    rows = Story.objects.filter(person=person).select_related("node", "words", "photo")
    return [
        {"code": s.code, "told_on": s.told_on.isoformat(), "words": s.words.body, "state": s.state, **_photo(s)}
        for s in rows
    ]


def _photo(story: Story) -> dict[str, object]:
    """The photo in letters, as mail programs write it."""
    found = story.own_photo
    return {"photo_of": found.alt, "photo_jpeg": b64encode(found.data).decode()} if found else {}
