"""The commissioning room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CommissioningConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.commissioning"
    label = "commissioning"
    verbose_name = _("Samen uitvoeren")
    default_auto_field = "django.db.models.BigAutoField"
    room_number = 9
    room_name = pgettext_lazy("room", "Buurtbesteden")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.commissioning import actions, exports, notices, tasks  # noqa: F401
        from samenspel.stages.commissioning.actions import names  # noqa: F401
