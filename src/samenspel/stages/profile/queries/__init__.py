"""Every read of the profile room."""

from samenspel.stages.profile.queries.areas import Chosen, Named, chosen, geography_of
from samenspel.stages.profile.queries.finding import City, round_of, search_areas
from samenspel.stages.profile.queries.geography import Geography, Zone, geography, inhabitants
from samenspel.stages.profile.queries.own import own_views
from samenspel.stages.profile.queries.pages import (
    cited,
    cited_figures,
    codes_of,
    figure_by_code,
    indicators_of,
    lesson,
    lessons_before,
    shown,
    shown_elsewhere,
    stated,
    tables_read,
)
from samenspel.stages.profile.queries.quarters import compass_of
from samenspel.stages.profile.queries.readings import Reading, Readings, combine, score, with_unit
from samenspel.stages.profile.queries.shelf import Shelf, Stated, shelf
from samenspel.stages.profile.queries.themes import (
    Counted,
    IndicatorRow,
    ThemeSummary,
    counted,
    counted_of,
    indicator_by_key,
    laid_out,
    read_shelf,
    theme,
    theme_keys,
    view_of,
    views_of,
)

__all__ = [
    "Chosen",
    "City",
    "Counted",
    "Geography",
    "IndicatorRow",
    "Named",
    "Reading",
    "Readings",
    "Shelf",
    "Stated",
    "ThemeSummary",
    "Zone",
    "chosen",
    "cited",
    "cited_figures",
    "codes_of",
    "combine",
    "compass_of",
    "counted",
    "counted_of",
    "figure_by_code",
    "geography",
    "geography_of",
    "indicator_by_key",
    "indicators_of",
    "inhabitants",
    "laid_out",
    "lesson",
    "lessons_before",
    "own_views",
    "read_shelf",
    "round_of",
    "score",
    "search_areas",
    "shelf",
    "shown",
    "shown_elsewhere",
    "stated",
    "tables_read",
    "theme",
    "theme_keys",
    "view_of",
    "views_of",
    "with_unit",
]
