"""The tables of who was brought together, and of what they write to each other."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.offers.models.assets import Asset
from samenspel.instruments.offers.states import MatchState
from samenspel.kernel.journal.clock import now
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.texts.models import Text


class Match(models.Model):
    """Two who can do something for each other: asked, brought together, met, and what came of it."""

    asset = models.ForeignKey(
        Asset, on_delete=models.PROTECT, related_name="matches", verbose_name=pgettext_lazy("field", "bron")
    )
    asker = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("wie erom vroeg"),
    )  # fmt: skip
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("namens welke partij"),
    )  # fmt: skip
    need = models.CharField(
        _("waarvoor"), max_length=300, help_text=_("Bijvoorbeeld: voor de buurtmaaltijd. Zonder namen.")
    )
    answer = models.ForeignKey(
        Asset, on_delete=models.PROTECT, null=True, blank=True, related_name="answers",
        verbose_name=_("het aanbod of de vraag aan de andere kant"),
    )  # fmt: skip
    words = models.ForeignKey(
        Text, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("wat de vrager erbij schreef"),
    )  # fmt: skip
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=MatchState, default=MatchState.MATCHED
    )
    met_on = models.DateField(_("gesproken op"), null=True, blank=True)
    outcome = models.CharField(
        _("wat ervan kwam"), max_length=300, blank=True, help_text=_("Iedereen kan dit lezen. Zonder namen.")
    )
    matched_on = models.DateField(_("gevraagd of gekoppeld op"))
    done_on = models.DateField(_("gelukt op"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("table", "koppeling")
        verbose_name_plural = pgettext_lazy("table", "koppelingen")
        ordering = ("-matched_on", "-pk")

    def __str__(self) -> str:
        return self.need

    @property
    def place_id(self) -> int:
        """The place of the asset; fetch asset and node along."""
        return self.asset.place_id


class MatchNote(models.Model):
    """What one writes to the other, through the platform: nobody's address is shown."""

    match = models.ForeignKey(
        Match, on_delete=models.PROTECT, related_name="notes", verbose_name=pgettext_lazy("field", "koppeling")
    )
    words = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("wat er staat"))
    from_giver = models.BooleanField(_("van wie het aanbod of de vraag plaatste"), default=False)
    from_desk = models.BooleanField(_("van de balie"), default=False)
    written_at = models.DateTimeField(_("geschreven op"), default=now, editable=False)

    class Meta:
        verbose_name = _("bericht bij een koppeling")
        verbose_name_plural = _("berichten bij koppelingen")
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.pk)
