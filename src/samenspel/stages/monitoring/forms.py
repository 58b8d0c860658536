"""Forms of the monitoring room. One question per screen; what somebody typed is never lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import OneOfField, StepForm
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.themes import theme_choices
from samenspel.stages.monitoring import rules
from samenspel.stages.monitoring.states import Verdict
from samenspel.ui.forms import CodeField, DayField, EuroField, LongTextField, ShortTextField

THEME_CHOICES = theme_choices(pgettext_lazy("theme", "Geen thema"))


class PartyStepForm(StepForm):
    """A form in which somebody may say for which party they do it."""

    party = OneOfField(label=_("Namens een partij?"), queryset=Party.objects.none(), required=False)

    def __init__(self, *args: Any, parties: Any, alone: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["party"]
        field.queryset, field.required = parties, not alone
        field.empty_label = _("Nee, ik doe dit zelf") if alone else _("Kies een partij")


class RecordForm(PartyStepForm):
    """What came of a promise or of money."""

    heading = _("Wat kwam ervan?")
    lead = _("Vertel wat u merkt. Ook als het anders liep dan gedacht. Daar leren wij van.")
    submit = _("Zet dit op de pagina")
    field_order = (
        "of", "what_came", "verdict", "judged_by", "measured", "spent_cents", "story", "consent", "on", "party"
    )  # fmt: skip

    of = CodeField(
        label=_("Waar gaat het over?"), help_text=_("De code van een belofte of toekenning, zoals BF-7K4R of TG-7K4R.")
    )
    what_came = LongTextField(
        label=_("Wat kwam ervan?"), max_length=3000, rows=4,
        help_text=_("Wat is er nu, wat merkt u? Schrijf geen namen van mensen op."),
    )  # fmt: skip
    verdict = forms.ChoiceField(label=_("Hoe is het nu?"), choices=Verdict, widget=forms.RadioSelect)
    judged_by = ShortTextField(
        label=_("Wie zegt dit?"), max_length=200, help_text=_("Bijvoorbeeld: wie in de tuin komt. Geen namen.")
    )
    measured = ShortTextField(
        label=_("Is er iets geteld?"), max_length=300, required=False,
        help_text=_("Bijvoorbeeld: 40 bezoekers op een zaterdag."),
    )  # fmt: skip
    spent_cents = EuroField(label=_("Hoeveel is er uitgegeven?"), required=False)
    story = LongTextField(
        label=_("Een verhaal erbij?"), max_length=5000, rows=4, required=False,
        help_text=_("In eigen woorden. U kunt het later weer intrekken."),
    )  # fmt: skip
    consent = forms.BooleanField(label=_("Ja, dit verhaal mag op de pagina"), required=False)
    on = DayField(label=_("Wanneer merkte u dit?"), required=False, help_text=_("Leeg is vandaag."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rules.waits(self.actor):
            del self.fields["party"]
            self.fields["story"].help_text = _("In eigen woorden.")
            self.submit = _("Stuur dit in")


class ConfirmForm(PartyStepForm):
    """Yes, this is what came of it."""

    heading = _("Klopt dit?")
    lead = _("U bevestigt wat iemand anders opschreef. Het hoeft niet mooi te zijn, wel waar.")
    submit = _("Ja, dit klopt")


class HideForm(StepForm):
    """Take it away."""

    heading = _("Waarom haalt u dit weg?")
    lead = _("Het is daarna niet meer te lezen. Uw reden staat in het logboek.")
    submit = _("Haal dit weg")

    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=4)


class ChangeForm(StepForm):
    """What was learnt."""

    heading = _("Wat leerden wij?")
    lead = _("Eén les is genoeg. De volgende ronde begint ermee.")
    submit = _("Bewaar de les")

    title = ShortTextField(
        label=_("De les in één zin"), max_length=120, help_text=_("Bijvoorbeeld: vraag eerst wie de sleutel heeft.")
    )
    keep = LongTextField(label=_("Wat houdt u zo?"), max_length=2000, rows=3, required=False)
    change = LongTextField(label=_("Wat doet u anders?"), max_length=2000, rows=3, required=False)
    theme = forms.ChoiceField(label=pgettext_lazy("field", "Thema"), choices=THEME_CHOICES, required=False)
    outcomes = ShortTextField(
        label=_("Van welke opbrengst leerden wij dit?"), max_length=200, required=False,
        help_text=_("De code, zoals PB-7K4R. Meer codes mag, met een komma."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A lesson says something."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("keep") and not given.get("change"):
            self.add_error("keep", _("Schrijf op wat u zo houdt, of wat u anders doet."))
        return given

    def facts(self) -> dict[str, Any]:
        """The typed codes as a list."""
        given = super().facts()
        codes = given["outcomes"].replace(";", ",").split(",")
        return {**given, "outcomes": [code.strip() for code in codes if code.strip()]}


class DraftForm(PartyStepForm, ChangeForm):
    """A new lesson."""

    submit = _("Bewaar het concept")
    field_order = ("title", "keep", "change", "theme", "outcomes", "party")


class ShareForm(StepForm):
    """Everybody may read it."""

    heading = _("De les delen?")
    lead = _("Iedereen kan de les daarna lezen. De volgende ronde begint ermee.")
    submit = _("Deel de les")



class NextRoundForm(StepForm):
    """A new round that begins with the lessons of this one."""

    heading = _("Open de volgende ronde")
    lead = _("De nieuwe ronde begint met wat wij leerden. Kies welke lessen meegaan.")
    submit = _("Open de ronde")

    title = ShortTextField(label=_("Hoe heet de nieuwe ronde?"), max_length=120)
    slug = forms.SlugField(
        label=_("Naam in het webadres"), max_length=40, help_text=_("Begin met het jaar, bijvoorbeeld 2026.")
    )
    opens_on = DayField(label=_("Wanneer begint de ronde?"))
    closes_on = DayField(label=_("Wanneer eindigt de ronde?"), required=False)
    lessons = forms.MultipleChoiceField(
        label=_("Welke lessen gaan mee?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, known: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {code: text for text, code in known}
        field: Any = self.fields["lessons"]
        field.choices, field.initial = list(self.known.items()), list(self.known)

    def clean_lessons(self) -> tuple[tuple[str, str], ...]:
        """The chosen lessons as text and code."""
        return tuple((self.known[code], code) for code in self.cleaned_data["lessons"])
