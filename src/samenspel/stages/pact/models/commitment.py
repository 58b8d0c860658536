"""Promises: who gives what to whom, by when, and how it went."""

from __future__ import annotations

from typing import ClassVar, cast

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party
from samenspel.stages.pact.models.pact import Pact
from samenspel.stages.pact.states import MARKS, RUNNING, VOLUNTEERS, CommitmentKind, CommitmentState


class CommitmentManager(models.Manager["Commitment"]):
    """Fetches the code, the place, giver and receiver along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[Commitment]:
        """Promises with what every page shows of them."""
        return super().get_queryset().select_related("node__place", "node__cycle", "giver__place", "receiver__place")


class Commitment(Thing):
    """One promise of one party; the words of the parties, nobody's private text."""

    pact = models.ForeignKey(
        Pact, verbose_name=pgettext_lazy("field", "pact"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="commitments",
    )  # fmt: skip
    giver = models.ForeignKey(Party, verbose_name=_("wie belooft"), on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(
        Party, verbose_name=_("aan welke partij"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    receiver_name = models.CharField(
        _("aan wie"), max_length=160, blank=True, help_text=_("Als het geen partij is. Bijvoorbeeld: alle bewoners.")
    )
    what = models.TextField(_("wat er is beloofd"), max_length=1000)
    kind = models.CharField(
        pgettext_lazy("field", "soort"), max_length=8, choices=CommitmentKind, default=CommitmentKind.OTHER
    )
    amount_cents = models.PositiveBigIntegerField(
        _("bedrag in centen"), null=True, blank=True,
        validators=[MinValueValidator(1, _("Vul meer dan nul in, of laat het leeg."))],
    )  # fmt: skip
    measure = models.CharField(
        _("hoe we zien dat het is gedaan"), max_length=300, blank=True,
        help_text=_("Bijvoorbeeld: de poort is elke zaterdag open."),
    )  # fmt: skip
    due = models.DateField(_("uiterlijk op"))
    first_due = models.DateField(_("eerst beloofd voor"))
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=14, choices=CommitmentState, default=CommitmentState.PROMISED
    )
    reason = models.CharField(_("reden van de verandering"), max_length=1000, blank=True)
    changed_on = models.DateField(_("veranderd op"), null=True, blank=True)
    kept_on = models.DateField(_("gehouden op"), null=True, blank=True)
    kept_says = models.CharField(_("wie zegt dat het is gehouden"), max_length=160, blank=True)
    how_kept = models.CharField(_("hoe het ging"), max_length=500, blank=True)
    reminded_on = models.DateField(_("herinnerd op"), null=True, blank=True)

    objects: ClassVar[CommitmentManager] = CommitmentManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "belofte")
        verbose_name_plural = pgettext_lazy("table", "beloften")
        indexes = [models.Index(fields=("giver", "state"), name="commitment_giver_state")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="kept") | models.Q(kept_on__isnull=False), name="commitment_kept_on_a_day",
                violation_error_message=_("Zet erbij wanneer de belofte is gehouden."),
            ),
            models.CheckConstraint(
                condition=models.Q(receiver__isnull=False) | ~models.Q(receiver_name=""),
                name="commitment_has_a_receiver",
                violation_error_message=_("Zeg aan wie u dit belooft."),
            ),
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        """The page of the promise."""
        return reverse("pact:commitment", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round; a promise always has one."""
        return cast(Cycle, self.node.cycle)

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party that promised."""
        return frozenset({self.giver_id})

    @property
    def receiver_parties(self) -> frozenset[int]:
        """The party to which it was promised."""
        return frozenset({self.receiver_id}) if self.receiver_id else frozenset()

    @property
    def volunteers(self) -> bool:
        """Whether the giver is a group of volunteers, who may step back without a reason."""
        return self.giver.kind in VOLUNTEERS

    @property
    def to_whom(self) -> str:
        """To whom it was promised, as it is shown."""
        return self.receiver.name if self.receiver else self.receiver_name

    @property
    def mark(self) -> str:
        """The symbol that goes with its state; a day that went by shows, whoever should say so."""
        return MARKS[CommitmentState.LATE if self.overdue else CommitmentState(self.state)]

    @property
    def state_label(self) -> str:
        """How it stands, in words."""
        if self.overdue:
            return str(_("de dag is voorbij"))
        return str(_("te laat gehouden")) if self.kept_late else self.get_state_display()

    @property
    def overdue(self) -> bool:
        """Whether its day went by and nobody said yet how it went."""
        return self.state in RUNNING and self.due < timezone.localdate()

    @property
    def days_late(self) -> int:
        """How many days after the first promised day it was kept; a new day does not wipe that out."""
        return max(0, (self.kept_on - self.first_due).days) if self.kept_on else 0

    @property
    def kept_late(self) -> bool:
        """Whether it was kept, but after the first promised day."""
        return self.state == CommitmentState.KEPT and self.days_late > 0

    @property
    def moved(self) -> bool:
        """Whether the day was put off."""
        return self.due != self.first_due
