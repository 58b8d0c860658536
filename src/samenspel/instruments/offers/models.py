"""Tables of assets and of who was helped with them."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.relations import KINDS
from samenspel.instruments.offers.states import AssetKind, AssetState
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.texts.models import Text


class Asset(Thing):
    """Something or somebody the neighbourhood can count on. Contact goes through the desk."""

    kind = models.CharField(
        pgettext_lazy("field", "soort"), max_length=16, choices=AssetKind, default=AssetKind.PEOPLE
    )
    words = models.ForeignKey(
        Text, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wat het biedt")
    )
    where = models.CharField(
        pgettext_lazy("field", "waar"), max_length=120, blank=True,
        help_text=_("Bijvoorbeeld: in de Meevaart. Nooit een woonadres."),
    )  # fmt: skip
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("wie het aanbiedt"),
    )  # fmt: skip
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("namens welke partij"),
    )  # fmt: skip
    offered_on = models.DateField(_("aangeboden op"))
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=AssetState, default=AssetState.OFFERED
    )
    ended_because = models.CharField(_("waarom gestopt"), max_length=500, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("table", "bron")
        verbose_name_plural = pgettext_lazy("table", "bronnen")
        ordering = ("-offered_on", "-pk")
        indexes = [models.Index(fields=("state", "kind"), name="asset_state_kind")]

    @property
    def owner_persons(self) -> frozenset[int]:
        """Who offers it decides about it."""
        return frozenset({self.person_id} if self.person_id else ())

    @property
    def owner_parties(self) -> frozenset[int]:
        """Or the party in whose name it is offered."""
        return frozenset({self.party_id} if self.party_id else ())

    def get_absolute_url(self) -> str:
        """Its page; fetch node, place and round along to spare queries."""
        node = self.node
        kwargs = {"place": node.place.slug, "cycle": node.cycle.slug if node.cycle else "", "code": node.code}
        return reverse(f"{KINDS['asset'].room}:asset", kwargs=kwargs)


class Match(models.Model):
    """Somebody asked, and was brought together with an offer."""

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
    matched_on = models.DateField(_("gekoppeld op"))
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
