"""Forms of the consultation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.stories.forms import THEME_CHOICES, Screen, Steps
from samenspel.kernel.action import Refused
from samenspel.kernel.people.forms import SPOKEN, language_read
from samenspel.stages.consultation.actions import Line, SheetTwice
from samenspel.stages.consultation.states import ContributionKind, Dimension
from samenspel.ui.forms import ContactField, DayField, LongTextField, ShortTextField

SHEET_LINES = 6


class GiveForm(Steps):
    """Bring something in."""

    submit = _("Geef het door")
    questions = (
        (_("Wat wilt u voor de buurt?"), ("words", "language")),
        (_("Waar gaat het over?"), ("kind", "theme")),
        (_("Wilt u uw naam zeggen?"), ("name", "contact")),
    )

    words = LongTextField(
        label=_("In uw eigen woorden"), max_length=4_000, rows=5,
        help_text=_("Eén zin is genoeg. Noem geen namen van anderen."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("In welke taal is dit?"), choices=SPOKEN, initial=language_read)
    kind = forms.ChoiceField(
        label=_("Wat is het?"), choices=ContributionKind.choices, initial=ContributionKind.WISH,
        widget=forms.RadioSelect, help_text=_("Een behoefte is iets wat u nodig heeft. Een ambitie is iets groots."),
    )  # fmt: skip
    theme = forms.ChoiceField(label=_("Kies wat het best past"), choices=THEME_CHOICES, required=False)
    name = ShortTextField(
        label=_("Hoe mogen wij u noemen?"), max_length=120, required=False,
        help_text=_("Uw naam komt niet op de site."),
    )  # fmt: skip
    contact = ContactField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False,
        help_text=_("Telefoon of e-mail. Alleen als u wilt horen wat ermee gebeurt."),
    )  # fmt: skip
    lesson = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)


class SheetForm(Screen):
    """One paper sheet with several contributions."""

    heading = _("Een papieren blad invoeren")
    lead = _("Typ over wat er staat, ook als het krom is. Alle regels gaan samen, of geen.")
    submit = _("Voer het blad in")

    sheet = ShortTextField(label=_("Welk blad of welke tafel?"), max_length=120, help_text=_("Bijvoorbeeld: tafel 4."))
    given_on = DayField(label=_("Wanneer was dat?"), required=False)
    again = forms.BooleanField(
        label=_("Dit is een ander blad met dezelfde naam"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, SHEET_LINES + 1):
            title = _("Regel %(n)d") % {"n": number}
            self.fields[f"words_{number}"] = LongTextField(label=title, max_length=4_000, rows=2, required=False)
            self.fields[f"theme_{number}"] = forms.ChoiceField(
                label=_("Thema van regel %(n)d") % {"n": number}, choices=THEME_CHOICES, required=False
            )
            self.fields[f"kind_{number}"] = forms.ChoiceField(
                label=_("Soort van regel %(n)d") % {"n": number}, choices=ContributionKind.choices,
                initial=ContributionKind.WISH, required=False,
            )  # fmt: skip

    def refuse(self, refusal: Refused) -> None:
        """Only when the sheet seems to be in already, the helper is asked whether it is another one."""
        super().refuse(refusal)
        if isinstance(refusal, SheetTwice):
            self.fields["again"].widget = forms.CheckboxInput()

    def facts(self) -> dict[str, Any]:
        """The lines together."""
        given = super().facts()
        lines = [
            Line(given[f"words_{n}"], given[f"kind_{n}"] or ContributionKind.WISH, given[f"theme_{n}"])
            for n in range(1, SHEET_LINES + 1)
        ]
        return {**{name: given[name] for name in ("sheet", "given_on", "again")}, "lines": lines}


class SortForm(Screen):
    """Lay a contribution with its theme."""

    heading = _("Waar hoort dit bij?")
    submit = _("Leg het daar")

    theme = forms.ChoiceField(label=_("Kies wat het best past"), choices=THEME_CHOICES, required=False)
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=ContributionKind.choices, widget=forms.RadioSelect)


class FromStoryForm(Screen):
    """Make a contribution of a story."""

    heading = _("Van een verhaal een bijdrage maken")
    lead = _("Zo telt het mee voor de agenda. De verteller krijgt bericht.")
    submit = _("Maak er een bijdrage van")

    kind = forms.ChoiceField(
        label=_("Wat is het?"), choices=ContributionKind.choices, initial=ContributionKind.WISH,
        widget=forms.RadioSelect,
    )  # fmt: skip
    theme = forms.ChoiceField(label=_("Kies wat het best past"), choices=THEME_CHOICES, required=False)
    words = LongTextField(
        label=_("Kort gezegd"), max_length=4_000, rows=4, required=False,
        help_text=_("Laat leeg om de woorden van de verteller te nemen."),
    )  # fmt: skip


class WithdrawForm(Screen):
    """Take a contribution back."""

    heading = _("Wilt u uw bijdrage intrekken?")
    lead = _("Wij wissen uw woorden. Dat kan niet meer terug.")
    submit = _("Trek mijn bijdrage in")


class HarvestForm(Screen):
    """What was heard about a theme."""

    heading = _("Wat hoorden wij?")
    lead = _("Schrijf in gewone woorden, ook waar mensen het niet eens zijn.")
    submit = pgettext_lazy("button", "Bewaar")

    summary = LongTextField(label=_("Wat we hoorden"), max_length=2_000, rows=6)
    contributions = forms.MultipleChoiceField(
        label=_("Op welke bijdragen rust dit?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Alleen bijdragen die iedereen mag lezen."),
    )  # fmt: skip

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contributions"].choices = offered  # type: ignore[attr-defined]


class CountForm(Screen):
    """Count who was heard."""

    heading = _("Wie hebben wij gehoord?")
    lead = _("Tel alleen. Schrijf geen namen op. Kleine aantallen komen niet op de site.")
    submit = _("Tel mee")

    dimension = forms.ChoiceField(label=_("Wat voor groep is het?"), choices=Dimension.choices)
    group = ShortTextField(label=_("Welke groep?"), max_length=80, help_text=_("Bijvoorbeeld: 65 jaar en ouder."))
    occasion = ShortTextField(label=_("Waar was dat?"), max_length=120, help_text=_("Bijvoorbeeld: straattafel."))
    count = forms.IntegerField(label=_("Hoeveel mensen?"), min_value=0, max_value=100_000)
    on = DayField(label=_("Wanneer was dat?"), required=False)
