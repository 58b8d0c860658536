"""Questions, their answers, and the times they were passed on."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samenspel.instruments.questions.states import ForwardState, Office, QuestionKind, QuestionState, RuleVerdict
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.people.states import PartyKind
from samenspel.kernel.texts.models import Text

web_address = URLValidator(
    schemes=["http", "https"], message=_("Dit is geen webadres. Begin met https:// en kijk het na.")
)


class QuestionManager(models.Manager["Question"]):
    """Fetches who was asked along, so that rules about a question need no query."""

    def get_queryset(self) -> models.QuerySet[Question]:
        """Questions with node and addressee."""
        return super().get_queryset().select_related("node", "addressee")


class Question(Thing):
    """Somebody asks a named party something, and there is a date by which it is answered."""

    kind = models.CharField(_("soort vraag"), max_length=12, choices=QuestionKind, default=QuestionKind.BUDGET)
    state = models.CharField(_("hoe ver het is"), max_length=24, choices=QuestionState, default=QuestionState.ASKED)
    asker = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wie het vraagt")
    )
    asker_party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("namens welke groep")
    )
    asker_office = models.CharField(_("in welke functie"), max_length=12, choices=Office, blank=True)
    show_name = models.BooleanField(
        _("naam erbij"), default=False, help_text=_("Mag uw naam op de openbare pagina staan?")
    )
    addressee = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("aan welke partij")
    )
    addressee_name = models.CharField(
        _("aan wie"), max_length=160, blank=True, help_text=_("Als de partij hier nog geen pagina heeft.")
    )
    offered_to = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("doorgegeven aan")
    )
    body = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("de vraag"))
    document = models.CharField(
        _("stuk bij de vraag"), max_length=500, blank=True, validators=[web_address],
        help_text=_("Een webadres. Wij openen het niet zelf."),
    )  # fmt: skip
    asked_on = models.DateField(_("gevraagd op"))
    due = models.DateField(_("antwoord uiterlijk op"))
    answered_on = models.DateField(_("eerste antwoord op"), null=True, blank=True)
    judged_on = models.DateField(_("beoordeeld op"), null=True, blank=True)
    judgement = models.ForeignKey(
        Text, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wat de vrager vond")
    )

    objects: ClassVar[QuestionManager] = QuestionManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "vraag")
        verbose_name_plural = pgettext_lazy("table", "vragen")
        ordering = ("due", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(addressee__isnull=False) | ~Q(addressee_name=""),
                name="question_has_an_addressee",
                violation_error_message=_("Kies aan wie u het vraagt."),
            ),
            models.CheckConstraint(
                condition=Q(due__gte=F("asked_on")),
                name="question_due_after_asking",
                violation_error_message=_("De datum voor het antwoord is al voorbij. Kies een latere datum."),
            ),
        ]
        indexes = [models.Index(fields=["state", "due"], name="question_clock")]

    def get_absolute_url(self) -> str:
        """Its page; fetch place and cycle along to spare queries."""
        node = self.node
        slugs = {"place": node.place.slug, "cycle": node.cycle.slug if node.cycle else "", "code": node.code}
        return reverse(f"{node.room}:{node.kind}", kwargs=slugs)

    @property
    def is_overdue(self) -> bool:
        """Whether the date went by without an answer."""
        return self.overdue_on(timezone.localdate())

    def overdue_on(self, day: date) -> bool:
        """Whether it had no answer and was late on this day."""
        return self.state == QuestionState.ASKED and self.due < day

    @property
    def days_left(self) -> int:
        """Days until an answer is due; negative when late."""
        return (self.due - timezone.localdate()).days

    @property
    def days_late(self) -> int:
        """Days since the answer was due; zero when there is time left."""
        return max(0, -self.days_left)

    @property
    def was_late(self) -> bool:
        """Whether the first answer came after the date."""
        return self.answered_on is not None and self.answered_on > self.due

    @property
    def satisfied(self) -> bool | None:
        """What the asker found of the answer, if they said so."""
        said = {QuestionState.CLOSED_SATISFIED.value: True, QuestionState.CLOSED_NOT_SATISFIED.value: False}
        return said.get(self.state)

    @property
    def shown_asker(self) -> str:
        """Who asks, as far as they want it known; an office is always told. Fetch asker and asker_party along."""
        name = self.asker.shown_name if self.show_name and self.asker and not self.asker_party else ""
        return ", ".join(part for part in (name, self.asked_as) if part) or gettext("een bewoner")

    @property
    def asked_as(self) -> str:
        """For which group and in which office it was asked; a name has no place here."""
        group = self.asker_party.name if self.asker_party is not None else ""
        office = str(Office(self.asker_office).label) if self.asker_office else ""
        return ", ".join(part for part in (group, office) if part)

    @property
    def shown_addressee(self) -> str:
        """Who was asked."""
        return self.addressee.name if self.addressee is not None else self.addressee_name

    @property
    def owner_persons(self) -> frozenset[int]:
        """Who asked, judges the answer."""
        return frozenset({self.asker_id} if self.asker_id else ())

    @property
    def owner_parties(self) -> frozenset[int]:
        """Who was asked, or to whom it was passed on, answers."""
        return frozenset(pk for pk in (self.addressee_id, self.offered_to_id) if pk)

    @property
    def asker_parties(self) -> frozenset[int]:
        """The group that asked."""
        return frozenset({self.asker_party_id} if self.asker_party_id else ())

    @property
    def for_municipality(self) -> bool:
        """Whether the municipality's own people answer: it was asked, or a body without a page here."""
        asked = self.addressee is None or self.addressee.kind == PartyKind.MUNICIPALITY
        return asked and not self.for_council

    @property
    def for_council(self) -> bool:
        """Whether it is a letter to the council, which nobody else answers for it."""
        return self.kind == QuestionKind.PETITION


