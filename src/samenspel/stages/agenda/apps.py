"""The agenda room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AgendaConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.agenda"
    label = "agenda"
    verbose_name = _("De buurtagenda")
    default_auto_field = "django.db.models.BigAutoField"
    room_number = 3
    room_name = pgettext_lazy("room", "Buurtagenda")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.agenda import actions, exports, notices  # noqa: F401
