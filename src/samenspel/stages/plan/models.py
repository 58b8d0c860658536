"""Plan lines, who takes part in them, and how they go."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models import Body
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Duo, Party
from samenspel.kernel.texts.models import Text
from samenspel.stages.plan.states import MARKS, LineState


class PlanLineManager(models.Manager["PlanLine"]):
    """Fetches owners and partners along, so that rules about a line need no query."""

    def get_queryset(self) -> models.QuerySet[PlanLine]:
        """Lines with node, pair and partners."""
        rows = super().get_queryset().select_related("node", "owner")
        return rows.prefetch_related(models.Prefetch("partner_rows", Partner.objects.select_related("party")))


class PlanLine(Thing):
    """Something that will be done: by whom, when, with what, and why; or not, and why not."""

    number = models.PositiveIntegerField(
        pgettext_lazy("field", "nummer"), help_text=_("Het nummer in het plan van deze ronde.")
    )
    action = models.TextField(_("wat we gaan doen"), max_length=4000, help_text=_("Zo gewoon en precies als u kunt."))
    maker = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("welke partij het inbracht"),
    )  # fmt: skip
    owner = models.ForeignKey(
        Duo, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=pgettext_lazy("field", "trekkers"), help_text=_("Een bewoner en een professional."),
    )  # fmt: skip
    partners = models.ManyToManyField(
        Party, through="Partner", related_name="+", verbose_name=_("partijen die meedoen")
    )
    starts = models.DateField(_("begint op"), null=True, blank=True)
    ends = models.DateField(_("klaar op"), null=True, blank=True)
    needs_cents = models.BigIntegerField(_("nodig aan geld (in centen)"), default=0)
    needs_hours = models.PositiveIntegerField(_("nodig aan uren"), default=0)
    needs_square_metres = models.PositiveIntegerField(_("nodig aan ruimte (m²)"), default=0)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=LineState, default=LineState.DRAFT
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wie besloot")
    )
    decided_on = models.DateField(_("besloten op"), null=True, blank=True)
    decision_reason = models.CharField(_("reden van het besluit"), max_length=1000, blank=True)
    stopped_on = models.DateField(_("gestopt op"), null=True, blank=True)
    stop_reason = models.CharField(_("waarom het stopte"), max_length=1000, blank=True)
    done_on = models.DateField(_("gedaan op"), null=True, blank=True)

    objects: ClassVar[PlanLineManager] = PlanLineManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "planregel")
        verbose_name_plural = pgettext_lazy("table", "planregels")
        ordering = ("number", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(needs_cents__gte=0), name="plan_line_needs_not_negative",
                violation_error_message=_("Een bedrag kan hier niet onder nul zijn.")),
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="plan_line_ends_after_start",
                violation_error_message=_("De einddatum ligt voor de begindatum."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("decided", "declined")) | (Q(body__isnull=False) & ~Q(decision_reason="")),
                name="plan_line_decided_with_body_and_reason",
                violation_error_message=_("Zet erbij wie besloot, en waarom."),
            ),
            models.CheckConstraint(
                condition=~Q(state="stopped") | ~Q(stop_reason=""),
                name="plan_line_stopped_with_reason",
                violation_error_message=_("Zet erbij waarom het stopt."),
            ),
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        """Its page; fetch place and cycle along to spare queries."""
        node = self.node
        return reverse("plan:plan_line", args=[node.place.slug, node.cycle.slug if node.cycle else "", node.code])

    @property
    def mark(self) -> str:
        """How the interface marks its state."""
        return MARKS[LineState(self.state)]

    @property
    def why_not(self) -> str:
        """Why it is not done, if it is not."""
        if self.state == LineState.STOPPED:
            return self.stop_reason
        return self.decision_reason if self.state == LineState.DECLINED else ""

    @property
    def only_time_or_space(self) -> bool:
        """Whether hours or metres were named and no money: then no money is missing."""
        return not self.needs_cents and bool(self.needs_hours or self.needs_square_metres)

    @property
    def owner_persons(self) -> frozenset[int]:
        """The pair that looks after it."""
        return self.owner.owner_persons if self.owner else frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party that brought it in, and those that take part."""
        keys = [row.party_id for row in self.partner_rows.all()] if self.pk else []
        return frozenset(pk for pk in (self.maker_id, *keys) if pk)

    @property
    def maker_parties(self) -> frozenset[int]:
        """The party that brought it in."""
        return frozenset({self.maker_id} if self.maker_id else ())


class Partner(models.Model):
    """A party that does something in a line."""

    line = models.ForeignKey(
        PlanLine, on_delete=models.CASCADE, related_name="partner_rows",
        verbose_name=pgettext_lazy("field", "planregel"),
    )  # fmt: skip
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "partij")
    )
    does = models.CharField(_("wat deze partij doet"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("partij in een planregel")
        verbose_name_plural = _("partijen in planregels")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("line", "party"), name="plan_partner_once")]

    def __str__(self) -> str:
        return f"{self.line_id}: {self.party_id}"


class ProgressNote(models.Model):
    """What somebody tells about how a line goes."""

    line = models.ForeignKey(
        PlanLine, on_delete=models.PROTECT, related_name="notes", verbose_name=pgettext_lazy("field", "planregel")
    )
    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("hoe het gaat"))
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("namens welke partij")
    )
    person = models.BigIntegerField(_("wie het vertelde"), null=True, blank=True, db_index=True)
    on = models.DateField(_("verteld op"))

    class Meta:
        verbose_name = pgettext_lazy("table", "voortgang")
        verbose_name_plural = pgettext_lazy("table", "voortgang")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.line_id}: {self.on}"
