"""What is counted, and the figures that were used as a reason."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.lineage.models import Node
from samenspel.kernel.places.themes import theme_words
from samenspel.stages.profile.states import Better, Combining, FigureStatus

decimal_text = RegexValidator(r"^-?[0-9]{1,14}(\.[0-9]{1,8})?$", _("Dit is geen getal."))


def _in_english(text: str) -> str:
    return text if (get_language() or "").startswith("en") else ""


class Indicator(models.Model):
    """What is counted, in plain words, with what one should know before using it."""

    key = models.SlugField(_("korte naam"), max_length=60, unique=True)
    theme = models.SlugField(pgettext_lazy("field", "thema"), max_length=40)
    name = models.CharField(pgettext_lazy("field", "naam"), max_length=160)
    name_en = models.CharField(_("naam in het Engels"), max_length=160, blank=True)
    explanation = models.TextField(pgettext_lazy("field", "uitleg"), max_length=1000, blank=True)
    explanation_en = models.TextField(_("uitleg in het Engels"), max_length=1000, blank=True)
    unit = models.CharField(pgettext_lazy("field", "eenheid"), max_length=60)
    decimals = models.PositiveSmallIntegerField(_("cijfers achter de komma"), default=0)
    better = models.CharField(_("wat gunstiger is"), max_length=16, choices=Better, default=Better.NONE)
    combining = models.CharField(_("hoe gebieden samengaan"), max_length=12, choices=Combining, default=Combining.NONE)
    weight = models.SlugField(
        _("weegt naar"), max_length=60, blank=True, help_text=_("De indicator waarnaar een aandeel weegt.")
    )
    caveat = models.TextField(_("let hierop"), max_length=1000, blank=True)
    caveat_en = models.TextField(_("let hierop, in het Engels"), max_length=1000, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("table", "indicator")
        verbose_name_plural = pgettext_lazy("table", "indicatoren")
        ordering = ("theme", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> str:
        """The name in the language of the page."""
        return _in_english(self.name_en) or self.name

    @property
    def shown_explanation(self) -> str:
        """What it means, in the language of the page."""
        return _in_english(self.explanation_en) or self.explanation

    @property
    def shown_caveat(self) -> str:
        """What to keep in mind, in the language of the page."""
        return _in_english(self.caveat_en) or self.caveat

    @property
    def theme_name(self) -> str:
        """What people call its theme."""
        return theme_words(self.theme)


class Figure(models.Model):
    """One value of one indicator, for one area and one period. Without a number it says why."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="figures",
        verbose_name=pgettext_lazy("field", "indicator"),
    )  # fmt: skip
    area_scheme = models.CharField(pgettext_lazy("field", "stelsel"), max_length=20, default="CBS")
    area_code = models.CharField(pgettext_lazy("field", "gebiedscode"), max_length=20)
    area_year = models.PositiveSmallIntegerField(_("jaar van de gebiedscode"))
    area_name = models.CharField(_("naam van het gebied"), max_length=120, blank=True)
    period = models.CharField(pgettext_lazy("field", "periode"), max_length=12, help_text=_("Waarover het gaat."))
    # Text, because a decimal has to survive both databases to the last digit; empty unless status is `value`.
    value = models.CharField(
        pgettext_lazy("field", "cijfer"), max_length=24, blank=True, validators=[decimal_text],
        help_text=_("Met een punt als komma. Leeg als er geen cijfer is."),
    )  # fmt: skip
    status = models.CharField(_("is er een cijfer"), max_length=16, choices=FigureStatus)
    source = models.CharField(pgettext_lazy("field", "bron"), max_length=200)
    table = models.CharField(_("tabel van de bron"), max_length=120, blank=True)
    measured = models.BooleanField(
        pgettext_lazy("field", "gemeten"), default=True, help_text=_("Nee: een schatting van de bron met een model.")
    )
    licence = models.CharField(_("hoe het gebruikt mag worden"), max_length=120)
    read_on = models.DateField(_("opgehaald op"))
    weight = models.PositiveIntegerField(
        _("weegt mee voor"), null=True, blank=True, help_text=_("Bewoners van dit gebied in het jaar van de code.")
    )
    spread = models.FloatField(
        _("gewone afstand tot dit cijfer"), null=True, blank=True,
        help_text=_("Alleen bij een gemeente: hoe ver haar wijken gemiddeld van dit cijfer af liggen."),
    )  # fmt: skip
    node = models.OneToOneField(
        Node, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=pgettext_lazy("field", "code"),
    )  # fmt: skip

    class Meta:
        verbose_name = pgettext_lazy("table", "cijfer")
        verbose_name_plural = pgettext_lazy("table", "cijfers")
        ordering = ("indicator", "period", "area_code")
        indexes = [models.Index(fields=("area_code", "area_year"), name="figure_area")]
        constraints = [
            models.UniqueConstraint(
                fields=("indicator", "area_scheme", "area_code", "area_year", "period", "source", "table"),
                name="figure_once",
                violation_error_message=_("Dit cijfer staat er al."),
            ),
            models.CheckConstraint(
                condition=(models.Q(status="value") & ~models.Q(value=""))
                | (~models.Q(status="value") & models.Q(value="")),
                name="figure_number_only_with_status_value",
                violation_error_message=_("Een getal hoort alleen bij een bekend cijfer."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.area_code} {self.period}"

    @property
    def number(self) -> Decimal | None:
        """The number, or nothing."""
        return Decimal(self.value) if self.value else None

    @property
    def origin(self) -> str:
        """Source, table and period in one line."""
        period = "" if self.period in self.table else self.period
        return ", ".join(part for part in (self.source, self.table, period) if part)

    @property
    def code(self) -> str:
        """Its code, once it was used as a reason."""
        return self.node.code if self.node else ""

    def get_absolute_url(self) -> str:
        """Its page, once it has a code; fetch node, place and round along."""
        if self.node is None or self.node.cycle is None:
            return ""
        kwargs = {"place": self.node.place.slug, "cycle": self.node.cycle.slug, "code": self.node.code}
        return reverse("profile:figure", kwargs=kwargs)
