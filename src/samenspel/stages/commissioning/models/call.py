"""A round of money, what is on its ballot paper, and how it ended."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.ballots.models import BallotBox
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party
from samenspel.stages.commissioning.states import Binding, CallState, Outcome, Route


class Call(Thing):
    """A round in which money is divided by rules that everybody could read before."""

    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=CallState, default=CallState.DRAFT
    )
    route = models.CharField(pgettext_lazy("field", "weg"), max_length=20, choices=Route, default=Route.VOTE)
    about = models.CharField(_("waar het over gaat"), max_length=600, blank=True)
    who = models.CharField(
        _("wie mag meedoen"), max_length=300, blank=True, help_text=_("Bijvoorbeeld: iedereen van 12 jaar en ouder.")
    )
    budget_cents = models.PositiveBigIntegerField(_("geld in centen"))
    funder = models.CharField(_("wie het geld inlegt"), max_length=120, blank=True)
    commissioner = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("opdrachtgever")
    )
    rule_set = models.TextField(_("spelregels"), help_text=_("De regels als gegevens."))
    body = models.CharField(_("wie er besluit"), max_length=120, help_text=_("Bijvoorbeeld: het dagelijks bestuur."))
    binds = models.CharField(_("hoe vast de uitslag is"), max_length=10, choices=Binding, default=Binding.UNLESS)
    ballots_public = models.BooleanField(
        _("stembiljetten openbaar"), default=False, help_text=_("Dit staat voor de stemming al vast.")
    )
    opens_at = models.DateTimeField(_("open vanaf"), null=True, blank=True)
    closes_at = models.DateTimeField(_("open tot"), null=True, blank=True)
    box = models.OneToOneField(
        BallotBox, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("stembus")
    )
    voters = models.PositiveIntegerField(_("aantal stemmers"), null=True, blank=True)
    spent_cents = models.PositiveBigIntegerField(_("verdeeld in centen"), null=True, blank=True)
    count_failed = models.BooleanField(_("tellen niet gelukt"), default=False, editable=False)
    certificate = models.TextField(_("controleblad"), blank=True, help_text=_("Om de uitslag na te gaan."))
    source_hash = models.CharField(_("kenmerk van het ingelezen bestand"), max_length=64, blank=True)
    source = models.CharField(_("waar de stemmen vandaan komen"), max_length=200, blank=True)
    decision = models.CharField(_("besluit en reden"), max_length=1000, blank=True)
    decided_by = models.CharField(_("besloten door"), max_length=120, blank=True)
    decided_on = models.DateField(_("besloten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("ronde om geld te verdelen")

    @property
    def owner_parties(self) -> frozenset[int]:
        """The commissioner may prepare its own call."""
        return frozenset({self.commissioner_id}) if self.commissioner_id else frozenset()

    @property
    def maker_parties(self) -> frozenset[int]:
        """Whoever puts money in does not gain by how it is divided."""
        return frozenset()

    @property
    def left_cents(self) -> int | None:
        """What nobody got."""
        return None if self.spent_cents is None else self.budget_cents - self.spent_cents

    @property
    def has_result(self) -> bool:
        """Whether it was counted."""
        return self.state in (CallState.COUNTED, CallState.DECIDED)

    def get_absolute_url(self) -> str:
        """Its page; fetch node, place and round along to spare queries."""
        return self.address("call")

    def address(self, name: str) -> str:
        """One of its pages."""
        return reverse(f"commissioning:{name}", args=[self.node.place.slug, self.node.cycle.slug, self.node.code])  # type: ignore[union-attr]


class CallOption(Thing):
    """A plan that people can vote for."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="options", verbose_name=_("ronde"))
    key = models.CharField(_("nummer op het stembiljet"), max_length=40)
    cents = models.PositiveBigIntegerField(_("kosten in centen"))
    category = models.CharField(_("thema"), max_length=120, blank=True)
    summary = models.CharField(_("in het kort"), max_length=600, blank=True)
    makers = models.CharField(_("wie het maken"), max_length=200, blank=True)
    next_step = models.CharField(_("wat kan wel"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("keuze in een ronde")
        constraints = [models.UniqueConstraint(fields=["call", "key"], name="call_option_key_once")]

    def get_absolute_url(self) -> str:
        """Its page."""
        place, cycle = self.node.place.slug, self.node.cycle.slug  # type: ignore[union-attr]
        return reverse("commissioning:option", args=[place, cycle, self.node.code])


class ResultLine(models.Model):
    """One step of the count: what was left when it was the turn of this plan, and what followed."""

    option = models.OneToOneField(
        CallOption, on_delete=models.PROTECT, related_name="result", verbose_name=_("keuze in een ronde")
    )
    turn = models.PositiveIntegerField(_("volgorde bij het tellen"))
    votes = models.PositiveIntegerField(_("stemmen"))
    left_cents = models.PositiveBigIntegerField(_("over op dat moment, in centen"))
    outcome = models.CharField(pgettext_lazy("field", "uitkomst"), max_length=10, choices=Outcome)
    by_lot = models.BooleanField(_("volgorde geloot"), default=False)
    reason_code = models.CharField(_("reden als code"), max_length=40)
    reason_facts = models.TextField(_("getallen bij de reden"))
    reason = models.CharField(pgettext_lazy("field", "reden"), max_length=1000)

    class Meta:
        verbose_name = _("regel van de uitslag")

    def __str__(self) -> str:
        return f"{self.turn}: {self.outcome}"
