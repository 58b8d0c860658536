"""What every reader of figures returns: the rows and columns of one source table, for one period."""

from samenspel_sources.grid.cells import (
    MISSING,
    NOT_APPLICABLE,
    NOT_YET,
    SECRET,
    Cell,
    cell,
    is_cell,
    read_cell,
)
from samenspel_sources.grid.model import Column, Grid, Origin, Row
from samenspel_sources.grid.report import Refused, Repair, Report

__all__ = [
    "MISSING",
    "NOT_APPLICABLE",
    "NOT_YET",
    "SECRET",
    "Cell",
    "Column",
    "Grid",
    "Origin",
    "Refused",
    "Repair",
    "Report",
    "Row",
    "cell",
    "is_cell",
    "read_cell",
]
