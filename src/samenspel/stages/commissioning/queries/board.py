"""What stands in the room: joint plans first, then rounds."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import queries as ballots
from samenspel.instruments.ballots.models import BallotBox, KeyHolder
from samenspel.kernel.action import BadInput, NotThere
from samenspel.kernel.action.prepared import prepared
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import node_by_code
from samenspel.kernel.people.models import Membership
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.models import Call, CallOption, JointPlan, Partner
from samenspel.stages.commissioning.states import Answer, CallState, PlanState, Route

ON_THE_INDEX = 50


@dataclass(frozen=True, slots=True)
class Board:
    """The index page."""

    plans: list[JointPlan]
    calls: list[Call]
    editions: list[Edition]

    @property
    def empty(self) -> bool:
        """Whether nothing was started yet."""
        return not self.plans and not self.calls

    @property
    def voting(self) -> list[Call]:
        """Votes that are open now."""
        return [call for call in self.calls if call.state == CallState.OPEN and call.box_id]


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far the partners are with saying yes."""

    partners: tuple[Partner, ...]
    silent: tuple[str, ...]
    objecting: tuple[str, ...]
    worried: tuple[str, ...]

    @property
    def carried(self) -> bool:
        """Everybody answered and no objection is left."""
        return bool(self.partners) and not self.silent and not self.objecting


def _calls(cycle: Cycle, actor: Actor) -> QuerySet[Call]:
    found = Call.objects.filter(rules.calls_visible_to(actor), node__cycle=cycle)
    return found.select_related("node__place", "node__cycle", "box")


def calls(cycle: Cycle, actor: Actor) -> QuerySet[Call]:
    """The rounds of a cycle, newest first."""
    return _calls(cycle, actor).annotate(
        offered=Count("options", distinct=True),
        funded=Count("options", filter=Q(options__result__outcome="funded"), distinct=True),
    ).order_by("-node__at", "-pk")  # fmt: skip


def voting_in(cycles: Iterable[Cycle]) -> QuerySet[Call]:
    """The public rounds of money of some cycles that have a ballot box; one query."""
    found = Call.objects.filter(node__cycle__in=list(cycles), node__public=True, box__isnull=False)
    return found.select_related("node__place", "node__cycle").order_by("opens_at", "pk")


def standing(cycle: Cycle) -> QuerySet[Call]:
    """The votes of a round in which somebody can vote now; only then does home say so."""
    return Call.objects.filter(node__cycle=cycle, state=CallState.OPEN, box__isnull=False)


def on_ballots(codes: Iterable[str]) -> tuple[CallOption, ...]:
    """Plans of public votes by their codes, each with its vote and with what the count says; one query."""
    found = CallOption.objects.filter(node__code__in=list(codes), call__node__public=True)
    return tuple(found.select_related("call__node__place", "call__node__cycle", "result").order_by("pk"))


def last_votes(place: int) -> tuple[Call, ...]:
    """The public votes of a place, the newest first, with how many plans got money; one query."""
    found = Call.objects.filter(node__place=place, node__public=True, route=Route.VOTE)
    funded = Count("options", filter=Q(options__result__outcome="funded"))
    rows = found.select_related("node__place", "node__cycle").annotate(funded=funded)
    return tuple(rows.order_by("-closes_at", "-pk"))


def plans(cycle: Cycle, actor: Actor) -> QuerySet[JointPlan]:
    """The joint plans of a cycle: what is running first, what was stopped last."""
    found = JointPlan.objects.filter(rules.plans_visible_to(actor), node__cycle=cycle)
    return found.select_related("node__place", "node__cycle").prefetch_related("partners").order_by("-node__at", "-pk")


def board(cycle: Cycle, actor: Actor) -> Board:
    """What a visitor of the room finds."""
    order = {PlanState.RUNNING: 0, PlanState.CARRIED: 1, PlanState.ASKED: 2, PlanState.DRAFT: 3, PlanState.DONE: 4}
    found = sorted(plans(cycle, actor)[:ON_THE_INDEX], key=lambda plan: order.get(PlanState(plan.state), 5))
    return Board(found, list(calls(cycle, actor)[:ON_THE_INDEX]), list(editions_of(cycle, "commissioning")[:5]))


