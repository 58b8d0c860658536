"""Figures about ballots and outcomes: overlap, exclusion, money per voter, spread, and tables side by side."""

from samenspel_methods.allocation.statistics.projects import overlap, spread
from samenspel_methods.allocation.statistics.tables import Row, Summary, summary, table
from samenspel_methods.allocation.statistics.voters import gini, money_per_voter, unserved

__all__ = ["Row", "Summary", "gini", "money_per_voter", "overlap", "spread", "summary", "table", "unserved"]
