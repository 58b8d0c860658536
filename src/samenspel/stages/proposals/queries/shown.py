"""Proposals as the components of a page want them: rows, tables, a slip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.places.models import Place
from samenspel.stages.proposals.models import CostLine, Feasibility, Proposal
from samenspel.stages.proposals.queries.one import cost_rows, totals
from samenspel.stages.proposals.queries.similar import Similar, similar
from samenspel.stages.proposals.states import MARKS, Answer, Cost, CostKind, ProposalState
from samenspel.ui.figures import Cell, Column, DataTable, FirstStep, Receipt, Row
from samenspel.ui.numbers import euro, number

ANSWER_MARKS = {Answer.YES: "done", Answer.NO: "stopped", Answer.UNKNOWN: "later"}


def amount_words(kind: str, amount: int) -> str:
    """Money, time or space as people say it."""
    if kind == CostKind.EURO:
        return euro(amount)
    if kind == CostKind.HOURS:
        return ngettext("%(n)s uur", "%(n)s uur", amount) % {"n": number(amount)}
    return f"{number(amount)} m²"


def takes(cents: int, hours: int, space: int) -> str:
    """What it takes together, in one line; nothing filled in yet says so."""
    parts = [(CostKind.EURO, cents), (CostKind.HOURS, hours), (CostKind.SPACE, space)]
    return ", ".join(amount_words(kind, amount) for kind, amount in parts if amount)


def rows(proposals: Iterable[Proposal]) -> tuple[Row, ...]:
    """The list: title, maker, what it takes, where it stands and why. No order of merit."""
    return tuple(_row(p) for p in proposals)


def _row(proposal: Any) -> Row:
    needed = takes(proposal.cents, proposal.hours, proposal.space)
    return Row(
        proposal.title,
        url=proposal.get_absolute_url(),
        kicker=proposal.theme_name,
        when=date_format(proposal.handed_in_on, "j F Y") if proposal.handed_in_on else "",
        text=proposal.summary,
        reason=proposal.public_reason,
        state=MARKS[ProposalState(proposal.state)],
        state_label=pgettext("state of proposal", "weggehaald") if proposal.hidden else proposal.get_state_display(),
        code=proposal.code,
        who=_("Van %(who)s. Nodig: %(needed)s") % {"who": proposal.submitter, "needed": needed}
        if needed
        else _("Van %(who)s") % {"who": proposal.submitter},
    )


def cost_table(lines: Sequence[CostLine]) -> DataTable | None:
    """What a proposal takes, line by line, with totals per kind."""
    if not lines:
        return None
    shown: list[list[Cell | str]] = [[line.what, amount_words(line.kind, line.amount)] for line in lines]
    whole = ", ".join(amount_words(kind, amount) for kind, amount in totals(lines).items())
    shown.append([pgettext("total", "Samen"), whole])
    columns = (Column(pgettext("column", "Waarvoor")), Column(pgettext("column", "Nodig"), number=True))
    return DataTable(_("Wat er nodig is"), columns, shown, room=4, hide_caption=True)


def check_table(checks: Sequence[Feasibility]) -> DataTable | None:
    """The ten questions with what is known; nothing when nobody looked yet."""
    if all(row.pk is None for row in checks):
        return None
    shown: list[list[Cell | str]] = [[row.get_check_name_display(), _answer(row), row.note] for row in checks]
    heads = (pgettext("column", "Vraag"), pgettext("column", "Antwoord"), pgettext("column", "Toelichting"))
    return DataTable(_("Kan het?"), [Column(head) for head in heads], shown, room=4, hide_caption=True)


def _answer(row: Feasibility) -> Cell:
    return Cell(row.get_answer_display(), state=ANSWER_MARKS[Answer(row.answer)])


def slip(proposal: Proposal) -> Receipt:
    """The receipt: the code in both forms and what happens now."""
    lines = (
        _("Uw voorstel: %(title)s") % {"title": proposal.title},
        _("Bewaar deze code. Daarmee vindt u uw voorstel altijd terug."),
        _("Het gebiedsteam kijkt ernaar en zegt eerst voorlopig ja of nee, met de reden."),
    )
    note = _("Iets veranderen zonder account? De balie helpt u. Noem uw code.")
    return Receipt(proposal.code, _("Uw code"), proposal.node.words, lines, note)


def similar_to(form: Any, cycle: Cycle) -> tuple[Similar, ...]:
    """What looks like a proposal that is being handed in; shown once, then it goes on."""
    if not form.finished or form.cleaned_data.get("anyway"):
        return ()
    return similar(cycle, form.cleaned_data["title"], form.cleaned_data["summary"] or form.cleaned_data["text"])


def costs_of(proposal: Proposal) -> tuple[Cost, ...]:
    """The lines as they go into a form."""
    return tuple(Cost(line.kind, line.amount, line.what) for line in cost_rows(proposal))


def may_publish(actor: Actor, cycle: Cycle) -> bool:
    """Whether this reader may make an edition."""
    return ACTIONS["proposals.edition.publish"].rule(actor, cycle)


def _help(place: Place) -> FirstStep:
    """Who thinks along: the desk when there is one, else whoever organises the round."""
    if place.desk_name:
        return FirstStep(_("Loop binnen bij de balie"), _("Daar denkt iemand met u mee. Op papier mag ook."))
    who = reverse("access:mandates", args=[place.slug])
    return FirstStep(_("Vraag het aan de organisator"), "", _("Wie heeft welke rol?"), who)


def first_steps(cycle: Cycle) -> tuple[FirstStep, ...]:
    """What one volunteer can do on an empty page."""
    hand_in = reverse("proposals:hand_in", args=[cycle.place.slug, cycle.slug])
    return (
        FirstStep(
            _("Schrijf op wat u wilt doen"), _("Twee zinnen zijn genoeg. Inloggen hoeft niet."),
            _("Lever een voorstel in"), hand_in,
        ),
        FirstStep(_("Vraag wie meedoet"), _("Eén buur erbij is al een begin. Schrijf samen op wat er nodig is.")),
        _help(cycle.place),
    )  # fmt: skip
