"""A party: community, initiative, institution, company or municipality, all alike."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.models.person import Person
from samenspel.kernel.people.names import NAME_TAKEN
from samenspel.kernel.people.states import Link, LinkMark, PartyKind, PartyPhase, PartyState
from samenspel.kernel.people.validators import group_name_free
from samenspel.kernel.places.models import Place


class Party(models.Model):
    """Who people are together: why, what and for whom. No legal form is asked."""

    slug = models.SlugField(_("naam in het webadres"), max_length=60, validators=[group_name_free])
    name = models.CharField(pgettext_lazy("field", "naam"), max_length=120)
    name_key = models.CharField(_("naam om te vergelijken"), max_length=240, editable=False)
    kind = models.CharField(_("soort partij"), max_length=20, choices=PartyKind, default=PartyKind.COMMUNITY)
    place = models.ForeignKey(
        Place,
        verbose_name=pgettext_lazy("field", "gebied"),
        on_delete=models.PROTECT,
        related_name="parties",
    )
    why = models.CharField(_("waarom we dit doen"), max_length=300, blank=True)
    what = models.CharField(_("wat we doen"), max_length=300, blank=True)
    for_whom = models.CharField(_("voor wie we er zijn"), max_length=200, blank=True)
    needs = models.TextField(_("wat we nodig hebben"), max_length=1000, blank=True)
    gives = models.TextField(_("wat we geven"), max_length=1000, blank=True)
    phase = models.CharField(_("hoe ver we zijn"), max_length=20, choices=PartyPhase, default=PartyPhase.START)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=20, choices=PartyState, default=PartyState.ACTIVE
    )
    founded_at = models.DateField(_("begonnen op"), null=True, blank=True)
    stopped_at = models.DateField(_("gestopt op"), null=True, blank=True, editable=False)
    split_from = models.ForeignKey(
        "self",
        verbose_name=_("voortgekomen uit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="splits",
    )
    joined_into = models.ForeignKey(
        "self",
        verbose_name=_("verdergegaan in"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
    )
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "partij")
        verbose_name_plural = pgettext_lazy("table", "partijen")
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("place", "slug"),
                name="party_slug_once_a_place",
                violation_error_message=_("Er is al een groep met deze naam. Kies een andere naam."),
            ),
            models.UniqueConstraint(
                fields=("place", "name_key"), name="party_name_once_a_place", violation_error_message=NAME_TAKEN
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the party; fetch the place along to spare a query."""
        return reverse("people:party", kwargs={"place": self.place.slug, "slug": self.slug})

    @property
    def owner_persons(self) -> frozenset[int]:
        """A party is owned by its members together, not by one person."""
        return frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """A party decides about itself."""
        return frozenset({self.pk}) if self.pk else frozenset()


class MembershipManager(models.Manager["Membership"]):
    """Fetches the party along, so that rules about a membership need no query."""

    def get_queryset(self) -> models.QuerySet[Membership]:
        """Memberships with their party."""
        return super().get_queryset().select_related("party")


class Membership(models.Model):
    """One person stands behind one party, from a day on, until they step back."""

    person = models.ForeignKey(
        Person,
        verbose_name=pgettext_lazy("field", "persoon"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    party = models.ForeignKey(
        Party,
        verbose_name=pgettext_lazy("field", "partij"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    since = models.DateField(_("erbij sinds"))
    until = models.DateField(_("erbij tot"), null=True, blank=True)
    speaks_for = models.BooleanField(
        _("mag namens de groep spreken"),
        default=False,
        help_text=_("Wie de groep begint, mag dit. De groep kan het ook aan anderen geven."),
    )
    shown = models.BooleanField(
        _("naam op de pagina"),
        default=False,
        help_text=_("Mag uw naam op de pagina van de groep staan?"),
    )

    objects: ClassVar[MembershipManager] = MembershipManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("deelname aan een partij")
        verbose_name_plural = _("deelnames aan partijen")
        ordering = ("since", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "party"),
                condition=models.Q(until__isnull=True),
                name="membership_once_at_a_time",
                violation_error_code="already_done",
                violation_error_message=_("U hoort al bij deze groep."),
            ),
        ]
        indexes = [models.Index(fields=("person", "until"), name="membership_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id} - {self.party_id}"

    @property
    def place_id(self) -> int:
        """The place of the party."""
        return self.party.place_id

    @property
    def owner_persons(self) -> frozenset[int]:
        """The member decides about their own membership."""
        return frozenset({self.person_id})

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party sees who stands behind it."""
        return frozenset({self.party_id})


class ContinuityMark(models.Model):
    """How a community sees one of the six links that keep it going; its own scan, never a score."""

    party = models.ForeignKey(
        Party,
        verbose_name=pgettext_lazy("field", "partij"),
        on_delete=models.CASCADE,
        related_name="continuity_marks",
    )
    link = models.CharField(pgettext_lazy("field", "schakel"), max_length=20, choices=Link)
    mark = models.CharField(_("hoe het ermee staat"), max_length=20, choices=LinkMark)
    note = models.CharField(pgettext_lazy("field", "toelichting"), max_length=300, blank=True)
    marked_on = models.DateField(_("gekeken op"), default=today, editable=False)

    class Meta:
        verbose_name = _("schakel van een gemeenschap")
        verbose_name_plural = _("schakels van gemeenschappen")
        ordering = ("party", "link")
        constraints = [models.UniqueConstraint(fields=("party", "link"), name="continuity_mark_once_a_link")]

    def __str__(self) -> str:
        return f"{self.party_id}: {self.link}"
