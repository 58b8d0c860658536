"""Forms about rounds, the start agreement, the calendar and bodies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import ActionForm, OneOfField
from samenspel.kernel.cycle.models import Body
from samenspel.kernel.cycle.states import BodyKind, CalendarKind, StageProgress, Standing
from samenspel.kernel.people.models import Party
from samenspel.ui.forms import DayField, LongTextField, ShortTextField


class PartyForm(ActionForm):
    """Base of forms in which somebody speaks for a party."""

    party = OneOfField(label=_("Namens welke partij?"), queryset=Party.objects.none())

    def __init__(self, *args: Any, parties: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]
        self.fields["party"].initial = self.actor.party or parties.first()
        self.fields["party"].empty_label = None  # type: ignore[attr-defined]


class MarkForm(PartyForm):
    """What a party says about one condition."""

    mark = forms.ChoiceField(label=_("Hoe staat het ermee?"), choices=Standing.choices, widget=forms.RadioSelect)
    what_we_do = LongTextField(
        label=_("Wat doet u eraan?"),
        max_length=500,
        rows=3,
        required=False,
        help_text=_("Eén of twee zinnen."),
    )


class ThenAndNowForm(PartyForm):
    """Four questions with which a community looks back."""

    changed = LongTextField(label=_("Wat veranderde er om ons heen?"), max_length=4000)
    asked = LongTextField(label=_("Wat vroegen wij?"), max_length=4000)
    came = LongTextField(label=_("Wat kwam er?"), max_length=4000)
    ask_now = LongTextField(label=_("Wat vragen wij nu?"), max_length=4000)


class StageForm(ActionForm):
    """How far a stage is."""

    state = forms.ChoiceField(
        label=_("Hoe ver is deze stap?"),
        choices=[c for c in StageProgress.choices if c[0] != StageProgress.SKIPPED],
        widget=forms.RadioSelect,
    )
    opens_on = DayField(label=_("Begint op"), required=False)
    closes_on = DayField(label=_("Eindigt op"), required=False)
    note = ShortTextField(label=_("Wat moeten mensen weten?"), max_length=300, required=False)


class ReasonForm(ActionForm):
    """A reason that everybody can read."""

    reason = LongTextField(label=_("Waarom?"), max_length=300, rows=3, help_text=_("Iedereen kan uw reden lezen."))


class CalendarForm(ActionForm):
    """A date of the municipality."""

    title = ShortTextField(label=_("Wat is er dan?"), max_length=160)
    kind = forms.ChoiceField(label=_("Wat voor datum is het?"), choices=CalendarKind.choices)
    date = DayField(label=_("Wanneer is het?"))
    must_arrive_by = DayField(
        label=_("Wanneer moeten stukken er zijn?"),
        required=False,
        help_text=_("Wat later komt, telt dan niet meer mee."),
    )
    body = OneOfField(label=_("Welke groep vergadert dan?"), queryset=Body.objects.none(), required=False)
    source = forms.URLField(label=_("Waar staat dit?"), required=False, assume_scheme="https")

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class ChangeDateForm(ReasonForm):
    """A date that moved."""

    date = DayField(label=_("Wat is de nieuwe datum?"))
    must_arrive_by = DayField(label=_("Wanneer moeten stukken er zijn?"), required=False)
    field_order = ("date", "must_arrive_by", "reason")


class OpenCycleForm(ActionForm):
    """The first round of a place; there are no lessons yet."""

    title = ShortTextField(label=_("Hoe heet deze ronde?"), max_length=120)
    slug = forms.SlugField(
        label=_("Naam in het webadres"), max_length=40, help_text=_("Begin met het jaar, bijvoorbeeld 2026.")
    )
    opens_on = DayField(label=_("Wanneer begint de ronde?"))
    closes_on = DayField(label=_("Wanneer eindigt de ronde?"), required=False)


class BodyForm(ActionForm):
    """A group that decides or advises."""

    name = ShortTextField(label=_("Hoe heet deze groep?"), max_length=120)
    kind = forms.ChoiceField(label=_("Wat voor groep is het?"), choices=BodyKind.choices)
    decides = LongTextField(label=_("Waarover beslist deze groep?"), max_length=1000, rows=4)
    advises = LongTextField(label=_("Waarover geeft deze groep advies?"), max_length=1000, rows=4, required=False)
    reach = ShortTextField(label=_("Hoe bereikt u hen?"), max_length=200, required=False)
    source = forms.URLField(label=_("Waar staat dit?"), required=False, assume_scheme="https")
