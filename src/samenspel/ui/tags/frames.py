"""Around a page: the way to it, its pages, its languages."""

from collections.abc import Mapping, Sequence
from typing import Any

import segno
from django.conf import settings
from django.core.paginator import Page
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info

from samenspel.ui.context import room_of
from samenspel.ui.figures import Crumb, Room
from samenspel.ui.figures.base import Text
from samenspel.ui.tags.library import part, register


@register.simple_tag
def breadcrumb(trail: Sequence[Crumb], here: Text = "") -> SafeString:
    """The way to this page."""
    return part("crumbs", crumbs=[*trail, *([Crumb(here)] if here else [])])


@register.simple_tag(takes_context=True)
def site_brand(context: Any) -> Crumb:
    """The neighbourhood whose page this is, given as `brand_place` or as `place`."""
    place = context.get("brand_place") or context.get("place")
    if not place:
        return Crumb("", "/")
    if isinstance(place, Mapping):
        return Crumb(place.get("name", ""), place.get("url", "") or "/")
    url = getattr(place, "url", "") or getattr(place, "get_absolute_url", lambda: "/")()
    return Crumb(getattr(place, "name", ""), url)


@register.simple_tag(takes_context=True)
def site_room(context: Any) -> Room | None:
    """The room of this page: given as `room`, or read from its address."""
    return context.get("room") or room_of(context.get("request"))


@register.inclusion_tag("ui/parts/room_crumbs.html", takes_context=True)
def room_crumbs(context: Any, room: Room | None = None, trail: Sequence[Crumb] = ()) -> dict[str, Any]:
    """Neighbourhood, room, and what lies between."""
    return {
        "brand": site_brand(context),
        "room": room or None,
        "trail": trail or (),
        "request": context.get("request"),
    }


@register.inclusion_tag("ui/parts/language_switch.html", takes_context=True)
def language_switch(context: Any) -> dict[str, Any]:
    """Choose another language."""
    names = [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]
    asked = getattr(context.get("request"), "asked_language", "") or get_language()
    return {"languages": names, "asked": asked, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("ui/parts/pagination.html", takes_context=True)
def pagination(context: Any, page: Page[Any]) -> dict[str, Any]:
    """Pages of a long list; the rest of the address stays."""
    request = context.get("request")
    query = request.GET.copy() if request else None

    def address(number: int) -> str:
        if query is None:
            return f"?page={number}"
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [(label, address(label) if isinstance(label, int) and label != page.number else "") for label in shown]
    return {
        "page": page,
        "links": links,
        "previous": address(page.previous_page_number()) if page.has_previous() else "",
        "next": address(page.next_page_number()) if page.has_next() else "",
    }


@register.simple_tag
def qr(content: str, label: Text = "") -> SafeString:
    """A QR code, drawn here."""
    matrix = segno.make(content, error="m", micro=False).matrix
    size = len(matrix) + 8
    path = "".join(f"M{x + 4} {y + 4.5}h1" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark)
    return part("qr", path=path, size=size, label=label or content)
