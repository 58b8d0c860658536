"""The rules of a vote as data: written down before it, checked at every ballot, carried out at the count.

`Reglement` is the whole set of rules of a vote; `RuleSet` the small set that the ballot box of the platform uses.
`from_election` and `not_modelled` belong to the small set; `of_election` gives the whole.
"""

from samenspel_methods.allocation.reglement.checks import contradictions
from samenspel_methods.allocation.reglement.compare import compare
from samenspel_methods.allocation.reglement.describe import describe
from samenspel_methods.allocation.reglement.meta import of_election, of_rule_set
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.problems import problems
from samenspel_methods.allocation.reglement.ruleset import RuleSet, from_election, not_modelled
from samenspel_methods.allocation.reglement.shelf import preset, presets, settle
from samenspel_methods.allocation.reglement.words import sentence

__all__ = [
    "Reglement",
    "RuleSet",
    "compare",
    "contradictions",
    "describe",
    "from_election",
    "not_modelled",
    "of_election",
    "of_rule_set",
    "preset",
    "presets",
    "problems",
    "sentence",
    "settle",
]
