"""The rules against the plans and the ballots they are for."""

from collections.abc import Iterator

from samenspel_methods.allocation.model import Election, Fault, VoteType
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.terms import NO_BALLOT

FORMATS = {
    "choose_1": VoteType.CHOOSE_ONE,
    "ordinal": VoteType.ORDINAL,
    "cumulative": VoteType.CUMULATIVE,
    "scoring": VoteType.SCORING,
}


def faults(reglement: Reglement, election: Election) -> Iterator[Fault]:
    """Contradictions between the rules and one election."""
    stated = reglement.ballots.format
    if stated not in NO_BALLOT and FORMATS.get(stated, VoteType.APPROVAL) is not election.vote_type:
        yield Fault("other_ballots", {"name": election.vote_type.value})
    if reglement.budget not in (None, election.budget):
        yield Fault("other_pot", {"budget": election.budget, "amount": reglement.budget})
    yield from _names(reglement, election)
    yield from _mandatory(reglement, election)
    yield from _channels(reglement, election)


def _names(reglement: Reglement, election: Election) -> Iterator[Fault]:
    projects = {project.id for project in election.projects}
    named = [*reglement.mandatory, *(name for group in reglement.exclusive for name in group)]
    yield from (Fault("rule_for_no_plan", {"project": name}) for name in dict.fromkeys(named) if name not in projects)
    used = {name for project in election.projects for name in project.categories}
    ballots = reglement.ballots
    limits = [limit for limit in (*ballots.picks_per_category, *ballots.cost_per_category) if limit.least]
    asked = [limit.name for limit in limits]
    asked += [cap.name for cap in reglement.caps if cap.floor and cap.division == "category"]
    places = {name for project in election.projects for name in project.areas}
    areas = [cap.name for cap in reglement.caps if cap.floor and cap.division == "area"]
    empty = [name for name in asked if name not in used] + [name for name in areas if name not in places]
    yield from (Fault("category_without_plans", {"name": name}) for name in dict.fromkeys(empty))


def _mandatory(reglement: Reglement, election: Election) -> Iterator[Fault]:
    cost = {project.id: project for project in election.projects}
    chosen = [cost[name] for name in dict.fromkeys(reglement.mandatory) if name in cost]
    total = sum(project.cost for project in chosen)
    if total > election.budget:
        yield Fault("mandatory_above_pot", {"total": total, "budget": election.budget})
    for cap in reglement.caps:
        inside = [p for p in chosen if cap.name in (p.areas if cap.division == "area" else p.categories)]
        total = sum(project.cost for project in inside)
        if cap.cap is not None and total > cap.cap:
            yield Fault("mandatory_above_cap", {"name": cap.name, "total": total, "cap": cap.cap})


def _channels(reglement: Reglement, election: Election) -> Iterator[Fault]:
    """A channel without ballots would keep its share of the outcome to itself."""
    used = {ballot.channel for ballot in election.ballots}
    weighed = reglement.shares
    if weighed and used:
        yield from (Fault("channel_without_weight", {"name": name}) for name in sorted(used - weighed.keys()))
        yield from (Fault("weight_without_ballots", {"name": name}) for name in weighed if name not in used)
