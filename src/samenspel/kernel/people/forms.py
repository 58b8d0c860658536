"""Forms about persons and parties: short, one question after the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import ActionForm, OneOfField
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.states import Link, LinkMark, NoticeBy, NoticeRhythm, PartyKind, PartyPhase
from samenspel.ui.forms import LongTextField, PlainForm, ShortTextField

# People find their language under its own name.
SPOKEN = [
    ("nl", "Nederlands"), ("en", "English"), ("ar", "العربية"), ("tr", "Türkçe"), ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
    ("pl", "Polski"), ("uk", "Українська"), ("ti", "ትግርኛ"), ("es", "Español"), ("fr", "Français"),
    ("pap", "Papiamentu"), ("srn", "Sranantongo"),
]  # fmt: skip


def language_read() -> str:
    """The language of the page, as the likely language of what somebody writes on it."""
    read = (get_language() or "").split("-")[0]
    return read if read in dict(SPOKEN) else "nl"


class FoundForm(ActionForm):
    """A group in a minute: a name is enough."""

    name = ShortTextField(label=_("Hoe heet uw groep?"), max_length=120)
    what = ShortTextField(label=_("Wat doet u samen?"), max_length=300, required=False)
    why = ShortTextField(label=_("Waarom doet u dit?"), max_length=300, required=False)
    for_whom = ShortTextField(label=_("Voor wie bent u er?"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("Wat past het best?"),
        initial=PartyKind.COMMUNITY,
        help_text=_("Dit maakt niet uit voor wat u mag. Elke partij is gelijk."),
    )

    def __init__(self, *args: Any, kinds: Iterable[PartyKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]


class DescribeForm(ActionForm):
    """What a group says about itself."""

    name = ShortTextField(label=_("Hoe heet uw groep?"), max_length=120)
    what = ShortTextField(label=_("Wat doet u samen?"), max_length=300, required=False)
    why = ShortTextField(label=_("Waarom doet u dit?"), max_length=300, required=False)
    for_whom = ShortTextField(label=_("Voor wie bent u er?"), max_length=200, required=False)
    needs = LongTextField(
        label=_("Wat heeft u nodig?"),
        max_length=1000,
        rows=4,
        required=False,
        help_text=_("Bijvoorbeeld ruimte, geld, mensen of een regel die anders moet."),
    )
    gives = LongTextField(
        label=_("Wat geeft u?"),
        max_length=1000,
        rows=4,
        required=False,
        help_text=_("Bijvoorbeeld tijd, aandacht, kennis of een plek."),
    )
    phase = forms.ChoiceField(label=_("Hoe ver bent u?"), choices=PartyPhase.choices)


class JoinForm(ActionForm):
    """Standing behind a group."""

    shown = forms.BooleanField(
        label=_("Mijn naam mag op de pagina van de groep"),
        required=False,
        help_text=_("Zonder vinkje zien alleen de woordvoerders uw naam."),
    )


class ConfirmForm(ActionForm):
    """Only a button: the page above it says what will happen."""


class SplitForm(ActionForm):
    """Part of a group goes on as its own group."""

    name = ShortTextField(label=_("Hoe heet de nieuwe groep?"), max_length=120)
    what = ShortTextField(label=_("Wat doet u samen?"), max_length=300, required=False)
    why = ShortTextField(label=_("Waarom gaat u apart verder?"), max_length=300, required=False)


class JoinIntoForm(ActionForm):
    """Two groups go on as one."""

    other = OneOfField(label=_("Met welke groep gaat u verder?"), queryset=Party.objects.none())

    def __init__(self, *args: Any, others: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]


class LinkForm(ActionForm):
    """One of the six links of a community."""

    link = forms.ChoiceField(label=_("Waar kijkt u naar?"), choices=Link.choices)
    mark = forms.ChoiceField(label=_("Hoe staat het ermee?"), choices=LinkMark.choices, widget=forms.RadioSelect)
    note = ShortTextField(label=_("Wat valt u op?"), max_length=300, required=False)


class MyDetailsForm(ActionForm):
    """What we keep of somebody, filled in by themselves."""

    name = ShortTextField(
        label=_("Hoe wilt u genoemd worden?"),
        max_length=120,
        required=False,
        help_text=_("Uw voornaam is genoeg. Leeg mag ook."),
    )
    speaks = forms.ChoiceField(label=_("Welke taal spreekt u het liefst?"), choices=SPOKEN, initial="nl")
    notice_by = forms.ChoiceField(label=_("Hoe wilt u bericht krijgen?"), choices=NoticeBy.choices)
    notice_rhythm = forms.ChoiceField(label=_("Hoe vaak wilt u bericht?"), choices=NoticeRhythm.choices)
    contact_text = ShortTextField(
        label=_("Uw adres of telefoon"),
        max_length=200,
        required=False,
        help_text=_("Alleen nodig als u brieven wilt of gebeld wilt worden."),
    )


class EraseForm(ActionForm):
    """Taking back what we keep of somebody."""

    left = forms.BooleanField(label=_("Ik las wat er gebeurt met mijn buurt of groep"))
    sure = forms.BooleanField(label=_("Ja, wis mijn naam en mijn woorden"))

    def __init__(self, *args: Any, warned: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not warned:
            del self.fields["left"]

    def facts(self) -> dict[str, Any]:
        """The ticks only guard the button; the action needs nothing more."""
        return {}


class NewEmailForm(PlainForm):
    """Another address for login codes."""

    email = forms.EmailField(label=_("Uw nieuwe e-mailadres"), max_length=254)


class CodeForm(PlainForm):
    """The code from the mail."""

    code = ShortTextField(label=pgettext_lazy("login", "Code uit de e-mail"), max_length=20)
