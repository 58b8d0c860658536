"""Who decides, who votes, and which plans take part."""

from collections.abc import Iterator

from samenspel_methods.allocation.model import Fault
from samenspel_methods.allocation.reglement.model import Reglement


def faults(reglement: Reglement) -> Iterator[Fault]:
    """Contradictions about people and plans."""
    yield from _decides(reglement)
    yield from _ages(reglement)
    yield from _entry(reglement)


def _decides(reglement: Reglement) -> Iterator[Fault]:
    counted, ballot = reglement.rule != "none", reglement.ballots.format != "none"
    if reglement.decided_by == "vote" and not counted:
        yield Fault("vote_without_count")
    if reglement.decided_by != "vote" and counted:
        yield Fault("count_without_vote")
    if counted and not ballot:
        yield Fault("count_without_ballot")
    if ballot and not counted:
        yield Fault("ballot_without_count")


def _ages(reglement: Reglement) -> Iterator[Fault]:
    who = reglement.eligibility
    if who.min_age is not None and who.max_age is not None and who.min_age > who.max_age:
        yield Fault("ages_upside_down", {"least": who.min_age, "most": who.max_age})
    if who.consent_under is not None and who.consent_under <= (who.min_age or 0):
        yield Fault("consent_for_nobody", {"age": who.consent_under})


def _entry(reglement: Reglement) -> Iterator[Fault]:
    entry, picks = reglement.entry, reglement.ballots.min_picks
    if entry.max_cost is not None and entry.min_cost > entry.max_cost:
        yield Fault("plan_cost_upside_down", {"cheapest": entry.min_cost, "cost": entry.max_cost})
    if reglement.budget is not None and entry.min_cost > reglement.budget:
        yield Fault("no_plan_fits", {"cheapest": entry.min_cost, "budget": reglement.budget})
    if entry.most_plans is not None and entry.most_plans < max(1, picks):
        yield Fault("ballot_too_short", {"most": entry.most_plans, "least": max(1, picks)})
    if entry.most_per_applicant == 0:
        yield Fault("nobody_may_submit")
