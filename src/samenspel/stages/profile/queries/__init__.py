"""Every read of the profile room."""

from samenspel.stages.profile.queries.geography import Geography, Zone, geography, inhabitants
from samenspel.stages.profile.queries.own import own_views
from samenspel.stages.profile.queries.pages import (
    cited_figures,
    figure,
    figure_at,
    figure_by_code,
    imports_of,
    indicators_of,
    lesson,
    lessons_before,
    shown,
    shown_elsewhere,
)
from samenspel.stages.profile.queries.readings import Reading, Readings, combine, score, with_unit
from samenspel.stages.profile.queries.themes import (
    Counted,
    IndicatorRow,
    ThemeSummary,
    counted,
    figures_for,
    indicator_by_key,
    theme,
    theme_keys,
    view_of,
    views_of,
)

__all__ = [
    "Counted",
    "Geography",
    "IndicatorRow",
    "Reading",
    "Readings",
    "ThemeSummary",
    "Zone",
    "cited_figures",
    "combine",
    "counted",
    "figure",
    "figure_at",
    "figure_by_code",
    "figures_for",
    "geography",
    "imports_of",
    "indicator_by_key",
    "indicators_of",
    "inhabitants",
    "lesson",
    "lessons_before",
    "own_views",
    "score",
    "shown",
    "shown_elsewhere",
    "theme",
    "theme_keys",
    "view_of",
    "views_of",
    "with_unit",
]
