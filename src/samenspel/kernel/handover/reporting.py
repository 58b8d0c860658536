"""The report of a round as people read it: sentences, bars and rows from a frozen edition."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.report import Change, Missing, Passed, Spent, TakingPart
from samenspel.contracts.rooms import ROOM
from samenspel.kernel.exports.queries import SMALLEST
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import read
from samenspel.kernel.handover.words import CHANNEL_WORDS
from samenspel.ui.numbers import number
from samenspel.ui.paper import colour

# step -> the room it comes from, its heading, and what stands there when nothing was published
STEPS = {
    "told": ("consultation", _("Wat is er verteld?"), _("Wat er is opgehaald, is nog niet uitgegeven.")),
    "chosen": ("agenda", _("Wat is er gekozen?"), _("Er is nog geen agenda uitgegeven.")),
    "proposed": ("proposals", _("Wat is er voorgesteld?"), _("Er zijn nog geen voorstellen uitgegeven.")),
    "planned": ("plan", _("Wat is er besloten?"), _("Er is nog geen gebiedsplan uitgegeven.")),
    "promised": ("pact", _("Wat is er beloofd?"), _("Er zijn nog geen beloften uitgegeven.")),
    "came": ("monitoring", _("Wat kwam ervan?"), _("Er zijn nog geen opbrengsten uitgegeven.")),
}
# how it stands with a thing: a mark, and the word for it
STATES = {
    "proposed": ("open", _("ligt voor besluit")),
    "decided": ("open", _("besloten: we gaan het doen")),
    "declined": ("stopped", _("besloten: we doen het niet")),
    "busy": ("busy", _("we zijn bezig")),
    "done": ("done", pgettext_lazy("state of plan line", "gedaan")),
    "stopped": ("stopped", pgettext_lazy("state of plan line", "gestopt")),
    "promised": ("open", pgettext_lazy("state of promise", "beloofd")),
    "kept": ("done", pgettext_lazy("state of promise", "gehouden")),
    "late": ("late", _("te laat")),
    "renegotiated": ("busy", _("opnieuw afgesproken")),
    "withdrawn": ("stopped", _("gaat niet door")),
    "not_answered": ("late", _("geen antwoord")),
    "better": ("done", _("het is beter")),
    "same": ("open", _("het is hetzelfde")),
    "worse": ("late", _("het is minder goed")),
    "too_early": ("later", _("het is te vroeg om te zeggen")),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One way people took part; `part` is its length out of a hundred. No count: too few to tell."""

    words: Any
    count: int | None
    part: int

    @property
    def said(self) -> str:
        """How often, or that it was too seldom to say."""
        return gettext("minder dan %(n)s") % {"n": SMALLEST} if self.count is None else number(self.count)

    @property
    def width(self) -> int:
        """Its length in the drawing, never nothing."""
        return max(3, self.part * 198 // 100)


@dataclass(frozen=True, slots=True)
class Part:
    """One room of the report."""

    number: int
    name: str
    bars: tuple[Bar, ...] = ()
    missing: str = ""
    edition: int = 0

    @property
    def fill(self) -> str:
        """The colour of the room, written out for paper."""
        return colour(f"room-{self.number}-fill")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in the report."""

    code: str
    title: str
    words: str
    mark: str
    state: Any


@dataclass(frozen=True, slots=True)
class Section:
    """One step, from told to what came of it."""

    number: int
    heading: Any
    nothing: Any
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    parts: tuple[Part, ...]
    absent: tuple[Part, ...]
    sections: tuple[Section, ...]
    pots: tuple[Spent, ...]
    awards: tuple[Spent, ...]
    awarded: int
    change: str
    lessons: tuple[Change, ...]


def report(edition: Edition) -> Report:
    """Read a frozen report."""
    passed = read(Passed, edition)
    spent, changes = read(Spent, edition), read(Change, edition)
    awards = tuple(s for s in spent if s.kind == "award")
    return Report(
        parts=_parts(read(TakingPart, edition)),
        absent=tuple(_absent(row) for row in read(Missing, edition)),
        sections=tuple(_section(step, [p for p in passed if p.step == step]) for step in STEPS),
        pots=tuple(s for s in spent if s.kind == "pot"),
        awards=awards,
        awarded=sum(a.cents for a in awards),
        change=next((c.change for c in changes if not c.code), ""),
        lessons=tuple(c for c in changes if c.code),
    )


def _parts(rows: tuple[TakingPart, ...]) -> tuple[Part, ...]:
    made = []
    for room, group in groupby(rows, key=lambda row: row.room):
        ways = list(group)
        most = max((way.count or 0 for way in ways), default=0) or 1
        bars = tuple(Bar(CHANNEL_WORDS.get(w.channel, w.channel), w.count, 100 * (w.count or 0) // most) for w in ways)
        made.append(Part(ROOM[room].number, pgettext("room", ROOM[room].name), bars))
    return tuple(made)


def _absent(row: Missing) -> Part:
    name = pgettext("room", ROOM[row.room].name)
    return Part(ROOM[row.room].number, name, missing=row.words, edition=row.edition)


def _section(step: str, things: list[Passed]) -> Section:
    room, heading, nothing = STEPS[step]
    lines = (Line(t.code, t.title, t.words, *STATES.get(t.state, ("", ""))) for t in things)
    return Section(ROOM[room].number, heading, nothing, tuple(lines))
