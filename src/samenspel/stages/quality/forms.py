"""Forms of the quality room. One question per screen; what somebody typed is never lost."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import OneOfField, StepForm
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.themes import theme_choices
from samenspel.stages.quality.states import Method
from samenspel.ui.forms import DayField, LongTextField, ShortTextField

THEME_CHOICES = theme_choices(pgettext_lazy("theme", "Geen thema"))


class ChangeForm(StepForm):
    """What the sentences are about."""

    heading = _("Waarover gaat de afspraak?")
    lead = _("Klein is goed: één plek, of één soort hulp.")

    title = ShortTextField(
        label=_("Hoe heet de afspraak?"), max_length=120, help_text=_("Bijvoorbeeld: goed jongerenwerk.")
    )
    service = ShortTextField(
        label=_("Waarover spreekt u af wat goed is?"), max_length=200,
        help_text=_("Bijvoorbeeld: het jongerenwerk in de buurt."),
    )  # fmt: skip
    theme = forms.ChoiceField(label=pgettext_lazy("field", "Thema"), choices=THEME_CHOICES, required=False)


class PartyStepForm(StepForm):
    """A form in which somebody says for which party they do it."""

    needs_party: ClassVar[bool] = True

    party = OneOfField(label=_("Namens welke partij?"), queryset=Party.objects.none())

    def __init__(self, *args: Any, parties: Any, works_here: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["party"]
        field.queryset = parties
        field.required = self.needs_party or not works_here
        field.empty_label = _("Kies een partij") if field.required else _("De redactie van de buurt")


class DraftForm(PartyStepForm, ChangeForm):
    """A new definition."""

    heading = _("Wanneer spreekt u van goed?")
    lead = _("Begin met een naam. De zinnen schrijft u op het volgende scherm.")
    submit = _("Begin de afspraak")
    needs_party = False
    field_order = ("title", "service", "theme", "party")


class StatementForm(StepForm):
    """One sentence."""

    heading = _("Wij spreken van goed als …")
    lead = _("Maak de zin af zoals mensen het zeggen. Schrijf geen namen van mensen op.")
    submit = _("Bewaar de zin")

    words = LongTextField(label=_("Wij spreken van goed als …"), max_length=500, rows=3)
    how_noticed = ShortTextField(
        label=_("Hoe merken wij dat?"), max_length=500, required=False, help_text=_("Wat ziet, hoort of telt u dan?")
    )
    who_judges = ShortTextField(
        label=_("Wie oordeelt daarover?"), max_length=200, required=False,
        help_text=_("Bijvoorbeeld: jongeren die er komen."),
    )  # fmt: skip
    how_often = ShortTextField(
        label=_("Hoe vaak kijken wij?"), max_length=120, required=False, help_text=_("Bijvoorbeeld: elk half jaar.")
    )


class RemoveForm(StepForm):
    """Take a sentence away."""

    heading = _("Deze zin weghalen?")
    lead = _("De zin verdwijnt uit de afspraak. De andere zinnen blijven staan.")
    submit = _("Haal de zin weg")


class OpenForm(StepForm):
    """Lay it on the table."""

    heading = _("De afspraak op tafel leggen?")
    lead = _("Iedereen kan hem daarna lezen en partijen kunnen tekenen. Na de eerste handtekening ligt de tekst vast.")
    submit = _("Leg dit op tafel")


class SignForm(PartyStepForm):
    """A signature of a party."""

    heading = _("Tekenen namens een partij")
    lead = _("De naam van de partij en de naam die u hier invult, komen op de pagina te staan.")
    submit = _("Wij tekenen")

    name = ShortTextField(label=_("Wie tekent?"), max_length=160)
    method = forms.ChoiceField(
        label=_("Hoe is er getekend?"), choices=Method, initial=Method.WEB, widget=forms.RadioSelect
    )
    on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))


class ReplaceForm(PartyStepForm):
    """A next version."""

    heading = _("Een nieuwe versie maken")
    lead = _("De oude zinnen komen mee. De oude afspraak geldt tot de nieuwe op tafel ligt.")
    submit = _("Begin de nieuwe versie")
    needs_party = False
    field_order = ("reason", "party")

    reason = LongTextField(label=_("Waarom is een nieuwe versie nodig?"), max_length=1000, rows=4)


class ConnectForm(StepForm):
    """What it is for."""

    heading = _("Waarvoor geldt deze afspraak?")
    lead = _("Zo ziet iedereen bij een actie of bedrag wat wij goed noemen.")
    submit = _("Leg het verband")

    codes = ShortTextField(
        label=_("De code van een planregel of geldregel"), max_length=200,
        help_text=_("Zoals RG-7K4R. Meer codes mag, met een komma."),
    )  # fmt: skip
    reason = ShortTextField(label=_("Waarom horen zij bij elkaar?"), max_length=500)

    def facts(self) -> dict[str, Any]:
        """The typed codes as a list."""
        given = super().facts()
        codes = given["codes"].replace(";", ",").split(",")
        return {**given, "codes": [code.strip() for code in codes if code.strip()]}
