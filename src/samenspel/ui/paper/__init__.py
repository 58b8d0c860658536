"""Pages for on paper: a sheet of A4 as a page to print, and the same sheet as a PDF."""

from samenspel.ui.paper.drawing import PosterTable, colour, poster_table
from samenspel.ui.paper.figures import on_sheet
from samenspel.ui.paper.pdf import NoPdf, on_paper, pdf_of
from samenspel.ui.paper.sheets import Letter, Poster, bare

__all__ = [
    "Letter",
    "NoPdf",
    "Poster",
    "PosterTable",
    "bare",
    "colour",
    "on_paper",
    "on_sheet",
    "pdf_of",
    "poster_table",
]
