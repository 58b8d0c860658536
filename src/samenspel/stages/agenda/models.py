"""Priorities, the reasons for them, what people say against them, and the seven building blocks."""

from __future__ import annotations

from typing import ClassVar, cast

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.models import Node, Thing
from samenspel.kernel.people.models import Duo, Party
from samenspel.kernel.people.states import KnownBy
from samenspel.kernel.places.themes import theme_words
from samenspel.kernel.texts.models import Text
from samenspel.stages.agenda.states import MARKS, Block, BlockState, DissentState, PriorityState

FOUR_QUESTIONS = {
    "ourselves": _("wat doen wij zelf"),
    "little_help": _("wat lukt met een beetje hulp"),
    "professionals": _("waar zijn professionals voor nodig"),
    "stop": _("waar mogen professionals mee stoppen"),
}


class PriorityManager(models.Manager["Priority"]):
    """Fetches the code, the place and the pair along, so that rules and addresses need no query."""

    def get_queryset(self) -> models.QuerySet[Priority]:
        """Priorities with what every page shows of them."""
        return super().get_queryset().select_related("node__place", "node__cycle", "duo")


class Priority(Thing):
    """Something that must come first, in the words of the neighbourhood together: nobody's private text."""

    rank = models.PositiveSmallIntegerField(
        pgettext_lazy("field", "plaats"), default=0, help_text=_("1 is wat het eerst moet.")
    )
    theme = models.CharField(pgettext_lazy("field", "thema"), max_length=80, blank=True)
    statement = models.TextField(
        _("wat wij willen"), max_length=5000, blank=True, help_text=_("In gewone woorden, zoals u het zou zeggen.")
    )
    going_well = models.TextField(
        _("dit gaat al goed"), max_length=2000, blank=True, help_text=_("Waar kunnen wij op verder bouwen?")
    )
    ourselves = models.TextField(FOUR_QUESTIONS["ourselves"], max_length=2000, blank=True)
    little_help = models.TextField(FOUR_QUESTIONS["little_help"], max_length=2000, blank=True)
    professionals = models.TextField(FOUR_QUESTIONS["professionals"], max_length=2000, blank=True)
    stop = models.TextField(FOUR_QUESTIONS["stop"], max_length=2000, blank=True)
    duo = models.ForeignKey(
        Duo, verbose_name=pgettext_lazy("field", "trekkers"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=PriorityState, default=PriorityState.DRAFT
    )
    adopted_on = models.DateField(_("aangenomen op"), null=True, blank=True)
    adopted_by = models.CharField(
        _("aangenomen door"), max_length=500, blank=True, help_text=_("Welke partijen zeiden ja?")
    )
    reason = models.CharField(_("reden van het besluit"), max_length=1000, blank=True)

    objects: ClassVar[PriorityManager] = PriorityManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = pgettext_lazy("table", "prioriteit")
        verbose_name_plural = pgettext_lazy("table", "prioriteiten")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="adopted") | (models.Q(adopted_on__isnull=False) & ~models.Q(reason="")),
                name="priority_adopted_with_a_reason",
                violation_error_message=_("Zet erbij waarom en wanneer deze prioriteit is aangenomen."),
            )
        ]

    def get_absolute_url(self) -> str:
        """The page of the priority."""
        return reverse("agenda:priority", args=[self.node.place.slug, self.cycle.slug, self.code])

    @property
    def cycle(self) -> Cycle:
        """The round; a priority always has one."""
        return cast(Cycle, self.node.cycle)

    @property
    def owner_persons(self) -> frozenset[int]:
        """The pair that carries it."""
        return self.duo.owner_persons if self.duo else frozenset()

    @property
    def theme_name(self) -> str:
        """What people call its theme."""
        return theme_words(self.theme) if self.theme else ""

    @property
    def mark(self) -> str:
        """The symbol that goes with its state."""
        return MARKS[PriorityState(self.state)]

    @property
    def four_questions(self) -> tuple[tuple[str, str], ...]:
        """The four questions with their answers; an empty answer means: not talked about yet."""
        return tuple((str(question), getattr(self, name)) for name, question in FOUR_QUESTIONS.items())


