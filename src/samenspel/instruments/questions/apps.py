"""The app of the questions instrument."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class QuestionsConfig(AppConfig):
    """Fills the registries; importing is the registration."""

    name = "samenspel.instruments.questions"
    label = "questions"
    verbose_name = pgettext_lazy("instrument", "Vragen")

    def ready(self) -> None:
        """Load actions, exports and notices."""
        from samenspel.instruments.questions import actions, exports, notices  # noqa: F401
