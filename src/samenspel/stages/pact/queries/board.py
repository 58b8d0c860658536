"""The board of promises: party by party, all alike, the municipality too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.contracts.actor import Actor
from samenspel.kernel.action.prepared import prepared
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place
from samenspel.stages.pact import rules
from samenspel.stages.pact.models import Commitment
from samenspel.stages.pact.states import RUNNING, CommitmentState
from samenspel.ui.figures import Cell, Column, DataTable, Row
from samenspel.ui.numbers import euro

LATE = (CommitmentState.LATE, CommitmentState.NOT_ANSWERED)


@dataclass(frozen=True, slots=True)
class PartyPromises:
    """What one party promised, and how it went."""

    party: Party
    commitments: tuple[Commitment, ...]

    def _count(self, *states: str) -> int:
        return sum(row.state in states for row in self.commitments)

    @property
    def made(self) -> int:
        """How many promises there are."""
        return len(self.commitments)

    @property
    def kept(self) -> int:
        """How many were kept by the first promised day."""
        return self._count(CommitmentState.KEPT) - self.kept_late

    @property
    def kept_late(self) -> int:
        """How many were kept after the first promised day."""
        return sum(row.kept_late for row in self.commitments)

    @property
    def running(self) -> int:
        """How many are still to come, a new day included."""
        return self._count(*RUNNING) - self.overdue

    @property
    def overdue(self) -> int:
        """How many passed their day while nobody said how it went."""
        return sum(row.overdue for row in self.commitments)

    @property
    def late(self) -> int:
        """How many are past their day, or were not answered."""
        return self._count(*LATE) + self.overdue

    @property
    def withdrawn(self) -> int:
        """How many will not be done."""
        return self._count(CommitmentState.WITHDRAWN)

    @property
    def words(self) -> str:
        """The same in one sentence, for under a chair: 7 promises: 3 kept, 3 running, 1 late."""
        made = ngettext("%(n)d belofte", "%(n)d beloften", self.made) % {"n": self.made}
        parts = [
            (self.kept, _("%(n)d gehouden")), (self.kept_late, _("%(n)d te laat gehouden")),
            (self.running, _("%(n)d loopt nog")), (self.late, _("%(n)d te laat")),
            (self.withdrawn, _("%(n)d gaat niet door")),
        ]  # fmt: skip
        return f"{made}: {', '.join(text % {'n': n} for n, text in parts if n)}"


@dataclass(frozen=True, slots=True)
class Board:
    """All promises of a round or a place, party by party, in the order of their names."""

    parties: tuple[PartyPromises, ...]
    commitments: tuple[Commitment, ...]

    @property
    def table(self) -> DataTable:
        """The board as a table: every party the same row."""
        heads = (
            pgettext("column", "Partij"), pgettext("column", "Beloofd"), pgettext("column", "Gehouden"),
            _("Te laat gehouden"), _("Loopt nog"), _("Te laat"), _("Gaat niet door"),
        )  # fmt: skip
        return DataTable(
            caption=_("Beloften per partij"),
            columns=[Column(heads[0]), *(Column(head, number=True) for head in heads[1:])],
            rows=[
                [Cell(p.party.name, p.party.get_absolute_url()), *(Cell(str(n), spare=not n) for n in numbers(p))]
                for p in self.parties
            ],
            room=10, hide_caption=True,
        )  # fmt: skip


def numbers(row: PartyPromises) -> tuple[int, ...]:
    """Made, kept in time, kept late, running, late and withdrawn."""
    return row.made, row.kept, row.kept_late, row.running, row.late, row.withdrawn


def board(cycle: Cycle, actor: Actor | None = None) -> Board:
    """The promises of a round that a reader may see. One query."""
    rows = Commitment.objects.filter(rules.commitments_visible_to(actor or Actor()), node__cycle=cycle)
    return _board(rows.order_by("due", "pk"))


def promises_of(place: Place) -> Board:
    """All public promises of a place, over all rounds. One query."""
    return _board(_promised(place.pk))


@prepared
def _promised(place: int) -> QuerySet[Commitment]:
    return Commitment.objects.filter(node__place=place, node__public=True).order_by("due", "pk")


def promises_by(party: Party) -> PartyPromises:
    """What one party promised, over all rounds, for its own page. One query."""
    rows = Commitment.objects.filter(giver=party, node__public=True).order_by("due", "pk")
    return PartyPromises(party, tuple(rows))


def _board(rows: Iterable[Commitment]) -> Board:
    found = tuple(rows)
    parties = {row.giver_id: row.giver for row in found}
    by: dict[int, list[Commitment]] = {pk: [] for pk in parties}
    for row in found:
        by[row.giver_id].append(row)
    ordered = sorted(parties.values(), key=lambda p: (p.name.casefold(), p.pk))
    return Board(tuple(PartyPromises(p, tuple(by[p.pk])) for p in ordered), found)


def rows_of(commitments: Iterable[Any]) -> list[Row]:
    """Promises as rows of a page, all in the same look."""
    return [row_of(c) for c in commitments]


def row_of(c: Commitment) -> Row:
    """One promise: who gives what to whom, by when, and how it went."""
    given = f"{c.get_kind_display()}, {euro(c.amount_cents)}" if c.amount_cents else c.get_kind_display()
    return Row(
        title=c.title, url=c.get_absolute_url(), kicker=c.giver.name, when=_when(c), code=c.code, state=c.mark,
        state_label=c.state_label.capitalize(),
        who=_("Voor %(whom)s. Soort: %(given)s.") % {
            "whom": c.to_whom, "given": given.lower()
        }, reason=c.reason,
    )  # fmt: skip


def _when(c: Commitment) -> str:
    if c.state == CommitmentState.KEPT and c.kept_on:
        kept = _("gehouden op %(day)s") % {"day": date_format(c.kept_on, "j F Y")}
        return f"{kept}, {first_day(c)}: {late_words(c)}" if c.kept_late else kept
    until = _("uiterlijk %(day)s") % {"day": date_format(c.due, "j F Y")}
    return f"{until}, {first_day(c)}" if c.moved else until


def first_day(c: Commitment) -> str:
    """The day that was promised first; a new day never hides it."""
    return _("eerst beloofd voor %(day)s") % {"day": date_format(c.first_due, "j F Y")}


def late_words(c: Commitment) -> str:
    """How late a promise was kept."""
    return ngettext("%(n)d dag te laat gehouden", "%(n)d dagen te laat gehouden", c.days_late) % {"n": c.days_late}
