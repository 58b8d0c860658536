"""Every write of the profile room."""

from samenspel.stages.profile.actions.drafts import (
    begin_draft,
    claim_draft,
    correct_draft,
    drop_draft,
    fail_draft,
    finish_draft,
    forget_habit,
    note_draft,
    see_draft,
    take_draft,
)
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
    withdraw_table,
)

__all__ = [
    "Drawing",
    "add_rows",
    "begin_draft",
    "cite_figure",
    "claim_draft",
    "compare_theme",
    "correct_draft",
    "drop_draft",
    "erase_person",
    "extend_indicators",
    "fail_draft",
    "finish_draft",
    "finish_table",
    "forget_habit",
    "import_figures",
    "note_draft",
    "open_table",
    "publish_edition",
    "put_area_list",
    "put_changes",
    "put_outlines",
    "put_postcodes",
    "refuse_table",
    "restart_table",
    "see_draft",
    "take_draft",
    "withdraw_table",
]
