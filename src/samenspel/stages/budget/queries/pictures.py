"""Sums as pictures and tables; the numbers always stand beside the drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.stages.budget.queries.lines import Shown
from samenspel.stages.budget.queries.money import City, Money, Part, Year, roughly
from samenspel.stages.budget.states import CONFIDENCE_HELP, Confidence
from samenspel.ui.figures import Bar, BarChart, Cell, Column, DataTable, Pot, ShelfItem
from samenspel.ui.numbers import euro, number

ROOM = 6
ON_SHELVES = 12  # schemes drawn one by one; the others share a place


def pot(year: Year) -> Pot:
    """The certain grants of one year by scheme, at true scale."""
    schemes = [(name or _("Zonder regeling"), cents) for name, cents in year.schemes.items() if cents > 0]
    items = [ShelfItem(name, cents) for name, cents in schemes[:ON_SHELVES]]
    if others := sum(cents for _name, cents in schemes[ON_SHELVES:]):
        items.append(ShelfItem(_("Andere regelingen"), others))
    return Pot(total_cents=sum(item.cents for item in items), items=items, room=ROOM)


def bars(money: Money) -> BarChart:
    """What was certainly for this place, year by year."""
    years = [Bar(str(y.year), y.sure_cents, euro(y.sure_cents)) for y in reversed(money.years)]
    note = _("Alleen geld waarvan de bron deze buurt noemt. De tabel heeft ook verdeeld en geschat geld.")
    return BarChart(_("Zeker geld per jaar"), years, unit=pgettext("unit", "euro"), room=ROOM, note=note)


def confidence_table(parts: Iterable[Part]) -> DataTable:
    """How sure we are of how much. Never one sum of all."""
    rows = [
        (Cell(part.label, sub=CONFIDENCE_HELP[part.confidence]), number(part.rows), _amount(part)) for part in parts
    ]
    columns = (
        Column(_("Hoe zeker is het?")),
        Column(pgettext("column", "Subsidies"), number=True),
        Column(pgettext("column", "Verleend"), number=True),
    )
    return DataTable(_("Hoe zeker het geld voor deze buurt was"), columns, rows, room=ROOM, hide_caption=True)


def _amount(part: Part) -> str:
    """Money of which nobody knows the share of this place is no amount of this place."""
    if part.confidence == Confidence.UNKNOWN:
        return _("niet te zeggen")
    if part.confidence == Confidence.MEASURED:
        return euro(part.cents)
    return _("ongeveer %(amount)s") % {"amount": euro(roughly(part.cents))}


def year_table(money: Money) -> DataTable:
    """All years beside each other, with the amount for each resident and the number it was divided by."""
    rows = [
        (
            str(y.year), number(y.rows), euro(y.sure_cents), _("ongeveer %(amount)s") % {"amount": euro(y.rough_cents)},
            Cell(_each(y), sub=_divided_by(y)), euro(y.asked_cents), euro(y.settled_cents),
        )
        for y in money.years
    ]  # fmt: skip
    names = (
        pgettext("column", "Subsidies"), pgettext("column", "Zeker"), _("Met verdeeld en geschat erbij"),
        _("Per inwoner"), pgettext("column", "Gevraagd"), pgettext("column", "Afgerekend"),
    )  # fmt: skip
    columns = (Column(pgettext("column", "Jaar")), *(Column(name, number=True) for name in names))
    note = _("Gevraagd en afgerekend zijn van alle subsidies samen, ook van verdeelde en geschatte.")
    return DataTable(_("Subsidies per jaar"), columns, rows, note=note, room=ROOM, hide_caption=True)


def _each(year: Year) -> str:
    if year.sure_each is None or year.wide_each is None:
        return _("aantal inwoners onbekend")
    return _("%(low)s tot %(high)s") % {"low": euro(year.sure_each), "high": euro(year.wide_each)}


def _divided_by(year: Year) -> str:
    if year.residents is None:
        return ""
    facts = {"n": number(year.residents.residents), "year": year.residents.year, "source": year.residents.source}
    return _("%(n)s inwoners in %(year)s (%(source)s)") % facts


def city_table(city: City) -> DataTable:
    """One budget or account of the whole municipality."""
    rows = [
        (Cell(task.name, sub=task.number), euro(task.spending_cents), euro(task.income_cents)) for task in city.fields
    ]
    names = (pgettext("column", "Lasten"), pgettext("column", "Baten"))
    columns = (Column(pgettext("column", "Taakveld")), *(Column(name, number=True) for name in names))
    return DataTable(str(city.source), columns, rows, room=ROOM, hide_caption=True)


@dataclass(frozen=True, slots=True)
class LineSums:
    """The lines of the newest year together: between which amounts, how much comes back, how much is free."""

    year: int
    low_cents: int
    high_cents: int
    regular_cents: int
    free_cents: int
    left_out: int

    @property
    def left_out_words(self) -> str:
        """What is in no sum, and why."""
        words = ngettext(
            "%(n)s regel telt niet mee: het bedrag is onbekend, of klopt niet met zijn delen.",
            "%(n)s regels tellen niet mee: het bedrag is onbekend, of klopt niet met zijn delen.",
            self.left_out,
        )
        return words % {"n": self.left_out} if self.left_out else ""


def line_sums(shown: Iterable[Shown]) -> LineSums | None:
    """Sums of the lines of the newest year; unknown amounts and those that disagree with their parts stay out."""
    every = list(shown)
    if not every:
        return None
    year = max(s.line.year for s in every)
    of_year = [s for s in every if s.line.year == year]
    known = [s.line for s in of_year if not s.disagrees and s.line.confidence != Confidence.UNKNOWN]
    return LineSums(
        year=year, low_cents=sum(x.low_cents for x in known), high_cents=sum(x.high_cents for x in known),
        regular_cents=sum(x.cents for x in known if x.regular), free_cents=sum(x.cents for x in known if x.free),
        left_out=len(of_year) - len(known),
    )  # fmt: skip
