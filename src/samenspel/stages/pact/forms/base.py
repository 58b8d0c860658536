"""What every form of the pact room has."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.errors import Changed, Refused
from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.rules import Words
from samenspel.kernel.people.models import Party
from samenspel.ui.forms import LongTextField


class StepForm(ActionForm):
    """A form with its own screen: what it asks, and what the button says."""

    heading: ClassVar[Words] = ""
    lead: ClassVar[Words] = ""
    submit: ClassVar[Words] = _("Bewaar dit")
    stale = False

    def refuse(self, refusal: Refused) -> None:
        """Remember that somebody else was first, so that the screen can show the new text."""
        super().refuse(refusal)
        self.stale = isinstance(refusal, Changed)

    def see(self, version: int) -> None:
        """The person has now been shown this version; the next time it may be saved over."""
        typed: Any = self.data.copy()  # type: ignore[attr-defined]
        typed["seen"] = str(version)
        self.data = typed


class ReasonedForm(StepForm):
    """A change with its reason."""

    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=4)


def party_field(label: Words, **facts: Any) -> forms.ModelChoiceField[Party]:
    """A choice of parties; the view says which."""
    return forms.ModelChoiceField(label=label, queryset=Party.objects.none(), **facts)


def parties_field(label: Words, **facts: Any) -> forms.ModelMultipleChoiceField[Party]:
    """A choice of several parties, as rows to tick."""
    return forms.ModelMultipleChoiceField(
        label=label, queryset=Party.objects.none(), widget=forms.CheckboxSelectMultiple, required=False, **facts
    )
