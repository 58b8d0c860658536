"""The overview is an app without tables."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class OverviewConfig(AppConfig):
    """Pages across rooms."""

    name = "samenspel.overview"
    label = "overview"
    verbose_name = pgettext_lazy("app", "Overzicht")
