"""What came of promises and money, and what it taught."""

from __future__ import annotations

from typing import ClassVar, cast

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.models import Node, Thing
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.themes import theme_words
from samenspel.kernel.texts.models import Text
from samenspel.stages.monitoring.states import MARKS, LessonState, OutcomeState, Verdict


class OutcomeManager(models.Manager["Outcome"]):
    """Fetches the code, the place and what it came of along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[Outcome]:
        """Outcomes with what every page shows of them."""
        return super().get_queryset().select_related("node__place", "node__cycle", "of", "party", "giver")


class Outcome(Thing):
    """What came of one promise or award; the words of the neighbourhood, except for the story."""

    of = models.ForeignKey(Node, verbose_name=_("opbrengst van"), on_delete=models.PROTECT, related_name="+")
    what_came = models.TextField(
        _("wat ervan kwam"), max_length=3000, help_text=_("Wat merkt u ervan? Schrijf geen namen van mensen op.")
    )
    judged_by = models.CharField(
        _("wie oordeelt"), max_length=200, help_text=_("Bijvoorbeeld: wie in de tuin komt. Geen namen.")
    )
    verdict = models.CharField(pgettext_lazy("field", "oordeel"), max_length=10, choices=Verdict)
    measured = models.CharField(
        _("wat er is geteld"), max_length=300, blank=True, help_text=_("Bijvoorbeeld: 40 bezoekers op een zaterdag.")
    )
    spent_cents = models.PositiveBigIntegerField(
        _("uitgegeven, in centen"), null=True, blank=True, help_text=_("Leeg betekent: dat weten wij niet."),
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    story = models.ForeignKey(
        Text, verbose_name=_("verhaal erbij"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    consent = models.BooleanField(_("het verhaal mag op de pagina"), default=False)
    party = models.ForeignKey(
        Party, verbose_name=_("opgeschreven namens"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    giver = models.ForeignKey(
        Party, verbose_name=_("welke partij het beloofde"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+", help_text=_("Deze partij leest het als eerste en kan het bevestigen."),
    )  # fmt: skip
    person = models.BigIntegerField(_("van wie dit is"), null=True, blank=True, db_index=True)
    on = models.DateField(_("gemerkt op"), default=today)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=OutcomeState, default=OutcomeState.RECORDED
    )
    confirmed_by = models.CharField(_("bevestigd door"), max_length=160, blank=True)
    confirmed_on = models.DateField(_("bevestigd op"), null=True, blank=True)

    objects: ClassVar[OutcomeManager] = OutcomeManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "opbrengst")
        verbose_name_plural = pgettext_lazy("table", "opbrengsten")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(story__isnull=True) | models.Q(consent=True), name="outcome_story_with_consent",
                violation_error_message=_("Vraag eerst of het verhaal op de pagina mag."),
            )
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        """The page of the outcome."""
        return reverse("monitoring:outcome", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round; an outcome always has one."""
        return cast(Cycle, self.node.cycle)

    @property
    def owner_persons(self) -> frozenset[int]:
        """Whoever wrote it down."""
        return frozenset({self.person}) if self.person else frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party for which it was written down."""
        return frozenset({self.party_id}) if self.party_id else frozenset()

    @property
    def waits(self) -> bool:
        """A visitor wrote it down and nobody confirmed it yet."""
        return self.state == OutcomeState.RECORDED and not self.node.public

    @property
    def mark(self) -> str:
        """The symbol that goes with its state."""
        return MARKS[OutcomeState(self.state)]


class LessonManager(models.Manager["Lesson"]):
    """Fetches the code, the place and the party along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[Lesson]:
        """Lessons with what every page shows of them."""
        return super().get_queryset().select_related("node__place", "node__cycle", "party")


class Lesson(Thing):
    """What we take along into the next round; nobody's private text."""

    keep = models.TextField(_("wat wij zo houden"), max_length=2000, blank=True)
    change = models.TextField(_("wat wij anders doen"), max_length=2000, blank=True)
    theme = models.CharField(pgettext_lazy("field", "thema"), max_length=40, blank=True)
    party = models.ForeignKey(
        Party, verbose_name=_("opgeschreven namens"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=8, choices=LessonState, default=LessonState.DRAFT
    )
    shared_on = models.DateField(_("gedeeld op"), null=True, blank=True)

    objects: ClassVar[LessonManager] = LessonManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "les")
        verbose_name_plural = pgettext_lazy("table", "lessen")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(keep="", change=""), name="lesson_says_something",
                violation_error_message=_("Schrijf op wat u zo houdt, of wat u anders doet."),
            )
        ]  # fmt: skip

    def get_absolute_url(self) -> str:
        """The page of the lesson."""
        return reverse("monitoring:lesson", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round; a lesson always has one."""
        return cast(Cycle, self.node.cycle)

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party that wrote it down."""
        return frozenset({self.party_id}) if self.party_id else frozenset()

    @property
    def theme_name(self) -> str:
        """What people call its theme."""
        return theme_words(self.theme) if self.theme else ""
