"""Who decides what in a place, and when."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models.cycle import Cycle, OfCycle
from samenspel.kernel.cycle.states import BodyKind, CalendarKind
from samenspel.kernel.places.models import Place


class Body(models.Model):
    """A group that decides or advises: board, council, committee, wijkraad; data per place."""

    place = models.ForeignKey(
        Place, verbose_name=pgettext_lazy("field", "gebied"), on_delete=models.PROTECT, related_name="bodies"
    )
    name = models.CharField(pgettext_lazy("field", "naam"), max_length=120)
    kind = models.CharField(_("soort groep"), max_length=20, choices=BodyKind)
    decides = models.TextField(_("waarover deze groep beslist"), max_length=1000)
    advises = models.TextField(_("waarover deze groep advies geeft"), max_length=1000, blank=True)
    reach = models.CharField(_("hoe u hen bereikt"), max_length=200, blank=True)
    source = models.URLField(_("waar dit staat"), blank=True)
    until = models.DateField(_("bestaat tot"), null=True, blank=True)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta:
        verbose_name = _("groep die beslist of advies geeft")
        verbose_name_plural = _("groepen die beslissen of advies geven")
        ordering = ("kind", "name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("place", "name"),
                name="body_name_once_a_place",
                violation_error_message=_("Deze groep staat er al."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class CalendarItem(OfCycle):
    """A date of the municipality that this round must reckon with."""

    cycle = models.ForeignKey(
        Cycle, verbose_name=pgettext_lazy("field", "ronde"), on_delete=models.CASCADE, related_name="calendar"
    )
    title = models.CharField(_("wat er dan is"), max_length=160)
    kind = models.CharField(_("soort datum"), max_length=20, choices=CalendarKind)
    date = models.DateField(pgettext_lazy("field", "datum"))
    must_arrive_by = models.DateField(
        _("stukken uiterlijk op"),
        null=True,
        blank=True,
        help_text=_("Wat later komt, telt dan niet meer mee."),
    )
    body = models.ForeignKey(
        Body,
        verbose_name=_("welke groep dan vergadert"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="calendar",
    )
    source = models.URLField(_("waar dit staat"), blank=True)

    class Meta(OfCycle.Meta):
        verbose_name = _("datum van de gemeente")
        verbose_name_plural = _("data van de gemeente")
        ordering = ("date", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(must_arrive_by__isnull=True) | models.Q(must_arrive_by__lte=models.F("date")),
                name="calendar_papers_before_meeting",
                violation_error_message=_("De stukken moeten er zijn voor de datum zelf."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind_beside(self) -> str:
        """What kind of date this is, unless the title says so already."""
        kind = self.get_kind_display()
        return "" if self.title.casefold().startswith(kind.casefold()) else kind
