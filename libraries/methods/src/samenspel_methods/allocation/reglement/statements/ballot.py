"""How people vote."""

from collections.abc import Iterator, Mapping

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.parts import Ballots

Statements = Iterator[tuple[str, Mapping[str, object]]]


def statements(reglement: Reglement) -> Statements:
    """The ballot and its limits."""
    ballots = reglement.ballots
    yield f"format_{ballots.format}", {}
    yield from _picks(ballots, not {"ballots", "ballots.max_picks"} & reglement.open_fields)
    yield from _cost(ballots)
    yield from _points(ballots)


def _picks(ballots: Ballots, settled: bool) -> Statements:
    least, most = ballots.min_picks, ballots.max_picks
    if ballots.format in {"choose_1", "none"}:
        return
    if most is not None and least == most:
        yield "picks_exactly" if most != 1 else "picks_exactly_one", {"most": most}
        return
    if least:
        yield "picks_least" if least != 1 else "picks_least_one", {"least": least}
    if most is not None:
        yield "picks_most" if most != 1 else "picks_most_one", {"most": most}
    elif ballots.format == "approval" and settled:
        yield "picks_free", {}


def _cost(ballots: Ballots) -> Statements:
    if ballots.max_cost is not None:
        yield "ballot_max_cost", {"cost": ballots.max_cost}
    if ballots.min_cost:
        yield "ballot_min_cost", {"cost": ballots.min_cost}
    for limit in ballots.cost_per_category:
        if limit.most is not None:
            yield "category_max_cost", {"name": limit.name, "limit": limit.most}
        if limit.least:
            yield "category_min_cost", {"name": limit.name, "limit": limit.least}
    for limit in ballots.picks_per_category:
        if limit.most is not None:
            yield "category_max_picks", {"name": limit.name, "most": limit.most}
        if limit.least:
            yield "category_min_picks", {"name": limit.name, "least": limit.least}


def _points(ballots: Ballots) -> Statements:
    if ballots.max_sum_points is not None:
        yield "points_together", {"most": ballots.max_sum_points}
    if ballots.min_sum_points:
        yield "points_together_least", {"least": ballots.min_sum_points}
    if ballots.max_points is not None:
        yield "points_per_plan", {"most": ballots.max_points}
    if ballots.min_points:
        yield "points_per_plan_least", {"least": ballots.min_points}
