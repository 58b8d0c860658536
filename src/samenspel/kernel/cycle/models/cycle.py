"""A round of the neighbourhood and its eleven stages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.states import CycleState, Stage, StageProgress
from samenspel.kernel.places.models import Place

year_first = RegexValidator(r"^[0-9]{4}(-[a-z0-9-]+)?$", _("Begin met een jaartal, bijvoorbeeld 2026 of 2026-najaar."))


class Cycle(models.Model):
    """One round: from who are we to what came of it."""

    place = models.ForeignKey(
        Place, verbose_name=pgettext_lazy("field", "gebied"), on_delete=models.PROTECT, related_name="cycles"
    )
    slug = models.SlugField(_("naam in het webadres"), max_length=40, validators=[year_first])
    title = models.CharField(_("naam van de ronde"), max_length=120)
    number = models.PositiveSmallIntegerField(_("hoeveelste ronde"), validators=[MinValueValidator(1)])
    previous = models.OneToOneField(
        "self",
        verbose_name=_("ronde hiervoor"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="next",
    )
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=CycleState, default=CycleState.OPEN
    )
    opens_on = models.DateField(_("begint op"))
    closes_on = models.DateField(_("eindigt op"), null=True, blank=True)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "ronde")
        verbose_name_plural = pgettext_lazy("table", "rondes")
        ordering = ("place", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=("place", "slug"),
                name="cycle_slug_once_a_place",
                violation_error_message=_("Deze ronde bestaat al."),
            ),
            models.UniqueConstraint(
                fields=("place", "number"),
                name="cycle_number_once_a_place",
                violation_error_message=_("Deze ronde bestaat al."),
            ),
            models.CheckConstraint(
                condition=models.Q(closes_on__isnull=True) | models.Q(closes_on__gte=models.F("opens_on")),
                name="cycle_closes_after_opening",
                violation_error_message=_("De einddatum ligt voor de begindatum."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the round; fetch the place along to spare a query."""
        return reverse("cycle:cycle", kwargs={"place": self.place.slug, "cycle": self.slug})


class OfCycleManager(models.Manager[Any]):
    """Fetches the round along, so that rules about its rows need no query."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Rows with their round."""
        return super().get_queryset().select_related("cycle")


class OfCycle(models.Model):
    """A row that belongs to one round; its place is the place of the round."""

    if TYPE_CHECKING:
        cycle: models.ForeignKey[Cycle, Cycle]

    objects = OfCycleManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    @property
    def place_id(self) -> int:
        """The place of the round."""
        return self.cycle.place_id


class StageState(OfCycle):
    """How far one of the eleven stages is in this round."""

    cycle = models.ForeignKey(
        Cycle, verbose_name=pgettext_lazy("field", "ronde"), on_delete=models.CASCADE, related_name="stages"
    )
    stage = models.CharField(pgettext_lazy("field", "stap"), max_length=20, choices=Stage)
    state = models.CharField(
        pgettext_lazy("field", "toestand"),
        max_length=12,
        choices=StageProgress,
        default=StageProgress.NOT_YET,
    )
    opens_on = models.DateField(_("begint op"), null=True, blank=True)
    closes_on = models.DateField(_("eindigt op"), null=True, blank=True)
    note = models.CharField(pgettext_lazy("field", "toelichting"), max_length=300, blank=True)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta(OfCycle.Meta):
        verbose_name = _("stap van een ronde")
        verbose_name_plural = _("stappen van rondes")
        ordering = ("cycle", "pk")
        constraints = [models.UniqueConstraint(fields=("cycle", "stage"), name="stage_once_a_cycle")]

    @property
    def room_url(self) -> str:
        """The name of the page of its room."""
        return f"{self.stage}:index"

    def __str__(self) -> str:
        return self.get_stage_display()
