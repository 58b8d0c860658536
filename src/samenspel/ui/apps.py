"""The look and the components. No models, no domain words."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, tags, forms and figures that every page uses."""

    name = "samenspel.ui"
    label = "ui"
