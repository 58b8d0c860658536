"""The frame around every page: navigation, footer, the cast bar of the demo. Costs no query outside the demo."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.access import queries as access


def frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation of the neighbourhood that is open."""
    place = getattr(request, "place", None)
    found: dict[str, Any] = {"footer_links": _footer(place), "nav": _nav(place)}
    if place is not None:
        found["brand_place"] = {"name": place.name, "url": reverse("home", args=[place.slug])}
        found["footer_note"] = place.desk_text and f"{place.desk_name}: {place.desk_text} {place.desk_hours}"
    if settings.SAMENSPEL_DEMO:
        found["top_bar"] = "overview/cast_bar.html"
        found["demo_cast"] = SimpleLazyObject(lambda: list(access.cast_list()))
    return found


def _nav(place: Any) -> list[tuple[Any, str]]:
    if place is None:
        return [
            (pgettext_lazy("menu", "Buurten"), "/"),
            (_("Open gegevens"), reverse("data")),
            (_("Wie mag wat"), reverse("who")),
        ]
    at = [place.slug]
    return [
        (_("De tafel"), reverse("home", args=at)),
        (pgettext_lazy("menu", "Geld"), reverse("money", args=at)),
        (pgettext_lazy("menu", "Beloften"), reverse("promises", args=at)),
        (_("Wie mag wat"), reverse("who_here", args=at)),
        (pgettext_lazy("menu", "Zoeken"), reverse("search", args=at)),
    ]


def _footer(place: Any) -> list[tuple[Any, str]]:
    everywhere = [
        (_("Open gegevens"), reverse("data")),
        (_("Mijn pagina"), reverse("people:me")),
        (_("Mijn gegevens wissen"), reverse("people:erase")),
        (pgettext_lazy("menu", "Toegankelijkheid"), reverse("accessibility")),
        (pgettext_lazy("menu", "Privacy"), reverse("privacy")),
    ]
    if place is None:
        return everywhere
    at = [place.slug]
    return [
        (_("Wie doen mee"), reverse("people:parties", args=at)),
        (_("Regels in de weg"), reverse("rules", args=at)),
        (_("Wie besluit waarover"), reverse("cycle:bodies", args=at)),
        (pgettext_lazy("menu", "Logboek"), reverse("journal", args=at)),
        *everywhere,
    ]
