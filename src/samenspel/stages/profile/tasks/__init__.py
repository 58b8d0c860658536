"""Work around the actions: reading whole tables, drawing outlines, and files that wait for the worker."""

from samenspel.stages.profile.tasks.maps import draw
from samenspel.stages.profile.tasks.tables import take_in

__all__ = ["draw", "take_in"]
