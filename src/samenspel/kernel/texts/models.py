"""The table of words that people wrote."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.journal.clock import now


class Text(models.Model):
    """Somebody's words. Editions and journal hold only the salted digest; the words can be withdrawn."""

    body = models.TextField(_("tekst"), blank=True, help_text=_("Wat iemand schreef of zei, in eigen woorden."))
    language = models.CharField(_("taal"), max_length=12, default="nl", help_text=_("Taalcode, zoals nl of ar."))
    person = models.BigIntegerField(_("van wie"), null=True, blank=True, db_index=True)
    read_back = models.BooleanField(_("teruggelezen en goedgekeurd"), default=False)
    helpers_words = models.BooleanField(_("woorden van de helper"), default=False)
    salt = models.CharField(_("zout"), max_length=32, blank=True)
    digest = models.CharField(_("kenmerk van de tekst"), max_length=64)
    written_at = models.DateTimeField(_("geschreven op"), default=now, editable=False)
    erased_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("tekst")

    def __str__(self) -> str:
        return self.body[:60]

    @property
    def erased(self) -> bool:
        """Whether the words were withdrawn."""
        return self.erased_at is not None
