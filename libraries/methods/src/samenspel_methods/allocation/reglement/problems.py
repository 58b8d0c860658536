"""What is wrong with one ballot. Checked when it is cast; never repaired at the count."""

from collections.abc import Iterable, Iterator, Sequence

from samenspel_methods.allocation.model import Fault, Project
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.parts import Ballots
from samenspel_methods.allocation.reglement.terms import POINTS


def problems(
    reglement: Reglement, picks: Sequence[str], projects: Iterable[Project], points: Sequence[int] = ()
) -> tuple[Fault, ...]:
    """Every fault of a ballot, by code; `sentence` says it to the voter. `points`: one number per pick."""
    known = {project.id: project for project in projects}
    found = [Fault("unknown_pick", {"project": pick}) for pick in dict.fromkeys(picks) if pick not in known]
    twice = sorted({pick for pick in picks if picks.count(pick) > 1})
    found += [Fault("pick_twice", {"project": pick}) for pick in twice]
    chosen = [known[pick] for pick in dict.fromkeys(picks) if pick in known]
    found += _number(reglement.ballots, len(chosen))
    found += _cost(reglement.ballots, chosen)
    found += _categories(reglement.ballots, chosen)
    return tuple(found) + tuple(_points(reglement.ballots, picks, points))


def _number(ballots: Ballots, count: int) -> Iterator[Fault]:
    most = 1 if ballots.format == "choose_1" else ballots.max_picks
    if count < ballots.min_picks:
        yield Fault("too_few_picks", {"count": count, "least": ballots.min_picks})
    if most is not None and count > most:
        yield Fault("too_many_picks", {"count": count, "most": most})


def _cost(ballots: Ballots, chosen: Sequence[Project]) -> Iterator[Fault]:
    cost = sum(project.cost for project in chosen)
    if ballots.max_cost is not None and cost > ballots.max_cost:
        yield Fault("picks_too_dear", {"cost": cost, "limit": ballots.max_cost})
    if cost < ballots.min_cost:
        yield Fault("picks_too_cheap", {"cost": cost, "limit": ballots.min_cost})


def _categories(ballots: Ballots, chosen: Sequence[Project]) -> Iterator[Fault]:
    for limit in ballots.cost_per_category:
        cost = sum(project.cost for project in chosen if limit.name in project.categories)
        if limit.most is not None and cost > limit.most:
            yield Fault("category_too_dear", {"category": limit.name, "cost": cost, "limit": limit.most})
        if cost < limit.least:
            yield Fault("category_too_cheap", {"category": limit.name, "cost": cost, "limit": limit.least})
    for limit in ballots.picks_per_category:
        count = sum(limit.name in project.categories for project in chosen)
        if limit.most is not None and count > limit.most:
            yield Fault("category_too_many", {"category": limit.name, "count": count, "most": limit.most})
        if count < limit.least:
            yield Fault("category_too_few", {"category": limit.name, "count": count, "least": limit.least})


def _points(ballots: Ballots, picks: Sequence[str], points: Sequence[int]) -> Iterator[Fault]:
    if ballots.format not in POINTS:
        if points:
            yield Fault("no_points_here")
        return
    if len(points) != len(picks):
        yield Fault("points_missing")
        return
    for pick, given in zip(picks, points, strict=True):
        if given < ballots.min_points:
            yield Fault("pick_too_few_points", {"project": pick, "count": given, "least": ballots.min_points})
        if ballots.max_points is not None and given > ballots.max_points:
            yield Fault("pick_too_many_points", {"project": pick, "count": given, "most": ballots.max_points})
    if sum(points) < ballots.min_sum_points:
        yield Fault("too_few_points", {"count": sum(points), "least": ballots.min_sum_points})
    if ballots.max_sum_points is not None and sum(points) > ballots.max_sum_points:
        yield Fault("too_many_points", {"count": sum(points), "most": ballots.max_sum_points})
