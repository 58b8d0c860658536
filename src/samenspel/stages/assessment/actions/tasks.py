"""Keeping the register of tasks, and publishing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, WrongState, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.lineage.actions import link, new_node, retitle
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import look_up
from samenspel.kernel.people.models import Party
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.assessment import handover, rules
from samenspel.stages.assessment.models import Task


def running(cycle: Cycle) -> None:
    """A closed round takes nothing new."""
    if cycle.state == CycleState.CLOSED:
        raise WrongState(_("Deze ronde is afgesloten. Er is niets veranderd. Kijk of er al een nieuwe ronde is."))


def link_codes(codes: Sequence[str], target: Node, relation: str, kind: str, *, by: Actor, reason: str) -> int:
    """Tie public things of one kind to a task or a talk. Returns how many."""
    wanted = dict.fromkeys(code.strip() for code in codes if code.strip())
    nodes = [_fitting(code, target.place_id, kind) for code in wanted]
    for node in nodes:
        link(node, target, relation, by=by, reason=reason)
    return len(nodes)


def _fitting(code: str, place: int, kind: str) -> Node:
    looked = look_up(code)
    if looked.node is None:
        near = ", ".join(n.code for n in looked.suggestions)
        known = _("De code %(code)s kennen wij niet. Bedoelt u %(near)s?")
        unknown = _("De code %(code)s kennen wij niet. Kijk hem nog eens na.")
        raise BadInput(str(known if near else unknown) % {"code": code, "near": near})
    if looked.node.place_id != place:
        raise BadInput(_("De code %(code)s hoort bij een andere buurt.") % {"code": code})
    if looked.node.kind != kind:
        facts = {"code": code, "kind": looked.node.kind_label.lower()}
        raise BadInput(_("De code %(code)s is een %(kind)s. Dat past hier niet.") % facts)
    return looked.node


def _fill(
    task: Task, *, what: str, provider: Party | None, provider_name: str, yearly_cents: int | None,
    contract_ends: date | None, open_to_challenge: bool, why: str, source: str,
) -> Task:  # fmt: skip
    task.what, task.provider, task.provider_name = cleaned(what), provider, cleaned(provider_name)
    task.yearly_cents, task.contract_ends = yearly_cents, contract_ends
    task.open_to_challenge, task.why, task.source = open_to_challenge, cleaned(why), cleaned(source)
    return task


@action("assessment.task.register", rule=rules.may_register, label=_("Een taak opschrijven"), creates=True)
def register_task(
    cycle: Cycle, *, by: Actor, title: str, what: str = "", provider: Party | None = None, provider_name: str = "",
    yearly_cents: int | None = None, contract_ends: date | None = None, open_to_challenge: bool = False, why: str = "",
    source: str = "", codes: Sequence[str] = (), example: bool = False,
) -> Task:  # fmt: skip
    """Everybody can see who does this public task here, for how much, and whether others may try it."""
    running(cycle)
    node = new_node("task", title, cycle=cycle, public=True, example=example)
    link_codes(codes, node, "pays_for", "budget_line", by=by, reason=__("Aangegeven bij het opschrijven."))
    return _fill(
        Task(node=node), what=what, provider=provider, provider_name=provider_name, yearly_cents=yearly_cents,
        contract_ends=contract_ends, open_to_challenge=open_to_challenge, why=why, source=source,
    )  # fmt: skip


@action("assessment.task.correct", rule=rules.may_correct, label=_("De taak verbeteren"))
def correct_task(
    task: Task, *, by: Actor, reason: str, title: str, what: str = "", provider: Party | None = None,
    provider_name: str = "", yearly_cents: int | None = None, contract_ends: date | None = None,
    open_to_challenge: bool = False, why: str = "", source: str = "", codes: Sequence[str] = (),
) -> Task:  # fmt: skip
    """What stands about a task is put right, and everybody can read why."""
    retitle(task.node, title)
    link_codes(codes, task.node, "pays_for", "budget_line", by=by, reason=reason)
    return _fill(
        task, what=what, provider=provider, provider_name=provider_name, yearly_cents=yearly_cents,
        contract_ends=contract_ends, open_to_challenge=open_to_challenge, why=why, source=source,
    )  # fmt: skip


@action("assessment.edition.publish", rule=rules.may_publish, label=_("Taken en gesprekken uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """The register and the verdicts get a number and never change again; the next rooms build on them."""
    return freeze("assessment", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)
