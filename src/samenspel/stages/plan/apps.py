"""The plan room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class PlanConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.plan"
    label = "plan"
    verbose_name = pgettext_lazy("stage", "Gebiedsplan")
    room_number = 5
    room_name = pgettext_lazy("stage", "Gebiedsplan")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.plan import actions, exports, notices  # noqa: F401
