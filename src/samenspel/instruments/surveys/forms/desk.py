"""A paper form, typed in at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Channel
from samenspel.instruments.surveys.actions import UNKNOWN_CODE
from samenspel.instruments.surveys.forms.answering import ScreenForm
from samenspel.instruments.surveys.queries import code_works, form_of, said
from samenspel.instruments.surveys.rules.codes import digest_of
from samenspel.kernel.action.forms import DESK_CHANNELS

CHANNELS = [(channel, words) for channel, words in DESK_CHANNELS if channel != Channel.WEB]


class DeskForm(ScreenForm):
    """All questions under each other, with the numbers of the paper."""

    code = forms.CharField(
        label=_("De code op het formulier"), max_length=60, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    channel = forms.ChoiceField(label=_("Hoe kwam dit binnen?"), choices=CHANNELS, initial=Channel.PAPER)

    def __init__(self, *args: Any, survey: Any, **kwargs: Any) -> None:
        super().__init__(*args, questions=said(form_of(survey)), **kwargs)
        self.survey, self.letter = survey, ""
        if not survey.by_letter:
            del self.fields["code"]

    def clean_code(self) -> str:
        """The code is looked at before anything is typed for nothing; it stays on the form until the form is sent."""
        typed = str(self.cleaned_data["code"])
        self.letter = digest_of(self.survey.pk, typed)
        if not code_works(self.survey, self.letter):
            raise ValidationError(UNKNOWN_CODE)
        return typed
