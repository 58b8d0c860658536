"""Deciding on money together: ballots in, funded plans out, with a reason for each that anyone can check.

Only light names here; `counting.count` and `check.check` need numpy and are imported by whoever counts.
"""

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.explain import explain, sentence
from samenspel_methods.allocation.model import Ballot, Election, Project
from samenspel_methods.allocation.reasons.model import Reason
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.ruleset import RuleSet
from samenspel_methods.allocation.result import Result

__all__ = [
    "AllocationError",
    "Ballot",
    "Election",
    "Project",
    "Reason",
    "Reglement",
    "Result",
    "RuleSet",
    "explain",
    "sentence",
]
