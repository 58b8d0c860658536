"""Surveys, their questions and what came in. No row of an answer points to a person, a code or a moment."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.relations import KINDS
from samenspel.instruments.surveys.states import (
    AnswerChannel,
    Audience,
    CodeState,
    ItemKind,
    RemarkState,
    Section,
    SurveyState,
)
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.texts.models import Text


class Survey(Thing):
    """One wave of a residents' survey."""

    state = models.CharField(_("hoe ver het is"), max_length=12, choices=SurveyState, default=SurveyState.DRAFT)
    audience = models.CharField(_("wie wij vragen"), max_length=8, choices=Audience, default=Audience.ALL)
    intro = models.TextField(_("waar het over gaat"), max_length=1000, blank=True)
    period = models.CharField(
        _("jaar of periode"), max_length=20, help_text=_("Staat bij de uitkomst. Bijvoorbeeld: 2026.")
    )
    until = models.DateField(_("open tot en met"), null=True, blank=True)
    population = models.PositiveIntegerField(
        _("hoeveel mensen wij hadden kunnen vragen"), null=True, blank=True,
        help_text=_("Bijvoorbeeld: alle inwoners van 15 jaar en ouder."),
    )  # fmt: skip
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("vorige meting")
    )
    form = models.TextField(_("vragenlijst, vast sinds het openen"), blank=True)
    form_digest = models.CharField(_("kenmerk van de vragenlijst"), max_length=64, blank=True)
    account = models.TextField(_("verantwoording van de uitkomst"), blank=True)
    opened_on = models.DateField(_("geopend op"), null=True, blank=True)
    closed_on = models.DateField(_("gesloten op"), null=True, blank=True)
    published_on = models.DateField(_("uitkomst gegeven op"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("table", "enquête")
        verbose_name_plural = pgettext_lazy("table", "enquêtes")
        ordering = ("-pk",)

    def get_absolute_url(self) -> str:
        """Its page; fetch node, place and round along to spare queries."""
        return self.address("survey")

    def address(self, name: str, **more: object) -> str:
        """The address of one of its pages, in the room that shows surveys."""
        node = self.node
        kwargs = {"place": node.place.slug, "cycle": node.cycle.slug if node.cycle else "", "code": node.code}
        return reverse(f"{KINDS['survey'].room}:{name}", kwargs={**kwargs, **more})

    @property
    def by_letter(self) -> bool:
        """Whether one needs a code."""
        return self.audience == Audience.SAMPLE


class Item(models.Model):
    """A question while the survey is being made. Opening copies all of them into the survey, and there they stay."""

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="items", verbose_name=pgettext_lazy("field", "enquête")
    )
    key = models.SlugField(_("naam van de vraag"), max_length=40)
    position = models.PositiveIntegerField(pgettext_lazy("field", "volgorde"))
    kind = models.CharField(_("soort antwoord"), max_length=8, choices=ItemKind)
    section = models.CharField(_("onder welk kopje"), max_length=10, choices=Section, default=Section.OWN)
    theme = models.SlugField(
        pgettext_lazy("field", "thema"), max_length=40, blank=True, help_text=_("Thema van het buurtprofiel.")
    )
    text = models.CharField(_("de vraag"), max_length=300)
    choices = models.TextField(
        pgettext_lazy("field", "antwoorden"), blank=True, max_length=2000, help_text=_("Eén antwoord op een regel.")
    )
    only_if = models.SlugField(_("alleen na deze vraag"), max_length=40, blank=True)
    only_values = models.CharField(_("en alleen bij deze antwoorden"), max_length=60, blank=True)
    words_en = models.TextField(_("in het Engels"), blank=True, max_length=2000)
    words_ar = models.TextField(_("in het Arabisch"), blank=True, max_length=2000)
    words_tr = models.TextField(_("in het Turks"), blank=True, max_length=2000)

    class Meta:
        verbose_name = _("vraag van een enquête")
        verbose_name_plural = _("vragen van enquêtes")
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=["survey", "key"], name="survey_item_key_once")]

    def __str__(self) -> str:
        return self.text


class Population(models.Model):
    """How many people of a group live here: what the answers are weighed against."""

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="populations", verbose_name=pgettext_lazy("field", "enquête")
    )
    item = models.SlugField(_("welke vraag"), max_length=40)
    choice = models.PositiveSmallIntegerField(_("welk antwoord"))
    count = models.PositiveIntegerField(_("hoeveel er wonen"))

    class Meta:
        verbose_name = _("groep bewoners")
        verbose_name_plural = _("groepen bewoners")
        ordering = ("item", "choice")
        constraints = [models.UniqueConstraint(fields=["survey", "item", "choice"], name="survey_population_once")]

    def __str__(self) -> str:
        return f"{self.item} {self.choice}: {self.count}"


class SurveyCode(models.Model):
    """A code in a letter, kept as a keyed digest only. It does not know whose letter it was."""

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="codes", verbose_name=pgettext_lazy("field", "enquête")
    )
    serial = models.PositiveIntegerField(_("volgnummer"), help_text=_("Staat op de brief, naast de code."))
    digest = models.CharField(_("kenmerk van de code"), max_length=64)
    batch = models.CharField(_("stapel"), max_length=60, blank=True, help_text=_("Bijvoorbeeld: brieven Javastraat."))
    area = models.CharField(_("deel van de buurt"), max_length=20, blank=True)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=CodeState, default=CodeState.ISSUED
    )

    class Meta:
        verbose_name = _("enquêtecode")
        constraints = [
            models.UniqueConstraint(fields=["survey", "serial"], name="survey_code_serial_once"),
            models.UniqueConstraint(fields=["survey", "digest"], name="survey_code_digest_once"),
        ]

    def __str__(self) -> str:
        return str(self.serial)


