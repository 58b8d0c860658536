"""The form of a vote from a file: what takes long is done here, while nobody waits for the database."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action import BadInput
from samenspel.kernel.action.forms import ActionForm
from samenspel.stages.commissioning.actions import read_vote
from samenspel.ui.forms import LongTextField, ShortTextField


class ImportForm(ActionForm):
    """The file of a vote that was held elsewhere."""

    file = forms.FileField(
        label=_("Het bestand (.pb)"), help_text=_("In de vorm van Pabulib: regels, plannen en stemmen.")
    )
    title = ShortTextField(label=_("Hoe heet de stemming?"))
    body = ShortTextField(label=_("Wie besloot er?"), max_length=120)
    source = ShortTextField(label=_("Waar komt het bestand vandaan?"))
    about = LongTextField(label=_("Waar ging het over?"), max_length=600, rows=3, required=False)
    funder = ShortTextField(label=_("Wie legde het geld in?"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """Read the whole file here, while nobody waits for the database; a file that is wrong gets one sentence."""
        given = super().clean() or self.cleaned_data
        if {"file", "title"} <= given.keys():
            try:
                given["file"].seek(0)
                given["vote"] = read_vote(given["file"].read(), given["title"])
            except BadInput as wrong:
                self.add_error("file", str(wrong.message))
        return given

    def facts(self) -> dict[str, Any]:
        """The vote in place of its file."""
        return {name: value for name, value in super().facts().items() if name != "file"}
