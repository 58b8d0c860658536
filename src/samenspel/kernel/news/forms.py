"""Forms about following and mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.people.states import NoticeRhythm
from samenspel.ui.forms import PlainForm


class FollowForm(ActionForm):
    """Only a button: who is logged in is known."""


class AskForm(PlainForm):
    """Following with only an address."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"), max_length=254,
        help_text=_("Wij sturen u eerst een link. Klikt u daar niet op? Dan wissen wij uw adres na een week."),
    )  # fmt: skip


class RhythmForm(ActionForm):
    """How often we may mail somebody."""

    rhythm = forms.ChoiceField(
        label=_("Hoe vaak wilt u e-mail?"), choices=NoticeRhythm.choices, widget=forms.RadioSelect
    )
    messages = forms.BooleanField(
        label=_("Stuur mij ook een e-mail als er een bericht voor mij is"), required=False,
        help_text=_("Uw berichten staan ook altijd op ‘Mijn pagina’."),
    )  # fmt: skip

    def __init__(self, *args: Any, with_messages: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_messages:
            del self.fields["messages"]

    def acting(self) -> Actor:
        """Whoever is logged in, or opened the link in their mail; nobody fills this in for another."""
        return self.actor
