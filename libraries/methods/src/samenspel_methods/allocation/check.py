"""Checking an outcome with counting and addition alone; shares no code with the rule that made it."""

from collections import Counter

from samenspel_methods.allocation.model import Ballot, Election, Outcome, Step, VoteType


def check(election: Election, outcome: Outcome) -> tuple[str, ...]:
    """What is wrong with a greedy outcome, by code; empty when it follows from the ballots.

    Codes: `other_projects`, `wrong_votes`, `wrong_cost`, `wrong_order`, `wrong_left`, `wrong_choice`,
    `overspent`.
    """
    found = set()
    costs = {project.id: project.cost for project in election.projects}
    if sorted(costs) != sorted(step.project for step in outcome.steps):
        return ("other_projects",)
    left = election.budget
    scores, voters = _added(election)
    for step in outcome.steps:
        if (step.score, step.votes) != (scores[step.project], voters[step.project]):
            found.add("wrong_votes")
        if step.cost != costs[step.project]:
            found.add("wrong_cost")
        if step.left != left:
            found.add("wrong_left")
        if step.funded != (step.score > 0 and step.cost <= left):
            found.add("wrong_choice")
        left -= step.cost if step.funded else 0
    if left < 0 or outcome.budget != election.budget:
        found.add("overspent")
    pairs = zip(outcome.steps, outcome.steps[1:], strict=False)
    if not all(_in_order(first, second) for first, second in pairs):
        found.add("wrong_order")
    return tuple(sorted(found))


def _added(election: Election) -> tuple[Counter[str], Counter[str]]:
    """What all voters together give each project, and how many of them give it something."""
    scores, voters = Counter[str](), Counter[str]()
    for ballot in election.ballots:
        seen = set[str]()
        for place, project in enumerate(ballot.picks):
            worth = _worth(election.vote_type, ballot, place)
            if worth > 0 and project not in seen:
                scores[project] += worth * ballot.count
                voters[project] += ballot.count
            seen.add(project)  # only where it stands first
    return scores, voters


def _worth(vote_type: VoteType, ballot: Ballot, place: int) -> int:
    """What one of these voters gives the project at this place."""
    if vote_type is VoteType.ORDINAL:
        return len(ballot.picks) - place
    return ballot.points[place] if ballot.points else 1


def _in_order(first: Step, second: Step) -> bool:
    """More score, else lower cost, else more voters, else drawn by lot."""
    if first.score != second.score:
        return first.score > second.score
    if first.cost != second.cost:
        return first.cost < second.cost
    return first.votes > second.votes or (first.votes == second.votes and first.lot and second.lot)
