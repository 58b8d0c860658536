"""Proposals, what they take, and the ten checks."""

from __future__ import annotations

from typing import ClassVar, cast

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.places.themes import theme_words
from samenspel.kernel.texts.models import Text
from samenspel.stages.proposals.states import MARKS, Answer, Check, CostKind, ProposalState


class ProposalManager(models.Manager["Proposal"]):
    """Fetches the code and the place along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[Proposal]:
        """Proposals with what every page shows of them."""
        return super().get_queryset().select_related("node__place", "node__cycle")


class Proposal(Thing):
    """Something people want to do. Its words and title can be taken back."""

    theme = models.CharField(pgettext_lazy("field", "thema"), max_length=80, blank=True)
    summary = models.CharField(
        _("in het kort"), max_length=300, blank=True, help_text=_("Eén of twee zinnen. Schrijf hier geen namen op.")
    )
    text = models.ForeignKey(Text, verbose_name=_("het voorstel"), on_delete=models.PROTECT, related_name="+")
    where = models.CharField(
        pgettext_lazy("field", "plek"), max_length=160, blank=True, help_text=_("Bijvoorbeeld: het Makassarplein.")
    )
    person = models.ForeignKey(
        Person, verbose_name=_("ingebracht door"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    party = models.ForeignKey(
        Party, verbose_name=_("namens welke partij"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    show_name = models.BooleanField(
        _("naam op de pagina"), default=False, help_text=_("Mag de naam van de maker op de pagina staan?")
    )
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=16, choices=ProposalState, default=ProposalState.DRAFT
    )
    handed_in_on = models.DateField(_("ingeleverd op"), null=True, blank=True)
    hidden = models.BooleanField(_("weggehaald door de redactie"), default=False)
    weighed_yes = models.BooleanField(_("voorlopig ja"), null=True, blank=True)
    weighed_reason = models.CharField(_("reden van de voorlopige weging"), max_length=2000, blank=True)
    weighed_on = models.DateField(_("voorlopig gewogen op"), null=True, blank=True)
    weighed_by = models.CharField(_("voorlopig gewogen door"), max_length=160, blank=True)
    told_first_on = models.DateField(_("eerst aan de maker verteld op"), null=True, blank=True)
    told_how = models.CharField(
        _("hoe het is verteld"), max_length=300, blank=True, help_text=_("Bijvoorbeeld: gebeld, of aan de keukentafel.")
    )
    reason = models.CharField(_("reden van het antwoord"), max_length=2000, blank=True)
    decided_on = models.DateField(_("antwoord gegeven op"), null=True, blank=True)
    decided_by = models.CharField(_("wie het antwoord gaf"), max_length=160, blank=True)
    next_step = models.CharField(
        _("wat kan er wel"), max_length=500, blank=True, help_text=_("Een volgende stap als het antwoord nee is.")
    )
    agreed_to_merge = models.CharField(_("hoe beide makers ja zeiden"), max_length=500, blank=True)

    objects: ClassVar[ProposalManager] = ProposalManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "voorstel")
        verbose_name_plural = pgettext_lazy("table", "voorstellen")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=("accepted", "declined"))
                | (models.Q(decided_on__isnull=False, told_first_on__isnull=False) & ~models.Q(reason="")),
                name="proposal_answered_after_telling",
                violation_error_message=_("Een antwoord heeft een reden en is eerst aan de maker verteld."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("provisional_yes", "provisional_no"))
                | models.Q(told_first_on__isnull=False),
                name="proposal_maker_hears_it_first",
                violation_error_message=_("Een antwoord heeft een reden en is eerst aan de maker verteld."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("provisional_no", "declined")) | ~models.Q(next_step=""),
                name="proposal_no_has_a_next_step",
                violation_error_message=_("Zet bij een nee wat er wel kan."),
            ),
        ]
        indexes = [models.Index(fields=("state", "theme"), name="proposal_state_theme")]

    def get_absolute_url(self) -> str:
        """The page of the proposal."""
        return reverse("proposals:proposal", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round; a proposal always has one."""
        return cast(Cycle, self.node.cycle)

    @property
    def mark(self) -> str:
        """The symbol that goes with its state."""
        return MARKS[ProposalState(self.state)]

    @property
    def theme_name(self) -> str:
        """What people call its theme."""
        return theme_words(self.theme) if self.theme else ""

    @property
    def public_reason(self) -> str:
        """Why, as far as everybody may know: a weighing only after the maker heard it."""
        return self.reason or (self.weighed_reason if self.told_first_on else "")

    @property
    def submitter(self) -> str:
        """Who brought it in, as it is shown; fetch person and party along."""
        if self.party:
            return self.party.name
        if self.person and self.show_name:
            return self.person.shown_name
        return str(_("een bewoner"))

    @property
    def owner_persons(self) -> frozenset[int]:
        """The maker."""
        return frozenset({self.person_id}) if self.person_id else frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party of the maker."""
        return frozenset({self.party_id}) if self.party_id else frozenset()


class CostLine(models.Model):
    """One thing a proposal takes: euro in cents, hours, or square metres."""

    proposal = models.ForeignKey(
        Proposal, verbose_name=pgettext_lazy("field", "voorstel"), on_delete=models.CASCADE, related_name="costs"
    )
    kind = models.CharField(pgettext_lazy("field", "soort"), max_length=6, choices=CostKind)
    amount = models.PositiveBigIntegerField(
        _("hoeveel"), validators=[MinValueValidator(1, _("Vul meer dan nul in, of laat de regel leeg."))],
        help_text=_("Geld in centen, tijd in hele uren, ruimte in hele vierkante meters."),
    )  # fmt: skip
    what = models.CharField(pgettext_lazy("field", "waarvoor"), max_length=160)

    class Meta:
        verbose_name = _("regel van de kosten")
        verbose_name_plural = _("regels van de kosten")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.what


class Feasibility(models.Model):
    """What is known about one of the ten checks of a proposal."""

    proposal = models.ForeignKey(
        Proposal, verbose_name=pgettext_lazy("field", "voorstel"), on_delete=models.CASCADE, related_name="checks"
    )
    check_name = models.CharField(pgettext_lazy("field", "vraag"), max_length=16, choices=Check)
    answer = models.CharField(pgettext_lazy("field", "antwoord"), max_length=8, choices=Answer, default=Answer.UNKNOWN)
    note = models.CharField(pgettext_lazy("field", "toelichting"), max_length=500, blank=True)
    checked_on = models.DateField(_("gekeken op"), default=today, editable=False)

    class Meta:
        verbose_name = _("haalbaarheid van een voorstel")
        verbose_name_plural = _("haalbaarheid van voorstellen")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("proposal", "check_name"), name="proposal_check_once")]

    def __str__(self) -> str:
        return self.get_check_name_display()

    @property
    def code(self) -> str:
        """The journal speaks of the proposal."""
        return self.proposal.code

    @property
    def place_id(self) -> int:
        """The place of the proposal."""
        return self.proposal.place_id
