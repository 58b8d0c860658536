"""Tables of what people brought in, what was made of it, and who was heard."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.stories.models import Story
from samenspel.kernel.cycle.models import Cycle, OfCycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Person
from samenspel.kernel.places.themes import theme_words
from samenspel.kernel.texts.models import Text
from samenspel.stages.consultation.states import ContributionKind, ContributionState, Dimension, GivenBy


class Contribution(Thing):
    """A wish, a need or an ambition, from any channel, with or without a name."""

    kind = models.CharField(
        pgettext_lazy("field", "soort"), max_length=10, choices=ContributionKind, default=ContributionKind.WISH
    )
    words = models.ForeignKey(
        Text, on_delete=models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "bijdrage")
    )
    theme = models.SlugField(
        pgettext_lazy("field", "thema"), max_length=40, blank=True, help_text=_("Waar het over gaat.")
    )
    channel = models.CharField(_("hoe het binnenkwam"), max_length=10, choices=GivenBy)
    given_on = models.DateField(_("ingebracht op"))
    sheet = models.CharField(
        _("blad of tafel"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: formulier 12, tafel 4.")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("wie het inbracht"),
    )  # fmt: skip
    story = models.ForeignKey(
        Story, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("begon als verhaal"),
    )  # fmt: skip
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=ContributionState,
        default=ContributionState.RECEIVED,
    )  # fmt: skip
    hidden_reason = models.CharField(
        _("waarom afgeschermd"), max_length=500, blank=True, help_text=_("Deze reden is openbaar.")
    )

    class Meta:
        verbose_name = pgettext_lazy("table", "bijdrage")
        verbose_name_plural = pgettext_lazy("table", "bijdragen")
        ordering = ("-given_on", "-pk")
        indexes = [models.Index(fields=("state", "theme"), name="contribution_state_theme")]
        constraints = [
            models.UniqueConstraint(
                fields=("story",), name="contribution_once_a_story", violation_error_code="already_done",
                violation_error_message=_("Van dit verhaal is al een bijdrage gemaakt."),
            )
        ]  # fmt: skip

    @property
    def owner_persons(self) -> frozenset[int]:
        """It belongs to who brought it in."""
        return frozenset({self.person_id} if self.person_id else ())

    @property
    def theme_name(self) -> str:
        """What people call its theme."""
        return theme_words(self.theme) if self.theme else ""

    def get_absolute_url(self) -> str:
        """Its page; fetch node, place and round along to spare queries."""
        node = self.node
        kwargs = {"place": node.place.slug, "cycle": node.cycle.slug if node.cycle else "", "code": node.code}
        return reverse("consultation:contribution", kwargs=kwargs)


class Harvest(OfCycle):
    """What was heard about one theme, in a few sentences, with the contributions it rests on."""

    cycle = models.ForeignKey(
        Cycle, on_delete=models.CASCADE, related_name="+", verbose_name=pgettext_lazy("field", "ronde")
    )
    theme = models.SlugField(pgettext_lazy("field", "thema"), max_length=40)
    summary = models.TextField(
        _("wat we hoorden"), max_length=2000, help_text=_("In gewone woorden. Ook waar mensen het niet eens zijn.")
    )
    contributions = models.ManyToManyField(
        Contribution, blank=True, related_name="harvests", verbose_name=_("bijdragen waar dit op rust")
    )
    written_on = models.DateField(_("opgeschreven op"), default=today, editable=False)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta(OfCycle.Meta):
        verbose_name = _("wat we hoorden")
        verbose_name_plural = _("wat we hoorden")
        ordering = ("cycle", "theme")
        constraints = [
            models.UniqueConstraint(
                fields=("cycle", "theme"), name="harvest_once_a_theme", violation_error_code="already_done",
                violation_error_message=_("Over dit thema is net iets opgeschreven. Bekijk dat eerst."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.theme

    @property
    def theme_name(self) -> str:
        """What people call its theme."""
        return theme_words(self.theme)


class HeardGroup(OfCycle):
    """How many people of a group were heard at one occasion. A count, never a list of people."""

    cycle = models.ForeignKey(
        Cycle, on_delete=models.CASCADE, related_name="+", verbose_name=pgettext_lazy("field", "ronde")
    )
    dimension = models.CharField(_("soort groep"), max_length=10, choices=Dimension)
    group = models.CharField(
        pgettext_lazy("field", "groep"), max_length=80, help_text=_("Bijvoorbeeld: 65 jaar en ouder.")
    )
    occasion = models.CharField(
        pgettext_lazy("field", "waar"), max_length=120, help_text=_("Bijvoorbeeld: straattafel op het Javaplein.")
    )
    count = models.PositiveIntegerField(_("hoeveel mensen"))
    on = models.DateField(pgettext_lazy("field", "op"))

    class Meta(OfCycle.Meta):
        verbose_name = _("wie we hoorden")
        verbose_name_plural = _("wie we hoorden")
        ordering = ("cycle", "dimension", "group", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("cycle", "dimension", "group", "occasion"), name="heard_group_once_an_occasion",
                violation_error_code="already_done",
                violation_error_message=_("Deze groep is voor deze plek al geteld."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.group} {self.count}"
