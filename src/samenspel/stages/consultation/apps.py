"""The app of the consultation room."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ConsultationConfig(AppConfig):
    """Fills the registries; importing is the registration."""

    name = "samenspel.stages.consultation"
    label = "consultation"
    verbose_name = pgettext_lazy("room", "Ophalen")
    room_number = 2
    room_name = pgettext_lazy("room", "Ophalen")

    def ready(self) -> None:
        """Load actions, exports and notices."""
        from samenspel.stages.consultation import actions, exports, notices  # noqa: F401
