"""Where raising the share stops: the step that was taken fits, and the next one would not, or need not be tried."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.verify.run import Run
from samenspel_methods.allocation.verify.state import State
from samenspel_methods.allocation.verify.words import Problem

UNIT = 100  # cents in a unit of currency


def first_share(reglement: Reglement, state: State) -> Fraction:
    """The share of one voter before it is raised."""
    people = int(state.table.people.sum())
    share = Fraction(state.left * state.table.scale, people) if people else Fraction(0)
    return share if reglement.start == "exact" else Fraction(share // UNIT * UNIT)


def why_stop(reglement: Reglement, state: State, order: Iterable[int]) -> str:
    """Why the share stops here with these winners: `over`, `full`, `exhaustive`; empty when it goes on."""
    after = state.again()
    for c in order:
        after.take(c)
    spent = sum(state.table.cost[c] for c in after.won - state.won)
    out = [c for c in after.outside() if after.bar(c) is None]
    if spent > state.left:
        return "over"
    if not out:
        return "full"
    fits = any(spent + state.table.cost[c] <= state.left for c in out)
    return "exhaustive" if reglement.completion in ("add1e", "add1eu") and not fits else ""


def check_stop(
    reglement: Reglement, state: State, order: list[int], share: Fraction, runs: int, *, thorough: bool
) -> list[Problem]:
    """`state`: before the shares; `order`: who won at `share`. With `thorough` every earlier step is run as well."""
    first = first_share(reglement, state)
    if "add1" not in reglement.completion:
        wrong = share != first or runs != 1
        return [Problem("wrong_share", {"share": first})] if wrong else []
    steps = (share - first) / reglement.step
    if steps.denominator != 1 or steps < 0:
        return [Problem("wrong_share", {"share": first})]
    found, at, here = [], int(steps), why_stop(reglement, state, order)
    if here == "over":
        found.append(Problem("overspent", {}))
    if not here and why_stop(reglement, state, _run(reglement, state, share + reglement.step)) != "over":
        found.append(Problem("stopped_early", {"steps": at}))
    if runs != at + (1 if here else 2):
        found.append(Problem("wrong_runs", {"runs": at + (1 if here else 2)}))
    if thorough:
        early = (k for k in range(at) if why_stop(reglement, state, _run(reglement, state, first + k * reglement.step)))
        found += [Problem("stopped_late", {"steps": k}) for k in early]
    return found


def find_stop(reglement: Reglement, state: State) -> list[int]:
    """The winners of the shares, found by running every step."""
    share, last = first_share(reglement, state), list[int]()
    while True:
        order = _run(reglement, state, share)
        why = why_stop(reglement, state, order)
        if why == "over":
            return last
        if why or "add1" not in reglement.completion:
            return order
        share, last = share + reglement.step, order


def _run(reglement: Reglement, state: State, share: Fraction) -> list[int]:
    return Run(state.again(), reglement.utility == "cost", share).order
