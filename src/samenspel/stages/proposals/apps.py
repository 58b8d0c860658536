"""The proposals room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ProposalsConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.proposals"
    label = "proposals"
    verbose_name = pgettext_lazy("room", "Voorstellen")
    default_auto_field = "django.db.models.BigAutoField"
    room_number = 4
    room_name = pgettext_lazy("room", "Voorstellen")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.proposals import actions, exports, notices  # noqa: F401
