"""Two people who carry something together, and the one person you can always ask."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.models.party import Party
from samenspel.kernel.people.models.person import Person
from samenspel.kernel.places.models import Place


class Duo(models.Model):
    """A resident and a professional who own something together; on paper only their names are known."""

    place = models.ForeignKey(
        Place, verbose_name=pgettext_lazy("field", "gebied"), on_delete=models.PROTECT, related_name="duos"
    )
    resident = models.ForeignKey(
        Person,
        verbose_name=pgettext_lazy("field", "bewoner"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="duos_as_resident",
    )
    resident_name = models.CharField(_("naam van de bewoner"), max_length=120, blank=True)
    professional = models.ForeignKey(
        Person,
        verbose_name=pgettext_lazy("field", "professional"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="duos_as_professional",
    )
    professional_name = models.CharField(_("naam van de professional"), max_length=120, blank=True)
    professional_party = models.ForeignKey(
        Party,
        verbose_name=_("waar de professional werkt"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="duos",
    )
    formed_on = models.DateField(_("samen sinds"), default=today, editable=False)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "duo")
        verbose_name_plural = pgettext_lazy("table", "duo's")
        ordering = ("pk",)

    def __str__(self) -> str:
        return " + ".join(name for name in (self.shown_resident, self.shown_professional) if name)

    @property
    def shown_resident(self) -> str:
        """Name of the resident; fetch the person along."""
        return self.resident.shown_name if self.resident else self.resident_name

    @property
    def shown_professional(self) -> str:
        """Name of the professional; fetch the person along."""
        return self.professional.shown_name if self.professional else self.professional_name

    @property
    def owner_persons(self) -> frozenset[int]:
        """Both of the pair own what they carry."""
        return frozenset(pk for pk in (self.resident_id, self.professional_id) if pk)

    @property
    def owner_parties(self) -> frozenset[int]:
        """A duo is two people, not their employers."""
        return frozenset()


class ContactPoint(models.Model):
    """The one named contact for a thing, from first talk to last euro, and a stand-in."""

    # The code of the thing as text: the things themselves live above this storey.
    code = models.CharField(pgettext_lazy("field", "code"), max_length=20)
    place = models.ForeignKey(
        Place,
        verbose_name=pgettext_lazy("field", "gebied"),
        on_delete=models.PROTECT,
        related_name="contact_points",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=pgettext_lazy("field", "contactpersoon"),
        on_delete=models.PROTECT,
        related_name="contact_for",
    )
    party = models.ForeignKey(
        Party,
        verbose_name=_("namens welke partij"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contact_for",
    )
    stand_in = models.ForeignKey(
        Person,
        verbose_name=pgettext_lazy("field", "vervanger"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stands_in_for",
    )
    reach = models.CharField(
        _("hoe u hen bereikt"), max_length=200, blank=True, help_text=_("Dit staat op de openbare pagina.")
    )
    since = models.DateField(_("contact sinds"), default=today, editable=False)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "contactpersoon")
        verbose_name_plural = pgettext_lazy("table", "contactpersonen")
        ordering = ("code",)
        constraints = [models.UniqueConstraint(fields=("code",), name="one_contact_a_thing")]

    def __str__(self) -> str:
        return f"{self.code}: {self.person_id}"
