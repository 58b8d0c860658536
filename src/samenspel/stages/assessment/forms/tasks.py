"""Forms about a task."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import OneOfField
from samenspel.kernel.people.models import Party
from samenspel.stages.assessment.forms.base import CodesForm
from samenspel.ui.forms import DayField, EuroField, LongTextField, ShortTextField

YES_NO = ((True, pgettext_lazy("answer", "Ja")), (False, pgettext_lazy("answer", "Nee")))


def _truth(value: Any) -> bool:
    return str(value) == "True"


class TaskForm(CodesForm):
    """A task for the register."""

    heading = _("Welke taak wordt hier gedaan?")
    lead = _("Werk dat van publiek geld wordt betaald. Vul in wat u weet. Wat u niet weet, laat u leeg.")
    submit = _("Zet dit in de lijst")

    title = ShortTextField(
        label=_("Hoe heet de taak?"), max_length=120, help_text=_("Bijvoorbeeld: het gras maaien in het park.")
    )
    what = LongTextField(label=_("Wat wordt er gedaan?"), max_length=1000, rows=3, required=False)
    provider = OneOfField(
        label=_("Welke partij doet het?"), queryset=Party.objects.none(), required=False,
        empty_label=_("Geen partij uit de buurt"),
    )  # fmt: skip
    provider_name = ShortTextField(label=_("Of wie doet het?"), max_length=160, required=False)
    yearly_cents = EuroField(label=_("Wat kost het per jaar?"), min_cents=1, required=False)
    contract_ends = DayField(label=_("Tot wanneer loopt het contract?"), required=False)
    open_to_challenge = forms.TypedChoiceField(
        label=_("Mogen anderen het ook proberen?"), choices=YES_NO, coerce=_truth, widget=forms.RadioSelect,
        help_text=_("Zoals bewoners die het zelf willen doen."),
    )  # fmt: skip
    why = LongTextField(
        label=_("Waarom wel of niet?"), max_length=1000, rows=3, required=False,
        help_text=_("Bij nee is een reden nodig."),
    )  # fmt: skip
    source = ShortTextField(
        label=_("Waar staat dit?"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: begroting 2026, blad 12."),
    )
    codes = ShortTextField(
        label=_("Uit welk geld?"),
        max_length=200,
        required=False,
        help_text=_("De code van een geldregel, zoals GD-7K4R."),
    )

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = parties  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody does it; and a no has a reason."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("provider") and not given.get("provider_name") and "provider" not in self.errors:
            self.add_error("provider_name", _("Zeg wie deze taak doet. Weet u het niet? Schrijf dan: niet bekend."))
        if given.get("open_to_challenge") is False and not given.get("why"):
            self.add_error("why", _("Zeg waarom anderen deze taak niet mogen overnemen."))
        return given


class CorrectForm(TaskForm):
    """Put right what stands about a task."""

    heading = _("Klopt er iets niet?")
    lead = _("U verandert wat er staat. Iedereen kan lezen waarom.")
    submit = _("Bewaar de verbetering")

    reason = LongTextField(label=_("Waarom verandert u dit?"), max_length=1000, rows=3)
