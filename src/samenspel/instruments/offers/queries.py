"""Reading offers."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import rules
from samenspel.instruments.offers.models import Asset, Match
from samenspel.instruments.offers.states import AssetState
from samenspel.kernel.cycle.models import Cycle


def assets_of(cycle: Cycle, actor: Actor, kind: str = "") -> QuerySet[Asset]:
    """The offers of a round that this actor may see, newest first; stopped ones last."""
    rows = Asset.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    rows = rows.filter(kind=kind) if kind else rows
    related = ("node__place", "node__cycle", "words", "party")
    return rows.select_related(*related).annotate(times=Count("matches")).order_by("-offered_on", "-pk")


def standing_assets(cycle: Cycle, actor: Actor, kind: str = "") -> QuerySet[Asset]:
    """What one can count on now: everything that did not stop."""
    return assets_of(cycle, actor, kind).exclude(state=AssetState.STOPPED)


def asset_by_code(cycle: Cycle, code: str, actor: Actor) -> Asset | None:
    """One offer, if this actor may see it."""
    return assets_of(cycle, actor).filter(node__code=code).first()


def offered_before(cycle: Cycle, code: str) -> Asset | None:
    """What came of a form that is sent twice: whoever sent it gets the same receipt again."""
    rows = Asset.objects.filter(node__cycle=cycle, node__code=code)
    return rows.select_related("node__place", "node__cycle").first() if code else None


def matches_of(asset: Asset) -> QuerySet[Match]:
    """What came of an offer."""
    return Match.objects.filter(asset=asset).select_related("party").order_by("-matched_on", "-pk")


def counts_by_kind(cycle: Cycle) -> dict[str, int]:
    """How many public offers there are of each kind."""
    rows = Asset.objects.filter(node__cycle=cycle, node__public=True).exclude(state=AssetState.STOPPED)
    return dict(rows.order_by().values_list("kind").annotate(n=Count("pk")))


def waiting_assets(cycle: Cycle) -> QuerySet[Asset]:
    """Offers by visitors that somebody at the desk still has to welcome."""
    rows = Asset.objects.filter(node__cycle=cycle, node__public=False, state=AssetState.OFFERED)
    return rows.select_related("node__place", "node__cycle", "words").order_by("offered_on", "pk")


def own_data(person: int) -> list[dict[str, object]]:
    """What we keep of somebody who offers or asks."""
    offered = Asset.objects.filter(person=person).select_related("node", "words")
    asked = Match.objects.filter(asker=person).select_related("asset__node")
    found: list[dict[str, object]] = []
    for a in offered:
        found.append({"code": a.code, "title": a.title, "words": a.words.body if a.words else ""})
    for m in asked:
        found.append({"code": m.asset.code, "asked_for": m.need, "on": m.matched_on.isoformat()})
    return found
