"""Whether people recognise a figure."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models import Cycle, OfCycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.models import Person
from samenspel.stages.profile.models.figures import Indicator
from samenspel.stages.profile.states import Verdict


class ThemeView(OfCycle):
    """Whether somebody recognises a figure; `shared` is what the neighbourhood makes of it together."""

    cycle = models.ForeignKey(
        Cycle, on_delete=models.CASCADE, related_name="+", verbose_name=pgettext_lazy("field", "ronde")
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "indicator")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wie dit vindt")
    )
    shared = models.BooleanField(_("samen zo gezien"), default=False)
    verdict = models.CharField(_("klopt het"), max_length=8, choices=Verdict)
    explanation = models.CharField(pgettext_lazy("field", "uitleg"), max_length=300, blank=True)
    seen_on = models.DateField(_("bekeken op"), default=today, editable=False)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta(OfCycle.Meta):
        verbose_name = _("cijfer naast verhaal")
        verbose_name_plural = _("cijfers naast verhalen")
        ordering = ("cycle", "indicator", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("cycle", "indicator", "person"), condition=models.Q(shared=False),
                name="theme_view_once_a_person", violation_error_code="already_done",
                violation_error_message=_("Wat u hiervan vindt, hebben wij al."),
            ),
            models.UniqueConstraint(
                fields=("cycle", "indicator"), condition=models.Q(shared=True), name="theme_view_shared_once",
                violation_error_code="already_done",
                violation_error_message=_("Hier is net iets ingevuld. Bekijk dat eerst."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.verdict}"
