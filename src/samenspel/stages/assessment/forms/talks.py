"""Forms about a talk."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import StepForm
from samenspel.stages.assessment.forms.base import CodesForm
from samenspel.stages.assessment.states import Side, Verdict
from samenspel.ui.forms import DayField, LongTextField, ShortTextField


class OpenForm(CodesForm):
    """Begin a talk."""

    heading = _("Een gesprek over deze taak beginnen")
    lead = _("Drie vragen: doen we de goede dingen, doen we ze goed genoeg, en kan het beter of anders?")
    submit = _("Begin het gesprek")

    where = ShortTextField(
        label=_("Waar en wanneer praat u?"), max_length=300, required=False,
        help_text=_("Bijvoorbeeld: donderdag om acht uur in het buurthuis. Er is soep."),
    )  # fmt: skip
    codes = ShortTextField(
        label=_("Is er een afspraak over wat goed is?"), max_length=200, required=False,
        help_text=_("De code van een kwaliteitsafspraak, zoals KW-7K4R. Leeg mag."),
    )  # fmt: skip


class UseForm(CodesForm):
    """Measure with an agreement."""

    heading = _("Welke afspraak is de maat?")
    lead = _("Een kwaliteitsafspraak zegt wanneer wij van goed spreken.")
    submit = _("Gebruik deze afspraak")

    codes = ShortTextField(label=_("De code van de afspraak"), max_length=200, help_text=_("Zoals KW-7K4R."))
    reason = ShortTextField(label=_("Waarom past die hier?"), max_length=500)


class VoiceForm(StepForm):
    """What somebody says."""

    heading = _("Wat vindt u?")
    lead = _("Gaat het goed? Kan het beter of anders? Iedereen kan uw woorden lezen. Uw naam hoeft er niet bij.")
    submit = _("Zet dit erbij")

    side = forms.ChoiceField(label=_("Hoe spreekt u?"), choices=Side, widget=forms.RadioSelect)
    words = LongTextField(label=_("Ik vind"), max_length=3000, rows=5)
    said_by = ShortTextField(
        label=_("Wie zegt dit?"), max_length=160, required=False,
        help_text=_("Mag leeg. Of bijvoorbeeld: een moeder van drie."),
    )  # fmt: skip


class HideForm(StepForm):
    """Take words away."""

    heading = _("Waarom haalt u dit weg?")
    lead = _("De woorden zijn daarna niet meer te lezen. Uw reden staat in het logboek.")
    submit = _("Haal dit weg")

    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=4)


class ConcludeForm(StepForm):
    """What the parties say together."""

    heading = _("Wat zeggen wij samen?")
    lead = _("Schrijf op waar u het over eens bent, en waarover niet. Verschil mag.")
    submit = _("Geef dit advies")

    right_things = LongTextField(label=_("Doen we de goede dingen?"), max_length=2000, rows=3, required=False)
    well_enough = LongTextField(label=_("Doen we ze goed genoeg?"), max_length=2000, rows=3, required=False)
    better_or_different = LongTextField(label=_("Kan het beter of anders?"), max_length=2000, rows=3, required=False)
    verdict = forms.ChoiceField(label=_("Samen zeggen wij"), choices=Verdict, widget=forms.RadioSelect)
    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=3)
    differences = LongTextField(label=_("Waarover verschillen wij?"), max_length=2000, rows=3, required=False)
    advice = LongTextField(label=_("Wat raden wij aan?"), max_length=2000, rows=3, required=False)
    on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))


class ReplyForm(StepForm):
    """What happens with the advice."""

    heading = _("Wat doet u met het advies?")
    lead = _("Iedereen kan uw antwoord lezen. Wie meesprak, krijgt bericht.")
    submit = _("Geef dit antwoord")

    answer = LongTextField(label=_("Uw antwoord"), max_length=2000, rows=4)
    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=3)
