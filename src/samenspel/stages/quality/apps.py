"""The quality room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class QualityConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.quality"
    label = "quality"
    verbose_name = _("Wat wij goed noemen")
    default_auto_field = "django.db.models.BigAutoField"
    room_number = 7
    room_name = pgettext_lazy("room", "Kwaliteit")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.quality import actions, exports, notices  # noqa: F401
