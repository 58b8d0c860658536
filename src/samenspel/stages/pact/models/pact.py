"""Pacts, who is at the table, and who signed."""

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
from samenspel.stages.pact.states import PACT_MARKS, Method, PactState

PACT_WORDS = ("ambitions", "principles", "shared_information", "joining", "dispute")


class PactManager(models.Manager["Pact"]):
    """Fetches the code, the place and the convener along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[Pact]:
        """Pacts with what every page shows of them."""
        return super().get_queryset().select_related("node__place", "node__cycle", "convener")


class Pact(Thing):
    """What parties want together, for how long, and how they go about it; nobody's private text."""

    convener = models.ForeignKey(
        Party, verbose_name=_("bijeengeroepen door"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    starts = models.DateField(_("begint op"))
    ends = models.DateField(_("loopt tot"))
    ambitions = models.TextField(_("wat wij samen willen"), max_length=5000, blank=True)
    principles = models.TextField(_("hoe wij met elkaar omgaan"), max_length=3000, blank=True)
    shared_information = models.TextField(_("welke informatie wij delen"), max_length=2000, blank=True)
    joining = models.TextField(_("hoe anderen mee kunnen doen"), max_length=1000, blank=True)
    dispute = models.TextField(_("wat wij doen als wij het niet eens zijn"), max_length=1000, blank=True)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=PactState, default=PactState.DRAFT
    )
    in_force_on = models.DateField(_("geldt sinds"), null=True, blank=True)
    ended_on = models.DateField(_("afgelopen op"), null=True, blank=True)
    end_reason = models.CharField(_("reden van het einde"), max_length=1000, blank=True)

    objects: ClassVar[PactManager] = PactManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "buurtpact")
        verbose_name_plural = pgettext_lazy("table", "buurtpacten")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="pact_ends_after_start",
                violation_error_message=_("De einddatum ligt voor de begindatum."),
            )
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        """The page of the pact."""
        return reverse("pact:pact", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round; a pact always has one."""
        return cast(Cycle, self.node.cycle)

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party that called the others to the table."""
        return frozenset({self.convener_id}) if self.convener_id else frozenset()

    @property
    def mark(self) -> str:
        """The symbol that goes with its state."""
        return PACT_MARKS[PactState(self.state)]

    @property
    def chapters(self) -> tuple[tuple[str, str], ...]:
        """The parts of the text with their headings; an empty part was not talked about yet."""
        fields = {f.name: str(f.verbose_name) for f in self._meta.concrete_fields}
        return tuple((fields[name], getattr(self, name)) for name in PACT_WORDS)


class PactParty(models.Model):
    """A party at the table of a pact, signed or not."""

    pact = models.ForeignKey(
        Pact, verbose_name=pgettext_lazy("field", "pact"), on_delete=models.CASCADE, related_name="seats"
    )
    party = models.ForeignKey(
        Party, verbose_name=pgettext_lazy("field", "partij"), on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateField(_("aan tafel sinds"), default=today)

    class Meta:
        verbose_name = _("partij aan tafel")
        verbose_name_plural = _("partijen aan tafel")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("pact", "party"), name="pact_party_once", violation_error_code="already_done",
                violation_error_message=_("Deze partij zit al aan tafel."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pact_id}: {self.party_id}"


class Signature(models.Model):
    """A party agrees with a pact."""

    pact = models.ForeignKey(
        Pact, verbose_name=pgettext_lazy("field", "pact"), on_delete=models.CASCADE, related_name="signatures"
    )
    party = models.ForeignKey(
        Party, verbose_name=pgettext_lazy("field", "partij"), on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("wie tekende"), max_length=160, blank=True)
    person = models.BigIntegerField(_("van wie dit is"), null=True, blank=True, db_index=True)
    method = models.CharField(_("hoe er is getekend"), max_length=6, choices=Method, default=Method.WEB)
    on = models.DateField(_("getekend op"), default=today)

    class Meta:
        verbose_name = _("handtekening onder een pact")
        verbose_name_plural = _("handtekeningen onder pacten")
        ordering = ("on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("pact", "party"), name="pact_signature_once_a_party", violation_error_code="already_done",
                violation_error_message=_("Deze partij tekende al."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name
