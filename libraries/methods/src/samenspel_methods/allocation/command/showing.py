"""Showing an outcome: as JSON, or as a list for people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping

from samenspel_methods import euros, number
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.result import Result

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "{rule}: {winners} van {projects} plannen krijgen geld. Samen {cost} van {budget}; {left} over.",
        "share": "Iedere kiezer had {share} te verdelen, na {runs} rondes van ophogen.",
        "win": "{at}. {id}  {name}  {cost}  {votes} stemmen",
        "compare": "vergelijken: regel, plannen met geld, uitgegeven, kiezers zonder plan met geld",
        "agrees": "Het certificaat klopt met de stembiljetten.",
    },
    "en": {
        "title": "{rule}: {winners} of {projects} plans get money. Together {cost} of {budget}; {left} is left over.",
        "share": "Every voter had {share} to share out, after {runs} rounds of raising it.",
        "win": "{at}. {id}  {name}  {cost}  {votes} votes",
        "compare": "side by side: rule, plans with money, spent, voters without a funded plan",
        "agrees": "The certificate agrees with the ballots.",
    },
}


def units(cents: int) -> int | float:
    """An amount in the currency of the file."""
    return cents // 100 if cents % 100 == 0 else cents / 100


def as_data(result: Result, seconds: float) -> dict[str, object]:
    """The outcome as plain data; amounts in the currency of the file, the share as a fraction of it."""
    found: dict[str, object] = {
        "winners": sorted(result.winners), "order": list(result.winners), "total_cost": units(result.cost),
        "exact": result.exact, "seconds_cpu": round(seconds, 4), "rule": result.rule, "utility": result.utility,
        "completion": result.completion, "budget": units(result.budget), "voters": result.voters, "runs": result.runs,
        "share": str(result.share / 100) if result.share is not None else None,
        "how": {win.project: win.how for win in result.wins},
        "granted": {win.project: units(win.granted) for win in result.wins},
        "refused": {why.project: why.code for why in result.refusals},
    }  # fmt: skip
    if result.comparison:
        step = result.comparison
        found["comparison"] = {name: getattr(step, name) for name in ("measure", "shares", "greedy", "equal", "chosen")}
    return found


def lines(election: Election, result: Result, language: str) -> Iterator[str]:
    """The outcome for people."""
    said, names = WORDS[language], {project.id: project.name for project in election.projects}
    yield said["title"].format(
        rule=result.rule, winners=len(result.wins), projects=len(election.projects), cost=euros(result.cost, language),
        budget=euros(result.budget, language), left=euros(result.left, language),
    )  # fmt: skip
    if result.share is not None:
        yield said["share"].format(share=euros(round(result.share), language), runs=number(result.runs, language))
    for at, win in enumerate(result.wins, start=1):
        yield said["win"].format(
            at=at, id=win.project, name=names[win.project], cost=euros(win.granted, language),
            votes=number(win.votes, language),
        )  # fmt: skip


class Bar:
    """A progress bar on a terminal for what takes longer than a second."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock, self.shown = clock, False

    def __call__(self, spent: int, budget: int) -> None:
        if not sys.stderr.isatty() or self.clock() < 1:
            return
        done = min(40, 40 * spent // max(budget, 1))
        self.shown = True
        sys.stderr.write(f"\r[{'#' * done}{'.' * (40 - done)}] {100 * spent // max(budget, 1)} %")
        sys.stderr.flush()

    def end(self) -> None:
        """Clear the line."""
        if self.shown:
            sys.stderr.write("\r" + " " * 60 + "\r")
