"""What is settled before the count: mandatory and free projects, no votes, too dear, below a threshold."""

from __future__ import annotations

from fractions import Fraction

from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.verify.state import State


def enter(election: Election, reglement: Reglement, state: State) -> None:
    """Settle it; who is left in `state.race` takes part."""
    table, budget = state.table, state.left
    number = {name: c for c, name in enumerate(table.ids)}
    for name in reglement.mandatory:
        c = number[name]
        state.win(c, "mandatory", score=Fraction(table.raw[c]))
        state.race.discard(c)
    for rivals in state.rivals:
        if first := [number[name] for name in reglement.mandatory if number[name] in rivals]:
            for c in rivals & state.race:
                state.refuse(c, "excluded_by", name=table.ids[first[0]])
                state.race.discard(c)
    for c in sorted(state.race, key=[number[p.id] for p in election.projects].index):
        _settle(election, reglement, state, c, budget)


def _settle(election: Election, reglement: Reglement, state: State, c: int, budget: int) -> None:
    table = state.table
    if table.cost[c] == 0 and reglement.free == "grant" and table.votes[c]:
        state.win(c, "free", score=Fraction(table.raw[c]))
    elif table.cost[c] == 0:
        state.refuse(c, "free_refused")
    elif not table.raw[c]:
        state.refuse(c, "no_votes")
    elif table.cost[c] > state.left:
        state.refuse(c, "too_dear", budget=state.left)
    elif not _below(election, reglement, state, c, budget):
        return
    state.race.discard(c)


def _below(election: Election, reglement: Reglement, state: State, c: int, budget: int) -> bool:
    """Whether a threshold keeps it out, with the reason."""
    table = state.table
    project = next(p for p in election.projects if p.id == table.ids[c])
    for threshold in reglement.thresholds:
        groups = project.categories if threshold.division == "category" else project.areas
        if threshold.name and threshold.name not in groups:
            continue
        found = _measured(threshold.measure, state, c, budget)
        if found < threshold.least:
            state.refuse(c, "below_threshold", measure=threshold.measure, least=threshold.least, found=found)
            return True
    return False


def _measured(measure: str, state: State, c: int, budget: int) -> Fraction:
    table = state.table
    if measure == "score":
        return Fraction(table.raw[c])
    if measure == "votes":
        return Fraction(table.votes[c])
    share = Fraction(table.votes[c], table.voters)
    return share if measure == "share" else share * budget / table.cost[c]
