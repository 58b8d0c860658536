"""Before the count: which projects take part, what is granted beforehand, and how much every ballot weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Election, Project, tally
from samenspel_methods.allocation.reglement import Reglement
from samenspel_methods.allocation.result import Refusal, Win

Counted = tuple[dict[str, int], dict[str, int]]  # score and votes of every project


@dataclass(slots=True)
class Field:
    """Who races: the projects that take part, with what was settled beforehand."""

    budget: int
    projects: list[Project]
    wins: list[Win] = field(default_factory=list)
    refusals: dict[str, Refusal] = field(default_factory=dict)

    def grant(self, project: Project, how: str, counted: Counted) -> None:
        """This project gets its cost before the count."""
        (score, votes), cost = counted, project.cost
        self.wins.append(Win(project.id, how, cost, cost, Fraction(score[project.id]), votes[project.id], self.left))
        self.projects.remove(project)

    def refuse(self, project: Project, code: str, **params: object) -> None:
        """This project takes no part."""
        self.refusals[project.id] = Refusal(project.id, code, params)
        self.projects.remove(project)

    @property
    def left(self) -> int:
        """The money that is there to count over."""
        return self.budget - sum(win.granted for win in self.wins)


def enter(election: Election, reglement: Reglement, counted: Counted | None = None) -> Field:
    """Settle what needs no count. Raises AllocationError (`mandatory_unknown`, `mandatory_too_dear`).

    `counted`: what `tally` gave for these ballots, when that is known already.
    """
    budget = reglement.budget if reglement.budget is not None else election.budget
    found = Field(budget, list(election.projects))
    score, votes = counted = counted or tally(election)
    _mandatory(found, reglement, counted)
    _free(found, reglement, counted)
    for project in list(found.projects):
        if not score[project.id]:
            found.refuse(project, "no_votes")
        elif project.cost > found.left:
            found.refuse(project, "too_dear", budget=found.left)
        else:
            _threshold(found, reglement, project, (score[project.id], votes[project.id]), election.voters)
    return found


def _mandatory(found: Field, reglement: Reglement, counted: Counted) -> None:
    known = {project.id: project for project in found.projects}
    if missing := [name for name in reglement.mandatory if name not in known]:
        raise AllocationError("mandatory_unknown", project=missing[0])
    for name in reglement.mandatory:
        project = known[name]
        if project.cost > found.left:
            raise AllocationError("mandatory_too_dear", project=name)
        found.grant(project, "mandatory", counted)
    for rivals in reglement.exclusive:
        for name in set(rivals) & set(reglement.mandatory):
            for other in [p for p in found.projects if p.id in rivals]:
                found.refuse(other, "excluded_by", name=name)


def _free(found: Field, reglement: Reglement, counted: Counted) -> None:
    for project in [project for project in found.projects if project.cost == 0]:
        if reglement.free == "grant" and counted[1][project.id]:
            found.grant(project, "free", counted)
        else:
            found.refuse(project, "free_refused")


def _threshold(found: Field, reglement: Reglement, project: Project, counted: tuple[int, int], voters: int) -> None:
    score, votes = counted
    share = Fraction(votes, voters)
    measured = {"score": Fraction(score), "votes": Fraction(votes), "share": share,
                "cost_share": share / Fraction(project.cost, found.budget)}  # fmt: skip
    for threshold in reglement.thresholds:
        groups = project.categories if threshold.division == "category" else project.areas
        if (not threshold.name or threshold.name in groups) and measured[threshold.measure] < threshold.least:
            params = {"measure": threshold.measure, "least": threshold.least, "found": measured[threshold.measure]}
            found.refuse(project, "below_threshold", **params)
            return


def weights(election: Election, reglement: Reglement) -> dict[str, Fraction]:
    """What one ballot of each channel weighs, so that the channels weigh what was agreed and all weights sum to the
    voters.

    Raises AllocationError (`channel_empty`, `channel_unknown`).
    """
    if not reglement.weights:
        return {}
    people: dict[str, int] = {}
    for ballot in election.ballots:
        people[ballot.channel] = people.get(ballot.channel, 0) + ballot.count
    if strange := sorted(set(people) - set(reglement.shares)):
        raise AllocationError("channel_unknown", channel=strange[0])
    if missing := sorted(set(reglement.shares) - set(people)):
        raise AllocationError("channel_empty", channel=missing[0])
    return {name: share * election.voters / people[name] for name, share in reglement.shares.items()}


def group(projects: Sequence[Project], division: str, name: str) -> list[int]:
    """The numbers of the projects of a theme or an area."""
    return [
        at for at, p in enumerate(projects) if name in (p.categories if division == "category" else p.areas)
    ]  # fmt: skip
