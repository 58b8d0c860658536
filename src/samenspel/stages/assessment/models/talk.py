"""Talks about a task, and what was said in them."""

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
from samenspel.kernel.texts.models import Text
from samenspel.stages.assessment.models.task import Task
from samenspel.stages.assessment.states import MARKS, Side, TalkState, Verdict, VoiceState

QUESTIONS = (
    ("right_things", _("Doen we de goede dingen?")),
    ("well_enough", _("Doen we ze goed genoeg?")),
    ("better_or_different", _("Kan het beter of anders?")),
)


class AssessmentManager(models.Manager["Assessment"]):
    """Fetches the code, the place and the task along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[Assessment]:
        """Talks with what every page shows of them."""
        around = ("node__place", "node__cycle", "task__node__place", "task__node__cycle", "task__provider")
        return super().get_queryset().select_related(*around)


class Assessment(Thing):
    """A talk about a task and what the parties together answer; nobody's private text."""

    task = models.ForeignKey(
        Task, verbose_name=pgettext_lazy("field", "taak"), on_delete=models.PROTECT, related_name="talks"
    )
    where = models.CharField(_("waar en wanneer wij praten"), max_length=300, blank=True)
    right_things = models.TextField(QUESTIONS[0][1], max_length=2000, blank=True)
    well_enough = models.TextField(QUESTIONS[1][1], max_length=2000, blank=True)
    better_or_different = models.TextField(QUESTIONS[2][1], max_length=2000, blank=True)
    verdict = models.CharField(_("samen zeggen wij"), max_length=12, choices=Verdict, blank=True)
    differences = models.TextField(_("waarover wij verschillen"), max_length=2000, blank=True)
    advice = models.TextField(_("ons advies"), max_length=2000, blank=True)
    reason = models.CharField(_("reden van het advies"), max_length=1000, blank=True)
    concluded_on = models.DateField(_("advies gegeven op"), null=True, blank=True)
    reply = models.TextField(_("antwoord op het advies"), max_length=2000, blank=True)
    reply_reason = models.CharField(_("reden van het antwoord"), max_length=1000, blank=True)
    replied_by = models.CharField(_("wie antwoordde"), max_length=160, blank=True)
    replied_on = models.DateField(_("geantwoord op"), null=True, blank=True)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=TalkState, default=TalkState.TALKING
    )

    objects: ClassVar[AssessmentManager] = AssessmentManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("gesprek over een taak")
        verbose_name_plural = _("gesprekken over taken")
        constraints = [
            models.UniqueConstraint(
                fields=("task",), condition=models.Q(state="talking"), name="assessment_one_at_a_time",
                violation_error_code="already_done",
                violation_error_message=_("Er loopt al een gesprek over deze taak."),
            ),
            models.CheckConstraint(
                condition=models.Q(state="talking") | (~models.Q(verdict="") & ~models.Q(reason="")),
                name="assessment_concluded_with_a_reason",
                violation_error_message=_("Zet bij het advies wat wij samen zeggen, en waarom."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="answered") | (~models.Q(reply="") & ~models.Q(reply_reason="")),
                name="assessment_answered_with_a_reason",
                violation_error_message=_("Geef antwoord op het advies, met een reden."),
            ),
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        """The page of the talk."""
        return reverse("assessment:assessment", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round; a talk always has one."""
        return cast(Cycle, self.node.cycle)

    @property
    def owner_parties(self) -> frozenset[int]:
        """Who does the task."""
        return self.task.owner_parties

    @property
    def mark(self) -> str:
        """The symbol that goes with its state."""
        return MARKS[TalkState(self.state)]

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """The three questions with the shared answers; an empty answer was not given yet."""
        return tuple((str(question), getattr(self, name)) for name, question in QUESTIONS)


class VoiceManager(models.Manager["Voice"]):
    """Fetches the talk along, so that rules about what somebody said need no query."""

    def get_queryset(self) -> models.QuerySet[Voice]:
        """Voices with their talk."""
        return super().get_queryset().select_related("assessment__node")


class Voice(models.Model):
    """What somebody said in a talk, in their own words."""

    assessment = models.ForeignKey(
        Assessment, verbose_name=_("hoort bij"), on_delete=models.CASCADE, related_name="voices"
    )
    side = models.CharField(_("hoe iemand spreekt"), max_length=10, choices=Side)
    text = models.ForeignKey(Text, verbose_name=_("wat iemand zei"), on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(_("wie dit zegt"), max_length=160, blank=True)
    party = models.ForeignKey(
        Party, verbose_name=pgettext_lazy("field", "partij"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    person = models.BigIntegerField(_("van wie dit is"), null=True, blank=True, db_index=True)
    on = models.DateField(_("gezegd op"), default=today)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=8, choices=VoiceState, default=VoiceState.SHOWN
    )

    objects: ClassVar[VoiceManager] = VoiceManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("stem in een gesprek")
        verbose_name_plural = _("stemmen in gesprekken")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        """Who says so, as it is shown; fetch the party along."""
        return (self.party.name if self.party else "") or self.said_by or str(_("zonder naam"))

    @property
    def code(self) -> str:
        """The journal speaks of the talk."""
        return self.assessment.code

    @property
    def place_id(self) -> int:
        """The place of the talk."""
        return self.assessment.place_id

    @property
    def owner_persons(self) -> frozenset[int]:
        """Whoever said it."""
        return frozenset({self.person}) if self.person else frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party that said it."""
        return frozenset({self.party_id}) if self.party_id else frozenset()
