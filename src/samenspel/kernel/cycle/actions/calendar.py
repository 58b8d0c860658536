"""Writing about dates of the municipality and bodies that decide."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.cycle import notices, rules  # noqa: F401 - importing notices registers them
from samenspel.kernel.cycle.models import (
    Body,
    CalendarItem,
    Cycle,
)
from samenspel.kernel.places.models import Place


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
