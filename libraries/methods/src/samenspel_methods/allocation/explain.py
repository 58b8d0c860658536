"""Why a project got money or not, and how close it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenspel_methods import euros, number, sentences
from samenspel_methods.allocation.model import Fault, Outcome, Step

MONEY = {"left", "cost", "short", "euro_needed", "budget", "limit"}


@dataclass(frozen=True, slots=True)
class Reason:
    """`fits`, `does_not_fit`, `too_dear` (costs more than the whole budget) or `no_votes`.

    Amounts in `params` are cents: `left` before its turn, `cost`, `short`, `euro_needed` (the smallest extra
    budget at which it wins). `votes_needed` is the smallest number of extra votes; absent when none suffice.
    """

    project: str
    code: str
    params: Mapping[str, int]


def explain(outcome: Outcome) -> tuple[Reason, ...]:
    """A reason for every project, in the order of the walk."""
    return tuple(_reason(outcome, place) for place in range(len(outcome.steps)))


def sentence(reason: Reason | Fault, language: str = "nl") -> str:
    """A reason, or what is wrong with a ballot or with rules, in plain words."""
    key = reason.code
    if key in ("does_not_fit", "no_votes"):
        votes = reason.params.get("votes_needed")
        key += "_only_money" if votes is None else "_one_vote" if votes == 1 else ""
    shown = {name: _said(name, value, language) for name, value in reason.params.items()}
    return sentences(__package__, language)[key].format(**shown)


def _said(name: str, value: object, language: str) -> object:
    if not isinstance(value, int):
        return value
    return euros(value, language) if name in MONEY else number(value, language)


def _reason(outcome: Outcome, place: int) -> Reason:
    step = outcome.steps[place]
    params = {"left": step.left, "cost": step.cost}
    if step.funded:
        return Reason(step.project, "fits", params)
    others = outcome.steps[:place] + outcome.steps[place + 1 :]
    params["short"] = max(0, step.cost - step.left)
    if (votes := votes_needed(step, others, outcome.budget)) is not None:
        params["votes_needed"] = votes
    before = [s.cost for s in outcome.steps[:place] if s.score]
    if step.score:
        params["euro_needed"] = smallest_budget(before, step.cost, outcome.budget) - outcome.budget
    if step.cost > outcome.budget:
        return Reason(step.project, "too_dear", params | {"budget": outcome.budget})
    return Reason(step.project, "does_not_fit" if step.score else "no_votes", params)


def votes_needed(step: Step, others: Sequence[Step], budget: int) -> int | None:
    """The smallest number of extra votes at which this project wins, all other votes unchanged.

    Only the votes at which it passes someone matter, so those are tried from few to many.
    """
    targets = {step.score + 1} | {other.score + more for other in others for more in (0, 1)}
    for score in sorted(target for target in targets if target > step.score):
        left = budget
        for other in others:
            ahead = (other.score, -other.cost, other.votes)
            own = (score, -step.cost, step.votes + score - step.score)
            # An exact tie would be drawn: count on losing the draw.
            if other.score and ahead >= own and other.cost <= left:
                left -= other.cost
        if step.cost <= left:
            return score - step.score
    return None


def smallest_budget(before: Sequence[int], cost: int, at_least: int) -> int:
    """The smallest budget of at least `at_least` at which a project of `cost` fits after those `before` it.

    More budget can help an earlier, dearer project instead, so fitting is not a matter of one subtraction.
    Ranges of budgets that fund the same projects are walked from low to high; a range that can no longer
    leave `cost` is dropped at once.
    """
    top = at_least + sum(before) + cost + 1
    waiting = [(at_least, top, 0, 0)]
    while waiting:
        low, high, spent, turn = waiting.pop()
        while turn < len(before) and high > spent + cost:
            border = spent + before[turn]
            turn += 1
            if low >= border:
                spent = border
            elif high > border:
                waiting.append((border, high, border, turn))
                high = border
        if (found := max(low, spent + cost)) < high:
            return found
    raise AssertionError("a budget for everything is always enough")
