"""Reading stories."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, F, Prefetch, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import rules
from samenspel.instruments.stories.models import Story, StoryTranslation
from samenspel.instruments.stories.states import SPOKEN_CHANNELS, PartState, StoryState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today

BESIDE = ("node__place", "node__cycle", "words", "area", "photo", "recording__transcript")


def _whole(rows: QuerySet[Story]) -> QuerySet[Story]:
    """With all that stands on a page; photo and recording themselves are fetched by their own address."""
    translations = Prefetch("translations", StoryTranslation.objects.select_related("words"))
    return rows.select_related(*BESIDE).defer("photo__data", "recording__data").prefetch_related(translations)


def stories_of(cycle: Cycle, actor: Actor, theme: str = "", area: str = "") -> QuerySet[Story]:
    """The stories of a round that this actor may read, newest first; of one area without those that tell an age."""
    rows = Story.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    rows = rows.filter(theme=theme) if theme else rows
    rows = rows.filter(area__slug=area, tells_age=False) if area else rows
    return _whole(rows).order_by("-told_on", "-pk")


def shown_stories(cycle: Cycle, theme: str = "", area: str = "") -> QuerySet[Story]:
    """The stories that everybody may read."""
    return stories_of(cycle, Actor(), theme, area)


def for_a_report(cycle: Cycle) -> QuerySet[Story]:
    """What may stand in a report: what was said aloud if the teller agreed to be quoted, and photos for everybody."""
    said = Q(channel__in=SPOKEN_CHANNELS, may_quote=True)
    return shown_stories(cycle).filter(said | Q(photo__state=PartState.SHOWN))


def told_stories(cycle: Cycle) -> QuerySet[Story]:
    """Stories that count in the round: told and not taken back or hidden, shown or not."""
    standing = Q(show_until=None) | Q(show_until__gte=today())
    return Story.objects.filter(standing, node__cycle=cycle, state__in=(StoryState.RECEIVED, StoryState.SHOWN))


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


def counts_by_area(cycle: Cycle) -> dict[int, int]:
    """How many stories everybody can read about each piece of the neighbourhood."""
    rows = Story.objects.filter(rules.alive(), node__cycle=cycle, area__isnull=False, tells_age=False)
    return dict(rows.order_by().values_list("area").annotate(n=Count("pk")))


def counts_by_channel(cycle: Cycle) -> dict[str, int]:
    """How the stories that everybody can read came to us."""
    rows = Story.objects.filter(rules.alive(), node__cycle=cycle)
    return dict(rows.order_by().values_list("channel").annotate(n=Count("pk")))


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
    """Stories that an editor still has to read, look at or listen to."""
    new = Q(photo__state=PartState.NEW) | Q(recording__state=PartState.NEW)
    unseen = Q(state=StoryState.RECEIVED) | (Q(state=StoryState.SHOWN) & new)
    return _whole(Story.objects.filter(unseen, node__cycle=cycle)).order_by("told_on", "pk")


def hidden_stories(cycle: Cycle) -> QuerySet[Story]:
    """Stories that were hidden, with the reason: the public log."""
    rows = Story.objects.filter(node__cycle=cycle, state=StoryState.HIDDEN)
    return rows.select_related("node__place", "node__cycle").order_by("-pk")


def expired_stories() -> list[Story]:
    """Stories that were to be shown until a day that is past, everywhere on this site."""
    rows = Story.objects.filter(show_until__lt=today()).exclude(state=StoryState.WITHDRAWN)
    return list(rows.select_related("node").order_by("pk"))


def by_codes(codes: Iterable[str]) -> dict[str, Story]:
    """Shown stories by code, for a room that links to them."""
    rows = Story.objects.filter(rules.alive(), node__code__in=list(codes))
    return {s.code: s for s in rows.select_related("node__place", "node__cycle", "words")}
