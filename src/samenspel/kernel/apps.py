"""The kernel is one Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KernelConfig(AppConfig):
    """Loads the registries (actions, exports, notices) of every kernel package."""

    name = "samenspel.kernel"
    label = "kernel"
    verbose_name = _("Fundament")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Fill the registries; importing is the registration, nothing is looked up by name."""
        from samenspel.kernel import registries  # noqa: F401
