"""What every form of the pact room has."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import OneOfField, SomeOfField, StepForm
from samenspel.kernel.action.rules import Words
from samenspel.kernel.people.models import Party
from samenspel.ui.forms import LongTextField


class ReasonedForm(StepForm):
    """A change with its reason."""

    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=4)


def party_field(label: Words, **facts: Any) -> OneOfField:
    """A choice of parties; the view says which."""
    return OneOfField(label=label, queryset=Party.objects.none(), **facts)


def parties_field(label: Words, **facts: Any) -> SomeOfField:
    """A choice of several parties, as rows to tick."""
    return SomeOfField(
        label=label, queryset=Party.objects.none(), widget=forms.CheckboxSelectMultiple, required=False, **facts
    )
