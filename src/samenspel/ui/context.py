"""What pages of a room know about themselves."""

from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from samenspel.ui.figures import Room


def room(request: HttpRequest) -> dict[str, Any]:
    """The room of this page: its app says `room_number` and `room_name`."""
    match = getattr(request, "resolver_match", None)
    key = match.namespace.split(":")[0] if match else ""
    config = apps.app_configs.get(key)
    number = getattr(config, "room_number", 0)
    if not number or not match:
        return {}
    kwargs = {name: match.kwargs[name] for name in ("place", "cycle") if name in match.kwargs}
    return {"room": Room(number, getattr(config, "room_name", ""), _front_page(key, kwargs))}


def _front_page(key: str, kwargs: dict[str, Any]) -> str:
    try:
        return reverse(f"{key}:index", kwargs=kwargs)
    except NoReverseMatch:
        return ""
