"""Every write of the agenda."""

from samenspel.stages.agenda.actions.deciding import (
    adopt_priority,
    publish_edition,
    rank_priority,
    set_aside_priority,
)
from samenspel.stages.agenda.actions.reasons import (
    add_reasons,
)
from samenspel.stages.agenda.actions.voices import (
    erase_person,
    hide_dissent,
    name_duo,
    record_dissent,
    take_back_dissent,
)
from samenspel.stages.agenda.actions.writing import (
    describe_priority,
    draft_priority,
    mark_block,
    open_priority,
    reopen_priority,
)

__all__ = [
    "add_reasons",
    "adopt_priority",
    "describe_priority",
    "draft_priority",
    "erase_person",
    "hide_dissent",
    "mark_block",
    "name_duo",
    "open_priority",
    "publish_edition",
    "rank_priority",
    "record_dissent",
    "reopen_priority",
    "set_aside_priority",
    "take_back_dissent",
]
