"""The app of the stories instrument."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class StoriesConfig(AppConfig):
    """Fills the registries; importing is the registration."""

    name = "samenspel.instruments.stories"
    label = "stories"
    verbose_name = pgettext_lazy("instrument", "Verhalen")

    def ready(self) -> None:
        """Load actions, exports and notices."""
        from samenspel.instruments.stories import actions, exports, notices, tasks  # noqa: F401
