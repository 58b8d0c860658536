"""The pact room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PactConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.pact"
    label = "pact"
    verbose_name = _("Het buurtpact")
    default_auto_field = "django.db.models.BigAutoField"
    room_number = 10
    room_name = pgettext_lazy("room", "Buurtpact")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.pact import actions, exports, notices, tasks  # noqa: F401
