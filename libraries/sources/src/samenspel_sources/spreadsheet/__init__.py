"""Spreadsheets as people have them: read any, write ods."""

from samenspel_sources import SourceError, Status
from samenspel_sources.spreadsheet.model import Repair, Sheet, Table
from samenspel_sources.spreadsheet.ods import to_ods
from samenspel_sources.spreadsheet.pages import Page, pages
from samenspel_sources.spreadsheet.read import read
from samenspel_sources.spreadsheet.values import figure, money, number

__all__ = [
    "Page",
    "Repair",
    "Sheet",
    "SourceError",
    "Status",
    "Table",
    "figure",
    "money",
    "number",
    "pages",
    "read",
    "to_ods",
]
