"""Why projects won or not, what a voter paid for, and what would have been needed: codes first, then sentences."""

from samenspel_methods.allocation.reasons.model import Reason, Statement
from samenspel_methods.allocation.reasons.needed import Needs, needs, needs_of
from samenspel_methods.allocation.reasons.projects import reasons
from samenspel_methods.allocation.reasons.voter import statement
from samenspel_methods.allocation.reasons.whatif import Needed, budget_to_win, cost_to_win, votes_to_win
from samenspel_methods.allocation.reasons.words import said, said_needed, said_needs, said_rivals, said_to_voter

__all__ = [
    "Needed",
    "Needs",
    "Reason",
    "Statement",
    "budget_to_win",
    "cost_to_win",
    "needs",
    "needs_of",
    "reasons",
    "said",
    "said_needed",
    "said_needs",
    "said_rivals",
    "said_to_voter",
    "statement",
    "votes_to_win",
]
