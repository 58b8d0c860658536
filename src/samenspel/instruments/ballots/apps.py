"""The ballots app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BallotsConfig(AppConfig):
    """Registers actions and exports."""

    name = "samenspel.instruments.ballots"
    label = "ballots"
    verbose_name = _("Geheim stemmen")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.instruments.ballots import actions, exports  # noqa: F401
        from samenspel.instruments.ballots.actions import names  # noqa: F401
