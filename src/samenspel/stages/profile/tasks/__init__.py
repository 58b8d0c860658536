"""Work around the actions: reading whole tables, drawing outlines, and files that wait for the worker."""

from samenspel.stages.profile.tasks.drafts import handle_drafts, read_soon, see_soon, wipe_drafts, withdraw
from samenspel.stages.profile.tasks.maps import draw
from samenspel.stages.profile.tasks.said import as_before
from samenspel.stages.profile.tasks.tables import take_in

__all__ = ["as_before", "draw", "handle_drafts", "read_soon", "see_soon", "take_in", "wipe_drafts", "withdraw"]