class CodeUse(models.Model):
    """That a code was used. One row for each code, and the answer itself does not know of it."""

    code = models.OneToOneField(
        SurveyCode, on_delete=models.PROTECT, related_name="use", verbose_name=pgettext_lazy("field", "code")
    )

    class Meta:
        verbose_name = _("gebruikte enquêtecode")

    def __str__(self) -> str:
        return str(self.code_id)


class Response(models.Model):
    """What one resident answered. Its number is random, and there is no code, person or moment beside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="responses", verbose_name=pgettext_lazy("field", "enquête")
    )
    channel = models.CharField(_("hoe het binnenkwam"), max_length=10, choices=AnswerChannel)
    area = models.CharField(_("deel van de buurt"), max_length=20, blank=True)
    answers = models.TextField(pgettext_lazy("field", "antwoorden"))

    class Meta:
        verbose_name = _("ingevulde enquête")
        verbose_name_plural = _("ingevulde enquêtes")

    def __str__(self) -> str:
        return str(self.pk)


class Kept(models.Model):
    """An answer that somebody wants to finish later. It can be read only with the code that they wrote down."""

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="kept", verbose_name=pgettext_lazy("field", "enquête")
    )
    digest = models.CharField(_("kenmerk van de code"), max_length=64)
    sealed = models.BinaryField(_("antwoorden, op slot"))

    class Meta:
        verbose_name = _("half ingevulde enquête")
        constraints = [models.UniqueConstraint(fields=["survey", "digest"], name="survey_kept_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Remark(models.Model):
    """What somebody wrote in their own words. It stands apart from their other answers."""

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="remarks", verbose_name=pgettext_lazy("field", "enquête")
    )
    item = models.SlugField(_("bij welke vraag"), max_length=40)
    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("de opmerking"))
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=10, choices=RemarkState, default=RemarkState.WAITING
    )
    hidden_reason = models.CharField(
        _("waarom afgeschermd"), max_length=300, blank=True, help_text=_("Deze reden is openbaar.")
    )
    version = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("opmerking in een enquête")
        verbose_name_plural = _("opmerkingen in enquêtes")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.survey_id}: {self.item}"

    @property
    def place_id(self) -> int:
        """Where it was said; fetch survey and node along."""
        return self.survey.place_id

    @property
    def code(self) -> str:
        """The journal speaks of the survey, never of one remark."""
        return self.survey.code


class Finding(models.Model):
    """One number of a published outcome. Numbers of fewer than ten answers are empty: they are kept nowhere else."""

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="findings", verbose_name=pgettext_lazy("field", "enquête")
    )
    item = models.SlugField(_("welke vraag"), max_length=40)
    position = models.PositiveIntegerField(pgettext_lazy("field", "volgorde"))
    kind = models.CharField(_("soort antwoord"), max_length=8, choices=ItemKind)
    section = models.CharField(_("onder welk kopje"), max_length=10, choices=Section)
    theme = models.SlugField(pgettext_lazy("field", "thema"), max_length=40, blank=True)
    text = models.CharField(_("de vraag"), max_length=300)
    group = models.SlugField(
        _("van welke groep"),
        max_length=40,
        blank=True,
        help_text=_("Leeg: van iedereen. Anders: de vraag die groepen maakt."),
    )
    part = models.CharField(_("welk deel van de groep"), max_length=20, blank=True)
    part_name = models.CharField(_("naam van dat deel"), max_length=120, blank=True)
    choice = models.PositiveSmallIntegerField(
        _("welk antwoord"), default=0, help_text=_("Nul: het gemiddelde van alle antwoorden.")
    )
    choice_name = models.CharField(_("naam van dat antwoord"), max_length=200, blank=True)
    n = models.PositiveIntegerField(_("aantal antwoorden"), null=True, blank=True)
    value = models.FloatField(
        pgettext_lazy("field", "uitkomst"), null=True, blank=True, help_text=_("Gemiddelde, of deel van 1.")
    )
    margin = models.FloatField(
        pgettext_lazy("field", "marge"), null=True, blank=True,
        help_text=_("Bij 95 van de 100 steekproeven. Leeg als iedereen mocht meedoen."),
    )  # fmt: skip
    low = models.FloatField(_("ondergrens"), null=True, blank=True)
    high = models.FloatField(_("bovengrens"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitkomst van een enquête")
        verbose_name_plural = _("uitkomsten van enquêtes")
        ordering = ("position", "group", "part", "choice", "pk")
        constraints = [
            models.UniqueConstraint(fields=["survey", "item", "group", "part", "choice"], name="survey_finding_once"),
            models.CheckConstraint(
                condition=models.Q(n__isnull=False)
                | models.Q(value__isnull=True, margin__isnull=True, low__isnull=True, high__isnull=True),
                name="survey_finding_hidden_whole",
            ),
        ]
        indexes = [models.Index(fields=["item", "group"], name="survey_finding_item")]

    def __str__(self) -> str:
        return f"{self.survey_id}: {self.item} {self.choice}"
