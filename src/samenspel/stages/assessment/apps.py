"""The assessment room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    """Fills the registries of actions, exports and notices."""

    name = "samenspel.stages.assessment"
    label = "assessment"
    verbose_name = _("Kan het beter of anders?")
    default_auto_field = "django.db.models.BigAutoField"
    room_number = 8
    room_name = _("Beter of anders?")

    def ready(self) -> None:
        """Importing is the registration."""
        from samenspel.stages.assessment import actions, exports, notices  # noqa: F401
