"""The form that turns fresh codes into letters."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.letter_codes import Issued
from samenspel.ui.forms import LongTextField, PlainForm
from samenspel.ui.paper.sheets import Letter

LINE = re.compile(r"(\d{1,8}) ([A-Z0-9]{4} [A-Z0-9]{4} [A-Z0-9]{4})")
MOST_IN_A_PDF = 60  # one request makes them all: some seconds
ADDRESS_LINES = 4  # what a window shows
TOO_MANY = _(
    "Een pdf kan voor hoogstens %(most)s brieven. Kies ‘Brieven om te printen’, of maak kleinere stapels. "
    "De codes staan er nog."
)


class LetterForm(PlainForm):
    """The codes as they stand on the page, and the addresses that go with them."""

    codes_made = forms.CharField(widget=forms.HiddenInput, max_length=1_000_000)
    addresses = LongTextField(
        label=_("Aan wie? Eén adres op een regel"), required=False, rows=6, max_length=4_000_000,
        help_text=_(
            "Zet een puntkomma tussen de delen: De bewoner van; Javastraat 1; 1094 AA Amsterdam. "
            "Laat het leeg voor brieven zonder adres. Wij bewaren de adressen niet."
        ),
    )  # fmt: skip
    kind = forms.CharField(max_length=5, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes: tuple[Issued, ...] = ()
        self.letters: list[Letter] = []

    def clean_codes_made(self) -> str:
        """The numbered codes, exactly as they were shown."""
        found = [LINE.fullmatch(line.strip()) for line in self.cleaned_data["codes_made"].splitlines()]
        if not found or None in found:
            raise forms.ValidationError(_("Er staan geen codes op deze pagina. Maak eerst codes."))
        self.codes = tuple(Issued(int(line[1]), line[2]) for line in found if line)
        return ""

    def clean(self) -> dict[str, Any]:
        """As many addresses as codes, or none; a PDF of not too many."""
        given = super().clean() or self.cleaned_data
        lines = [line for line in given.get("addresses", "").splitlines() if line.strip()]
        if self.codes and lines and len(lines) != len(self.codes):
            words = _("Er zijn %(codes)s codes en %(lines)s adressen. Dat moet gelijk zijn. De codes staan er nog.")
            self.add_error("addresses", words % {"codes": len(self.codes), "lines": len(lines)})
        elif given.get("kind") == "pdf" and len(self.codes) > MOST_IN_A_PDF:
            self.add_error(None, TOO_MANY % {"most": MOST_IN_A_PDF})
        else:
            self.letters = [_letter(c, lines[n] if lines else "") for n, c in enumerate(self.codes)]
        return given


def _letter(issued: Issued, address: str) -> Letter:
    parts = tuple(part.strip()[:60] for part in address.split(";") if part.strip())
    return Letter(issued.code, parts[:ADDRESS_LINES], issued.serial)
