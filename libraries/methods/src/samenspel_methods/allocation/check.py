"""Checking an outcome with counting and addition alone; shares no code with the rule that made it."""

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
    for step in outcome.steps:
        counted = [_worth(election.vote_type, ballot, step.project) for ballot in election.ballots]
        voters = sum(b.count for b, worth in zip(election.ballots, counted, strict=True) if worth > 0)
        if (step.score, step.votes) != (sum(counted), voters):
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


def _worth(vote_type: VoteType, ballot: Ballot, project: str) -> int:
    """What these voters together give a project."""
    if project not in ballot.picks:
        return 0
    place = ballot.picks.index(project)
    if vote_type is VoteType.ORDINAL:
        return (len(ballot.picks) - place) * ballot.count
    return max(0, ballot.points[place] if ballot.points else 1) * ballot.count


def _in_order(first: Step, second: Step) -> bool:
    """More score, else lower cost, else more voters, else drawn by lot."""
    if first.score != second.score:
        return first.score > second.score
    if first.cost != second.cost:
        return first.cost < second.cost
    return first.votes > second.votes or (first.votes == second.votes and first.lot and second.lot)
