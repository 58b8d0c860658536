"""Who supports what, as the statistics read it: ballot by ballot."""

from collections.abc import Iterator

from samenspel_methods.allocation.model import Ballot, Election, VoteType


def worths(election: Election, ballot: Ballot) -> Iterator[tuple[str, int]]:
    """The projects that a ballot supports with what it gives them (points, rank, or 1)."""
    size = len(ballot.picks)
    ranked = election.vote_type is VoteType.ORDINAL
    given = range(size, 0, -1) if ranked else ballot.points or (1,) * size
    return ((pick, points) for pick, points in zip(ballot.picks, given, strict=True) if points > 0)


def picked(election: Election, ballot: Ballot) -> list[str]:
    """The projects that a ballot supports."""
    if not ballot.points:
        return list(ballot.picks)
    return [pick for pick, _points in worths(election, ballot)]
