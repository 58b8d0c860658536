"""Deciding on money together: ballots in, funded plans out, with a reason for each that anyone can check."""

from samenspel_methods.allocation.check import check
from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.explain import explain, sentence
from samenspel_methods.allocation.greedy import greedy
from samenspel_methods.allocation.model import Ballot, Election, Outcome, Project
from samenspel_methods.allocation.reglement import RuleSet

__all__ = [
    "AllocationError",
    "Ballot",
    "Election",
    "Outcome",
    "Project",
    "RuleSet",
    "check",
    "explain",
    "greedy",
    "sentence",
]
