"""Reading connections, and what we keep of somebody."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet

from samenspel.contracts.actor import Actor, Role
from samenspel.instruments.offers import rules
from samenspel.instruments.offers.models import Asset, Match, MatchNote
from samenspel.instruments.offers.queries.assets import others_side
from samenspel.instruments.offers.states import OPEN_MATCHES, MatchState
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.access.queries import running

MOST_OTHERS = 50


def matches_of(asset: Asset) -> QuerySet[Match]:
    """What came of an offer or ask, for everybody: from when both said yes."""
    rows = Match.objects.filter(Q(asset=asset) | Q(answer=asset), state__in=rules.SEEN_MATCHES)
    return rows.select_related("party").order_by("-matched_on", "-pk")


def open_matches(asset: Asset, actor: Actor) -> list[Match]:
    """The connections of this asset that this actor has a part in: all for who placed it and the desk, else the own."""
    rows = Match.objects.filter(asset=asset, state__in=OPEN_MATCHES)
    if not rules.may_match(actor, asset):
        rows = rows.filter(asker=actor.person) if actor.person is not None else rows.none()
    notes = Prefetch("notes", MatchNote.objects.select_related("words"))
    return list(rows.select_related("party", "words", "asker").prefetch_related(notes).order_by("pk"))


def seekers(asset: Asset) -> list[tuple[int, str]]:
    """What could be on the other side of a new connection, to choose from."""
    return [(row.pk, f"{row.title} ({row.code})") for row in others_side(asset)[:MOST_OTHERS]]


def one_match(asset: Asset, pk: int, actor: Actor) -> Match | None:
    """One open connection, for who has a part in it."""
    return next((match for match in open_matches(asset, actor) if match.pk == pk), None)


def askers(assets: Iterable[int]) -> set[int]:
    """Everybody who asked for one of these, and for whom something came of it."""
    rows = Match.objects.filter(asset__in=list(assets), asker__isnull=False).exclude(state=MatchState.STOPPED)
    return set(rows.values_list("asker", flat=True))


def connectors_at(place: int) -> set[int]:
    """The people who bring offer and ask together at a place."""
    rows = Mandate.objects.filter(running(), place=place, role__in=rules.CONNECTORS)
    return set(rows.values_list("person", flat=True))


def speakers_of(party: int | None) -> set[int]:
    """The people who speak for a party."""
    if party is None:
        return set()
    rows = Mandate.objects.filter(running(), party=party, role=Role.REPRESENTATIVE)
    return set(rows.values_list("person", flat=True))


def own_data(person: int) -> list[dict[str, object]]:
    """What we keep of somebody who offers or asks."""
    offered = Asset.objects.filter(person=person).select_related("node", "words")
    asked = Match.objects.filter(asker=person).select_related("asset__node", "words")
    found: list[dict[str, object]] = []
    for a in offered:
        found.append({
            "code": a.code, "side": a.side, "title": a.title, "words": a.words.body if a.words else "",
            "where": a.where, "owner": a.owner_name, "price": a.price,
        })  # fmt: skip
    for m in asked:
        found.append({"code": m.asset.code, "asked_for": m.need, "on": m.matched_on.isoformat(), **_said(m)})
    return found


def _said(match: Match) -> dict[str, object]:
    """What the asker wrote with it, and what came of it."""
    return {"words": match.words.body if match.words else "", "outcome": match.outcome, "state": match.state}
