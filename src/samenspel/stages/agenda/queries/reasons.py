"""Reasons of priorities: how they are shown, and what could be a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as __
from django.utils.translation import ngettext

from samenspel.contracts.consultation import Contribution, Harvest
from samenspel.contracts.monitoring import Lesson
from samenspel.contracts.profile import Figure, Story
from samenspel.contracts.relations import KINDS
from samenspel.contracts.rooms import ROOM
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest, latest_edition, read
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.people.states import KnownBy
from samenspel.kernel.places.themes import theme_words
from samenspel.stages.agenda.models import Priority, Reason

MOST_SHOWN = 60  # suggestions of one kind on one page; the rest is found by code
COUNTED = ("story", "asset", "contribution")


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One line below "why this comes first", with the number of the room it comes from."""

    room: int
    text: str
    url: str = ""
    code: str = ""
    words: tuple[str, ...] = ()


def lines(reasons: Iterable[Reason]) -> tuple[ReasonLine, ...]:
    """Figures and lessons one by one; stories and contributions counted by channel, never by name."""
    shown: list[ReasonLine] = []
    counted: dict[str, list[Reason]] = {}
    for reason in reasons:
        if reason.source.kind in COUNTED:
            counted.setdefault(reason.source.kind, []).append(reason)
        else:
            shown.append(_line(reason))
    shown += [_counted(kind, rows) for kind, rows in counted.items()]
    return tuple(sorted(shown, key=lambda line: line.room))


def _room(kind: str) -> int:
    return ROOM[KINDS[kind].room].number


def _line(reason: Reason) -> ReasonLine:
    text = reason.words or reason.source.title
    return ReasonLine(_room(reason.source.kind), text, reason.source.get_absolute_url(), reason.source.code)


def _counted(kind: str, rows: Sequence[Reason]) -> ReasonLine:
    text = f"{_count_words(kind, len(rows))}{_channel_words(r.channel for r in rows if r.channel)}"
    words = tuple(dict.fromkeys(r.words for r in rows if r.words))
    return ReasonLine(_room(kind), text, words=words)


def _count_words(kind: str, count: int) -> str:
    many = {
        "story": ngettext("%(n)s verhaal", "%(n)s verhalen", count),
        "asset": ngettext("%(n)s bron in de buurt", "%(n)s bronnen in de buurt", count),
        "contribution": ngettext("%(n)s bijdrage", "%(n)s bijdragen", count),
    }
    return many[kind] % {"n": count}


def _channel_words(channels_: Iterable[str]) -> str:
    counts = Counter(channels_)
    if not counts:
        return "."
    labels = dict(KnownBy.choices)
    parts = [f"{n} {labels.get(channel, channel)}" for channel, n in sorted(counts.items(), key=lambda c: -c[1])]
    return ": " + ", ".join(parts) + "."


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What could be a reason, from what other rooms published: (code, words) pairs; themes hold many codes."""

    figures: tuple[tuple[str, str], ...] = ()
    stories: tuple[tuple[str, str], ...] = ()
    lessons: tuple[tuple[str, str], ...] = ()
    heard: tuple[tuple[str, str], ...] = ()
    heard_codes: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures or self.stories or self.lessons or self.heard)


def suggestions(cycle: Cycle, theme: str = "", taken: frozenset[str] = frozenset()) -> Suggestions:
    """Figures, stories, what was heard and last round's lessons; those of the same theme come first."""
    profile, consulted = latest_edition("profile", cycle), latest_edition("consultation", cycle)
    figures = read(Figure, profile) if profile else ()
    stories = read(Story, profile) if profile else ()
    harvest = read(Harvest, consulted) if consulted else ()
    lessons = latest(Lesson, cycle.previous)
    codes = [*(f.code for f in figures), *(s.code for s in stories), *(x.code for x in lessons)]
    titles = _titles(cycle, [code for code in codes if code and code not in taken])
    return Suggestions(
        figures=_first(theme, [(f.theme, f.code, _figure_words(f)) for f in figures if f.code in titles]),
        stories=_first(theme, [(s.theme, s.code, titles[s.code]) for s in stories if s.code in titles]),
        lessons=_first(theme, [(x.theme, x.code, x.title) for x in lessons if x.code in titles]),
        heard=_first(theme, [(h.theme, h.theme, _heard_words(h)) for h in harvest if h.contributions]),
        heard_codes=tuple((h.theme, h.contributions) for h in harvest),
    )


def _titles(cycle: Cycle, codes: Sequence[str]) -> dict[str, str]:
    """Titles of what is still public; something withdrawn is no reason any more."""
    found = Node.objects.filter(place=cycle.place_id, public=True, code__in=codes[:500])
    return dict(found.values_list("code", "title"))


def _first(theme: str, rows: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str], ...]:
    ordered = sorted(rows, key=lambda row: row[0].casefold() != theme.casefold())
    return tuple((code, words) for _theme, code, words in ordered[:MOST_SHOWN])


def _figure_words(figure: Figure) -> str:
    value = figure.value.replace(".", ",") if figure.status == "value" else __("geen cijfer")
    return f"{figure.name}, {figure.area}, {figure.period}: {value} {figure.unit}".strip()


def _heard_words(harvest: Harvest) -> str:
    count = _count_words("contribution", len(harvest.contributions))
    return f"{theme_words(harvest.theme)}: {harvest.summary[:160]} ({count})"


def channels(cycle: Cycle) -> dict[str, str]:
    """How every published story and contribution came in, by code."""
    told: tuple[Story | Contribution, ...] = (*latest(Story, cycle), *latest(Contribution, cycle))
    return {item.code: item.channel for item in told}


def sources_by_code(place: int, codes: Iterable[str]) -> dict[str, Node]:
    """The public things of a place with these codes."""
    return {n.code: n for n in Node.objects.filter(place=place, public=True, code__in=set(codes))}


def sequels(priority: Priority) -> list[Edge]:
    """What came of a priority until now: proposals and lines of the plan."""
    rows = Edge.objects.filter(source=priority.node_id, target__public=True)
    return list(rows.select_related("target").order_by("pk"))
