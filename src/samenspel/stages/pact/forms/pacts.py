"""Forms about a pact."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import StepForm
from samenspel.stages.pact.forms.base import ReasonedForm, parties_field, party_field
from samenspel.stages.pact.states import Method
from samenspel.ui.forms import DayField, LongTextField, ShortTextField


class DescribeForm(StepForm):
    """The words of a pact."""

    heading = _("De tekst van het pact")
    lead = _("U hoeft niet alles in te vullen. Wat leeg blijft, bespreekt u later.")

    title = ShortTextField(label=_("Hoe heet het pact?"), max_length=120)
    starts = DayField(label=_("Vanaf welke dag?"))
    ends = DayField(label=_("Tot welke dag?"), help_text=_("Een pact van meer jaren geeft rust."))
    ambitions = LongTextField(
        label=_("Wat wilt u samen?"), max_length=5000, rows=5, required=False,
        help_text=_("In gewone woorden. Schrijf geen namen van mensen op."),
    )  # fmt: skip
    principles = LongTextField(
        label=_("Hoe gaat u met elkaar om?"), max_length=3000, rows=4, required=False,
        help_text=_("Bijvoorbeeld: wij zijn gelijk aan tafel. Een nee krijgt een reden."),
    )  # fmt: skip
    shared_information = LongTextField(label=_("Welke informatie deelt u?"), max_length=2000, rows=3, required=False)
    joining = LongTextField(label=_("Hoe kunnen anderen meedoen?"), max_length=1000, rows=3, required=False)
    dispute = LongTextField(label=_("Wat doet u als u het niet eens bent?"), max_length=1000, rows=3, required=False)
    parties = parties_field(_("Wie zitten er nog meer aan tafel?"))

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parties"].queryset = others  # type: ignore[attr-defined]


class ConveneForm(DescribeForm):
    """A new pact."""

    heading = _("Een pact beginnen")
    lead = _("Elke groep mag de anderen aan tafel vragen. Alleen de partijen aan tafel zien dit nog.")
    submit = _("Begin het pact")
    field_order = ("title", "party", "starts", "ends", "ambitions", "parties")

    party = party_field(_("Wie roept de anderen bij elkaar?"), empty_label=_("Kies een partij"))

    def __init__(self, *args: Any, speakers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = speakers  # type: ignore[attr-defined]


class OpenForm(StepForm):
    """Lay it on the table."""

    heading = _("Het pact op tafel leggen?")
    lead = _("Iedereen kan het pact en de beloften daarna lezen. Partijen kunnen tekenen.")
    submit = _("Leg het op tafel")


class SignForm(StepForm):
    """A signature of a party."""

    heading = _("Tekenen namens een partij")
    lead = _("De naam van de partij en de naam die u hier invult, komen op de pagina te staan.")
    submit = _("Wij tekenen")

    party = party_field(_("Namens welke partij?"), empty_label=_("Kies een partij"))
    name = ShortTextField(label=_("Wie tekent?"), max_length=160)
    method = forms.ChoiceField(
        label=_("Hoe is er getekend?"), choices=Method, initial=Method.WEB, widget=forms.RadioSelect
    )
    on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]


class InForceForm(StepForm):
    """From now on it holds."""

    heading = _("Het pact laten ingaan?")
    lead = _("Twee partijen of meer hebben getekend. Anderen kunnen later nog meedoen.")
    submit = _("Laat het pact ingaan")

    on = DayField(label=_("Vanaf welke dag?"), required=False, help_text=_("Leeg is vandaag."))


class EndForm(ReasonedForm):
    """It is over."""

    heading = _("Waarom stopt het pact?")
    lead = _("Het pact en de beloften blijven te lezen, met uw reden erbij.")
    submit = _("Laat het pact stoppen")
