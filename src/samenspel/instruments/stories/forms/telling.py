"""Forms to tell a story: typed in a few screens, said aloud, or written down by a helper at a stall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.actor import Channel
from samenspel.instruments.stories.forms.beside import sound_field
from samenspel.instruments.stories.forms.screens import THEME_CHOICES, Screen, Steps
from samenspel.instruments.stories.states import AgeGroup
from samenspel.kernel.action.steps import Question
from samenspel.kernel.people.forms import SPOKEN, language_read
from samenspel.ui.forms import ContactField, LongTextField, PlainForm, ShortTextField

KEEP = [(0, _("Tot ik het intrek")), (1, _("Een jaar")), (2, _("Twee jaar"))]


class Agreeing(PlainForm):
    """What a story is about, and what the teller agrees to. `areas` are the pieces of the neighbourhood."""

    language = forms.ChoiceField(label=_("In welke taal is dit?"), choices=SPOKEN, initial=language_read)
    theme = forms.ChoiceField(label=_("Kies wat het best past"), choices=THEME_CHOICES, required=False)
    area = forms.ChoiceField(
        label=_("Over welk stuk van de buurt?"), required=False,
        help_text=_("Een adres vragen wij niet. Noem het ook niet in uw verhaal."),
    )  # fmt: skip
    may_show = forms.BooleanField(
        label=_("Iedereen mag dit lezen"), required=False,
        help_text=_(
            "Vinkt u dit niet aan? Dan leest alleen de redactie het. "
            "Het komt niet op de site en telt niet mee in de aantallen."
        ),
    )  # fmt: skip
    may_quote = forms.BooleanField(label=_("Een zin eruit mag in een verslag staan"), required=False)
    keep_years = forms.TypedChoiceField(
        label=_("Tot wanneer mag dat?"), choices=KEEP, coerce=int, empty_value=None, required=False,
        help_text=_("Daarna wissen wij alles vanzelf. Eerder intrekken kan altijd."),
    )  # fmt: skip
    name = ShortTextField(
        label=_("Hoe mogen wij u noemen?"), max_length=120, required=False,
        help_text=_("Uw naam komt niet op de site."),
    )  # fmt: skip
    contact = ContactField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False,
        help_text=_("Telefoon of e-mail. Alleen als u wilt horen wat ermee gebeurt."),
    )  # fmt: skip

    def __init__(self, *args: Any, areas: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        self.areas = areas
        super().__init__(*args, **kwargs)
        self._offer_areas()

    def _offer_areas(self) -> None:
        """A neighbourhood without pieces is not asked for one."""
        field = self.fields.get("area")
        if self.areas and isinstance(field, forms.ChoiceField):
            field.choices = [("", _("De hele buurt, of dat zeg ik liever niet")), *self.areas]
        else:
            self.fields.pop("area", None)


class TellForm(Agreeing, Steps):
    """Tell a story."""

    submit = _("Geef mijn verhaal")
    questions = (
        (_("Hoe is het hier?"), ("words", "language")),
        (_("Waar gaat het over?"), ("theme", "area")),
        (_("Wie mag dit lezen?"), ("may_show", "may_quote", "keep_years")),
        (_("Wilt u uw naam zeggen?"), ("name", "contact")),
    )

    words = LongTextField(
        label=_("Vertel in uw eigen woorden"), max_length=20_000, rows=8,
        help_text=_("Eén zin is genoeg. Noem geen namen van anderen."),
    )  # fmt: skip
    lesson = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)

    def _screens(self) -> list[Question]:
        self._offer_areas()  # before the screens are counted
        return super()._screens()


class SpeakForm(Agreeing, Screen):
    """Tell it aloud. A file cannot travel from screen to screen, so this is one screen."""

    heading = _("Vertel het hardop")
    lead = _("Praat rustig. Noem geen namen van anderen, geen adres en niet hoe oud u bent.")
    submit = _("Geef mijn opname")
    explains: ClassVar[list[str]] = ["voice"]
    field_order = ("sound", "language", "theme", "area", "may_show", "may_quote", "keep_years", "name", "contact")

    sound = sound_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.actor.person is not None and "channel" not in self.fields:
            for name in ("name", "contact"):
                self.fields.pop(name, None)


class StallForm(Agreeing, Screen):
    """Write a story down for somebody, quickly: at a stall, at a door, on the phone."""

    heading = _("Een verhaal opschrijven")
    lead = _("Schrijf op wat iemand vertelt en lees het terug. Geen bereik? Schrijf gewoon door.")
    submit = pgettext_lazy("button", "Bewaar")
    field_order = (
        "words", "read_back", "language", "theme", "area", "may_show", "may_quote", "keep_years", "age_group",
        "carer_agrees", "name", "contact", "channel", "at",
    )  # fmt: skip

    words = LongTextField(label=_("Wat vertelt iemand?"), max_length=20_000, rows=6)
    age_group = forms.ChoiceField(
        label=_("Hoe oud ongeveer?"), choices=[("", _("Dat zeg ik liever niet")), *AgeGroup.choices], required=False,
        help_text=_("Alleen om te tellen wie wij hoorden. Het staat nooit bij het verhaal."),
    )  # fmt: skip
    carer_agrees = forms.BooleanField(
        label=_("Jonger dan 16: een ouder vindt het goed"), required=False,
        help_text=_("Zonder een ouder die het goed vindt, komt het niet op de site."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("on_behalf_of", None)
        if "channel" in self.fields:
            self.fields["channel"].initial = Channel.STREET
            self.fields["channel"].choices = self.fields["channel"].choices[1:]  # type: ignore[attr-defined]
        self.order_fields(self.field_order)  # the fields of a helper came in last
