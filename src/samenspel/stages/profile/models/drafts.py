"""Files with figures on their way in: looked at, corrected, then read. And what was corrected, to offer again."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place
from samenspel.stages.profile.states import DraftState


class FigureDraft(models.Model):
    """A file that somebody wants to read in. The clock wipes it; what was read from it stays."""

    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "gebied")
    )
    name = models.CharField(_("naam van het bestand"), max_length=200)
    size = models.PositiveIntegerField(_("grootte in bytes"), default=0, editable=False)
    said = models.TextField(_("wat is verbeterd"), default="{}", help_text=_("Als JSON."))
    seen = models.TextField(_("hoe het bestand is begrepen"), blank=True, help_text=_("Als JSON."))
    # Files of the same kind have the same header: so what was corrected once can be offered again.
    shape = models.CharField(_("vorm van de kop"), max_length=64, blank=True, editable=False)
    areas = models.PositiveIntegerField(_("gebieden in het bestand"), default=0, editable=False)
    done = models.PositiveIntegerField(_("gebieden gelezen"), default=0, editable=False)
    report = models.TextField(_("hoe het lezen ging"), blank=True)
    version = models.PositiveIntegerField(pgettext_lazy("field", "versie"), default=1, editable=False)
    state = models.CharField(pgettext_lazy("field", "stand"), max_length=8, choices=DraftState, default=DraftState.NEW)
    changed_at = models.DateTimeField(_("laatst veranderd op"), default=now, editable=False, db_index=True)

    class Meta:
        verbose_name = _("bestand dat nog wordt nagekeken")
        verbose_name_plural = _("bestanden die nog worden nagekeken")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name


class FigureFile(models.Model):
    """The file itself, apart, so that no page and no step carries it along."""

    draft = models.OneToOneField(
        FigureDraft, on_delete=models.CASCADE, related_name="file",
        verbose_name=_("bestand dat nog wordt nagekeken"),
    )  # fmt: skip
    data = models.BinaryField(pgettext_lazy("field", "inhoud"))

    class Meta:
        verbose_name = _("inhoud van een bestand dat nog wordt nagekeken")
        verbose_name_plural = _("inhoud van bestanden die nog worden nagekeken")

    def __str__(self) -> str:
        return str(self.draft_id)


class ReadingHabit(models.Model):
    """How files with this header were read last time at this place."""

    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "gebied")
    )
    shape = models.CharField(_("vorm van de kop"), max_length=64)
    said = models.TextField(_("wat is verbeterd"), help_text=_("Als JSON."))
    at = models.DateTimeField(_("bewaard op"), default=now, editable=False)

    class Meta:
        verbose_name = _("manier van lezen")
        verbose_name_plural = _("manieren van lezen")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("place", "shape"), name="reading_habit_once")]

    def __str__(self) -> str:
        return self.shape[:12]
