"""The overview is an app without tables."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OverviewConfig(AppConfig):
    """Pages across rooms."""

    name = "samenspel.overview"
    label = "overview"
    verbose_name = _("Overzicht")