class Answer(models.Model):
    """What was said back. A later answer never replaces an earlier one."""

    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="answers", verbose_name=pgettext_lazy("field", "vraag")
    )
    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("het antwoord"))
    verdict = models.CharField(_("soort antwoord"), max_length=12, choices=RuleVerdict, blank=True)
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("namens welke partij")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wie antwoordde")
    )
    name = models.CharField(
        _("naam en functie"), max_length=160, blank=True, help_text=_("Bijvoorbeeld: Jan, gebiedsteam.")
    )
    document = models.CharField(
        _("stuk bij het antwoord"), max_length=500, blank=True, validators=[web_address],
        help_text=_("Een webadres. Wij openen het niet zelf."),
    )  # fmt: skip
    answered_on = models.DateField(_("geantwoord op"))

    class Meta:
        verbose_name = pgettext_lazy("table", "antwoord")
        verbose_name_plural = pgettext_lazy("table", "antwoorden")
        ordering = ("answered_on", "pk")

    def __str__(self) -> str:
        return f"{self.question_id}: {self.answered_on}"

    @property
    def shown_by(self) -> str:
        """Who answered, with the party; fetch the party along."""
        return ", ".join(part for part in (self.name, self.party.name if self.party else "") if part)


class Forward(models.Model):
    """One party says it is another's task. It counts once the other has taken it on."""

    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="forwards", verbose_name=pgettext_lazy("field", "vraag")
    )
    sender = models.CharField(pgettext_lazy("field", "van"), max_length=160)
    to = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("naar welke partij"))
    reason = models.CharField(pgettext_lazy("field", "reden"), max_length=500)
    state = models.CharField(_("hoe ver het is"), max_length=12, choices=ForwardState, default=ForwardState.OFFERED)
    reply = models.CharField(_("reden van het antwoord"), max_length=500, blank=True)
    offered_on = models.DateField(_("doorgegeven op"))
    replied_on = models.DateField(_("daarop geantwoord"), null=True, blank=True)

    class Meta:
        verbose_name = _("doorgegeven vraag")
        verbose_name_plural = _("doorgegeven vragen")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["question"], condition=Q(state="offered"), name="forward_one_at_a_time",
                violation_error_code="already_done",
                violation_error_message=_("Deze vraag is al doorgegeven. Wacht op het antwoord."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.question_id} > {self.to_id}"
