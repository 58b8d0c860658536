"""What one ballot may hold: a ballot that keeps all limits must exist."""

from collections.abc import Iterator

from samenspel_methods.allocation.model import Fault
from samenspel_methods.allocation.reglement.checks import lists
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.terms import NO_BALLOT, POINTS


def faults(reglement: Reglement) -> Iterator[Fault]:
    """Contradictions about ballots."""
    yield from _picks(reglement)
    yield from _format(reglement)
    yield from _money(reglement)
    yield from _points(reglement)
    for limits in (reglement.ballots.picks_per_category, reglement.ballots.cost_per_category):
        yield from lists.twice(limit.name for limit in limits)
        yield from lists.unknown((limit.name for limit in limits), reglement.categories, "unknown_category")
        yield from lists.upside_down(limits)
    yield from _per_category(reglement)


def _picks(reglement: Reglement) -> Iterator[Fault]:
    ballots = reglement.ballots
    if ballots.max_picks == 0:
        yield Fault("no_picks_allowed")
    elif ballots.max_picks is not None and ballots.min_picks > ballots.max_picks:
        yield Fault("min_above_max")
    if ballots.format == "choose_1" and (ballots.min_picks > 1 or ballots.max_picks not in (None, 1)):
        yield Fault("choose_one_is_one")


def _format(reglement: Reglement) -> Iterator[Fault]:
    ballots, still_open = reglement.ballots, reglement.open_fields
    limits = ballots.picks_per_category or ballots.cost_per_category or ballots.min_cost or ballots.min_picks
    if ballots.format == "none" and (limits or ballots.max_picks is not None or ballots.max_cost is not None):
        yield Fault("limits_without_ballot")
    if ballots.format == "knapsack" and ballots.max_cost is None and "ballots.max_cost" not in still_open:
        yield Fault("knapsack_without_cap")
    if ballots.format not in {"knapsack"} | NO_BALLOT and ballots.max_cost is not None:
        yield Fault("cap_without_knapsack")
    sum_missing = ballots.max_sum_points is None and "ballots.max_sum_points" not in still_open
    if ballots.format == "cumulative" and sum_missing:
        yield Fault("cumulative_without_sum")


def _money(reglement: Reglement) -> Iterator[Fault]:
    ballots, cheapest = reglement.ballots, reglement.entry.min_cost
    most = ballots.max_cost
    if most is not None and ballots.min_cost > most:
        yield Fault("cost_upside_down", {"cost": ballots.min_cost, "limit": most})
    if most is not None and most < max(1, cheapest):
        yield Fault("no_plan_on_ballot", {"limit": most, "cheapest": cheapest})
    elif most is not None and ballots.min_picks * cheapest > most:
        yield Fault("minimum_not_payable")
    for limit in ballots.cost_per_category:
        if limit.most is not None and limit.most < cheapest:
            yield Fault("no_plan_in_category", {"name": limit.name, "limit": limit.most, "cheapest": cheapest})
    least = sum(limit.least for limit in ballots.cost_per_category)
    if most is not None and least > most:
        yield Fault("categories_too_dear", {"total": least, "limit": most})


def _per_category(reglement: Reglement) -> Iterator[Fault]:
    """A plan is taken to have one theme here, as on nearly every ballot."""
    ballots = reglement.ballots
    limits = ballots.picks_per_category
    least = sum(limit.least for limit in limits)
    if ballots.max_picks is not None and least > ballots.max_picks:
        yield Fault("categories_ask_too_much", {"least": least, "most": ballots.max_picks})
    if reglement.categories and {limit.name for limit in limits} >= set(reglement.categories):
        most = [limit.most for limit in limits if limit.most is not None]
        if len(most) == len(limits) and sum(most) < ballots.min_picks:
            yield Fault("categories_allow_too_little", {"most": sum(most), "least": ballots.min_picks})


def _points(reglement: Reglement) -> Iterator[Fault]:
    ballots = reglement.ballots
    stated = ballots.min_points or ballots.min_sum_points or ballots.max_points is not None
    if ballots.format not in POINTS:
        if stated or ballots.max_sum_points is not None:
            yield Fault("points_without_points_ballot")
        return
    per_pick, together = ballots.max_points, ballots.max_sum_points
    if 0 in (per_pick, together):
        yield Fault("no_points_allowed")
    if per_pick is not None and ballots.min_points > per_pick:
        yield Fault("points_upside_down")
    if together is not None and max(ballots.min_sum_points, ballots.min_points) > together:
        yield Fault("sum_points_upside_down")
    elif together is not None and ballots.min_picks * max(1, ballots.min_points) > together:
        yield Fault("points_not_enough", {"least": ballots.min_picks * max(1, ballots.min_points), "most": together})
    if per_pick is not None and ballots.max_picks is not None and per_pick * ballots.max_picks < ballots.min_sum_points:
        reach = per_pick * ballots.max_picks
        yield Fault("points_out_of_reach", {"most": reach, "least": ballots.min_sum_points})
