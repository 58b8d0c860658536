"""The app of the profile room."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ProfileConfig(AppConfig):
    """Fills the registries; importing is the registration."""

    name = "samenspel.stages.profile"
    label = "profile"
    verbose_name = pgettext_lazy("room", "Buurtprofiel")
    room_number = 1
    room_name = pgettext_lazy("room", "Buurtprofiel")

    def ready(self) -> None:
        """Load actions, exports and background work."""
        from samenspel.stages.profile import actions, exports, tasks  # noqa: F401
