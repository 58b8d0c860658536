"""Forms about roles, interests and staff sessions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.access.actions import LONGEST_SESSION
from samenspel.kernel.access.states import GivenRole
from samenspel.kernel.action.forms import ActionForm, OneOfField
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.people.queries import person_by_email
from samenspel.kernel.places.queries import all_places
from samenspel.ui.forms import CodeField, DayField, LongTextField, ShortTextField

HOURS = [(1, _("1 uur")), (2, _("2 uur")), (LONGEST_SESSION, _("4 uur"))]


class StaffSessionForm(ActionForm):
    """Where and why an administrator looks in, and for how long."""

    place = OneOfField(label=_("Voor welke buurt?"), queryset=all_places())
    reason = LongTextField(
        label=_("Waarom is dit nodig?"), max_length=300, rows=3, help_text=_("Iedereen kan uw reden lezen.")
    )
    hours = forms.TypedChoiceField(label=_("Hoe lang?"), choices=HOURS, coerce=int, initial=1)


class MandateForm(ActionForm):
    """Giving somebody a role."""

    person = forms.EmailField(
        label=_("E-mailadres van deze persoon"), help_text=_("Deze persoon heeft al een account.")
    )
    role = forms.ChoiceField(label=_("Welke rol?"), choices=GivenRole.choices)
    party = OneOfField(label=_("Namens welke partij?"), queryset=Party.objects.none(), required=False)
    given_by = ShortTextField(
        label=_("Wie heeft dit besloten, en wanneer?"),
        max_length=160,
        help_text=_("Bijvoorbeeld: het buurtoverleg van 12 maart."),
    )
    until = DayField(label=_("Tot wanneer geldt het?"), required=False)

    def __init__(self, *args: Any, parties: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]

    def clean_person(self) -> Person:
        """The person with this address."""
        person = person_by_email(self.cleaned_data["person"])
        if person is None:
            raise forms.ValidationError(_("Wij kennen niemand met dit adres. Vraag deze persoon een account te maken."))
        return person


class ConflictForm(ActionForm):
    """Saying openly that something touches you."""

    node_code = CodeField(label=_("Waar gaat het over?"), help_text=_("De code, bijvoorbeeld PR-7K4R."))
    what = ShortTextField(label=_("Welk belang heeft u?"), max_length=200, required=False)
