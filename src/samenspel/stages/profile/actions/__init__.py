"""Every write of the profile room."""

from samenspel.stages.profile.actions.importing import import_figures
from samenspel.stages.profile.actions.profile import (
    cite_figure,
    compare_theme,
    erase_person,
    publish_edition,
)

__all__ = ["cite_figure", "compare_theme", "erase_person", "import_figures", "publish_edition"]
