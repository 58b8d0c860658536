"""The rule most neighbourhoods use: most votes first, and what fits in the money that is left gets it."""

from collections import Counter
from hashlib import sha256

from samenspel_methods.allocation.model import Election, Outcome, Project, Step, tally


def greedy(election: Election, seed: str | None = None) -> Outcome:
    """Walk down the list by votes; fund what fits, skip what does not.

    Equal votes: lower cost first, then more voters, then the lot. The lot is an order of all projects that
    follows from `seed`, a text published before counting; without a seed it is the order of the ids.
    """
    score, votes = tally(election)

    def place(project: Project) -> tuple[int, int, int]:
        return (-score[project.id], project.cost, -votes[project.id])

    equals = Counter(place(project) for project in election.projects)
    left = election.budget
    steps = []
    for project in sorted(election.projects, key=lambda p: (*place(p), lot(p.id, seed))):
        funded = score[project.id] > 0 and project.cost <= left
        drawn = equals[place(project)] > 1
        step = Step(project.id, score[project.id], votes[project.id], project.cost, left, funded, drawn)
        steps.append(step)
        left -= project.cost if funded else 0
    return Outcome(election.budget, tuple(steps), seed)


def lot(project: str, seed: str | None) -> str:
    """The place of a project in the draw: lower comes first. Anyone can redo it with any SHA-256 tool."""
    return project if seed is None else sha256(f"{seed}:{project}".encode()).hexdigest() + project
