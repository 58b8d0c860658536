"""Every write of the profile room."""

from samenspel.stages.profile.actions.importing import import_figures
from samenspel.stages.profile.actions.lists import (
    Drawing,
    extend_indicators,
    put_area_list,
    put_changes,
    put_outlines,
    put_postcodes,
)
from samenspel.stages.profile.actions.profile import (
    cite_figure,
    compare_theme,
    erase_person,
    publish_edition,
)
from samenspel.stages.profile.actions.tables import (
    add_rows,
    finish_table,
    open_table,
    refuse_table,
    restart_table,
)

__all__ = [
    "Drawing",
    "add_rows",
    "cite_figure",
    "compare_theme",
    "erase_person",
    "extend_indicators",
    "finish_table",
    "import_figures",
    "open_table",
    "publish_edition",
    "put_area_list",
    "put_changes",
    "put_outlines",
    "put_postcodes",
    "refuse_table",
    "restart_table",
]
