"""Tables of the journal. No foreign keys: the journal outlives what it speaks of."""

import json

from django.db import models
from django.utils.translation import gettext_lazy as _


class Head(models.Model):
    """The end of one place's chain; locked last in every act, so entries never overtake each other."""

    place = models.BigIntegerField(_("plaats"), unique=True, help_text=_("Nummer van de plaats; 0 is landelijk."))
    seq = models.PositiveBigIntegerField(_("laatste regel"), default=0)
    hash = models.CharField(_("handtekening"), max_length=64, default="0" * 64)

    class Meta:
        verbose_name = _("einde van het logboek")

    def __str__(self) -> str:
        return f"{self.place}:{self.seq}"


class Entry(models.Model):
    """One thing that happened. `canonical` is the exact text that was hashed."""

    place = models.BigIntegerField(_("plaats"))
    seq = models.PositiveBigIntegerField(_("regel"))
    at = models.DateTimeField(_("wanneer"))
    verb = models.CharField(_("wat"), max_length=80)
    subject = models.CharField(_("waarover"), max_length=40, blank=True)
    person = models.BigIntegerField(_("wie"), null=True, blank=True)
    party = models.BigIntegerField(_("namens"), null=True, blank=True)
    channel = models.CharField(_("langs welke weg"), max_length=10)
    canonical = models.TextField(_("vaste tekst"), help_text=_("Precies deze tekst is ondertekend."))
    hash = models.CharField(_("handtekening"), max_length=64)

    class Meta:
        verbose_name = _("logboekregel")
        constraints = [models.UniqueConstraint(fields=["place", "seq"], name="journal_one_entry_per_seq")]
        indexes = [
            models.Index(fields=["subject"], name="journal_subject"),
            models.Index(fields=["place", "-at"], name="journal_place_at"),
        ]

    def __str__(self) -> str:
        return f"{self.place}:{self.seq} {self.verb}"

    @property
    def state_after(self) -> str:
        """The state in which the act left the thing, as it was signed; nothing when no state changed."""
        return str(json.loads(self.canonical)["facts"].get("to", ""))


class EntryText(models.Model):
    """Words of people beside an entry. The chain holds only their salted digest, so they can be erased."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="texts", verbose_name=_("logboekregel"))
    field = models.CharField(_("soort"), max_length=20)
    person = models.BigIntegerField(_("van wie"), null=True, blank=True, db_index=True)
    salt = models.CharField(_("zout"), max_length=32, blank=True)
    body = models.TextField(_("tekst"), blank=True)
    erased_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("woorden bij een logboekregel")
        constraints = [models.UniqueConstraint(fields=["entry", "field"], name="journal_one_text_per_field")]

    def __str__(self) -> str:
        return self.field


class Notice(models.Model):
    """A message to a person about something that happened; made in the same transaction as the act."""

    person = models.BigIntegerField(_("aan wie"), db_index=True)
    place = models.BigIntegerField(_("plaats"))
    verb = models.CharField(_("wat"), max_length=80)
    subject = models.CharField(_("waarover"), max_length=40, blank=True)
    text = models.TextField(_("bericht"))
    at = models.DateTimeField(_("wanneer"))
    read_at = models.DateTimeField(_("gelezen op"), null=True, blank=True)
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("bericht")

    def __str__(self) -> str:
        return f"{self.person}: {self.verb}"
