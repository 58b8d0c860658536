"""Every read of the consultation room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Sum

from samenspel.contracts.actor import Actor
from samenspel.contracts.monitoring import Lesson
from samenspel.contracts.themes import theme_slug
from samenspel.instruments.stories.models import Story
from samenspel.instruments.stories.queries import told_stories
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports.queries import SMALLEST
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.places.themes import theme_words
from samenspel.stages.consultation import rules
from samenspel.stages.consultation.models import Contribution, Harvest, HeardGroup
from samenspel.stages.consultation.states import ContributionState, Dimension, GivenBy
from samenspel_methods.statistics import suppress

_RELATED = ("node__place", "node__cycle", "words")


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How often a theme came up, and by which channel."""

    key: str
    channels: Mapping[str, int]
    kinds: Mapping[str, int]
    harvest: Harvest | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return theme_words(self.key) if self.key else ""

    @property
    def slug(self) -> str:
        """How it is written in a web address."""
        return theme_slug(self.key)

    @property
    def total(self) -> int:
        """All contributions about it."""
        return sum(self.channels.values())

    @property
    def by_channel(self) -> tuple[tuple[str, int], ...]:
        """(how it came, how often), most first."""
        pairs = [(str(GivenBy(channel).label), n) for channel, n in self.channels.items()]
        return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))


@dataclass(frozen=True, slots=True)
class HeardCount:
    """How many of a group were heard; nothing when too few to say."""

    dimension: str
    group: str
    count: int | None


def contributions_of(cycle: Cycle, actor: Actor, theme: str = "") -> QuerySet[Contribution]:
    """What this actor may read of what was brought in, newest first."""
    rows = Contribution.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    rows = rows.exclude(state=ContributionState.HIDDEN)
    rows = rows.filter(theme=theme) if theme else rows
    return rows.select_related(*_RELATED).order_by("-given_on", "-pk")


def contribution(cycle: Cycle, code: str, actor: Actor) -> Contribution | None:
    """One contribution; a hidden one still says that it is hidden, and why."""
    rows = Contribution.objects.filter(node__cycle=cycle, node__code=code).select_related(*_RELATED, "story__node")
    found = rows.first()
    if found is None or found.state == ContributionState.HIDDEN:
        return found
    return rows.filter(rules.visible_to(actor)).first()


def contribution_to_take_back(cycle: Cycle, code: str, actor: Actor) -> Contribution | None:
    """One contribution for who brought it in, or for who helps them at the place, read by the editors or not."""
    rows = Contribution.objects.filter(node__cycle=cycle, node__code=code).select_related(*_RELATED, "story__node")
    return rows.first() if actor.works_at(cycle.place_id) else rows.filter(rules.visible_to(actor)).first()


def given_before(cycle: Cycle, code: str) -> Contribution | None:
    """What came of a form that is sent twice: whoever sent it gets the same receipt again."""
    rows = Contribution.objects.filter(node__cycle=cycle, node__code=code)
    return rows.select_related(*_RELATED).first() if code else None


def waiting(cycle: Cycle) -> QuerySet[Contribution]:
    """What an editor still has to read, oldest first."""
    rows = Contribution.objects.filter(node__cycle=cycle, state=ContributionState.RECEIVED)
    return rows.select_related(*_RELATED).order_by("given_on", "pk")


def lines_of_sheet(cycle: Cycle, sheet: str, day: date) -> int:
    """How many lines are in of a sheet with this name and day; capitals do not matter."""
    return Contribution.objects.filter(node__cycle=cycle, sheet__iexact=sheet.strip(), given_on=day).count()


def stories_to_take(cycle: Cycle) -> QuerySet[Story]:
    """Stories of which nothing was made yet, oldest first."""
    taken = Contribution.objects.filter(story=OuterRef("pk"))
    rows = told_stories(cycle).filter(~Exists(taken)).select_related("node__place", "node__cycle", "words")
    return rows.order_by("told_on", "pk")


