"""Tables of the money room."""

from samenspel.stages.budget.models.lines import BudgetLine, Correction
from samenspel.stages.budget.models.rows import MASKED, BudgetSource, MoneyRow, ResidentCount

__all__ = ["MASKED", "BudgetLine", "BudgetSource", "Correction", "MoneyRow", "ResidentCount"]
