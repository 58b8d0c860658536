"""Writing about lines: record, correct, take back, link to the plan, publish."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal import clock
from samenspel.kernel.lineage.actions import hide, link, new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.stages.budget import handover, queries, rules
from samenspel.stages.budget.models import BudgetLine, BudgetSource, Correction, MoneyRow
from samenspel.stages.budget.states import Confidence


def _belongs(source: BudgetSource, cycle: Cycle, row: MoneyRow | None) -> None:
    if source.place_id != cycle.place_id or (row is not None and row.source_id != source.pk):
        raise BadInput(_("Deze bron hoort bij een andere buurt, of de rij bij een andere bron."))


def _cited(source: BudgetSource, row: MoneyRow | None, scheme: str, year: int) -> int | None:
    """The sum of what is cited, so that nobody has to type over what a file already says."""
    if row is not None:
        return row.cents
    if not scheme:
        return None
    amounts = [r.cents for r in queries.rows_of_set(source.pk, scheme, year)]
    if not amounts:
        raise BadInput(_("Van deze regeling zijn in dat jaar geen rijen. Kies een ander jaar of een andere regeling."))
    return sum(cents or 0 for cents in amounts)


def _range(cents: int, low: int | None, high: int | None, confidence: str) -> tuple[int, int]:
    """An estimate without a range is no estimate: it must say between which amounts it lies."""
    if confidence == Confidence.ESTIMATED and (low is None or high is None):
        raise BadInput(_("Een schatting ligt tussen twee bedragen. Vul ‘minstens’ en ‘hoogstens’ in."))
    return (cents if low is None else low, cents if high is None else high)


@action("budget.budget_line.record", rule=rules.may_record, label=_("Een bedrag opschrijven"), creates=True)
def record_line(
    cycle: Cycle, *, by: Actor, title: str, source: BudgetSource, year: int, stage: str, method: str, confidence: str,
    cents: int | None = None, low_cents: int | None = None, high_cents: int | None = None, regular: bool = False,
    until_year: int | None = None, free: bool = False, decides: str = "", row: MoneyRow | None = None,
    scheme: str = "", owner: Party | None = None, example: bool = False,
) -> BudgetLine:  # fmt: skip
    """Money that matters gets a code and a page: everybody can ask about it and link it to what it pays."""
    if not rules.team(by, cycle) and not (owner and by.represents(owner.pk)):
        raise NotAllowed(_("Kies van welke partij dit geld is. U moet voor die partij mogen spreken."))
    _belongs(source, cycle, row)
    amount = cents if cents is not None else _cited(source, row, scheme, year)
    if amount is None:
        raise BadInput(_("Vul een bedrag in, of kies waar het uit komt."))
    low, high = _range(amount, low_cents, high_cents, confidence)
    return BudgetLine(
        node=new_node("budget_line", title, cycle=cycle, public=True, example=example), source=source, year=year,
        stage=stage, method=method, confidence=confidence, cents=amount, low_cents=low, high_cents=high,
        regular=regular, until_year=until_year, free=free, decides=decides, row=row, scheme=scheme, owner=owner,
    )  # fmt: skip


@action("budget.budget_line.correct", rule=rules.may_correct, label=_("Het bedrag verbeteren"))
def correct_line(
    line: BudgetLine, *, by: Actor, cents: int, reason: str, low_cents: int | None = None,
    high_cents: int | None = None, confidence: str = Confidence.MEASURED, method: str = "",
) -> BudgetLine:  # fmt: skip
    """Who knows the figure puts it right; what stood there and why it changed stay in sight."""
    low, high = _range(cents, low_cents, high_cents, confidence)
    spoken = line.owner_id if by.represents(line.owner_id) else None
    keep(
        Correction(
            line=line, old_cents=line.cents, old_low_cents=line.low_cents, old_high_cents=line.high_cents,
            new_cents=cents, old_confidence=line.confidence, reason=reason[:1000], party_id=spoken, person=by.person,
            on=clock.today(),
        )
    )  # fmt: skip
    line.cents, line.low_cents, line.high_cents = cents, low, high
    line.confidence, line.method, line.corrected = confidence, method or line.method, True
    return line


@action("budget.budget_line.withdraw", rule=rules.may_withdraw, label=_("Dit bedrag terugnemen"))
def withdraw_line(line: BudgetLine, *, by: Actor, reason: str) -> BudgetLine:
    """A line that should not have been there goes out of all lists and sums; why is in the journal."""
    hide(line.node)
    return line


@action("budget.budget_line.pay", rule=rules.may_pay, label=_("Zeggen wat dit geld betaalt"))
def pay(line: BudgetLine, *, by: Actor, plan_line: str, reason: str) -> BudgetLine:
    """This money pays a line of the plan; from now on the euro can be followed both ways."""
    node = Node.objects.filter(code=plan_line, kind="plan_line", public=True, cycle=line.node.cycle_id).first()
    if node is None:
        raise BadInput(_("Deze planregel staat niet in het plan van deze ronde. Kies er een uit de lijst."))
    link(node, line.node, "paid_by", by=by, reason=reason)
    return line


@action("budget.edition.publish", rule=rules.may_publish, label=_("Het geld van de buurt uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """The money as we know it now becomes an edition that never changes; later rooms build on it."""
    return freeze("budget", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)


reader("budget")(queries.own_data)


@eraser("budget")
def erase_person(person: int) -> int:
    """Nobody can see any more who corrected what; the correction stays. Only inside the kernel's erase action."""
    return Correction.objects.filter(person=person).update(person=None)