def hidden(cycle: Cycle) -> QuerySet[Contribution]:
    """The public log: what was hidden, and why."""
    rows = Contribution.objects.filter(node__cycle=cycle, state=ContributionState.HIDDEN)
    return rows.select_related("node__place", "node__cycle").order_by("-pk")


def harvests_of(cycle: Cycle) -> QuerySet[Harvest]:
    """What was heard, by theme, with the contributions it rests on."""
    shown = Contribution.objects.filter(state=ContributionState.SHOWN).select_related(*_RELATED)
    rows = Harvest.objects.filter(cycle=cycle).order_by("theme")
    return rows.prefetch_related(Prefetch("contributions", shown.order_by("pk")))


def harvest_of(cycle: Cycle, theme: str) -> Harvest | None:
    """What was heard about one theme."""
    return harvests_of(cycle).filter(theme=theme).first()


def harvest_choices(cycle: Cycle, theme: str, most: int) -> tuple[list[tuple[str, str]], dict[str, object]]:
    """The shown contributions of a theme to choose from, and what was written before."""
    shown = contributions_of(cycle, Actor(), theme)[:most]
    offered = [(row.code, f"{row.code}: {row.words.body[:120]}") for row in shown]
    harvest = harvest_of(cycle, theme)
    if harvest is None:
        return offered, {}
    return offered, {"summary": harvest.summary, "contributions": [c.code for c in harvest.contributions.all()]}


def themes_heard(cycle: Cycle, harvests: Iterable[Harvest] | None = None) -> list[ThemeCount]:
    """Every theme that came up, with counts of what everybody can read; most often first."""
    rows = Contribution.objects.filter(node__cycle=cycle, state=ContributionState.SHOWN).order_by()
    channels: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[str]] = {}
    for theme, channel, kind, n in rows.values_list("theme", "channel", "kind").annotate(n=Count("pk")):
        channels.setdefault(theme, Counter())[channel] += n
        kinds.setdefault(theme, Counter())[kind] += n
    written = {h.theme: h for h in (Harvest.objects.filter(cycle=cycle) if harvests is None else harvests)}
    keys = sorted({*channels, *written}, key=lambda key: (not key, -sum(channels.get(key, Counter()).values()), key))
    return [
        ThemeCount(key, channels.get(key, Counter()), kinds.get(key, Counter()), written.get(key)) for key in keys
    ]


def channels_heard(themes: Iterable[ThemeCount]) -> list[tuple[str, int]]:
    """All contributions together by channel, most first."""
    found: Counter[str] = Counter()
    for theme in themes:
        found.update(theme.channels)
    return [(str(GivenBy(channel).label), n) for channel, n in found.most_common()]


def who_was_heard(cycle: Cycle) -> list[HeardCount]:
    """How many of each group were heard. Small counts are hidden, and one more when they could be worked out."""
    rows = HeardGroup.objects.filter(cycle=cycle).order_by("dimension", "group")
    sums: dict[str, dict[str, int]] = {}
    for dimension, group, n in rows.values_list("dimension", "group").annotate(n=Sum("count")):
        sums.setdefault(dimension, {})[group] = n
    return [
        HeardCount(str(Dimension(dimension).label), group, n)
        for dimension, groups in sums.items()
        for group, n in suppress(groups, SMALLEST).items()
    ]


def lessons_before(cycle: Cycle) -> tuple[Lesson, ...]:
    """What the previous round taught: each is a question to the neighbourhood."""
    return latest(Lesson, cycle.previous)


def lesson(cycle: Cycle, code: str) -> Lesson | None:
    """One lesson of the previous round."""
    return next((found for found in lessons_before(cycle) if found.code == code), None) if code else None


def own_data(person: int) -> list[dict[str, object]]:
    """What we keep of somebody who brought something in."""
    rows = Contribution.objects.filter(person=person).select_related("node", "words")
    return [
        {"code": c.code, "given_on": c.given_on.isoformat(), "words": c.words.body, "state": c.state} for c in rows
    ]