def call(cycle: Cycle, actor: Actor, code: str) -> Call:
    """One round, or a clear answer that it is not there."""
    rows = Call.objects.filter(rules.calls_visible_to(actor), node__cycle=cycle, node__code=code)
    found = next(iter(rows.select_related("node", "box").order_by()), None)
    if found is None:
        raise NotThere()
    found.node.cycle, found.node.place = cycle, cycle.place  # known already
    return found


def held(cycle: Cycle, actor: Actor, code: str) -> tuple[Call, KeyHolder]:
    """The vote of which this person holds a part of the key, also while it is being prepared, and that part's row."""
    rows = Call.objects.filter(node__cycle=cycle, node__code=code).select_related("node__place", "node__cycle", "box")
    mine = KeyHolder.objects.filter(subject=code, person=actor.person, person__isnull=False).first()
    found = rows.first() if mine else None
    if found is None or mine is None:
        raise NotThere()
    return found, mine


def holders_shown(call: Call, actor: Actor) -> list[KeyHolder]:
    """Who holds the key of a vote: for who may open it, and for the holders themselves."""
    if call.route != Route.VOTE or call.source or actor.person is None:
        return []
    found = ballots.holders(call.code)
    mine = any(holder.person_id == actor.person for holder in found)
    return found if mine or rules.may_open(actor, call) or rules.may_count(actor, call) else []


def part_waits(holder: KeyHolder) -> bool:
    """Whether another holder of the same key handed in a part."""
    return any(other.handed for other in ballots.holders(holder.subject) if other.pk != holder.pk)


def open_box(cycle: Cycle, code: str) -> BallotBox | None:
    """The box of a public vote that is open now: all that casting needs, while sixteen people vote at once."""
    return next((call.box for call in _open(cycle.pk, code)), None)


@prepared
def _open(cycle: int, code: str) -> QuerySet[Call]:
    rows = Call.objects.filter(node__public=True, node__cycle=cycle, node__code=code, state=CallState.OPEN)
    return rows.select_related("box").only("box").order_by()


def option(cycle: Cycle, actor: Actor, code: str) -> CallOption:
    """One plan on a ballot paper."""
    found = CallOption.objects.filter(rules.options_visible_to(actor), node__cycle=cycle, node__code=code)
    row = found.select_related("node__place", "node__cycle", "call__node__place", "call__node__cycle", "result").first()
    if row is None:
        raise NotThere()
    return row


def joint_plan(cycle: Cycle, actor: Actor, code: str) -> JointPlan:
    """One joint plan with its partners and what they said."""
    partners = Prefetch("partners", Partner.objects.select_related("party__place", "consent").order_by("pk"))
    rows = JointPlan.objects.filter(rules.plans_visible_to(actor), node__cycle=cycle, node__code=code)
    found = rows.select_related("node__place", "node__cycle", "convener__place").prefetch_related(partners).first()
    if found is None:
        raise NotThere()
    return found


def readiness(partners: Iterable[Partner]) -> Readiness:
    """Who did not answer, who objects and who has a worry."""
    rows = tuple(partners)
    said = {row.pk: getattr(getattr(row, "consent", None), "answer", "") for row in rows}

    def named(wanted: str) -> tuple[str, ...]:
        return tuple(row.party.name for row in rows if said[row.pk] == wanted)

    return Readiness(rows, named(""), named(Answer.OBJECTION), named(Answer.WORRY))


def voices_of(parties: Iterable[int]) -> list[int]:
    """The people who speak for some parties (primary keys)."""
    rows = Membership.objects.filter(party__in=list(parties), until__isnull=True, speaks_for=True)
    return sorted(set(rows.values_list("person_id", flat=True)))


def node_named(code: str) -> Node:
    """The public thing with a code that somebody typed, or a clear answer that we do not know it."""
    node = node_by_code(code.strip().upper())
    if node is None:
        words = _("De code %(code)s kennen wij niet. Er is niets bewaard. Kijk hem na, of laat het vak leeg.")
        raise BadInput(words % {"code": code[:20]})
    return node
