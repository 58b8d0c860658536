"""Forms of stories: one question per screen."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.rules import Words
from samenspel.kernel.action.steps import Question
from samenspel.kernel.action.steps import Steps as FormSteps
from samenspel.kernel.people.forms import SPOKEN, language_read
from samenspel.kernel.places.themes import theme_choices
from samenspel.ui.forms import ContactField, LongTextField, ShortTextField

THEME_CHOICES = theme_choices(_("Dat weet ik niet"))


class Screen(ActionForm):
    """One question with one big button."""

    heading: ClassVar[Words] = ""
    lead: ClassVar[Words] = ""
    submit: ClassVar[Words] = _("Ga verder")


class Steps(Screen, FormSteps):
    """A few questions, one per screen, for somebody who may stay without a name."""

    asks_name = ("name", "contact")
    explained: ClassVar[dict[str, str]] = {"words": "names", "may_show": "readers"}

    @property
    def explains(self) -> list[str]:
        """What people hesitate about on this screen."""
        return [self.explained[field.name] for field in self.here if field.name in self.explained]

    def _screens(self) -> list[Question]:
        """Whoever is logged in is not asked for a name: no fields, and so no screen."""
        if self.actor.person is not None and "channel" not in self.fields:
            for name in self.asks_name:
                self.fields.pop(name, None)
        return super()._screens()


class TellForm(Steps):
    """Tell a story."""

    submit = _("Geef mijn verhaal")
    questions = (
        (_("Hoe is het hier?"), ("words", "language")),
        (_("Waar gaat het over?"), ("theme",)),
        (_("Wie mag dit lezen?"), ("may_show", "may_quote")),
        (_("Wilt u uw naam zeggen?"), ("name", "contact")),
    )

    words = LongTextField(
        label=_("Vertel in uw eigen woorden"), max_length=20_000, rows=8,
        help_text=_("Eén zin is genoeg. Noem geen namen van anderen."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("In welke taal is dit?"), choices=SPOKEN, initial=language_read)
    theme = forms.ChoiceField(label=_("Kies wat het best past"), choices=THEME_CHOICES, required=False)
    may_show = forms.BooleanField(
        label=_("Iedereen mag dit lezen"), required=False,
        help_text=_(
            "Vinkt u dit niet aan? Dan leest alleen de redactie het. "
            "Het komt niet op de site en telt niet mee in de aantallen."
        ),
    )  # fmt: skip
    may_quote = forms.BooleanField(label=_("Een zin eruit mag in een verslag staan"), required=False)
    name = ShortTextField(
        label=_("Hoe mogen wij u noemen?"), max_length=120, required=False,
        help_text=_("Uw naam komt niet op de site."),
    )  # fmt: skip
    contact = ContactField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False,
        help_text=_("Telefoon of e-mail. Alleen als u wilt horen wat ermee gebeurt."),
    )  # fmt: skip
    lesson = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)


class HideForm(Screen):
    """Take something out of sight."""

    heading = _("Waarom schermt u dit af?")
    lead = _("De reden komt op een openbare lijst. Schrijf niets over de persoon.")
    submit = _("Scherm af")

    reason = ShortTextField(label=_("De reden"), max_length=300)


class WordScreen(Screen):
    """Asks for the word of the receipt: without an account it is the only key."""

    word = ShortTextField(
        label=_("Het woord van uw bon"), max_length=40,
        help_text=_("Bent u ingelogd? Dan hoeft dit niet. Bon kwijt? De balie helpt u."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # With an account it can be your own story, or you help somebody.
        self.fields["word"].required = self.actor.person is None


class WithdrawForm(WordScreen):
    """Take a story back with the word of the receipt."""

    heading = _("Wilt u uw verhaal intrekken?")
    lead = _("Wij wissen uw woorden. Dat kan niet meer terug. Wat al besloten is, blijft.")
    submit = _("Trek mijn verhaal in")


class PhotoForm(WordScreen):
    """Add a photo to a story."""

    heading = _("Doe er een foto bij")
    lead = _("Staan er mensen op? Vraag of zij het goed vinden. Geen kinderen herkenbaar.")
    submit = _("Geef mijn foto")
    field_order = ("photo", "alt", "word")

    photo = forms.FileField(
        label=_("Uw foto"), widget=forms.FileInput(attrs={"accept": "image/*"}), max_length=250,
        help_text=_("Waar en waarmee de foto gemaakt is, bewaren wij niet. De redactie kijkt eerst."),
    )  # fmt: skip
    alt = ShortTextField(
        label=_("Wat staat er op de foto?"), max_length=250,
        help_text=_("Voor wie de foto niet kan zien. Noem geen namen."),
    )  # fmt: skip


class ReceiptPhotoForm(PhotoForm):
    """The same on the receipt: the word is there already."""

    word = ShortTextField(widget=forms.HiddenInput, max_length=40)


class RemovePhotoForm(WordScreen):
    """Take the photo of a story away."""

    heading = _("Wilt u de foto weghalen?")
    lead = _("Wij wissen de foto. Uw woorden blijven staan.")
    submit = _("Haal de foto weg")


class TakeAwayForm(HideForm):
    """An editor takes a photo away."""

    heading = _("Waarom haalt u deze foto weg?")
    lead = _("Wij wissen de foto. Wie het verhaal vertelde, leest de reden.")
    submit = _("Haal de foto weg")
