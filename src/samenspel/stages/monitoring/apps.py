"""The monitoring room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MonitoringConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.monitoring"
    label = "monitoring"
    verbose_name = _("Wat kwam ervan?")
    default_auto_field = "django.db.models.BigAutoField"
    room_number = 11
    room_name = pgettext_lazy("room", "Opbrengst")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.monitoring import actions, exports, notices  # noqa: F401
