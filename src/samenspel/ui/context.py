"""What pages of a room know about themselves."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import pgettext

from samenspel.contracts.rooms import ROOM
from samenspel.ui.figures import Room


def room(request: HttpRequest) -> dict[str, Any]:
    """The room of this page, for use as a context processor."""
    found = room_of(request)
    return {"room": found} if found else {}


def room_of(request: HttpRequest | None) -> Room | None:
    """The room an address belongs to: its URL namespace is the key of the room."""
    match = getattr(request, "resolver_match", None)
    key = match.namespace.split(":")[0] if match else ""
    if not match or key not in ROOM:
        return None
    kwargs = {name: match.kwargs[name] for name in ("place", "cycle") if name in match.kwargs}
    return Room(ROOM[key].number, pgettext("room", ROOM[key].name), _front_page(key, kwargs))


def _front_page(key: str, kwargs: dict[str, Any]) -> str:
    try:
        return reverse(f"{key}:index", kwargs=kwargs)
    except NoReverseMatch:
        return ""
