"""Reading offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Case, Count, F, Q, QuerySet, When

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import rules
from samenspel.instruments.offers.models import FRESH, Asset
from samenspel.instruments.offers.states import SPACE, WORK, AssetKind, AssetState, Side
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.journal.clock import today

GROUPS: dict[str, tuple[str, ...]] = {"ruimte": SPACE, "werk": WORK}
GONE = (AssetState.STOPPED, AssetState.RESTING)
PATIENCE, EARLY, LATE = timedelta(days=30), timedelta(days=90), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for in the list; everything empty is the whole list."""

    side: str = ""
    kind: str = ""  # one kind, or the name of a group: ruimte, werk
    area: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that fit."""
        return GROUPS.get(self.kind) or ((self.kind,) if self.kind in AssetKind.values else ())


def _standing() -> Q:
    """What one can count on today: not stopped, not asleep, not past its last day."""
    return ~Q(state__in=GONE) & (Q(until=None) | Q(until__gte=today()))


def assets_of(cycle: Cycle, actor: Actor, wanted: Wanted | None = None) -> QuerySet[Asset]:
    """The offers and asks of a round that this actor may see, newest first."""
    rows = Asset.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    want = wanted or Wanted()
    rows = rows.filter(side=want.side) if want.side in Side.values else rows
    rows = rows.filter(kind__in=want.kinds) if want.kinds else rows
    rows = rows.filter(area__slug=want.area) if want.area else rows
    related = ("node__place", "node__cycle", "words", "party", "area")
    times = Count("matches", filter=Q(matches__state__in=rules.SEEN_MATCHES))
    return rows.select_related(*related).annotate(times=times).order_by("-offered_on", "-pk")


def standing(cycle: Cycle, actor: Actor, wanted: Wanted | None = None) -> QuerySet[Asset]:
    """What one can count on, and what is looked for, today."""
    return assets_of(cycle, actor, wanted).filter(_standing())


def standing_assets(cycle: Cycle, actor: Actor, kind: str = "") -> QuerySet[Asset]:
    """What one can count on now: everything that is offered and did not stop."""
    return standing(cycle, actor, Wanted(Side.OFFER, kind))


def ending_soon(cycle: Cycle, actor: Actor) -> QuerySet[Asset]:
    """Spaces that end within three months, the first to end first."""
    rows = standing(cycle, actor, Wanted(kind="ruimte")).filter(until__lte=today() + EARLY)
    return rows.order_by("until", "pk")


def others_side(asset: Asset) -> QuerySet[Asset]:
    """What could fit: the asks to an offer, the offers to an ask; of the same kind first."""
    side = Side.OFFER if asset.is_ask else Side.ASK
    rows = Asset.objects.filter(_standing(), node__cycle=asset.node.cycle_id, node__public=True, side=side)
    same = Q(kind=asset.kind)
    return rows.select_related("node__place", "node__cycle", "party").order_by(
        Case(When(same, then=0), default=1), "-offered_on", "-pk"
    )


def counts_by_area(cycle: Cycle, wanted: Wanted) -> dict[int, int]:
    """How many there are in each piece of the neighbourhood, with the same choice of side and kind."""
    rows = assets_of(cycle, Actor(), Wanted(wanted.side, wanted.kind)).filter(_standing(), area__isnull=False)
    return dict(rows.order_by().values_list("area").annotate(n=Count("pk", distinct=True)))


def asset_by_code(cycle: Cycle, code: str, actor: Actor) -> Asset | None:
    """One offer, if this actor may see it."""
    return assets_of(cycle, actor).filter(node__code=code).first()


def offered_before(cycle: Cycle, code: str) -> Asset | None:
    """What came of a form that is sent twice: whoever sent it gets the same receipt again."""
    rows = Asset.objects.filter(node__cycle=cycle, node__code=code)
    return rows.select_related("node__place", "node__cycle").first() if code else None


def counts_by_kind(cycle: Cycle) -> dict[str, int]:
    """How many public offers there are of each kind."""
    rows = Asset.objects.filter(_standing(), node__cycle=cycle, node__public=True, side=Side.OFFER)
    return dict(rows.order_by().values_list("kind").annotate(n=Count("pk")))


def waiting_assets(cycle: Cycle) -> QuerySet[Asset]:
    """Offers by visitors that somebody at the desk still has to welcome."""
    rows = Asset.objects.filter(node__cycle=cycle, node__public=False, state=AssetState.OFFERED)
    return rows.select_related("node__place", "node__cycle", "words").order_by("offered_on", "pk")


def _looked_after() -> QuerySet[Asset]:
    """What the daily work looks at: everything that stands in a round that runs, anywhere on this site."""
    rows = Asset.objects.filter(node__public=True, node__cycle__state=CycleState.OPEN).exclude(state__in=GONE)
    return rows.select_related("node__place", "node__cycle").order_by("pk")


def to_ask_again() -> list[Asset]:
    """Of what nobody said for half a year that it is still so."""
    return list(_looked_after().filter(_standing(), checked_on__lt=today() - FRESH, asked_on=None))


def to_rest() -> list[Asset]:
    """What was asked about a month ago, without an answer."""
    return list(_looked_after().filter(_standing(), asked_on__lt=today() - PATIENCE))


def to_end() -> list[Asset]:
    """What is past its last day."""
    return list(_looked_after().filter(until__lt=today()))


def to_warn() -> list[Asset]:
    """Spaces that end within three months, and again within one month."""
    soon = Q(until__lte=today() + EARLY, warned_on=None)
    very_soon = Q(until__lte=today() + LATE, warned_on__lt=F("until") - LATE)
    return list(_looked_after().filter(_standing(), soon | very_soon, kind__in=SPACE))
