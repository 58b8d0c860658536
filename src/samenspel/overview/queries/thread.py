"""The page of one red thread."""

from dataclasses import dataclass, replace
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.contracts.rooms import ROOM
from samenspel.instruments.questions import queries as questions
from samenspel.kernel.journal import queries as journal
from samenspel.kernel.lineage import queries as lineage
from samenspel.kernel.people import queries as people
from samenspel.overview.queries.standing import Standing, standing
from samenspel.overview.words import CHANNEL_WORDS, MADE_BY, room_name
from samenspel.ui.figures import Step

ENDS = (".", "!", "?", "…")
FOLD_FROM = 6  # more steps than this before a thing stand in a fold
QUIET_MONTHS = 12  # a longer silence between two steps is shown as a gap


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """How the thing stands, its thread as steps, and who to ask."""

    node: Any
    standing: Standing
    steps: tuple[Step, ...]
    contact: Any
    before: int
    after: int

    @property
    def earlier(self) -> tuple[Step, ...]:
        """Everything that led to it."""
        return self.steps[: self.before]

    @property
    def onward(self) -> tuple[Step, ...]:
        """The thing itself, and what came of it."""
        return self.steps[self.before :]

    @property
    def long(self) -> bool:
        """Whether so much went before it that one opens it when one wants to."""
        return self.before > FOLD_FROM


def thread_page(code: str) -> ThreadPage | None:
    """Everything on the thread of a code; nothing when the code is unknown or not public."""
    node = lineage.node_by_code(code)
    if node is None:
        return None
    thread = lineage.thread(node)
    told = journal.histories([n.code for n in thread.nodes], group=people.party_named("party"))
    main = _main_line(node.pk, thread.ties)
    asked = _asked_as(thread.nodes)
    steps = [
        _step(n, thread, main, _last_reason(told.get(n.code)), asked.get(n.code) or _who(n.kind, told.get(n.code)))
        for n in thread.nodes
    ]
    stands = standing(node, thread.after, told.get(node.code, []))
    gaps = _with_gaps(steps, thread.nodes)
    return ThreadPage(node, stands, gaps, people.contact_for(code), len(thread.before), len(thread.after))


def _last_reason(entries: Any) -> str:
    """The last reason that was given, as far as it is still there."""
    return next((e.reason for e in reversed(entries or ()) if e.reason), "")


def _asked_as(nodes: Any) -> dict[str, str]:
    """For which group and in which office questions were asked; one query, and none without questions."""
    return {q.code: q.asked_as for q in questions.by_codes(n.code for n in nodes if n.kind == "question")}


def _who(kind: str, entries: Any) -> str:
    """Who began it, as far as that is public: a party, a role, or a person by the way it came in."""
    entry = entries[0] if entries else None
    if entry is not None and entry.group:
        return str(entry.group)
    if kind in MADE_BY:
        return str(MADE_BY[kind])
    somebody = _("iemand uit de buurt")
    if entry is None or kind == "question" or entry.channel == "import":
        return somebody
    return f"{somebody}, {CHANNEL_WORDS.get(entry.channel, entry.channel)}"


def _main_line(start: int, ties: Any) -> frozenset[int]:
    """The longest way back and the longest way on from one thing; what lies beside it is a branch."""
    earlier: dict[int, list[int]] = {}
    later: dict[int, list[int]] = {}
    for tie in ties:
        later.setdefault(tie.source, []).append(tie.target)
        earlier.setdefault(tie.target, []).append(tie.source)
    return frozenset(_longest(start, earlier, {}) + _longest(start, later, {}))


def _longest(at: int, ways: dict[int, list[int]], known: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """The longest way from here; ties go from earlier to later, so it always ends."""
    if at not in known:
        known[at] = (at,)
        known[at] += max((_longest(to, ways, known) for to in ways.get(at, ())), key=len, default=())
    return known[at]


def _ended(sentence: str) -> str:
    """One mark at the end of a sentence, never two and never none."""
    return sentence if not sentence or sentence.rstrip("’”\"'")[-1:] in ENDS else f"{sentence}."


def _apart(words: str) -> str:
    """Words of people between Unicode isolates: a Dutch sentence keeps its full stop on an Arabic page."""
    return f"\u2068{words}\u2069" if words else ""


def _step(node: Any, thread: Any, main: frozenset[int], reason: str, who: str) -> Step:
    onward = [t for t in thread.ties if t.source == node.pk]
    titles = {n.pk: n.title for n in thread.nodes}
    led_to = [_ended(f"{_(t.phrase).capitalize()} ‘{titles[t.target]}’") for t in onward]
    return Step(
        number=ROOM[node.room].number,
        room=room_name(node.room),
        when=date_format(node.at, "j F Y"),
        year=str(node.at.year),
        day=date_format(node.at, "j F"),
        branch=node.pk not in main,
        title=node.title,
        text=" ".join([f"{node.kind_label}.", _apart(_ended(reason)), *led_to[:3]]).strip(),
        reason=next((t.reason for t in onward if t.reason), ""),
        who=who,
        url=thing_url(node),
        code=node.code,
        link_label=_("Bekijk dit"),
        state_label=pgettext("word", "voorbeeld") if node.example else "",
    )


def _with_gaps(steps: list[Step], nodes: tuple[Any, ...]) -> tuple[Step, ...]:
    """Say so where the thread stood still for more than a year."""
    found = []
    for step, node, following in zip(steps, nodes, [*nodes[1:], None], strict=True):
        days = (following.at - node.at).days if following else 0
        gap = _("Hierna was het %(months)d maanden stil.") % {"months": days // 30} if days > 30 * QUIET_MONTHS else ""
        found.append(replace(step, gap=gap) if gap else step)
    return tuple(found)


def thing_url(node: Any) -> str:
    """The page of the thing itself, in its room."""
    if node.cycle is None:
        return ""
    try:
        return reverse(f"{node.room}:{node.kind}", args=[node.place.slug, node.cycle.slug, node.code])
    except NoReverseMatch:
        return ""
