"""Forms of those who look, weigh, tell and answer."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import StepForm
from samenspel.stages.proposals.states import Answer, Check
from samenspel.ui.forms import CodeField, DayField, LongTextField, ShortTextField

NEXT_STEP = _("Zet bij een nee wat er wel kan.")
YES_NO = [("yes", pgettext_lazy("answer", "Ja")), ("no", pgettext_lazy("answer", "Nee"))]


class CheckForm(StepForm):
    """The ten questions, each with room for a note."""

    heading = _("Kan dit voorstel?")
    lead = _("Tien vragen. ‘Weten we nog niet’ is ook een antwoord.")
    submit = _("Bewaar de antwoorden")

    def __init__(self, *args: Any, known: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in known:
            self.fields[f"answer_{row.check_name}"] = forms.ChoiceField(
                label=Check(row.check_name).label, choices=Answer, initial=row.answer
            )
            self.fields[f"note_{row.check_name}"] = ShortTextField(
                label=_("Toelichting bij deze vraag"), max_length=500, required=False, initial=row.note
            )

    def facts(self) -> dict[str, Any]:
        """Answers and notes by question."""
        given = self.cleaned_data
        return {"answers": {name: (given[f"answer_{name}"], given[f"note_{name}"]) for name in Check.values}}


class ContactForm(StepForm):
    """Whom to ask."""

    heading = _("Bij wie kan de maker terecht?")
    lead = _("Eén mens met een naam, van het eerste gesprek tot de laatste euro. En iemand die vervangt.")

    name = ShortTextField(label=_("Naam van de contactpersoon"), max_length=120)
    reach = ShortTextField(
        label=_("Hoe bereikt u die?"), max_length=200, help_text=_("Dit staat op de openbare pagina.")
    )
    stand_in = ShortTextField(label=_("Naam van de vervanger"), max_length=120, required=False)


class VerdictForm(StepForm):
    """Yes or no, with the reason and what can be done."""

    verdict = forms.ChoiceField(label=_("Wat is het antwoord?"), choices=YES_NO, widget=forms.RadioSelect)
    reason = LongTextField(
        label=pgettext_lazy("question", "Waarom?"), max_length=2000, rows=4,
        help_text=_("In gewone woorden. Iedereen kan dit lezen."),
    )  # fmt: skip
    next_step = LongTextField(
        label=_("Bij een nee: wat kan er wel?"), max_length=500, rows=2, required=False,
        help_text=_("Een ander potje, een andere plek, of iemand die verder helpt."),
    )  # fmt: skip
    on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))
    yes_is: ClassVar[str] = ""

    def facts(self) -> dict[str, Any]:
        """The verdict under the name the action gives it."""
        given = super().facts()
        return {self.yes_is: given.pop("verdict") == "yes", **given}


class WeighForm(VerdictForm):
    """The provisional weighing."""

    heading = _("Voorlopig ja of nee?")
    lead = _("De maker hoort dit eerst en kan het voorstel nog aanpassen. Het is nog niet het antwoord.")
    submit = _("Bewaar de voorlopige weging")
    yes_is = "positive"

    def clean(self) -> dict[str, Any]:
        """A no without what can be done is shown beside its field."""
        given = super().clean() or self.cleaned_data
        if given.get("verdict") == "no" and not given.get("next_step"):
            self.add_error("next_step", NEXT_STEP)
        return given

    def facts(self) -> dict[str, Any]:
        """The reason stays between the makers and the officials until it was told."""
        given = super().facts()
        return {"why": given.pop("reason"), **given}


class DecideForm(VerdictForm):
    """The answer."""

    heading = _("Het antwoord")
    lead = _("De maker heeft dit al van u gehoord. Nu kan iedereen het lezen.")
    submit = _("Geef het antwoord")
    yes_is = "accept"

    decided_by = ShortTextField(
        label=_("Wie besloot dit?"), max_length=160, required=False,
        help_text=_("Bijvoorbeeld: dagelijks bestuur. Leeg is uw eigen rol."),
    )  # fmt: skip


class TellForm(StepForm):
    """The maker hears it first."""

    heading = _("Hoe heeft u het verteld?")
    lead = _("De maker hoort het antwoord eerst van een mens. Pas daarna wordt het openbaar.")

    how = ShortTextField(
        label=_("Hoe ging dat?"), max_length=300,
        help_text=_("Bijvoorbeeld: gebeld. Lukte het niet? Schrijf dan op wat u probeerde."),
    )  # fmt: skip
    on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))


class MergeForm(StepForm):
    """Two proposals go on as one."""

    heading = _("Samen verder als één voorstel?")
    lead = _("Dat kan alleen als beide makers ja zeggen. Dit voorstel houdt zijn eigen pagina.")
    submit = _("Voeg samen")

    into = CodeField(label=_("Bij welk voorstel?"), help_text=_("Typ de code, zoals PR-7K4R."))
    maker_agrees = forms.BooleanField(label=_("De maker van dit voorstel zegt ja"))
    other_maker_agrees = forms.BooleanField(label=_("De maker van het andere voorstel zegt ja"))
    agreed = ShortTextField(
        label=_("Hoe zeiden zij ja?"), max_length=500, help_text=_("Bijvoorbeeld: samen aan tafel, op 12 maart.")
    )


class ReasonedForm(StepForm):
    """Only a reason."""

    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=4)


class HideForm(ReasonedForm):
    """Take it away."""

    heading = _("Waarom haalt u dit weg?")
    lead = _("Niemand kan het daarna nog lezen. Uw reden staat in het logboek. U kunt het terugzetten.")
    submit = _("Haal dit weg")


class ShowForm(ReasonedForm):
    """Put it back."""

    heading = _("Waarom zet u dit terug?")
    lead = _("Iedereen kan het daarna weer lezen.")
    submit = _("Zet dit terug")
