"""The frame around every page: navigation, footer, the cast bar of the demo.

Costs no query outside the demo, but one on the pages about people.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.relations import KINDS
from samenspel.contracts.rooms import ROOM
from samenspel.kernel.access import queries as access
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.people import queries as people
from samenspel.overview.queries.deeds import promise_words, promised_at
from samenspel.overview.words import CAST_WORDS


def frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation of the neighbourhood that is open."""
    place = getattr(request, "place", None) or _own_place(request)
    found: dict[str, Any] = {"footer_links": _footer(place), "nav": _nav(place, _logged_in(request))}
    found["follow_url"] = _follow(request)
    if place is not None:
        found["brand_place"] = {"name": place.name, "url": reverse("home", args=[place.slug])}
        found["footer_note"] = place.desk_text and f"{place.desk_name}: {place.desk_text} {place.desk_hours}"
        found.update(_beside(request, place))
    if settings.SAMENSPEL_DEMO:
        found["top_bar"] = "overview/cast_bar.html"
        found["demo_here"] = place is not None and place.demo
        found["demo_cast"] = SimpleLazyObject(lambda: [(m, CAST_WORDS.get(m.slug, m.slug)) for m in access.cast_list()])
    return found


def _logged_in(request: HttpRequest) -> bool:
    return getattr(getattr(request, "actor", None), "person", None) is not None


def _shown(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    """The name of the page that is shown, and what its address says."""
    match = request.resolver_match
    return (match.view_name, match.kwargs) if match else ("", {})


def _own_place(request: HttpRequest) -> Any:
    """On the pages about oneself the menu of one's own neighbourhood stays; one query there, none elsewhere."""
    if not _logged_in(request) or not _shown(request)[0].startswith("people:"):
        return None
    me = people.person(request.actor.person)  # type: ignore[attr-defined]
    return me.place if me else None


def _beside(request: HttpRequest, place: Any) -> dict[str, Any]:
    """What the house above adds to pages of the kernel: the deeds of a party, the work that waits."""
    name, words = _shown(request)
    room, _colon, view = name.partition(":")
    if view == "index" and room in ROOM and _may_take_in(request):
        return {"take_in_url": reverse("handover:take_in", args=[place.slug, words["cycle"], room])}
    if name == "people:me":
        at = [place.slug]
        return {"waiting_url": reverse("waiting", args=at), "interest_url": reverse("access:conflict", args=at)}
    if name == "people:parties":
        return {"promised": SimpleLazyObject(lambda: promised_at(place))}
    if name != "people:party":
        return {}
    slug = words.get("slug", "")
    return {
        "deeds_url": reverse("deeds", args=[place.slug, slug]),
        "deeds_words": SimpleLazyObject(lambda: promise_words(place, slug)),
    }


def _follow(request: HttpRequest) -> str:
    """Where to follow what this page shows: a thing, a room or a round. It costs no query."""
    name, words = _shown(request)
    room, _colon, view = name.partition(":")
    code, where = words.get("code", ""), [words.get("place", ""), words.get("cycle", "")]
    if code and (name == "thread" or view in KINDS):
        return reverse("news:follow", args=[code])
    if name == "cycle:cycle":
        return reverse("news:follow_round", args=where)
    return reverse("news:follow_room", args=[*where, room]) if view == "index" and room in ROOM else ""


def _may_take_in(request: HttpRequest) -> bool:
    """Whether this reader may take in an edition that was made elsewhere."""
    round_here = getattr(request, "cycle", None)  # the page that says there is no such round has none
    rule = ACTIONS["handover.edition.import"].rule
    return round_here is not None and rule(request.actor, round_here)  # type: ignore[attr-defined]


def _nav(place: Any, logged_in: bool) -> list[tuple[Any, str]]:
    mine = [(_("Mijn pagina"), reverse("people:me"))] if logged_in else []
    if place is None:
        return [
            (pgettext_lazy("menu", "Buurten"), "/"),
            (_("Open gegevens"), reverse("data")),
            (_("Wie mag wat"), reverse("who")),
            *mine,
        ]
    at = [place.slug]
    return [
        (_("De tafel"), reverse("home", args=at)),
        (pgettext_lazy("menu", "Geld"), reverse("money", args=at)),
        (pgettext_lazy("menu", "Beloften"), reverse("promises", args=at)),
        (_("Wie mag wat"), reverse("who_here", args=at)),
        (pgettext_lazy("menu", "Zoeken"), reverse("search", args=at)),
        *mine,
    ]


def _footer(place: Any) -> list[tuple[Any, str]]:
    everywhere = [
        (pgettext_lazy("menu", "Hulp"), reverse("guides")),
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
        (_("De buurt in tien minuten"), reverse("council", args=at)),
        (pgettext_lazy("menu", "Logboek"), reverse("journal", args=at)),
        *everywhere,
    ]
