"""A joint plan: partners, tasks and consent."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party
from samenspel.stages.commissioning.states import Answer, PlanState, Route


class JointPlan(Thing):
    """What parties do together, at which quality and with which money."""

    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=PlanState, default=PlanState.DRAFT
    )
    what = models.TextField(_("wat we gaan doen"), max_length=4000)
    route = models.CharField(pgettext_lazy("field", "weg"), max_length=20, choices=Route, default=Route.CONSENT)
    cents = models.PositiveBigIntegerField(_("geld dat nodig is, in centen"), default=0)
    quality = models.CharField(
        _("codes van kwaliteitsafspraken"), max_length=200, blank=True, help_text=_("Bijvoorbeeld: KW-7K4R.")
    )
    starts_on = models.DateField(_("begint op"), null=True, blank=True)
    ends_on = models.DateField(_("eindigt op"), null=True, blank=True)
    convener = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wie het begon")
    )
    carried_on = models.DateField(_("gedragen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("gezamenlijk plan")

    @property
    def owner_parties(self) -> frozenset[int]:
        """Whoever started it looks after the text."""
        return frozenset({self.convener_id}) if self.convener_id else frozenset()

    @property
    def quality_codes(self) -> tuple[str, ...]:
        """The quality definitions it is held to."""
        return tuple(self.quality.split())

    def get_absolute_url(self) -> str:
        """Its page."""
        return self.address("joint_plan")

    def address(self, name: str) -> str:
        """One of its pages."""
        return reverse(f"commissioning:{name}", args=[self.node.place.slug, self.node.cycle.slug, self.node.code])  # type: ignore[union-attr]


class PartnerManager(models.Manager["Partner"]):
    """Fetches the plan along, so that rules about a partner need no query."""

    def get_queryset(self) -> models.QuerySet["Partner"]:
        """Partners with their plan and party."""
        return super().get_queryset().select_related("plan__node", "party")


class Partner(models.Model):
    """A party in a joint plan, with its task."""

    plan = models.ForeignKey(
        JointPlan, on_delete=models.PROTECT, related_name="partners", verbose_name=_("gezamenlijk plan")
    )
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("partij"))
    task = models.CharField(_("wat deze partij doet"), max_length=300)
    cents = models.PositiveBigIntegerField(_("brengt in, in centen"), default=0)
    hours = models.PositiveIntegerField(_("brengt in, in uren"), default=0)

    objects = PartnerManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("partner in een plan")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "party"],
                name="partner_once_a_plan",
                violation_error_code="already_done",
                violation_error_message=_("Deze partij doet al mee."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.party_id}"

    @property
    def place_id(self) -> int:
        """The place of the plan."""
        return self.plan.place_id

    @property
    def code(self) -> str:
        """The journal speaks of the plan."""
        return self.plan.code

    @property
    def owner_persons(self) -> frozenset[int]:
        """A partner is a party."""
        return frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """Each partner answers for itself."""
        return frozenset({self.party_id})


class ConsentMark(models.Model):
    """What one partner says of the plan as it now is; one answer per partner, that may change."""

    partner = models.OneToOneField(
        Partner, on_delete=models.PROTECT, related_name="consent", verbose_name=_("partner in een plan")
    )
    answer = models.CharField(pgettext_lazy("field", "antwoord"), max_length=10, choices=Answer)
    reason = models.CharField(pgettext_lazy("field", "reden"), max_length=500, blank=True)
    said_on = models.DateField(_("gezegd op"))

    class Meta:
        verbose_name = _("antwoord van een partner")

    def __str__(self) -> str:
        return f"{self.partner_id}: {self.answer}"
