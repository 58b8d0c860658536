"""How a round starts and how it looks back: the start agreement, lessons, then and now."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models.cycle import Cycle, OfCycle
from samenspel.kernel.cycle.states import Condition, Standing
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.models import Party


class StartMark(OfCycle):
    """What one party says about one of the nine conditions of the start agreement."""

    cycle = models.ForeignKey(
        Cycle,
        verbose_name=pgettext_lazy("field", "ronde"),
        on_delete=models.CASCADE,
        related_name="start_marks",
    )
    condition = models.CharField(pgettext_lazy("field", "voorwaarde"), max_length=20, choices=Condition)
    party = models.ForeignKey(
        Party,
        verbose_name=pgettext_lazy("field", "partij"),
        on_delete=models.PROTECT,
        related_name="start_marks",
    )
    mark = models.CharField(_("hoe het ermee staat"), max_length=12, choices=Standing)
    what_we_do = models.CharField(_("wat wij eraan doen"), max_length=500, blank=True)
    marked_on = models.DateField(_("gezegd op"), default=today, editable=False)

    class Meta(OfCycle.Meta):
        verbose_name = _("voorwaarde bij de start")
        verbose_name_plural = _("voorwaarden bij de start")
        ordering = ("cycle", "condition", "party")
        constraints = [
            models.UniqueConstraint(
                fields=("cycle", "condition", "party"), name="start_mark_once_a_party_and_condition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.party_id}: {self.condition}"


class ThenAndNow(OfCycle):
    """Toen en nu: what changed around us, what we asked, what came, what we ask now."""

    cycle = models.ForeignKey(
        Cycle,
        verbose_name=pgettext_lazy("field", "ronde"),
        on_delete=models.CASCADE,
        related_name="then_and_now",
    )
    written_by = models.ForeignKey(
        Party,
        verbose_name=_("geschreven door"),
        on_delete=models.PROTECT,
        related_name="then_and_now",
    )
    changed = models.TextField(_("wat er om ons heen veranderde"), max_length=4000)
    asked = models.TextField(_("wat wij vroegen"), max_length=4000)
    came = models.TextField(_("wat er kwam"), max_length=4000)
    ask_now = models.TextField(_("wat wij nu vragen"), max_length=4000)
    written_on = models.DateField(_("geschreven op"), default=today, editable=False)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta(OfCycle.Meta):
        verbose_name = _("toen en nu")
        verbose_name_plural = _("toen en nu")
        ordering = ("cycle", "pk")
        constraints = [models.UniqueConstraint(fields=("cycle", "written_by"), name="then_and_now_once_a_party")]

    def __str__(self) -> str:
        return f"{self.cycle_id}: {self.written_by_id}"


class CarriedLesson(OfCycle):
    """A lesson of an earlier round with which this round opened."""

    cycle = models.ForeignKey(
        Cycle, verbose_name=pgettext_lazy("field", "ronde"), on_delete=models.CASCADE, related_name="lessons"
    )
    text = models.CharField(_("wat we hebben geleerd"), max_length=500)
    source_code = models.CharField(_("code van de les"), max_length=20, blank=True)

    class Meta(OfCycle.Meta):
        verbose_name = _("les uit de vorige ronde")
        verbose_name_plural = _("lessen uit de vorige ronde")
        ordering = ("cycle", "pk")

    def __str__(self) -> str:
        return self.text
