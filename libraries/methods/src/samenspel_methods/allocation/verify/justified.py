"""EJR+ up to one project: no group of voters that agrees on a project can claim it with their part of the budget."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from samenspel_methods.allocation.model import Election, VoteType
from samenspel_methods.allocation.verify.table import Ints
from samenspel_methods.allocation.verify.words import Problem

KINDS = (VoteType.APPROVAL, VoteType.CHOOSE_ONE)


def unjustified(election: Election, winners: Collection[str]) -> tuple[Problem, ...]:
    """The losing projects whose supporters are treated unfairly (approval ballots, utility in cents); empty is fair.

    For a losing project take the g supporters who have least in funded picks, all with equally much together. Their
    part of the budget is g * budget / voters. It is unfair when that part pays for the project, and none of them has so
    much that the project would lift them above that part. Source: Brill and Peters, "Robust and Verifiable
    Proportionality Axioms", EC 2023. Raises ValueError for ballots with points or ranks.
    """
    if election.vote_type not in KINDS:
        raise ValueError("EJR+ is defined here for approval ballots")
    voters, budget, funded = election.voters, election.budget, set(winners)
    if (budget + 1) * max(voters, 1) > 1 << 62:
        raise ValueError("amounts this large do not fit")
    cost = {project.id: project.cost for project in election.projects}
    holds = np.array([sum(cost[pick] for pick in b.picks if pick in funded) for b in election.ballots], np.int64)
    count = np.array([ballot.count for ballot in election.ballots], np.int64)
    supporters: dict[str, list[int]] = {project.id: [] for project in election.projects if project.id not in funded}
    for at, ballot in enumerate(election.ballots):
        for pick in ballot.picks:
            if pick in supporters:
                supporters[pick].append(at)
    found = []
    for name, who in sorted(supporters.items()):
        if who and 0 < cost[name] <= budget and (group := _claim(holds[who], count[who], cost[name], budget, voters)):
            found.append(Problem("unjustified", {"project": name, "voters": group, "cost": cost[name]}))
    return tuple(found)


def _claim(holds: Ints, count: Ints, cost: int, budget: int, voters: int) -> int:
    """The size of the smallest group with a claim; 0 when there is none."""
    most, place = np.unique(holds, return_inverse=True)
    group = np.cumsum(np.bincount(place, count, len(most)).astype(np.int64))
    part = group * budget  # times voters
    claims = (part >= cost * voters) & ((most + cost) * voters <= part)
    return int(group[int(np.argmax(claims))]) if claims.any() else 0
