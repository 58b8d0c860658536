"""The app of the offers instrument."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class OffersConfig(AppConfig):
    """Fills the registries; importing is the registration."""

    name = "samenspel.instruments.offers"
    label = "offers"
    verbose_name = pgettext_lazy("instrument", "Aanbod")

    def ready(self) -> None:
        """Load actions, exports and notices."""
        from samenspel.instruments.offers import actions, exports, notices, tasks  # noqa: F401
