"""Tables of figures: what is counted, about which areas, and whether people recognise it."""

from samenspel.stages.profile.models.areas import Area, Outlines, PostcodeArea
from samenspel.stages.profile.models.drafts import FigureDraft, FigureFile, ReadingHabit
from samenspel.stages.profile.models.figures import Figure, Indicator
from samenspel.stages.profile.models.shelf import FigureRow, FigureTable, IndicatorFile
from samenspel.stages.profile.models.views import ThemeView

__all__ = [
    "Area", "Figure", "FigureDraft", "FigureFile", "FigureRow", "FigureTable", "Indicator", "IndicatorFile", "Outlines",
    "PostcodeArea", "ReadingHabit", "ThemeView",
]  # fmt: skip
