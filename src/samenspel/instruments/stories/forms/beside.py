"""Forms for what stands beside a story: a photo, a recording, what is said in it, a translation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.instruments.stories.forms.screens import HideForm, Screen, WordScreen
from samenspel.instruments.stories.states import Faces
from samenspel.kernel.people.forms import SPOKEN
from samenspel.ui.forms import LongTextField, ShortTextField

REFUSED = [("strangers", _("mensen die ik het niet vroeg")), ("children", _("een kind, of meer kinderen"))]
NOT_THIS = {
    "strangers": _("Vraag eerst of zij het goed vinden, of kies een foto waarop niemand te herkennen is."),
    "children": _("Een kind mag niet te herkennen zijn. Kies een foto van achteren of van ver weg."),
}


def sound_field() -> forms.FileField:
    """A file with a voice; the browser can record one when it knows how."""
    return forms.FileField(
        label=_("Uw opname"), max_length=250,
        widget=forms.FileInput(attrs={"accept": "audio/*", "data-record": "sound"}),
        help_text=_("Hoogstens 6 megabyte: ongeveer tien minuten. Waar en waarmee u opneemt, bewaren wij niet."),
    )  # fmt: skip


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
    field_order = ("photo", "alt", "faces", "word")

    photo = forms.FileField(
        label=_("Uw foto"), widget=forms.FileInput(attrs={"accept": "image/*"}), max_length=250,
        help_text=_("Waar en waarmee de foto gemaakt is, bewaren wij niet. De redactie kijkt eerst."),
    )  # fmt: skip
    alt = ShortTextField(
        label=_("Wat staat er op de foto?"), max_length=250,
        help_text=_("Voor wie de foto niet kan zien. Noem geen namen."),
    )  # fmt: skip
    faces = forms.ChoiceField(
        label=_("Wie is er te herkennen?"), widget=forms.RadioSelect, choices=[*Faces.choices, *REFUSED],
        error_messages={"invalid_choice": _("Kies wie er op de foto te herkennen is.")},
    )  # fmt: skip

    def clean_faces(self) -> str:
        """Who did not agree, and any child, stays off the site; a sentence says what to do."""
        faces = str(self.cleaned_data["faces"])
        if faces in NOT_THIS:
            raise ValidationError(NOT_THIS[faces])
        return faces


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


class RecordingForm(WordScreen):
    """Add a recording to a story."""

    heading = _("Doe er een opname bij")
    lead = _("Vertel het hardop. Noem geen namen van anderen, geen adres en niet hoe oud u bent.")
    submit = _("Geef mijn opname")
    explains = ("voice",)
    field_order = ("sound", "word")

    sound = sound_field()


class RemoveRecordingForm(WordScreen):
    """Take the recording of a story away."""

    heading = _("Wilt u de opname weghalen?")
    lead = _("Wij wissen de opname. De woorden blijven staan.")
    submit = _("Haal de opname weg")


class TakeAwayRecordingForm(HideForm):
    """An editor takes a recording away."""

    heading = _("Waarom haalt u deze opname weg?")
    lead = _("Wij wissen de opname. Wie het verhaal vertelde, leest de reden.")
    submit = _("Haal de opname weg")


class WriteOutForm(Screen):
    """Write down what is said."""

    heading = _("Wat wordt er gezegd?")
    lead = _("Luister, en schrijf op wat u hoort, in de taal van de verteller. Laat namen en adressen weg.")
    submit = _("Bewaar dit")

    words = LongTextField(label=_("De woorden"), max_length=20_000, rows=10)
    agreed = forms.BooleanField(
        label=_("Ik heb het teruggelezen en de verteller vindt het goed"), required=False,
        help_text=_("Vinkt u dit niet aan? Dan schrijven wij erbij dat dit uw woorden zijn."),
    )  # fmt: skip


class TranslateForm(Screen):
    """Type a story in another language."""

    heading = _("Vertaal dit verhaal")
    lead = _("Schrijf wat er staat, niet meer en niet minder. De eigen woorden van de verteller blijven ernaast staan.")
    submit = _("Zet de vertaling erbij")

    language = forms.ChoiceField(label=_("In welke taal vertaalt u?"), choices=SPOKEN)
    words = LongTextField(label=_("De vertaling"), max_length=20_000, rows=8)
    translator = ShortTextField(
        label=_("Wie vertaalde dit?"), max_length=120, required=False,
        help_text=_("Dit staat erbij, bijvoorbeeld: een buurvrouw. Een naam mag als die persoon het goed vindt."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = "nl"


class ShortenForm(HideForm):
    """Leave a piece out of a story."""

    heading = _("Welk stukje laat u weg?")
    lead = _(
        "Een naam, een leeftijd of een adres. Op die plek komt […] te staan. Stond het ook in de opname, dan wissen "
        "wij de opname. De reden komt op een openbare lijst."
    )
    submit = _("Laat dit weg")
    field_order = ("piece", "reason")

    piece = ShortTextField(label=_("Het stukje, precies zoals het er staat"), max_length=500)
