"""The room as rows, tables and shelves for its pages."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.instruments.ballots.models import Receipt
from samenspel.instruments.ballots.rules.codes import receipt_code
from samenspel.stages.commissioning.models import Call, CallOption, JointPlan
from samenspel.stages.commissioning.queries import others
from samenspel.stages.commissioning.queries.result import Result
from samenspel.stages.commissioning.queries.result import Row as Line
from samenspel.stages.commissioning.states import CallState, PlanState
from samenspel.ui.figures import Cell, Column, DataTable, Pot, Row, ShelfItem
from samenspel.ui.numbers import euro, number

Cells: TypeAlias = "list[list[Cell | str]]"

ROOM = 9
PLAN_MARKS = {
    PlanState.DRAFT: "later", PlanState.ASKED: "open", PlanState.CARRIED: "busy", PlanState.RUNNING: "busy",
    PlanState.DONE: "done", PlanState.STOPPED: "stopped",
}  # fmt: skip
CALL_MARKS = {
    CallState.DRAFT: "later", CallState.OPEN: "open", CallState.CLOSED: "busy", CallState.COUNTING: "busy",
    CallState.COUNTED: "busy", CallState.DECIDED: "done", CallState.STOPPED: "stopped",
}  # fmt: skip


def plan_rows(plans: Iterable[JointPlan]) -> list[Row]:
    """Joint plans with their partners."""
    return [_plan_row(plan) for plan in plans]


def _plan_row(plan: JointPlan) -> Row:
    partners = [partner.party.name for partner in plan.partners.all()]
    money = _("Er is %(money)s nodig.") % {"money": euro(plan.cents)} if plan.cents else ""
    return Row(
        title=plan.title, url=plan.get_absolute_url(), code=plan.code, room=ROOM, kicker=plan.get_route_display(),
        state=PLAN_MARKS[PlanState(plan.state)], state_label=plan.get_state_display(), text=money,
        who=_("Samen met: %(names)s") % {"names": ", ".join(partners)} if partners else "",
    )  # fmt: skip


def call_rows(calls: Iterable[Call]) -> list[Row]:
    """Rounds with what is or was divided."""
    return [_call_row(call) for call in calls]


def _call_row(call: Call) -> Row:
    money = _("%(money)s te verdelen.") % {"money": euro(call.budget_cents)}
    if call.has_result:
        funded: int = call.funded  # type: ignore[attr-defined]
        chosen = ngettext("%(n)s plan kreeg geld.", "%(n)s plannen kregen geld.", funded) % {"n": number(funded)}
        voters = ngettext("%(n)s mens stemde.", "%(n)s mensen stemden.", call.voters or 0)
        money = " ".join((money, chosen, voters % {"n": number(call.voters or 0)}))
    actions = [(_("Bekijk de uitslag"), call.address("result"))] if call.has_result else []
    if call.state == CallState.OPEN and call.box_id:
        actions = [(_("Ik heb een code"), call.address("vote"))]
    until = date_format(call.closes_at, "j F Y") if call.closes_at else ""
    return Row(
        title=call.title, url=call.get_absolute_url(), code=call.code, room=ROOM, kicker=call.get_route_display(),
        state=CALL_MARKS[CallState(call.state)], state_label=call.get_state_display(), text=money, actions=actions,
        when=_("Open tot en met %(day)s") % {"day": until} if until else "",
    )  # fmt: skip


def options_of(call: Call) -> DataTable:
    """What is on the ballot paper, by theme: no rank. Makers have a column when somebody named them."""
    found = CallOption.objects.filter(call=call).select_related("node__place", "node__cycle")
    rows = list(found.order_by("category", "pk"))
    named = any(o.makers for o in rows)
    cells: Cells = [
        [Cell(o.title, o.get_absolute_url(), sub=o.category), *([o.makers] if named else []), euro(o.cents)]
        for o in rows
    ]
    makers = [Column(pgettext("column", "Makers"))] if named else []
    columns = (Column(pgettext("column", "Plan")), *makers, Column(pgettext("column", "Kosten"), number=True))
    return DataTable(_("Plannen op het stembiljet"), columns, cells, room=ROOM, hide_caption=True)


def pot(call: Call, result: Result) -> Pot:
    """The chosen plans on shelves, true to scale."""
    items = [ShelfItem(row.node.title, row.cents, row.url) for row in result.funded]
    return Pot(call.budget_cents, items, room=ROOM, rest_label=pgettext("money", "over"))


def tables(result: Result) -> dict[str, DataTable]:
    """The two tables of a result."""
    return {"funded": _funded(result), "others": _others(result.others)}


def _title(row: Line) -> Cell:
    return Cell(row.node.title, row.url, sub=row.category)


def _votes(row: Line) -> Cell:
    return Cell(number(row.votes), part=row.share, room=0)


def _funded(result: Result) -> DataTable:
    """What is the same for every plan stands in the heading, not in every line."""
    same = all(row.code == "won_greedy" for row in result.funded)
    names = (
        pgettext("column", "Nr."),
        pgettext("column", "Plan"),
        pgettext("column", "Stemmen"),
        pgettext("column", "Kost"),
        pgettext("column", "Er was nog") if same else pgettext("column", "Reden"),
    )
    columns = [Column(name, number=name in names[2:4]) for name in names]
    reasons = [_("%(left)s, genoeg") % {"left": euro(r.left)} if same else r.reason for r in result.funded]
    cells: Cells = [
        [Cell("", number=row.number), _title(row), _votes(row), euro(row.cents), reason]
        for row, reason in zip(result.funded, reasons, strict=True)
    ]
    note = _("Volle balk: alle %(voters)s stemmers.") % {"voters": number(result.voters)}
    caption = _("Gekozen plannen, met reden")
    return DataTable(caption, columns, cells, note=note, room=ROOM, hide_caption=True, dense=True)


def _others(rows: Sequence[Line]) -> DataTable:
    one_reason, steps = bool(rows) and others.alike(rows), any(row.next_step for row in rows)
    names = [
        pgettext("column", "Plan"),
        pgettext("column", "Stemmen"),
        pgettext("column", "Kost"),
        _("Wat er nodig was") if one_reason else _("Reden, en wat er nodig was"),
        *([_("Wat kan wel")] if steps else []),
    ]
    columns = [Column(name, number=name in names[1:3]) for name in names]
    cells: Cells = [
        [_title(r), _votes(r), euro(r.cents), r.needed if one_reason else r.reason,
         *([others.next_step(r)] if steps else [])]
        for r in rows
    ]  # fmt: skip
    caption = _("Plannen zonder geld, op alfabet")
    return DataTable(caption, columns, cells, room=ROOM, hide_caption=True, dense=True)


def receipt_codes(receipts: Iterable[Receipt]) -> list[str]:
    """Receipts as they stand on the slips."""
    return [receipt_code(receipt.digest) for receipt in receipts]
