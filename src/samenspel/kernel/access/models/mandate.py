"""What somebody may do in a place, and what keeps them from it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.access.states import GivenRole, IdentityLevel
from samenspel.kernel.journal.clock import now
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.places.models import Place


class Mandate(models.Model):
    """Somebody may do something in a place, given by somebody, until a day. Public."""

    person = models.ForeignKey(
        Person,
        verbose_name=pgettext_lazy("field", "persoon"),
        on_delete=models.PROTECT,
        related_name="mandates",
    )
    party = models.ForeignKey(
        Party,
        verbose_name=_("namens welke partij"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
    )
    role = models.CharField(pgettext_lazy("field", "rol"), max_length=20, choices=GivenRole)
    place = models.ForeignKey(
        Place,
        verbose_name=pgettext_lazy("field", "gebied"),
        on_delete=models.PROTECT,
        related_name="mandates",
    )
    since = models.DateField(_("geldt vanaf"))
    until = models.DateField(_("geldt tot"), null=True, blank=True)
    given_by = models.CharField(_("gegeven door"), max_length=160, help_text=_("Wie heeft dit besloten, en wanneer?"))

    class Meta:
        verbose_name = pgettext_lazy("table", "mandaat")
        verbose_name_plural = pgettext_lazy("table", "mandaten")
        ordering = ("role", "since", "pk")
        constraints = [
            # Two constraints, because empty values never count as equal in a unique constraint.
            models.UniqueConstraint(
                fields=("person", "party", "role", "place"),
                condition=models.Q(until__isnull=True, party__isnull=False),
                name="mandate_for_party_once_at_a_time",
                violation_error_code="already_done",
                violation_error_message=_("Deze persoon heeft deze rol al."),
            ),
            models.UniqueConstraint(
                fields=("person", "role", "place"),
                condition=models.Q(until__isnull=True, party__isnull=True),
                name="mandate_once_at_a_time",
                violation_error_code="already_done",
                violation_error_message=_("Deze persoon heeft deze rol al."),
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="mandate_ends_after_start",
                violation_error_message=_("De einddatum ligt voor de begindatum."),
            ),
            models.CheckConstraint(
                condition=~models.Q(role="representative") | models.Q(party__isnull=False),
                name="mandate_representative_of_a_party",
                violation_error_message=_("Kies namens welke partij deze persoon spreekt."),
            ),
        ]
        indexes = [models.Index(fields=("person", "until"), name="mandate_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.role}"

    @property
    def owner_persons(self) -> frozenset[int]:
        """Who holds the mandate may lay it down."""
        return frozenset({self.person_id})

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party for which the mandate was given."""
        return frozenset({self.party_id}) if self.party_id else frozenset()


class Conflict(models.Model):
    """Somebody has an interest in a thing and therefore steps aside when it is decided. Public."""

    person = models.ForeignKey(
        Person,
        verbose_name=pgettext_lazy("field", "persoon"),
        on_delete=models.CASCADE,
        related_name="conflicts",
    )
    place = models.ForeignKey(
        Place,
        verbose_name=pgettext_lazy("field", "gebied"),
        on_delete=models.PROTECT,
        related_name="conflicts",
    )
    # The code of the thing as text: the things themselves live above this storey.
    node_code = models.CharField(pgettext_lazy("field", "code"), max_length=20)
    what = models.CharField(_("welk belang"), max_length=200, blank=True)
    declared_at = models.DateTimeField(_("gemeld op"), default=now, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "belang")
        verbose_name_plural = pgettext_lazy("table", "belangen")
        ordering = ("-declared_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "node_code"),
                name="conflict_once_a_thing",
                violation_error_code="already_done",
                violation_error_message=_("U heeft dit al gemeld."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.node_code}"

    @property
    def owner_persons(self) -> frozenset[int]:
        """The person whose interest it is."""
        return frozenset({self.person_id})

    @property
    def owner_parties(self) -> frozenset[int]:
        """An interest is personal."""
        return frozenset()


class IdentityPolicy(models.Model):
    """How sure a place wants to be who somebody is, per act."""

    place = models.ForeignKey(
        Place,
        verbose_name=pgettext_lazy("field", "gebied"),
        on_delete=models.CASCADE,
        related_name="identity_policies",
    )
    verb = models.CharField(pgettext_lazy("field", "handeling"), max_length=80)
    level = models.PositiveSmallIntegerField(
        _("hoe zeker we willen zijn"), choices=IdentityLevel, default=IdentityLevel.NONE
    )

    class Meta:
        verbose_name = _("hoe zeker we willen zijn wie iemand is")
        verbose_name_plural = _("hoe zeker we willen zijn wie iemand is")
        ordering = ("place", "verb")
        constraints = [models.UniqueConstraint(fields=("place", "verb"), name="identity_policy_once_a_verb")]

    def __str__(self) -> str:
        return f"{self.verb}: {self.level}"
