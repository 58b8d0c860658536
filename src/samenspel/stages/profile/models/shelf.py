"""The shelf: whole tables of open data as their publisher gave them, one row an area.

A national table has two million figures. As one row each they would fill gigabytes and take minutes to read; as one
row per area they take megabytes and seconds (docs/decisions/0027). What a cell means is in `samenspel_sources.grid`.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place
from samenspel.stages.profile.models.drafts import FigureDraft
from samenspel.stages.profile.states import AreaKind, TableState


class FigureTable(models.Model):
    """One table of a source for one period: where it comes from, its columns, and how reading it went."""

    source = models.CharField(pgettext_lazy("field", "bron"), max_length=200)
    table = models.CharField(_("tabel van de bron"), max_length=160, blank=True)
    title = models.CharField(_("titel van de tabel"), max_length=300, blank=True)
    period = models.CharField(pgettext_lazy("field", "periode"), max_length=12, help_text=_("Waarover het gaat."))
    area_scheme = models.CharField(pgettext_lazy("field", "stelsel"), max_length=20, default="CBS")
    area_year = models.PositiveSmallIntegerField(_("jaar van de gebiedscode"))
    licence = models.CharField(_("hoe het gebruikt mag worden"), max_length=120, blank=True)
    release = models.CharField(_("versie van de bron"), max_length=60, blank=True)
    read_at = models.DateTimeField(_("opgehaald op"))
    columns = models.TextField(_("kolommen"), help_text=_("Wat er in elke kolom staat, als JSON."))
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=pgettext_lazy("field", "gebied"), help_text=_("Leeg: deze tabel is er voor alle gebieden."),
    )  # fmt: skip
    draft = models.ForeignKey(
        FigureDraft, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="tables",
        verbose_name=_("bestand waar de tabel uit komt"),
    )  # fmt: skip
    # What it replaces is kept for as long as it may be taken away again.
    replaced_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="replaces",
        verbose_name=_("vervangen door"),
    )  # fmt: skip
    rows = models.PositiveIntegerField(_("gebieden gelezen"), default=0, editable=False)
    # Over everything stored so far: who reads on after a crash, knows that it is the same file.
    digest = models.CharField(pgettext_lazy("field", "vingerafdruk"), max_length=64, blank=True, editable=False)
    report = models.TextField(_("wat is hersteld of geweigerd"), blank=True, help_text=_("Een zin per regel."))
    state = models.CharField(
        pgettext_lazy("field", "stand"), max_length=10, choices=TableState, default=TableState.READING
    )
    at = models.DateTimeField(_("ingelezen op"), default=now, editable=False)

    class Meta:
        verbose_name = _("tabel met cijfers")
        verbose_name_plural = _("tabellen met cijfers")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.source} {self.table} {self.period}".strip()

    @property
    def origin(self) -> str:
        """Source, table and period in one line."""
        period = "" if self.period in self.table else self.period
        return ", ".join(part for part in (self.source, self.table or self.title, period) if part)


class FigureRow(models.Model):
    """All figures of one area in one table."""

    table = models.ForeignKey(
        FigureTable, on_delete=models.CASCADE, related_name="figures", verbose_name=_("tabel met cijfers")
    )
    code = models.CharField(pgettext_lazy("field", "gebiedscode"), max_length=20)
    name = models.CharField(_("naam van het gebied"), max_length=120, blank=True)
    municipality = models.CharField(_("gemeentecode"), max_length=20, blank=True)
    kind = models.CharField(_("soort gebied"), max_length=16, choices=AreaKind)
    cells = models.TextField(
        pgettext_lazy("field", "cijfers"),
        help_text=_("Een per kolom, met ; ertussen. Leeg: geen cijfer. s: geheim. n: nog niet bekend. x: hoort niet."),
    )
    spread = models.TextField(
        _("gewone afstand"), blank=True,
        help_text=_("Alleen bij een gemeente, per kolom: hoe ver haar wijken gemiddeld van dit cijfer af liggen."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("cijfers van een gebied")
        verbose_name_plural = _("cijfers van gebieden")
        ordering = ("table", "code")
        constraints = [models.UniqueConstraint(fields=("table", "code"), name="figure_row_once")]
        indexes = [
            models.Index(fields=("code",), name="figure_row_code"),
            models.Index(fields=("municipality", "table"), name="figure_row_municipality"),
        ]

    def __str__(self) -> str:
        return f"{self.table_id} {self.code}"


class IndicatorFile(models.Model):
    """A file with indicators that this site added to the catalogue, as it was read."""

    name = models.CharField(pgettext_lazy("field", "bestand"), max_length=200, unique=True)
    content = models.TextField(pgettext_lazy("field", "inhoud"))
    at = models.DateTimeField(_("ingelezen op"), default=now, editable=False)

    class Meta:
        verbose_name = _("bestand met indicatoren")
        verbose_name_plural = _("bestanden met indicatoren")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
