"""The rules of a vote as data: written down before it, checked at every ballot, carried out at the count.

`Reglement` is the whole set of rules of a vote; `RuleSet` the small set that the ballot box of the platform uses.
"""

from samenspel_methods.allocation.reglement.ruleset import RuleSet, from_election, not_modelled

__all__ = ["RuleSet", "from_election", "not_modelled"]
