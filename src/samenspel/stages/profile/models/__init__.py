"""Tables of figures: what is counted, about which areas, and whether people recognise it."""

from samenspel.stages.profile.models.areas import Area, Outlines
from samenspel.stages.profile.models.figures import Figure, Indicator
from samenspel.stages.profile.models.shelf import FigureRow, FigureTable, IndicatorFile
from samenspel.stages.profile.models.views import ThemeView

__all__ = [
    "Area", "Figure", "FigureRow", "FigureTable", "Indicator", "IndicatorFile", "Outlines", "ThemeView",
]  # fmt: skip
