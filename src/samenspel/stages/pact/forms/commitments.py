"""Forms about a promise."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import OneOfField, StepForm
from samenspel.kernel.action.steps import Steps
from samenspel.stages.pact import rules
from samenspel.stages.pact.forms.base import ReasonedForm, party_field
from samenspel.stages.pact.models import Pact
from samenspel.stages.pact.states import CommitmentKind
from samenspel.ui.forms import DayField, EuroField, LongTextField, ShortTextField


def _within_reach(due: date) -> None:
    if rules.too_far(due, timezone.localdate()):
        raise ValidationError(rules.TOO_FAR)


class _Codes(StepForm):
    """A form in which codes are typed."""

    def facts(self) -> dict[str, Any]:
        """The typed codes as a list."""
        given = super().facts()
        codes = given["codes"].replace(";", ",").split(",")
        return {**given, "codes": [code.strip() for code in codes if code.strip()]}


class PromiseForm(Steps, _Codes):
    """A new promise."""

    heading = _("Wat belooft uw groep?")
    lead = _("Klein is goed. Iedereen kan de belofte lezen en ernaar vragen.")
    submit = _("Beloof dit")
    questions = (
        (_("Wat belooft uw groep?"), ("giver", "what")),
        (_("Aan wie belooft u dit?"), ("receiver", "receiver_name")),
        (_("Wanneer is het gedaan?"), ("due", "measure")),
        (_("Wat geeft u?"), ("kind", "amount_cents")),
        (_("Hoort het ergens bij?"), ("pact", "codes")),
    )

    giver = party_field(_("Wie belooft dit?"), empty_label=_("Kies een partij"))
    what = LongTextField(
        label=_("Wat belooft u?"), max_length=1000, rows=3,
        help_text=_("Bijvoorbeeld: wij leggen een pad voor rolstoelen aan."),
    )  # fmt: skip
    receiver = party_field(
        _("Aan welke partij?"), required=False, empty_label=_("Geen partij, ik vul het hieronder in")
    )
    receiver_name = ShortTextField(
        label=_("Of aan wie?"), max_length=160, required=False, help_text=_("Bijvoorbeeld: alle bewoners.")
    )
    due = DayField(
        label=_("Voor welke dag?"), not_before_today=True, validators=[_within_reach],
        help_text=_("Een dag die nog komt. Bijvoorbeeld: 1 maart 2027."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("Wat voor belofte is het?"), choices=CommitmentKind, initial=CommitmentKind.OTHER,
        widget=forms.RadioSelect,
    )  # fmt: skip
    amount_cents = EuroField(label=_("Is het geld? Hoeveel?"), min_cents=1, required=False)
    measure = ShortTextField(
        label=_("Hoe ziet de buurt dat het is gedaan?"), max_length=300, required=False,
        help_text=_("Bijvoorbeeld: de poort is elke zaterdag open."),
    )  # fmt: skip
    pact = OneOfField(
        label=_("Hoort het bij een pact?"), queryset=Pact.objects.none(), required=False,
        empty_label=_("Nee, los van een pact"),
    )  # fmt: skip
    codes = ShortTextField(
        label=_("Hoort het bij geld of een plan?"), max_length=200, required=False,
        help_text=_("Typ de code van een toekenning, gezamenlijk plan of planregel. Leeg mag."),
    )  # fmt: skip

    def __init__(self, *args: Any, speakers: Any, others: Any, pacts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("giver", speakers), ("receiver", others), ("pact", pacts)):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        self.fields["pact"].label_from_instance = lambda pact: pact.title  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody must receive it, and an amount is money."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("receiver") and not given.get("receiver_name") and "receiver" not in self.errors:
            self.add_error("receiver_name", _("Zeg aan wie u dit belooft. Bijvoorbeeld: alle bewoners."))
        if given.get("amount_cents") and given.get("kind", "money") != CommitmentKind.MONEY:
            self.add_error("kind", _("U vult een bedrag in. Kies dan ‘geld’. Of laat het bedrag leeg."))
        return given


class KeepForm(StepForm):
    """It was done."""

    heading = _("De belofte is gehouden")
    lead = _("Mooi. Iedereen kan dit straks zien.")
    submit = _("Ja, dit is gedaan")

    on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))
    how = ShortTextField(label=_("Hoe ging het?"), max_length=500, required=False, help_text=_("Eén zin mag."))


class RenegotiateForm(ReasonedForm):
    """Another day."""

    heading = _("Een nieuwe datum afspreken")
    lead = _("Praat er eerst over met wie op u rekent. De oude datum blijft te lezen.")
    submit = _("Bewaar de nieuwe datum")
    field_order = ("due", "reason")

    due = DayField(label=_("Wat is de nieuwe datum?"), validators=[_within_reach])


class WithdrawForm(ReasonedForm):
    """It will not be done."""

    heading = _("De belofte intrekken")
    lead = _("De belofte blijft te lezen, met uw reden erbij.")
    submit = _("Trek de belofte in")


class StepBackForm(StepForm):
    """It does not work out now; nobody asks why."""

    heading = _("Lukt het nu niet?")
    lead = _("Dat mag. U hoeft geen reden te geven. Wie op u rekent, krijgt bericht.")
    submit = _("Het lukt nu niet")


class LateForm(StepForm):
    """The day has passed."""

    heading = _("De dag is voorbij")
    lead = _("De belofte staat dan op te laat. Hij kan nog steeds gehouden worden.")
    submit = _("Zet op te laat")

    why = LongTextField(label=_("Weet u waarom?"), max_length=1000, rows=3, required=False, help_text=_("Leeg mag."))


class NotAnsweredForm(StepForm):
    """Somebody asked, and nobody answered."""

    heading = _("Er kwam geen antwoord")
    lead = _("Vraag eerst zelf na hoe het staat. Bel of ga langs.")
    submit = _("Zet op geen antwoord")

    reason = LongTextField(
        label=_("Wanneer en hoe is het gevraagd?"), max_length=1000, rows=3, help_text=_("Iedereen kan dit lezen.")
    )


class RemindForm(StepForm):
    """A friendly nudge."""

    heading = _("Een herinnering sturen?")
    lead = _("Wie voor deze partij spreekt, krijgt bericht.")
    submit = _("Stuur de herinnering")


class ConnectForm(_Codes):
    """With what it came."""

    heading = _("Waar hoort de belofte bij?")
    lead = _("Zo ziet iedereen van welk geld of welk plan deze belofte komt.")
    submit = _("Leg het verband")

    codes = ShortTextField(
        label=pgettext_lazy("field", "Code"), max_length=200,
        help_text=_("Van een toekenning (TG), een gezamenlijk plan (GP) of een planregel (RG)."),
    )  # fmt: skip
    reason = ShortTextField(label=_("Waarom horen zij bij elkaar?"), max_length=500)
