"""The table of editions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import now


class Edition(models.Model):
    """A frozen list of what a stage handed over. Nothing in it ever changes; a better one gets a new number."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="editions", verbose_name=_("ronde"))
    stage = models.CharField(_("onderdeel"), max_length=20)
    number = models.PositiveIntegerField(_("nummer"))
    schema = models.PositiveIntegerField(_("vorm"), help_text=_("Versie van de vorm waarin de inhoud staat."))
    content = models.TextField(_("inhoud"), help_text=_("Precies deze tekst hoort bij het kenmerk."))
    hash = models.CharField(_("kenmerk"), max_length=64)
    made_by = models.CharField(_("gemaakt door"), max_length=300)
    missing = models.CharField(_("wie ontbrak"), max_length=500, help_text=_("Wie deed niet mee en hoort er wel bij?"))
    reason = models.CharField(_("reden"), max_length=500, blank=True)
    anchor = models.CharField(_("stand van het logboek"), max_length=64)
    imported = models.BooleanField(_("ingelezen uit een bestand"), default=False)
    at = models.DateTimeField(_("verschenen op"), default=now, editable=False)

    class Meta:
        verbose_name = _("uitgave")
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "stage", "number"],
                name="edition_number_once",
                violation_error_code="already_done",
            )
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.number}"

    @property
    def place_id(self) -> int:
        """The place of the cycle."""
        return self.cycle.place_id
