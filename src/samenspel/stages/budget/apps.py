"""The money room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class BudgetConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.budget"
    label = "budget"
    verbose_name = pgettext_lazy("stage", "Geld")
    room_number = 6
    room_name = pgettext_lazy("stage", "Geld")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.budget import actions, exports, notices  # noqa: F401
