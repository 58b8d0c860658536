"""Getting ready to count: the arrays, what may not win together, and how the share rises."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor, lcm

from samenspel_methods.allocation.completion import Rise
from samenspel_methods.allocation.entry import Field, group, weights
from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.limits import Cap, Limits
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.profiles import Profile, profile
from samenspel_methods.allocation.reglement import Reglement
from samenspel_methods.allocation.shares import Play
from samenspel_methods.allocation.walks import Walk

CURRENCY = 100  # cents in a unit of currency


def arrays(election: Election, reglement: Reglement, entered: Field, seed: str | None) -> Profile:
    p = profile(
        election, projects=entered.projects, weights=weights(election, reglement), tie=reglement.tie.order, seed=seed
    )
    return p if not reglement.boosts else boosted(p, reglement)


BOOSTABLE = frozenset({"greedy_skip", "greedy_no_skip", "greedy_80", "score_per_cost", "dhondt_by_theme"})


def boosted(p: Profile, reglement: Reglement) -> Profile:
    if reglement.rule not in BOOSTABLE:
        raise AllocationError("boosts_not_with_rule")
    factors = [max((b.factor for b in reglement.boosts if cost <= b.max_cost), default=Fraction(1)) for cost in p.cost]
    whole = lcm(*(factor.denominator for factor in factors))
    scores = tuple(int(s * f * whole) for s, f in zip(p.score, factors, strict=True))
    return replace(p, score=scores, scale=p.scale * whole, people=p.people * whole)


def start(election: Election, reglement: Reglement, entered: Field, p: Profile) -> Walk:
    p = replace(p, budget=entered.left)
    return Walk(p, _limits(election, reglement, entered).room(), entered.left)


def _limits(election: Election, reglement: Reglement, entered: Field) -> Limits:
    """Caps and exclusions over the projects that take part; what was granted beforehand counts for the caps."""
    number = {project.id: at for at, project in enumerate(entered.projects)}
    granted = [project for project in election.projects if project.id in {win.project for win in entered.wins}]
    caps = []
    for cap in reglement.caps:
        if cap.cap is not None:
            used = sum(granted[at].cost for at in group(granted, cap.division, cap.name))
            members = frozenset(group(entered.projects, cap.division, cap.name))
            caps.append(Cap(cap.name, members, cap.cap - used))
    sets = [frozenset(number[name] for name in rivals if name in number) for rivals in reglement.exclusive]
    return Limits(tuple(caps), tuple(rivals for rivals in sets if len(rivals) > 1))


def play_of(walk: Walk, reglement: Reglement) -> tuple[Play, Rise]:
    if any(cap.floor for cap in reglement.caps):
        raise AllocationError("floors_not_with_shares")
    first = walk.profile.share
    if reglement.start == "floor":
        first = Fraction(floor(first / CURRENCY) * CURRENCY)
    play = Play(walk.profile, "cost" if reglement.utility == "cost" else "score", walk.room.limits)
    return play, Rise(first, reglement.step, reglement.completion)
