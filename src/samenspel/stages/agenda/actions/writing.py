"""Writing the agenda down: drafts, words, laying open, building blocks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key
from samenspel.kernel.action import BadInput, WrongState, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.lineage.actions import new_node, retitle, show
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.agenda import queries, rules
from samenspel.stages.agenda.models import BuildingBlock, Priority
from samenspel.stages.agenda.states import PriorityState

WRITABLE = {PriorityState.DRAFT, PriorityState.OPEN}
LIVE = {PriorityState.OPEN, PriorityState.ADOPTED}


def _running(cycle: Cycle) -> None:
    if cycle.state == CycleState.CLOSED:
        raise WrongState(_("Deze ronde is afgesloten. Er is niets veranderd. Kijk of er al een nieuwe ronde is."))


@action("agenda.priority.draft", target=PriorityState.DRAFT, rule=rules.may_draft, label=_("Prioriteit opschrijven"))
def draft_priority(
    cycle: Cycle, *, by: Actor, title: str, theme: str = "", statement: str = "", example: bool = False
) -> Priority:
    """Somebody writes down what may have to come first; only the writers of the agenda see it yet."""
    _running(cycle)
    node = new_node("priority", title, cycle=cycle, example=example)
    return Priority(node=node, theme=theme_key(theme), statement=cleaned(statement))


@action("agenda.priority.describe", source=WRITABLE, rule=rules.may_describe, label=_("Tekst aanpassen"))
def describe_priority(
    priority: Priority, *, by: Actor, title: str, theme: str = "", statement: str = "", going_well: str = "",
    ourselves: str = "", little_help: str = "", professionals: str = "", stop: str = "",
) -> Priority:  # fmt: skip
    """The words of a priority become better: what we want, what goes well and who can do what."""
    retitle(priority.node, title)
    priority.theme, priority.statement, priority.going_well = theme_key(theme), cleaned(statement), cleaned(going_well)
    priority.ourselves, priority.little_help = cleaned(ourselves), cleaned(little_help)
    priority.professionals, priority.stop = cleaned(professionals), cleaned(stop)
    return priority


def _lay_open(priority: Priority) -> Priority:
    if not priority.statement.strip():
        raise BadInput(_("Schrijf eerst in één zin wat u wilt. Dan kan de buurt erover praten."))
    if not priority.rank:
        priority.rank = max((p.rank for p in queries.live(priority.cycle)), default=0) + 1
    show(priority.node)
    return priority


@action(
    "agenda.priority.open", source={PriorityState.DRAFT}, target=PriorityState.OPEN, rule=rules.may_open,
    label=_("Aan de buurt voorleggen"),
)  # fmt: skip
def open_priority(priority: Priority, *, by: Actor) -> Priority:
    """The priority lies open: everybody can read it and say what they think."""
    return _lay_open(priority)


@action(
    "agenda.priority.reopen", source={PriorityState.SET_ASIDE}, target=PriorityState.OPEN, rule=rules.may_decide,
    label=_("Opnieuw voorleggen"),
)  # fmt: skip
def reopen_priority(priority: Priority, *, by: Actor, reason: str) -> Priority:
    """The neighbourhood looks again at something that was not chosen."""
    priority.reason, priority.adopted_on, priority.adopted_by = "", None, ""
    return _lay_open(priority)


@action("agenda.block.mark", rule=rules.may_mark, label=_("Bouwsteen bijwerken"), creates=True)
def mark_block(cycle: Cycle, *, by: Actor, block: str, progress: str, note: str = "") -> BuildingBlock:
    """Everybody can see how far the agenda is, block by block."""
    _running(cycle)
    row = queries.block_marks(cycle).get(block) or BuildingBlock(cycle=cycle, block=block)
    row.state, row.note = progress, cleaned(note)
    return row
