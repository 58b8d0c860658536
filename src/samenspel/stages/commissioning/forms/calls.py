"""Forms about rounds of money."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.people.queries import person_by_email
from samenspel.stages.commissioning.states import Binding, Route
from samenspel.ui.forms import CodeField, DayField, EuroField, LongTextField, ShortTextField
from samenspel_methods.allocation import RuleSet


class ConfirmForm(ActionForm):
    """Only a button."""


class ReasonForm(ActionForm):
    """A reason that everybody can read."""

    reason = LongTextField(label=pgettext_lazy("field", "Reden"), max_length=1000, rows=3)


class CallForm(ActionForm):
    """A new round, with its rules in boxes to fill in."""

    title = ShortTextField(label=_("Hoe heet de ronde?"))
    about = LongTextField(label=_("Waar gaat het over?"), max_length=600, rows=3, required=False)
    route = forms.ChoiceField(label=_("Hoe verdelen wij het geld?"), choices=Route, initial=Route.VOTE)
    budget_cents = EuroField(label=_("Hoeveel geld is er?"), min_cents=100)
    funder = ShortTextField(label=_("Wie legt het geld in?"), max_length=120, required=False)
    body = ShortTextField(label=_("Wie besluit er volgens de wet?"), max_length=120)
    binds = forms.ChoiceField(label=_("Hoe vast is de uitslag?"), choices=Binding, initial=Binding.UNLESS)
    who = ShortTextField(label=_("Wie mag meedoen?"), max_length=300, required=False)
    opens_on = DayField(label=_("Open vanaf"), required=False)
    closes_on = DayField(label=_("Open tot en met"), required=False)
    min_picks = forms.IntegerField(
        label=_("Minstens hoeveel plannen kiezen?"), min_value=0, max_value=500, required=False
    )
    max_picks = forms.IntegerField(
        label=_("Hoogstens hoeveel plannen kiezen?"), min_value=1, max_value=500, required=False
    )
    max_cost = EuroField(label=_("Samen hoogstens hoeveel euro kiezen?"), required=False)
    min_project_cost = EuroField(label=_("Minstens hoeveel kost een plan?"), required=False)
    ballots_public = forms.BooleanField(
        label=_("De stembiljetten worden na de telling openbaar, zonder naam"), required=False,
        help_text=_("Iedereen kan dan natellen. Bij weinig stemmers kan iemand te herkennen zijn."),
    )  # fmt: skip
    opened_by = CodeField(
        label=_("Waar volgt de ronde uit?"), required=False, help_text=_("De code van een planregel of een gesprek.")
    )
    fieldsets = (
        (_("De ronde"), ("title", "about", "route", "opened_by")),
        (_("Geld en besluit"), ("budget_cents", "funder", "body", "binds")),
        (pgettext_lazy("group of fields", "Meedoen"), ("who", "opens_on", "closes_on")),
        (_("De spelregels"), ("min_picks", "max_picks", "max_cost", "min_project_cost", "ballots_public")),
    )

    def clean(self) -> dict[str, Any]:
        """A round closes after it opens."""
        given = super().clean() or self.cleaned_data
        first, last = given.get("opens_on"), given.get("closes_on")
        if first and last and last < first:
            self.add_error("closes_on", _("De ronde eindigt voor hij begint. Kies een latere dag."))
        return given

    def facts(self) -> dict[str, Any]:
        """The boxes as rules and moments."""
        given = super().facts()
        limits = {name: given.pop(name) for name in ("min_picks", "max_picks", "max_cost", "min_project_cost")}
        kept = {name: value for name, value in limits.items() if value is not None}
        rules = RuleSet(given["title"], ballot="limited" if limits["max_cost"] is not None else "approval", **kept)
        given["opens_at"] = _moment(given.pop("opens_on"), time(0, 0))
        given["closes_at"] = _moment(given.pop("closes_on"), time(23, 59, 59))
        return {**given, "rule_set": rules}


def _moment(day: date | None, at: time) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, at)) if day else None


class OptionForm(ActionForm):
    """A plan on the ballot paper."""

    title = ShortTextField(label=_("Hoe heet het plan?"))
    cents = EuroField(label=_("Wat kost het?"), min_cents=1)
    category = ShortTextField(label=_("Bij welk thema hoort het?"), max_length=120, required=False)
    summary = LongTextField(label=_("In het kort"), max_length=600, rows=3, required=False)
    makers = ShortTextField(label=_("Wie maken het?"), required=False)
    proposal = CodeField(label=_("Code van het voorstel"), required=False, help_text=_("Bijvoorbeeld: PR-7K4R."))


class PersonField(forms.EmailField):
    """Somebody with an account, by the address of that account."""

    def clean(self, value: Any) -> Any:
        """The person with this address."""
        typed = super().clean(value)
        found = person_by_email(typed) if typed else None
        if typed and found is None:
            raise forms.ValidationError(
                _("Wij kennen niemand met dit adres. Vraag deze persoon een account te maken.")
            )
        return found


class HoldersForm(ActionForm):
    """Three people who will each hold a part of the key."""

    first = PersonField(label=_("E-mailadres van de eerste sleutelhouder"))
    second = PersonField(label=_("E-mailadres van de tweede sleutelhouder"))
    third = PersonField(
        label=_("E-mailadres van de derde sleutelhouder"),
        help_text=_("Kies drie mensen die elkaar niet nodig hebben, en niet wie de server beheert."),
    )

    def facts(self) -> dict[str, Any]:
        """The three together."""
        given = super().facts()
        return {"holders": [given["first"], given["second"], given["third"]]}


class PartForm(ActionForm):
    """The own part of the key, from paper."""

    share = LongTextField(label=_("Uw deel van de sleutel"), max_length=200, rows=2)


class DecideForm(ActionForm):
    """What the body decided, and why."""

    body = ShortTextField(label=_("Wie besloot er?"), max_length=120)
    reason = LongTextField(label=_("Besluit en reden"), max_length=1000, rows=4)


class SuggestForm(ActionForm):
    """What can be done for a plan that got no money."""

    next_step = LongTextField(label=_("Wat kan wel?"), max_length=300, rows=3)


class OriginForm(ActionForm):
    """Which proposal a plan on the ballot paper came from."""

    proposal = CodeField(label=_("De code van het voorstel"), help_text=_("Zoals PR-7K4R."))
    reason = ShortTextField(label=_("Waarom hoort dit bij elkaar?"), max_length=300)
