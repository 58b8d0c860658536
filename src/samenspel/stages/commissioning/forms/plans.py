"""Forms about joint plans and awards."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.people.models import Party
from samenspel.stages.commissioning.states import Answer, Route
from samenspel.ui.forms import DayField, EuroField, LongTextField, ShortTextField


class PartyForm(ActionForm):
    """Base of forms in which somebody picks a party of the place. `party_field` names the box."""

    party_field = "party"

    def __init__(self, *args: Any, parties: Mapping[int, Party] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = dict(parties or {})
        names = [("", _("Kies een groep of organisatie")), *((str(pk), p.name) for pk, p in self.parties.items())]
        self.fields[self.party_field].choices = names  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """The party itself in place of its number."""
        given = super().facts()
        chosen = given.get(self.party_field)
        given[self.party_field] = self.parties.get(int(chosen)) if chosen else None
        return given


class PlanForm(PartyForm):
    """A new joint plan."""

    party_field = "convener"
    title = ShortTextField(label=_("Hoe heet het plan?"))
    what = LongTextField(label=_("Wat gaan we samen doen?"), max_length=4000)
    convener = forms.ChoiceField(label=_("Namens welke groep begint u?"), required=False)
    route = forms.ChoiceField(label=_("Langs welke weg?"), choices=Route, initial=Route.CONSENT)
    cents = EuroField(label=_("Hoeveel geld is er nodig?"), required=False)
    quality = ShortTextField(
        label=_("Welke kwaliteitsafspraken gelden?"),
        required=False,
        help_text=_("Codes, zoals KW-7K4R. Met een spatie ertussen."),
    )
    follows = ShortTextField(
        label=_("Waar volgt het plan uit?"), required=False, help_text=_("Codes van een planregel of een gesprek.")
    )
    starts_on = DayField(label=_("Begint op"), required=False)
    ends_on = DayField(label=_("Eindigt op"), required=False)

    def facts(self) -> dict[str, Any]:
        """No amount means no money."""
        given = super().facts()
        return {**given, "cents": given["cents"] or 0}


class PartnerForm(PartyForm):
    """A party with its task."""

    party = forms.ChoiceField(label=_("Welke groep doet mee?"))
    task = ShortTextField(label=_("Wat doet deze groep?"), max_length=300)
    cents = EuroField(label=_("Hoeveel euro brengt de groep in?"), required=False)
    hours = forms.IntegerField(label=_("Hoeveel uren?"), min_value=0, max_value=1_000_000, required=False)

    def facts(self) -> dict[str, Any]:
        """Nothing filled in means nothing brought in."""
        given = super().facts()
        return {**given, "cents": given["cents"] or 0, "hours": given["hours"] or 0}


class RewriteForm(ActionForm):
    """Other words for the plan."""

    title = ShortTextField(label=_("Hoe heet het plan?"))
    what = LongTextField(label=_("Wat gaan we samen doen?"), max_length=4000)
    cents = EuroField(label=_("Hoeveel geld is er nodig?"), required=False)
    quality = ShortTextField(label=_("Welke kwaliteitsafspraken gelden?"), required=False)


class AnswerForm(ActionForm):
    """What a partner says."""

    answer = forms.ChoiceField(label=_("Kan uw groep met dit plan leven?"), choices=Answer, widget=forms.RadioSelect)
    why = LongTextField(
        label=_("Wat knelt er, of waar maakt u zich zorgen over?"), max_length=500, rows=3, required=False
    )


class AwardForm(PartyForm):
    """Money for a plan that was chosen."""

    party = forms.ChoiceField(label=_("Aan welke groep?"), required=False)
    to = ShortTextField(label=_("Of aan wie anders?"), max_length=120, required=False)
    cents = EuroField(label=_("Hoeveel?"), min_cents=1)
    reason = LongTextField(label=pgettext_lazy("field", "Reden"), max_length=500, rows=3)


class FundForm(ActionForm):
    """Money that stands ready for a joint plan."""

    source = ShortTextField(
        label=_("Waar komt het geld vandaan?"), max_length=120, help_text=_("Bijvoorbeeld: Welzijn 2026.")
    )
    cents = EuroField(label=_("Hoeveel?"), min_cents=1)
