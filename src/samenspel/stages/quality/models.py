"""Definitions of quality, their sentences and their signatures."""

from __future__ import annotations

from typing import ClassVar, cast

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.themes import theme_words
from samenspel.stages.quality.states import MARKS, DefinitionState, Method


class DefinitionManager(models.Manager["QualityDefinition"]):
    """Fetches the code, the place and the drafting party along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[QualityDefinition]:
        """Definitions with what every page shows of them."""
        return super().get_queryset().select_related("node__place", "node__cycle", "party")


class QualityDefinition(Thing):
    """What the parties together call good for one service; nobody's private text."""

    service = models.CharField(
        _("waarover dit gaat"), max_length=200, help_text=_("Bijvoorbeeld: het jongerenwerk, of het groen.")
    )
    theme = models.CharField(pgettext_lazy("field", "thema"), max_length=40, blank=True)
    party = models.ForeignKey(
        Party, verbose_name=_("opgeschreven door"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    number = models.PositiveSmallIntegerField(_("hoeveelste versie"), default=1)
    replaces = models.OneToOneField(
        "self", verbose_name=_("komt na"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="replaced_by", error_messages={"unique": _("Er is al een nieuwe versie in de maak.")},
    )  # fmt: skip
    reason = models.CharField(_("reden van de nieuwe versie"), max_length=1000, blank=True)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=DefinitionState, default=DefinitionState.DRAFT
    )
    opened_on = models.DateField(_("op tafel sinds"), null=True, blank=True)

    objects: ClassVar[DefinitionManager] = DefinitionManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "kwaliteitsafspraak")
        verbose_name_plural = pgettext_lazy("table", "kwaliteitsafspraken")

    def get_absolute_url(self) -> str:
        """The page of the definition."""
        return reverse("quality:quality_definition", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round; a definition always has one."""
        return cast(Cycle, self.node.cycle)

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party that wrote it down first."""
        return frozenset({self.party_id}) if self.party_id else frozenset()

    @property
    def mark(self) -> str:
        """The symbol that goes with its state."""
        return MARKS[DefinitionState(self.state)]

    @property
    def theme_name(self) -> str:
        """What people call its theme."""
        return theme_words(self.theme) if self.theme else ""


class Statement(models.Model):
    """One sentence: we speak of good when ..."""

    definition = models.ForeignKey(
        QualityDefinition, verbose_name=_("hoort bij"), on_delete=models.CASCADE, related_name="statements"
    )
    words = models.CharField(
        _("wij spreken van goed als"), max_length=500, help_text=_("Maak de zin af: wij spreken van goed als ...")
    )
    how_noticed = models.CharField(_("hoe we het merken"), max_length=500, blank=True)
    who_judges = models.CharField(
        _("wie oordeelt"), max_length=200, blank=True, help_text=_("Bijvoorbeeld: wie er komt. Geen namen.")
    )
    how_often = models.CharField(_("hoe vaak"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(pgettext_lazy("field", "volgorde"), default=0)

    class Meta:
        verbose_name = _("zin van een kwaliteitsafspraak")
        verbose_name_plural = _("zinnen van kwaliteitsafspraken")
        ordering = ("order", "pk")

    def __str__(self) -> str:
        return self.words[:60]


class Signature(models.Model):
    """A party agrees with the words."""

    definition = models.ForeignKey(
        QualityDefinition, verbose_name=_("hoort bij"), on_delete=models.CASCADE, related_name="signatures"
    )
    party = models.ForeignKey(
        Party, verbose_name=pgettext_lazy("field", "partij"), on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("wie tekende"), max_length=160, blank=True)
    person = models.BigIntegerField(_("van wie dit is"), null=True, blank=True, db_index=True)
    method = models.CharField(_("hoe er is getekend"), max_length=6, choices=Method, default=Method.WEB)
    on = models.DateField(_("getekend op"), default=today)

    class Meta:
        verbose_name = _("handtekening onder een kwaliteitsafspraak")
        verbose_name_plural = _("handtekeningen onder kwaliteitsafspraken")
        ordering = ("on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("definition", "party"), name="quality_signature_once_a_party",
                violation_error_code="already_done", violation_error_message=_("Deze partij tekende al."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name
