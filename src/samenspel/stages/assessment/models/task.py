"""The register of public tasks."""

from __future__ import annotations

from typing import ClassVar, cast

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party


class TaskManager(models.Manager["Task"]):
    """Fetches the code, the place and the provider along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[Task]:
        """Tasks with what every page shows of them."""
        return super().get_queryset().select_related("node__place", "node__cycle", "provider__place")


class Task(Thing):
    """A public task in the area: who does it, for how much, until when."""

    what = models.CharField(_("wat er wordt gedaan"), max_length=1000, blank=True)
    provider = models.ForeignKey(
        Party, verbose_name=_("welke partij doet het"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    provider_name = models.CharField(
        _("wie doet het"), max_length=160, blank=True, help_text=_("Als het geen partij in de buurt is.")
    )
    yearly_cents = models.PositiveBigIntegerField(
        _("bedrag per jaar in centen"), null=True, blank=True, help_text=_("Leeg betekent: dat weten wij niet."),
        validators=[MinValueValidator(1, _("Vul meer dan nul in, of laat het leeg."))],
    )  # fmt: skip
    contract_ends = models.DateField(_("contract loopt tot"), null=True, blank=True)
    open_to_challenge = models.BooleanField(
        _("anderen mogen het ook proberen"), default=False, help_text=_("Het uitdaagrecht, of bewonersbod.")
    )
    why = models.CharField(_("waarom wel of niet"), max_length=1000, blank=True)
    source = models.CharField(_("waar dit staat"), max_length=300, blank=True)

    objects: ClassVar[TaskManager] = TaskManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("publieke taak")
        verbose_name_plural = _("publieke taken")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(open_to_challenge=True) | ~models.Q(why=""), name="task_closed_with_a_reason",
                violation_error_message=_("Zeg waarom anderen deze taak niet mogen overnemen."),
            ),
            models.CheckConstraint(
                condition=models.Q(provider__isnull=False) | ~models.Q(provider_name=""), name="task_has_a_provider",
                violation_error_message=_("Zeg wie deze taak doet."),
            ),
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        """The page of the task."""
        return reverse("assessment:task", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round in which it was written down."""
        return cast(Cycle, self.node.cycle)

    @property
    def owner_parties(self) -> frozenset[int]:
        """Who does the task may correct what stands here."""
        return frozenset({self.provider_id}) if self.provider_id else frozenset()

    @property
    def done_by(self) -> str:
        """Who does it, as it is shown."""
        return self.provider.name if self.provider else self.provider_name
