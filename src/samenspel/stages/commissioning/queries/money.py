"""Awards and the money of rounds."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from samenspel.contracts.actor import Actor
from samenspel.kernel.access.interests import LASTS, of_parties_of
from samenspel.kernel.action import NotThere
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.lineage.giving import giver
from samenspel.kernel.lineage.models import Edge
from samenspel.kernel.lineage.queries import links_of
from samenspel.kernel.money.models import Transaction
from samenspel.kernel.money.queries import transactions_for
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.names import name_key
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.models import Award, CallOption, JointPlan
from samenspel.stages.commissioning.states import AwardState


@dataclass(frozen=True, slots=True)
class AwardPage:
    """An award with its bookings and what it is linked to."""

    award: Award
    transactions: list[Transaction]
    before: list[Edge]
    after: list[Edge]


def awards(cycle: Cycle, actor: Actor) -> QuerySet[Award]:
    """Who got money in a cycle, newest first."""
    found = Award.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    related = ("node__place", "node__cycle", "party__place", "call__node", "option__node", "joint_plan__node")
    return found.select_related(*related).order_by("-given_on", "-pk")


def award(cycle: Cycle, actor: Actor, code: str) -> Award:
    """One award."""
    found = awards(cycle, actor).filter(node__code=code).first()
    if found is None:
        raise NotThere()
    return found


def award_page(cycle: Cycle, actor: Actor, code: str) -> AwardPage:
    """One award, its bookings, and the thread to it and from it."""
    row = award(cycle, actor, code)
    before, after = links_of(row.node)
    return AwardPage(row, list(transactions_for(row.node)), before, after)


@giver("award")
def giver_of(node: int) -> int | None:
    """The party that got this money, and so says what it did with it."""
    return Award.objects.filter(node=node).values_list("party", flat=True).first()


def decided(what: CallOption | JointPlan, person: int | None) -> bool:
    """Whether this person decided about a plan, its round, or what it comes from directly."""
    codes = Edge.objects.filter(target=what.node).values_list("source__code", flat=True)
    about = Entry.objects.filter(person=person or 0, subject__in=[what.code, *codes])
    return about.filter(Q(verb__endswith=".decide") | Q(verb__endswith=".conclude")).exists()


def interested(person: int | None, parties: Iterable[int]) -> bool:
    """Whether somebody stands behind one of these parties or speaks for it, or did in the past year."""
    mine = of_parties_of(person or 0, "pk", today() - LASTS)
    return Party.objects.filter(mine, pk__in=parties).exists()


def names_a_party(place: int, name: str) -> bool:
    """Whether a typed name is, to whoever reads it, the name of a party of this place."""
    return Party.objects.filter(place=place, name_key=name_key(name)).exists()


def money(cycle: Cycle) -> int:
    """Cents given in a cycle, without what was withdrawn."""
    standing = Award.objects.filter(node__cycle=cycle).exclude(state=AwardState.WITHDRAWN)
    return int(standing.aggregate(total=Sum("cents"))["total"] or 0)