class OfPriorityManager(models.Manager["Dissent"]):
    """Fetches the priority along, so that rules about its rows need no query."""

    def get_queryset(self) -> models.QuerySet[Dissent]:
        """Rows with their priority."""
        return super().get_queryset().select_related("priority__node")


class Reason(models.Model):
    """Why a priority must come first: a figure, a story, something that was said, or a lesson of last round."""

    priority = models.ForeignKey(
        Priority, verbose_name=pgettext_lazy("field", "prioriteit"), on_delete=models.CASCADE, related_name="reasons"
    )
    source = models.ForeignKey(
        Node, verbose_name=pgettext_lazy("field", "bron"), on_delete=models.PROTECT, related_name="+"
    )
    words = models.CharField(
        pgettext_lazy("field", "daarom"), max_length=500, help_text=_("Waarom dit een reden is, in één zin.")
    )
    channel = models.CharField(
        _("hoe dit binnenkwam"), max_length=12, choices=KnownBy, blank=True,
        help_text=_("Alleen bij verhalen en bijdragen."),
    )  # fmt: skip
    since = models.DateField(_("reden sinds"), default=today, editable=False)

    class Meta:
        verbose_name = _("reden van een prioriteit")
        verbose_name_plural = _("redenen van prioriteiten")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("priority", "source"), name="reason_once", violation_error_code="already_done",
                violation_error_message=_("Deze reden staat er al bij."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.words[:60]


class Dissent(models.Model):
    """Somebody thinks otherwise about a priority, and is heard."""

    priority = models.ForeignKey(
        Priority, verbose_name=pgettext_lazy("field", "prioriteit"), on_delete=models.CASCADE, related_name="dissents"
    )
    text = models.ForeignKey(Text, verbose_name=_("wat zij anders zien"), on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(
        _("wie dit zegt"), max_length=160, blank=True, help_text=_("Bijvoorbeeld: twee mensen, of drie winkels.")
    )
    party = models.ForeignKey(
        Party, verbose_name=pgettext_lazy("field", "partij"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    person = models.BigIntegerField(_("van wie dit is"), null=True, blank=True, db_index=True)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=DissentState, default=DissentState.SHOWN
    )
    said_on = models.DateField(_("gezegd op"), default=today, editable=False)

    objects: ClassVar[OfPriorityManager] = OfPriorityManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("ander geluid")
        verbose_name_plural = _("andere geluiden")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        """Who thinks otherwise, as it is shown; fetch the party along."""
        return (self.party.name if self.party else "") or self.said_by or str(_("een bewoner"))

    @property
    def place_id(self) -> int:
        """The place of the priority."""
        return self.priority.place_id

    @property
    def owner_persons(self) -> frozenset[int]:
        """Whoever said it."""
        return frozenset({self.person}) if self.person else frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """The party that said it."""
        return frozenset({self.party_id}) if self.party_id else frozenset()


class BuildingBlock(models.Model):
    """How far one of the seven building blocks is in a round."""

    cycle = models.ForeignKey(
        Cycle, verbose_name=pgettext_lazy("field", "ronde"), on_delete=models.CASCADE, related_name="+"
    )
    block = models.CharField(pgettext_lazy("field", "bouwsteen"), max_length=12, choices=Block)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=BlockState, default=BlockState.TO_DO
    )
    note = models.CharField(pgettext_lazy("field", "toelichting"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bouwsteen van de agenda")
        verbose_name_plural = _("bouwstenen van de agenda")
        ordering = ("cycle", "pk")
        constraints = [models.UniqueConstraint(fields=("cycle", "block"), name="building_block_once_a_cycle")]

    def __str__(self) -> str:
        return self.get_block_display()

    @property
    def place_id(self) -> int:
        """The place of the round."""
        return self.cycle.place_id
