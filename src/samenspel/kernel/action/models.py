"""The memory that makes a second click harmless."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Once(models.Model):
    """One form that was sent. The same token a second time means: double submit."""

    token = models.CharField(_("kenmerk"), max_length=40, unique=True)
    verb = models.CharField(_("wat"), max_length=80)
    subject = models.CharField(_("wat ervan kwam"), max_length=40, blank=True)
    at = models.DateTimeField(_("wanneer"), auto_now_add=True)

    class Meta:
        verbose_name = _("verstuurd formulier")

    def __str__(self) -> str:
        return self.verb
