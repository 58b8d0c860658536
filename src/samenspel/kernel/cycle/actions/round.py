"""Writing about a round and its stages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, WrongState, action, keep
from samenspel.kernel.cycle import notices, rules  # noqa: F401 - importing notices registers them
from samenspel.kernel.cycle.models import (
    CarriedLesson,
    Cycle,
    StageState,
)
from samenspel.kernel.cycle.states import CycleState, Stage, StageProgress
from samenspel.kernel.journal.clock import today
from samenspel.kernel.places.models import Place

MOVES = {StageProgress.NOT_YET, StageProgress.OPEN, StageProgress.BUSY, StageProgress.DONE}


@action("cycle.cycle.open", target=CycleState.OPEN, rule=rules.may_organise, label=_("Een ronde openen"))
def open_cycle(
    place: Place,
    *,
    by: Actor,
    slug: str,
    title: str,
    opens_on: date | None = None,
    closes_on: date | None = None,
    previous: Cycle | None = None,
    lessons: Iterable[tuple[str, str]] = (),
) -> Cycle:
    """The neighbourhood starts a round, with the lessons of the last one on the table."""
    if previous and previous.place_id != place.pk:
        raise BadInput(_("De vorige ronde hoort bij een ander gebied."))
    cycle = keep(
        Cycle(
            place=place,
            slug=slug,
            title=title,
            number=previous.number + 1 if previous else 1,
            previous=previous,
            opens_on=opens_on or today(),
            closes_on=closes_on,
        )
    )
    for stage in Stage:
        keep(StageState(cycle=cycle, stage=stage))
    for text, code in lessons:
        keep(CarriedLesson(cycle=cycle, text=text, source_code=code))
    return cycle


@action(
    "cycle.cycle.close",
    source={CycleState.OPEN},
    target=CycleState.CLOSED,
    rule=rules.may_organise,
    label=_("Een ronde afsluiten"),
)
def close_cycle(cycle: Cycle, *, by: Actor) -> Cycle:
    """The round is over; what was promised stays in sight and the next round can open."""
    cycle.closes_on = today()
    return cycle


def _running(stage: StageState) -> None:
    if stage.cycle.state != CycleState.OPEN:
        raise WrongState(_("Deze ronde is afgesloten. Er is niets veranderd."))


@action("cycle.stage.move", rule=rules.may_organise, label=_("Zeggen hoe ver een stap is"))
def move_stage(
    stage: StageState,
    *,
    by: Actor,
    state: str,
    note: str = "",
    opens_on: date | None = None,
    closes_on: date | None = None,
) -> StageState:
    """Everybody sees whether this step is still to come, open, busy or done."""
    _running(stage)
    if state not in MOVES:
        raise BadInput(_("Kies hoe ver deze stap is."))
    stage.state, stage.note = state, note
    stage.opens_on, stage.closes_on = opens_on, closes_on
    return stage


@action(
    "cycle.stage.skip",
    source={StageProgress.NOT_YET, StageProgress.OPEN, StageProgress.BUSY},
    target=StageProgress.SKIPPED,
    rule=rules.may_organise,
    label=_("Een stap overslaan"),
)
def skip_stage(stage: StageState, *, by: Actor, reason: str) -> StageState:
    """This round goes on without this step, and everybody can read why."""
    _running(stage)
    stage.note = reason[:300]
    return stage
