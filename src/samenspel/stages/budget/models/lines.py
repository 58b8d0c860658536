"""Lines that can be talked about, and their corrections."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party
from samenspel.stages.budget.models.rows import YEARS, BudgetSource, MoneyRow
from samenspel.stages.budget.states import BudgetStage, Confidence


class BudgetLineManager(models.Manager["BudgetLine"]):
    """Fetches node, source and cited row along."""

    def get_queryset(self) -> models.QuerySet[BudgetLine]:
        """Lines with what every page shows of them."""
        return super().get_queryset().select_related("node", "source", "row", "owner")


class BudgetLine(Thing):
    """Money that matters to the neighbourhood, with how sure we are and who decides on it."""

    source = models.ForeignKey(
        BudgetSource, on_delete=models.PROTECT, related_name="lines", verbose_name=pgettext_lazy("field", "bron")
    )
    row = models.ForeignKey(
        MoneyRow, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("welke rij")
    )
    scheme = models.CharField(
        _("alle rijen van deze regeling"), max_length=200, blank=True,
        help_text=_("Dan is het bedrag de som van die rijen in dat jaar."),
    )  # fmt: skip
    year = models.PositiveSmallIntegerField(pgettext_lazy("field", "jaar"), validators=YEARS)
    stage = models.CharField(_("hoe ver het geld is"), max_length=12, choices=BudgetStage)
    cents = models.BigIntegerField(_("bedrag (in centen)"))
    low_cents = models.BigIntegerField(_("minstens (in centen)"))
    high_cents = models.BigIntegerField(_("hoogstens (in centen)"))
    method = models.CharField(_("hoe het is gerekend"), max_length=300, help_text=_("Zo dat een ander het kan nadoen."))
    confidence = models.CharField(_("hoe zeker het is"), max_length=12, choices=Confidence)
    regular = models.BooleanField(_("komt elk jaar terug"), default=False)
    until_year = models.PositiveSmallIntegerField(_("tot en met welk jaar"), null=True, blank=True, validators=YEARS)
    free = models.BooleanField(
        _("vrij te besteden"), default=False, help_text=_("Kan de buurt nog meepraten over waar het naartoe gaat?")
    )
    decides = models.CharField(_("wie erover beslist"), max_length=200, blank=True)
    owner = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("van wie dit cijfer is"),
    )  # fmt: skip
    corrected = models.BooleanField(_("verbeterd door wie het weet"), default=False)

    objects: ClassVar[BudgetLineManager] = BudgetLineManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "geldregel")
        verbose_name_plural = pgettext_lazy("table", "geldregels")
        ordering = ("-year", "-cents", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(low_cents__lte=F("cents")) & Q(cents__lte=F("high_cents")),
                name="budget_line_within_its_range",
                violation_error_message=_("Het bedrag ligt niet tussen ‘minstens’ en ‘hoogstens’. Kijk ze na."),
            ),
            models.CheckConstraint(
                condition=Q(low_cents__gte=0),
                name="budget_line_not_negative",
                violation_error_message=_("Een bedrag kan hier niet onder nul zijn."),
            ),
            models.CheckConstraint(
                condition=Q(row__isnull=True) | Q(scheme=""),
                name="budget_line_cites_one_thing",
                violation_error_message=_("Kies één rij, of alle rijen van een regeling. Niet allebei."),
            ),
            models.CheckConstraint(
                condition=Q(until_year__isnull=True) | Q(until_year__gte=F("year")),
                name="budget_line_ends_after_its_year",
                violation_error_message=_("Het laatste jaar ligt voor het jaar van het bedrag."),
            ),
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        """Its page; fetch place and cycle along to spare queries."""
        node = self.node
        return reverse("budget:budget_line", args=[node.place.slug, node.cycle.slug if node.cycle else "", node.code])

    @property
    def sure(self) -> bool:
        """Whether low and high are the same amount."""
        return self.low_cents == self.high_cents

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party whose figure it is."""
        return frozenset({self.owner_id} if self.owner_id else ())


class Correction(models.Model):
    """The owner of a figure put it right. What stood there stays in sight."""

    line = models.ForeignKey(
        BudgetLine, on_delete=models.PROTECT, related_name="corrections",
        verbose_name=pgettext_lazy("field", "geldregel"),
    )  # fmt: skip
    old_cents = models.BigIntegerField(_("stond er (in centen)"))
    old_low_cents = models.BigIntegerField(_("stond er minstens (in centen)"))
    old_high_cents = models.BigIntegerField(_("stond er hoogstens (in centen)"))
    new_cents = models.BigIntegerField(_("staat er nu (in centen)"))
    old_confidence = models.CharField(_("hoe zeker het was"), max_length=12, choices=Confidence)
    reason = models.CharField(pgettext_lazy("field", "reden"), max_length=1000)
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("namens welke partij")
    )
    person = models.BigIntegerField(_("wie het verbeterde"), null=True, blank=True, db_index=True)
    on = models.DateField(_("verbeterd op"))

    class Meta:
        verbose_name = _("verbetering van een bedrag")
        verbose_name_plural = _("verbeteringen van bedragen")
        ordering = ("on", "pk")

    def __str__(self) -> str:
        return f"{self.line_id}: {self.on}"
