"""A reason for every project, from the outcome and the ballots."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from samenspel_methods.allocation.model import Election, tally
from samenspel_methods.allocation.reasons.model import Reason
from samenspel_methods.allocation.reasons.purses import Purses
from samenspel_methods.allocation.result import Refusal, Result, Win

# Refusals for want of money that is left in the pot.
POT = frozenset({"does_not_fit", "stopped"})
Value = int | str | Fraction


def reasons(election: Election, result: Result, weights: Mapping[str, Fraction] | None = None) -> tuple[Reason, ...]:
    """Winners in the order of the count, then the others by id. `weights`: what a ballot of a channel weighs."""
    losers = frozenset(refusal.project for refusal in result.refusals)
    rivals = Purses(election, result).rivals(losers, weights or {}) if result.share is not None else {}
    cost = {project.id: project.cost for project in election.projects}
    votes = tally(election)[1]
    lost_to: dict[str, list[str]] = {}
    for win in result.wins:
        for name in win.tied:
            lost_to.setdefault(name, []).append(win.project)
    found = [_winner(at, win, result) for at, win in enumerate(result.wins, start=1)]
    for refusal in sorted(result.refusals, key=lambda why: why.project):
        name = refusal.project
        params = _params(refusal, cost[name], votes[name])
        tied = tuple(lost_to.get(name, ()))
        found.append(Reason(name, refusal.code, params, tuple(rivals.get(name, ())), tied))
    return tuple(found)


def _winner(at: int, win: Win, result: Result) -> Reason:
    params: dict[str, Value] = {"round": at, "cost": win.cost, "votes": win.votes, "left": win.left}
    if win.how == "shares" and win.price is not None:
        point = win.price * (win.cost if result.utility == "cost" else 1)
        params["effective"] = win.cost / point
        params["most"] = max((paid.each for paid in win.payments), default=point)
        params["payers"] = sum((paid.voters for paid in win.payments if paid.each), Fraction(0))
    if win.how == "phragmen" and win.price is not None:
        params["load"] = win.price
    if win.how == "reserve":
        params["short"] = win.cost - win.left
    if win.how == "part":
        params["granted"] = win.granted
    return Reason(win.project, f"won_{win.how}", params, tied=win.tied)


def _params(refusal: Refusal, cost: int, votes: int) -> dict[str, Value]:
    params: dict[str, Value] = {"cost": cost, "votes": votes}
    for key, value in refusal.params.items():
        params[key] = value if isinstance(value, int | Fraction) else str(value)
    if refusal.code in POT:
        params["short"] = max(Fraction(0), cost - Fraction(params["left"]))
    if refusal.code == "too_dear":
        params["short"] = cost - Fraction(params["budget"])
    return params
