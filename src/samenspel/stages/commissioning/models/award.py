"""Money for somebody, with the reason."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party
from samenspel.stages.commissioning.models.call import Call, CallOption
from samenspel.stages.commissioning.models.plan import JointPlan
from samenspel.stages.commissioning.states import AwardState, Route


class Award(Thing):
    """Who gets how much for what, and why."""

    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=AwardState, default=AwardState.GIVEN
    )
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("partij")
    )
    to = models.CharField(_("aan wie"), max_length=120)
    cents = models.PositiveBigIntegerField(_("bedrag in centen"))
    reason = models.CharField(pgettext_lazy("field", "reden"), max_length=500)
    route = models.CharField(pgettext_lazy("field", "weg"), max_length=20, choices=Route)
    call = models.ForeignKey(
        Call, on_delete=models.PROTECT, null=True, blank=True, related_name="awards", verbose_name=_("ronde")
    )
    option = models.OneToOneField(
        CallOption, on_delete=models.PROTECT, null=True, blank=True, related_name="award", verbose_name=_("keuze")
    )
    joint_plan = models.ForeignKey(
        JointPlan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("gezamenlijk plan"),
    )
    pot = models.CharField(_("uit welke pot"), max_length=120)
    given_on = models.DateField(_("toegekend op"))

    class Meta:
        verbose_name = _("toekenning")
        constraints = [
            models.CheckConstraint(condition=models.Q(cents__gt=0), name="award_is_something"),
        ]

    @property
    def owner_parties(self) -> frozenset[int]:
        """Whoever gets it."""
        return frozenset({self.party_id}) if self.party_id else frozenset()

    def get_absolute_url(self) -> str:
        """Its page."""
        return self.address("award")

    def address(self, name: str) -> str:
        """One of its pages."""
        return reverse(f"commissioning:{name}", args=[self.node.place.slug, self.node.cycle.slug, self.node.code])  # type: ignore[union-attr]
