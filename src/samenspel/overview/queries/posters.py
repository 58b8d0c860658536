"""What stands on a poster: of one thing, of the neighbourhood, or of one of its rooms."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.contracts.rooms import ROOM
from samenspel.kernel.cycle import queries as cycles
from samenspel.kernel.lineage import queries as lineage
from samenspel.overview.words import POSTER_WORDS, room_name
from samenspel.ui.paper import Poster

HOME_COLOUR = 7  # the table itself has no room: a warm colour


def poster_of(code: str, address: Any) -> tuple[Any, Poster] | None:
    """The poster of one public thing, and the thing; nothing when the code is unknown."""
    node = lineage.node_by_code(code)
    if node is None:
        return None
    return node, Poster(
        room=ROOM[node.room].number,
        heading=node.title,
        middle=node.words or node.code,
        below=node.code if node.words else "",
        sentence=_("Wat werd hiervan? Volg de rode draad."),
        text=_("Scan het vierkant, of typ de code op de site. U hebt geen account nodig. Bij de balie kan het ook."),
        url=address(reverse("thread", args=[node.code])),
        place=node.place.name,
        code=node.code,
        example=node.example,
    )  # fmt: skip


def poster_here(place: Any, room: str, address: Any) -> Poster | None:
    """The poster of a neighbourhood, or of one of its rooms in the round of now; nothing when there is none."""
    cycle = cycles.current_cycle(place)
    key = next((r.key for r in ROOM.values() if r.slug == room), "")
    if room and (not key or cycle is None):
        return None
    words = POSTER_WORDS.get(key, POSTER_WORDS[""])
    front = reverse(f"{key}:index", args=[place.slug, cycle.slug]) if key and cycle else ""
    return Poster(
        room=ROOM[key].number if key else HOME_COLOUR,
        heading=words[0],
        middle=room_name(key) if key else place.name,
        below=cycle.title if cycle else "",
        sentence=words[1],
        text=_desk(place),
        url=address(front or reverse("home", args=[place.slug])),
        place=place.name,
        example=place.demo,
    )


def room_posters(place: Any) -> list[tuple[int, str, str]]:
    """Number, name and address of the posters of the rooms; none before the first round."""
    if cycles.current_cycle(place) is None:
        return []
    return [(r.number, room_name(r.key), reverse("room_poster", args=[place.slug, r.slug])) for r in ROOM.values()]


def _desk(place: Any) -> str:
    """Where to go without a phone."""
    if not place.desk_name:
        return _("Met uw telefoon, op papier, of samen aan tafel. U hebt geen account nodig.")
    desk = _("Met uw telefoon, of samen bij %(desk)s.") % {"desk": place.desk_name}
    return f"{desk} {place.desk_hours}".strip()
