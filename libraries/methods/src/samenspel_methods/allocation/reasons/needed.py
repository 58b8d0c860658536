"""What would have given a losing project money: more votes, more in the pot, or a lower cost."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reasons.listed import Listed
from samenspel_methods.allocation.reasons.whatif import (
    Ask,
    Rerun,
    budget_to_win,
    cost_to_win,
    votes_to_win,
    with_voters,
)
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.result import Result


@dataclass(frozen=True, slots=True)
class Needs:
    """The change at which a project wins, all else unchanged; None where no change of that kind is enough.

    `votes`: more voters who pick only this project. `budget`: cents more in the pot. `cost`: the highest cost in cents,
    not below what a project must cost at least. `instead_of`: its rivals, who lose their money when it has those votes.
    """

    project: str
    votes: int | None
    budget: int | None
    cost: int | None
    instead_of: tuple[str, ...] = ()


def needs(election: Election, reglement: Reglement, result: Result) -> dict[str, Needs]:
    """What each loser needed, exactly, for a rule that is nothing but one list; empty for every other rule.

    The list is walked again in thought, so this costs no count. `needs_of` asks the count itself, for any rule.
    """
    if not plain(reglement):
        return {}
    walk = Listed(election, reglement.tie.order, result)
    least = max(1, reglement.entry.min_cost)
    found = {}
    for refusal in result.refusals:
        if (own := walk.known[refusal.project]).project.cost:
            votes = walk.votes(own)
            instead = walk.instead_of(own, votes) if votes is not None else ()
            found[refusal.project] = Needs(refusal.project, votes, walk.budget(own), walk.cost(own, least), instead)
    return found


def plain(reglement: Reglement) -> bool:
    """Whether a count is one walk down one list: most votes first, what fits gets money, equals by the lower cost."""
    r = reglement
    more = (r.thresholds, r.exclusive, r.mandatory, r.weights, r.boosts, r.caps)
    return (
        r.rule == "greedy_skip" and not any(more) and r.leftover == "none" and r.comparison == "none"
        and "u" not in r.completion and r.tie.order[:1] == ("lower_cost",)
    )  # fmt: skip


def needs_of(
    project: str, election: Election, reglement: Reglement, result: Result, rerun: Rerun, ask: Ask | None = None
) -> Needs:
    """What one loser needed, by counting again; see `Needed` for what such an answer proves.

    `rerun` counts an election by these rules; `ask` answers who wins at other costs, as `counting.what_if` does.
    """
    if project in (known := needs(election, reglement, result)):
        return known[project]
    votes = votes_to_win(election, project, rerun).value
    cost = cost_to_win(election, project, rerun, ask, least=max(1, reglement.entry.min_cost)).value
    budget = None if reglement.budget is not None else budget_to_win(election, project, rerun).value
    return Needs(project, votes, budget, cost, _displaced(project, election, result, rerun, votes))


def _displaced(project: str, election: Election, result: Result, rerun: Rerun, votes: int | None) -> tuple[str, ...]:
    if votes is None:
        return ()
    after = rerun(with_voters(election, project, votes)).winners
    return tuple(name for name in result.winners if name not in after)
