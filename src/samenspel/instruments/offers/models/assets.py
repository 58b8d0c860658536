"""The table of what is offered and looked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.relations import KINDS
from samenspel.instruments.offers.states import AssetKind, AssetState, Side
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.models import Text

FRESH = timedelta(days=183)  # after half a year we ask whether it is still so


class Asset(Thing):
    """Something or somebody the neighbourhood can count on, or looks for. Contact goes through the platform."""

    side = models.CharField(_("aanbod of gezocht"), max_length=8, choices=Side, default=Side.OFFER)
    kind = models.CharField(pgettext_lazy("field", "soort"), max_length=16, choices=AssetKind, default=AssetKind.PEOPLE)
    words = models.ForeignKey(
        Text, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wat het biedt")
    )
    where = models.CharField(
        pgettext_lazy("field", "waar"), max_length=120, blank=True,
        help_text=_("Bijvoorbeeld: in de Meevaart. Nooit een woonadres."),
    )  # fmt: skip
    area = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("in welk deel"),
        help_text=_("Een stuk van de buurt, nooit een woonadres."),
    )  # fmt: skip
    owner_name = models.CharField(
        _("van wie de ruimte is"), max_length=120, blank=True, help_text=_("De naam van een organisatie.")
    )
    size_m2 = models.PositiveIntegerField(_("vierkante meters"), null=True, blank=True)
    price = models.CharField(
        _("wat het kost of oplevert"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: gratis, of € 10 per uur.")
    )
    until = models.DateField(_("tot en met"), null=True, blank=True, help_text=_("Leeg is: zolang het kan."))
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("wie het aanbiedt"),
    )  # fmt: skip
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("namens welke partij"),
    )  # fmt: skip
    offered_on = models.DateField(_("aangeboden op"))
    checked_on = models.DateField(_("nagekeken op"), default=today)
    asked_on = models.DateField(_("gevraagd of het nog klopt op"), null=True, blank=True)
    warned_on = models.DateField(_("gewaarschuwd voor het einde op"), null=True, blank=True)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=AssetState, default=AssetState.OFFERED
    )
    ended_because = models.CharField(_("waarom gestopt"), max_length=500, blank=True)

    touched: Any = None  # the connection that an act is about, for who is told of it

    class Meta:
        verbose_name = pgettext_lazy("table", "bron")
        verbose_name_plural = pgettext_lazy("table", "bronnen")
        ordering = ("-offered_on", "-pk")
        indexes = [models.Index(fields=("state", "kind"), name="asset_state_kind")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size_m2__isnull=True) | models.Q(size_m2__gt=0), name="asset_size_is_a_size",
                violation_error_message=_("Een ruimte is minstens 1 vierkante meter."),
            )
        ]  # fmt: skip

    @property
    def owner_persons(self) -> frozenset[int]:
        """Who offers it decides about it."""
        return frozenset({self.person_id} if self.person_id else ())

    @property
    def owner_parties(self) -> frozenset[int]:
        """Or the party in whose name it is offered."""
        return frozenset({self.party_id} if self.party_id else ())

    @property
    def is_ask(self) -> bool:
        """Whether somebody looks for it."""
        return self.side == Side.ASK

    @property
    def stale(self) -> bool:
        """Whether nobody said for half a year that it is still so."""
        return self.checked_on + FRESH < today()

    @property
    def stands(self) -> bool:
        """Whether one can count on it today."""
        return self.state not in (AssetState.STOPPED, AssetState.RESTING) and not self.over

    @property
    def over(self) -> bool:
        """Whether its last day is past."""
        return self.until is not None and self.until < today()

    def get_absolute_url(self) -> str:
        """Its page; fetch node, place and round along to spare queries."""
        node = self.node
        kwargs = {"place": node.place.slug, "cycle": node.cycle.slug if node.cycle else "", "code": node.code}
        return reverse(f"{KINDS['asset'].room}:asset", kwargs=kwargs)
