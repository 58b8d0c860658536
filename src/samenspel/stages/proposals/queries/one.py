"""One proposal: what it takes, what is known, where it comes from and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from samenspel.contracts.actor import Actor
from samenspel.contracts.agenda import Priority
from samenspel.kernel.action.registry import choices_for as choices
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.people.models import ContactPoint
from samenspel.stages.proposals import rules
from samenspel.stages.proposals.models import CostLine, Feasibility, Proposal
from samenspel.stages.proposals.states import Check, CostKind

# The buttons of a proposal's page, in the order in which people need them.
PAGES = {
    "proposals.proposal.hand_in_draft": "hand_in_draft",
    "proposals.proposal.decide": "decide",
    "proposals.proposal.tell_submitter": "tell",
    "proposals.proposal.weigh_provisionally": "weigh",
    "proposals.proposal.amend": "amend",
    "proposals.proposal.cost_line": "costs",
    "proposals.proposal.check": "check",
    "proposals.proposal.answer": "answer",
    "proposals.contact.name": "contact",
    "proposals.proposal.merge": "merge",
    "proposals.proposal.withdraw": "withdraw",
    "proposals.proposal.hide": "hide",
    "proposals.proposal.show": "show",
}


@dataclass(frozen=True, slots=True)
class Priorities:
    """What the neighbourhood asked for: (code, title) of the last edition of the agenda."""

    choices: tuple[tuple[str, str], ...] = ()
    themes: tuple[str, ...] = ()


def priorities(cycle: Cycle) -> Priorities:
    """The adopted priorities a proposal can answer, and their themes."""
    found = latest(Priority, cycle)
    return Priorities(tuple((p.code, p.title) for p in found), tuple(dict.fromkeys(p.theme for p in found if p.theme)))


def proposal(cycle: Cycle, code: str, actor: Actor) -> Proposal | None:
    """One proposal with its maker, its words and its contact, if this reader may see it. One query."""
    rows = Proposal.objects.filter(rules.visible_to(actor), node__cycle=cycle, node__code=code.upper())
    return _with_contact(rows.select_related("person", "party", "text")).first()


def _with_contact(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    contact = ContactPoint.objects.filter(code=OuterRef("node__code"))
    return rows.annotate(
        contact_name=Subquery(contact.values("person__name")[:1]),
        contact_reach=Subquery(contact.values("reach")[:1]),
        contact_stand_in=Subquery(contact.values(name=F("stand_in__name"))[:1]),
    )


def sees_weighing(actor: Actor, subject: Proposal) -> bool:
    """Whether there is a provisional weighing that this reader may see; the maker hears it first."""
    told = subject.told_first_on is not None or rules.may_see_held(actor, subject)
    return subject.weighed_on is not None and told


def cost_rows(proposal: Proposal) -> tuple[CostLine, ...]:
    """What a proposal takes, line by line."""
    return tuple(CostLine.objects.filter(proposal=proposal).order_by("pk"))


def totals(lines: Iterable[CostLine]) -> dict[str, int]:
    """What a proposal takes together, per kind; kinds it does not need are left out."""
    found: dict[str, int] = {}
    for line in lines:
        found[line.kind] = found.get(line.kind, 0) + line.amount
    return {kind.value: found[kind] for kind in CostKind if kind in found}


def feasibility(proposal: Proposal) -> tuple[Feasibility, ...]:
    """The ten checks in their order; what nobody looked at yet is unknown."""
    known = {row.check_name: row for row in Feasibility.objects.filter(proposal=proposal)}
    return tuple(known.get(check) or Feasibility(proposal=proposal, check_name=check) for check in Check)


@dataclass(frozen=True, slots=True)
class Links:
    """Where a proposal comes from and what came of it."""

    before: tuple[Edge, ...]
    after: tuple[Edge, ...]


def links(proposal: Proposal) -> Links:
    """The direct links of a proposal on the red thread, public ends only. One query."""
    here = proposal.node_id
    public = Q(target=here, source__public=True) | Q(source=here, target__public=True)
    edges = tuple(Edge.objects.filter(public).select_related("source", "target").order_by("pk"))
    return Links(tuple(e for e in edges if e.target_id == here), tuple(e for e in edges if e.source_id == here))


def sources_by_code(place: int, codes: Iterable[str]) -> dict[str, Node]:
    """The public things of a place with these codes."""
    return {n.code: n for n in Node.objects.filter(place=place, public=True, code__in=set(codes))}


def targets_by_code(cycle: Cycle, code: str) -> Proposal | None:
    """Another public proposal of the same round, to merge into."""
    return Proposal.objects.filter(node__cycle=cycle, node__public=True, node__code=code.strip().upper()).first()


def choices_for(actor: Actor, subject: Proposal) -> tuple[tuple[str, str], ...]:
    """What this reader can do now with a proposal: label and address."""
    return choices(actor, subject, PAGES, _fits)


def _fits(verb: str, subject: Proposal) -> bool:
    """Taking away and putting back exclude each other; an answer waits for the talk with the maker."""
    last = verb.rsplit(".", 1)[-1]
    if last in ("hide", "show"):
        return subject.hidden == (last == "show")
    return last != "decide" or subject.told_first_on is not None
