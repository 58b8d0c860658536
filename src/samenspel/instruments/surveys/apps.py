"""The app of the surveys instrument."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class SurveysConfig(AppConfig):
    """Fills the registries; importing is the registration."""

    name = "samenspel.instruments.surveys"
    label = "surveys"
    verbose_name = pgettext_lazy("instrument", "Enquêtes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Load actions and exports."""
        from samenspel.instruments.surveys import actions, exports  # noqa: F401
