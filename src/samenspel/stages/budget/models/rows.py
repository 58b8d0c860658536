"""Sources of money, their rows, and how many people live here."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.places.models import Place
from samenspel.stages.budget.states import BudgetStage, Confidence, SourceKind

web_address = URLValidator(
    schemes=["http", "https"], message=_("Dit is geen webadres. Begin met https:// en kijk het na.")
)
YEARS = (MinValueValidator(1900), MaxValueValidator(2200))
MASKED = "(Particulier)"


class BudgetSource(models.Model):
    """A document of a public body, a fund or a company, and what we took from it."""

    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "gebied")
    )
    kind = models.CharField(_("wat erin staat"), max_length=12, choices=SourceKind, default=SourceKind.OTHER)
    public_body = models.CharField(_("van wie"), max_length=160, help_text=_("Bijvoorbeeld: Gemeente Amsterdam."))
    document = models.CharField(_("welk stuk"), max_length=160, help_text=_("Bijvoorbeeld: subsidieregister."))
    year = models.PositiveSmallIntegerField(
        pgettext_lazy("field", "jaar"), null=True, blank=True, validators=YEARS, help_text=_("Leeg: meer jaren.")
    )
    stage = models.CharField(_("hoe ver het geld is"), max_length=12, choices=BudgetStage)
    licence = models.CharField(pgettext_lazy("field", "licentie"), max_length=80, blank=True)
    url = models.CharField(_("waar het staat"), max_length=500, blank=True, validators=[web_address])
    note = models.CharField(pgettext_lazy("field", "toelichting"), max_length=500, blank=True)
    stated_total_cents = models.BigIntegerField(
        _("totaal volgens het stuk (in centen)"), null=True, blank=True,
        help_text=_("Klopt onze som er niet mee? Dan tonen wij geen totaal."),
    )  # fmt: skip
    read_on = models.DateField(_("ingelezen op"), null=True, blank=True)
    rows_read = models.PositiveIntegerField(_("rijen gelezen"), default=0)
    rows_new = models.PositiveIntegerField(_("rijen nieuw"), default=0)
    rows_changed = models.PositiveIntegerField(_("rijen veranderd"), default=0)
    rows_repaired = models.PositiveIntegerField(_("rijen hersteld"), default=0)
    rows_gone = models.PositiveIntegerField(
        _("rijen die niet meer in het bestand staan"), default=0, help_text=_("Die rijen houden wij.")
    )

    class Meta:
        verbose_name = _("bron van bedragen")
        verbose_name_plural = _("bronnen van bedragen")
        ordering = ("-year", "public_body", "document", "pk")
        constraints = [
            # Two constraints, because empty years never count as equal in a unique constraint.
            models.UniqueConstraint(
                fields=("place", "public_body", "document", "stage", "year"),
                condition=Q(year__isnull=False),
                name="budget_source_once_a_year",
                violation_error_message=_("Deze bron staat er al."),
            ),
            models.UniqueConstraint(
                fields=("place", "public_body", "document", "stage"),
                condition=Q(year__isnull=True),
                name="budget_source_once",
                violation_error_message=_("Deze bron staat er al."),
            ),
        ]

    def __str__(self) -> str:
        year = f" {self.year}" if self.year else ""
        return f"{self.public_body}: {self.document}{year}"


class MoneyRow(models.Model):
    """One row of a source. Thousands of them stay light: no code, no page."""

    source = models.ForeignKey(
        BudgetSource, on_delete=models.PROTECT, related_name="rows", verbose_name=pgettext_lazy("field", "bron")
    )
    number = models.CharField(pgettext_lazy("field", "nummer"), max_length=40)
    recipient = models.CharField(
        _("wie het kreeg"), max_length=200, blank=True, help_text=_("Namen van personen staan er niet in.")
    )
    scheme = models.CharField(_("regeling of taakveld"), max_length=200, blank=True)
    purpose = models.CharField(pgettext_lazy("field", "waarvoor"), max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(pgettext_lazy("field", "jaar"), validators=YEARS)
    asked_cents = models.BigIntegerField(_("gevraagd (in centen)"), null=True, blank=True)
    granted_cents = models.BigIntegerField(_("verleend (in centen)"), null=True, blank=True)
    settled_cents = models.BigIntegerField(_("afgerekend (in centen)"), null=True, blank=True)
    spending_cents = models.BigIntegerField(_("lasten (in centen)"), null=True, blank=True)
    income_cents = models.BigIntegerField(_("baten (in centen)"), null=True, blank=True)
    method = models.CharField(_("hoe het is gerekend"), max_length=80, blank=True)
    confidence = models.CharField(_("hoe zeker het is"), max_length=12, choices=Confidence)
    note = models.CharField(pgettext_lazy("field", "toelichting"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("rij van een bron")
        verbose_name_plural = _("rijen van bronnen")
        ordering = ("-year", "number")
        constraints = [models.UniqueConstraint(fields=("source", "number"), name="money_row_once_a_source")]
        indexes = [models.Index(fields=("source", "year", "scheme"), name="money_row_set")]

    def __str__(self) -> str:
        return self.number

    @property
    def cents(self) -> int | None:
        """The amount that counts: granted, or spent on a task field."""
        return self.granted_cents if self.granted_cents is not None else self.spending_cents

    @property
    def place_id(self) -> int:
        """The place of its source; fetch the source along."""
        return self.source.place_id


class ResidentCount(models.Model):
    """How many people live in a place in a year, and who counted them."""

    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "gebied")
    )
    year = models.PositiveSmallIntegerField(pgettext_lazy("field", "jaar"), validators=YEARS)
    residents = models.PositiveIntegerField(pgettext_lazy("field", "inwoners"), validators=[MinValueValidator(1)])
    source = models.CharField(pgettext_lazy("field", "bron"), max_length=200)

    class Meta:
        verbose_name = _("aantal inwoners")
        verbose_name_plural = _("aantallen inwoners")
        ordering = ("-year",)
        constraints = [models.UniqueConstraint(fields=("place", "year"), name="resident_count_once_a_year")]

    def __str__(self) -> str:
        return f"{self.residents} ({self.year})"
