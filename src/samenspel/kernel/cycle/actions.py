"""Every write about rounds, the start agreement, the calendar and bodies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed, WrongState, action, keep
from samenspel.kernel.cycle import notices, rules  # noqa: F401 - importing notices registers them
from samenspel.kernel.cycle.models import (
    Body,
    CalendarItem,
    CarriedLesson,
    Cycle,
    StageState,
    StartMark,
    ThenAndNow,
)
from samenspel.kernel.cycle.states import CycleState, Stage, StageProgress
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place

MOVES = {StageProgress.NOT_YET, StageProgress.OPEN, StageProgress.BUSY, StageProgress.DONE}


def _needs_word_of(by: Actor, party: Party) -> None:
    if not by.represents(party.pk):
        raise NotAllowed(_("Alleen wie namens deze partij spreekt, kan dit invullen. Er is niets veranderd."))


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


@action(
    "cycle.start_agreement.mark",
    source={CycleState.OPEN},
    rule=rules.may_mark,
    label=_("Zeggen hoe het met een voorwaarde staat"),
)
def mark_condition(
    cycle: Cycle, *, by: Actor, party: Party, condition: str, mark: str, what_we_do: str = ""
) -> StartMark:
    """A party says whether a condition is there, and what it does about it when it is not."""
    _needs_word_of(by, party)
    row = StartMark.objects.filter(cycle=cycle, party=party, condition=condition).first()
    row = row or StartMark(cycle=cycle, party=party, condition=condition)
    row.mark, row.what_we_do = mark, what_we_do
    return row


@action("cycle.calendar.add", rule=rules.may_keep_calendar, label=_("Een datum toevoegen"), creates=True)
def add_date(
    cycle: Cycle,
    *,
    by: Actor,
    title: str,
    kind: str,
    date: date,
    must_arrive_by: date | None = None,
    body: Body | None = None,
    source: str = "",
) -> CalendarItem:
    """The round knows when the municipality decides, and when papers must have arrived."""
    return CalendarItem(
        cycle=cycle,
        title=title,
        kind=kind,
        date=date,
        must_arrive_by=must_arrive_by,
        body=body,
        source=source,
    )


@action("cycle.calendar.change", rule=rules.may_keep_calendar, label=_("Een datum veranderen"))
def change_date(
    item: CalendarItem, *, by: Actor, reason: str, date: date, must_arrive_by: date | None = None
) -> CalendarItem:
    """The municipality moved a date; everybody who counted on it can read why."""
    item.date, item.must_arrive_by = date, must_arrive_by
    return item


@action("cycle.then_and_now.write", rule=rules.may_write, label=_("Toen en nu schrijven"))
def write_then_and_now(
    cycle: Cycle, *, by: Actor, party: Party, changed: str, asked: str, came: str, ask_now: str
) -> ThenAndNow:
    """A community looks back: what changed, what it asked, what came, and what it asks now."""
    _needs_word_of(by, party)
    row = ThenAndNow.objects.filter(cycle=cycle, written_by=party).first()
    row = row or ThenAndNow(cycle=cycle, written_by=party)
    row.changed, row.asked, row.came, row.ask_now = changed, asked, came, ask_now
    return row


@action("cycle.body.add", rule=rules.may_name_body, label=_("Een groep die beslist toevoegen"), creates=True)
def add_body(
    place: Place,
    *,
    by: Actor,
    name: str,
    kind: str,
    decides: str,
    advises: str = "",
    reach: str = "",
    source: str = "",
) -> Body:
    """Everybody can read who decides about what in this place."""
    return Body(place=place, name=name, kind=kind, decides=decides, advises=advises, reach=reach, source=source)


@action("cycle.body.describe", rule=rules.may_name_body, label=_("Een groep die beslist bijwerken"))
def describe_body(body: Body, /, *, by: Actor, **words: Any) -> Body:
    """What this body decides is described again, so nobody is sent to the wrong table."""
    for field, value in words.items():
        if field not in {"name", "kind", "decides", "advises", "reach", "source", "until"}:
            raise BadInput()
        setattr(body, field, value)
    return body
