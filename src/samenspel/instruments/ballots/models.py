"""Boxes, codes, envelopes and what the count left. After the count no table joins a code to a choice."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.ballots.states import BoxState, CodeState, HolderState
from samenspel.kernel.people.models import Person
from samenspel.kernel.places.models import Place


class BallotBox(models.Model):
    """Something that people vote on: its money, its rules and its lock."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("plaats"))
    subject = models.CharField(_("waarover"), max_length=16, unique=True, help_text=_("De code van de stemming."))
    title = models.CharField(_("naam van de stemming"), max_length=300)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=BoxState, default=BoxState.DRAFT
    )
    budget_cents = models.PositiveBigIntegerField(_("geld in centen"))
    rule_set = models.TextField(_("spelregels"), help_text=_("De regels als gegevens, zoals het tellen ze leest."))
    seed = models.CharField(_("tekst voor de loting"), max_length=80, help_text=_("Bekend voor het tellen."))
    public_key = models.CharField(_("openbare sleutels"), max_length=200, blank=True)
    padded_size = models.PositiveIntegerField(_("lengte van elke envelop"), default=0)
    opens_at = models.DateTimeField(_("open vanaf"), null=True, blank=True)
    closes_at = models.DateTimeField(_("open tot"), null=True, blank=True)
    ballots = models.PositiveIntegerField(_("aantal stembiljetten"), null=True, blank=True)
    input_hash = models.CharField(_("kenmerk van de stemmen"), max_length=64, blank=True)
    file_facts = models.TextField(_("gegevens uit het bestand"), blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("stembus")

    def __str__(self) -> str:
        return self.title

    @property
    def code(self) -> str:
        """The journal speaks of the thing that is voted on."""
        return self.subject

    @property
    def sealed(self) -> bool:
        """Whether its ballots are in envelopes; a vote counted elsewhere has none."""
        return bool(self.public_key)


class KeyHolder(models.Model):
    """Somebody with one of the three parts of the key of a vote. The part itself is on paper, and kept nowhere."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("plaats"))
    subject = models.CharField(_("waarover"), max_length=16, help_text=_("De code van de stemming."))
    number = models.PositiveSmallIntegerField(_("nummer van het deel"))
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("sleutelhouder")
    )
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=HolderState, default=HolderState.NAMED
    )
    public_key = models.CharField(_("openbare sleutel"), max_length=64, blank=True)
    # Between handing in and the count only: the part, locked for each of the two others.
    handed = models.BinaryField(_("ingeleverd deel, op slot"), null=True, blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)

    # The part of the key, for the one page that shows it. Never a column.
    part: str = ""

    class Meta:
        verbose_name = _("sleutelhouder")
        constraints = [
            models.UniqueConstraint(fields=["subject", "number"], name="key_holder_number_once"),
            models.UniqueConstraint(fields=["subject", "person"], name="key_holder_person_once"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.number}"

    @property
    def code(self) -> str:
        """The journal speaks of the thing that is voted on, never of who holds a part."""
        return self.subject

    @property
    def owner_persons(self) -> frozenset[int]:
        """A part is for one person."""
        return frozenset({self.person_id}) if self.person_id else frozenset()

    @property
    def ready(self) -> bool:
        """Whether this person has the part."""
        return self.state in (HolderState.TAKEN, HolderState.HANDED)


class Option(models.Model):
    """Something one can choose."""

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="options", verbose_name=_("stembus"))
    key = models.CharField(_("nummer"), max_length=40)
    title = models.CharField(_("naam"), max_length=300)
    cents = models.PositiveBigIntegerField(_("kosten in centen"))
    category = models.CharField(_("thema"), max_length=120, blank=True)
    node = models.CharField(_("code"), max_length=16, blank=True)

    class Meta:
        verbose_name = _("keuze op het stembiljet")
        constraints = [models.UniqueConstraint(fields=["box", "key"], name="option_key_once")]

    def __str__(self) -> str:
        return self.title


class Entitlement(models.Model):
    """One right to one ballot. It does not know whose it is."""

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="+", verbose_name=_("stembus"))
    serial = models.PositiveIntegerField(_("volgnummer"), help_text=_("Staat op de brief, naast de code."))

    class Meta:
        verbose_name = _("recht op een stem")
        constraints = [models.UniqueConstraint(fields=["box", "serial"], name="entitlement_serial_once")]

    def __str__(self) -> str:
        return str(self.serial)


class VotingCode(models.Model):
    """A code on paper, kept as a keyed digest only."""

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="+", verbose_name=_("stembus"))
    entitlement = models.ForeignKey(
        Entitlement, on_delete=models.PROTECT, related_name="codes", verbose_name=_("recht op een stem")
    )
    digest = models.CharField(_("kenmerk van de code"), max_length=64)
    batch = models.CharField(_("stapel"), max_length=60, blank=True, help_text=_("Bijvoorbeeld: brieven Javastraat."))
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=CodeState, default=CodeState.ISSUED
    )

    class Meta:
        verbose_name = _("stemcode")
        constraints = [models.UniqueConstraint(fields=["box", "digest"], name="voting_code_once")]

    def __str__(self) -> str:
        return self.batch


class Envelope(models.Model):
    """A sealed ballot: at most one per entitlement. No time, no channel, no address."""

    entitlement = models.OneToOneField(
        Entitlement, on_delete=models.PROTECT, related_name="envelope", verbose_name=_("recht op een stem")
    )
    sealed = models.BinaryField(_("dichte envelop"))

    class Meta:
        verbose_name = _("envelop")

    def __str__(self) -> str:
        return str(self.entitlement_id)


class CountedBallot(models.Model):
    """What some voters all chose, after the count: fresh rows, random keys, no way back to an envelope."""

    id = models.UUIDField(_("nummer"), primary_key=True, default=uuid.uuid4)
    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="+", verbose_name=_("stembus"))
    picks = models.TextField(_("gekozen"), blank=True, help_text=_("Nummers van de keuzes, met komma's."))
    count = models.PositiveIntegerField(_("hoe vaak"), default=1)

    class Meta:
        verbose_name = _("geteld stembiljet")

    def __str__(self) -> str:
        return self.picks


class Receipt(models.Model):
    """A receipt that was in the box at the count. Stands apart from the ballots, in an order of its own."""

    id = models.UUIDField(_("nummer"), primary_key=True, default=uuid.uuid4)
    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="+", verbose_name=_("stembus"))
    digest = models.CharField(_("bonnetje"), max_length=64)

    class Meta:
        verbose_name = _("bonnetje")
        constraints = [models.UniqueConstraint(fields=["box", "digest"], name="receipt_once")]

    def __str__(self) -> str:
        return self.digest[:12]


class Tally(models.Model):
    """How many ballots held an option."""

    option = models.OneToOneField(
        Option, on_delete=models.PROTECT, related_name="tally", verbose_name=_("keuze op het stembiljet")
    )
    votes = models.PositiveIntegerField(_("stemmen"))

    class Meta:
        verbose_name = _("stemmen per keuze")

    def __str__(self) -> str:
        return str(self.votes)


class ChannelCount(models.Model):
    """How many ballots came in by a channel."""

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="+", verbose_name=_("stembus"))
    channel = models.CharField(_("langs welke weg"), max_length=10)
    ballots = models.PositiveIntegerField(_("aantal stembiljetten"))

    class Meta:
        verbose_name = _("stembiljetten per weg")
        constraints = [models.UniqueConstraint(fields=["box", "channel"], name="channel_count_once")]

    def __str__(self) -> str:
        return f"{self.channel}: {self.ballots}"
