"""What a round says on paper: the poster at the library, the letter through the door."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.stages.commissioning.models import Call, CallOption
from samenspel.ui.numbers import euro
from samenspel.ui.paper import Poster

ROOM = 9


@dataclass(frozen=True, slots=True)
class Invitation:
    """The facts of a letter, the same for everybody."""

    money: str
    plans: int
    until: str


def invitation(call: Call) -> Invitation:
    """What there is to choose, and until when."""
    return Invitation(euro(call.budget_cents), _plans(call), _until(call))


def poster(call: Call, url: str) -> Poster:
    """A poster that calls the neighbourhood to choose."""
    plans, until, place = _plans(call), _until(call), call.node.place
    sentence = ngettext("%(n)s plan.", "%(n)s plannen.", plans) % {"n": plans}
    if until:
        sentence = " ".join((sentence, _("Stem uiterlijk %(when)s.") % {"when": until}))
    desk = _("Met de code uit uw brief, op papier, of samen bij %(desk)s.") % {"desk": place.desk_name}
    return Poster(
        room=ROOM, heading=_("Schuif aan. Kies mee."), middle=euro(call.budget_cents), below=_("voor de buurt"),
        sentence=sentence,
        text=f"{desk} {place.desk_hours}" if place.desk_name else _("Met de code uit uw brief, of op papier."),
        url=url, place=place.name, code=call.code, example=call.node.example,
    )  # fmt: skip


def _plans(call: Call) -> int:
    return CallOption.objects.filter(call=call).count()


def _until(call: Call) -> str:
    """A day, and the hour when it is not midnight."""
    if not call.closes_at:
        return ""
    moment = localtime(call.closes_at)
    day = date_format(moment, "l j F")
    if (moment.hour, moment.minute) == (23, 59):
        return day
    hour = pgettext("time", "%(time)s uur") % {"time": date_format(moment, "G.i")}
    return f"{day}, {hour}"
