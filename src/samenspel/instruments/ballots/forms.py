"""Forms of the voter and of the desk. The code travels in the body of a request only, never in an address."""

import logging
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from samenspel.instruments.ballots import queries
from samenspel.instruments.ballots.actions import UNKNOWN_CODE
from samenspel.instruments.ballots.models import BallotBox, Option
from samenspel.instruments.ballots.rules.codes import LENGTH, digest_of, plain
from samenspel.ui.forms import LongTextField, PlainForm, ShortTextField
from samenspel.ui.numbers import euro, number

logger = logging.getLogger("samenspel.ballots")

SALT, LIFETIME = "samenspel.ballots.ticket", 2 * 60 * 60  # seconds to fill in a ballot paper
RECEIPT_SALT, RECEIPT_LIFETIME = "samenspel.ballots.receipt", 10 * 60  # seconds to write a receipt down
WRONG_A_MINUTE = 60


def ticket_for(box: BallotBox, digest: str) -> str:
    """A signed, short-lived note that takes the code from one screen to the next."""
    return signing.dumps([box.pk, digest, queries.seal_of(box, digest)], salt=SALT)


def digest_in(box: BallotBox, ticket: str) -> str:
    """The digest in a ticket of this box; empty when it is old, of another box or not ours."""
    return _in(box, ticket)[0]


def _in(box: BallotBox, ticket: str, lifetime: int | None = LIFETIME) -> tuple[str, str]:
    """The digest, and the seal of the ballot that was in when the ticket was given."""
    try:
        pk, digest, seal = signing.loads(ticket, salt=SALT, max_age=lifetime)
    except (signing.BadSignature, ValueError, TypeError):
        return "", ""
    return (str(digest), str(seal)) if pk == box.pk else ("", "")


def receipt_note(box: BallotBox, digest: str) -> str:
    """A signed note for the address of the receipt page. It holds the receipt: no code, no choice, no number."""
    return signing.dumps(digest, salt=f"{RECEIPT_SALT}.{box.pk}")


def receipt_in(box: BallotBox, note: str) -> str | None:
    """The receipt in a note of this box; empty when the note is old, None when it is not ours."""
    try:
        return str(signing.loads(note, salt=f"{RECEIPT_SALT}.{box.pk}", max_age=RECEIPT_LIFETIME))
    except signing.SignatureExpired:
        return ""
    except (signing.BadSignature, ValueError):
        return None


def picks_in(data: Any) -> tuple[str, ...]:
    """What was picked, each once."""
    given = data.getlist("pick") if hasattr(data, "getlist") else data.get("pick", [])
    return tuple(dict.fromkeys(str(pick)[:40] for pick in given[:500]))


def too_many_wrong(box: BallotBox) -> bool:
    """Count one wrong code. Good codes always pass: 54 bits stop guessing, this makes it seen and costly."""
    key = f"ballots:wrong:{box.pk}"
    cache.add(key, 0, 60)
    try:
        wrong = cache.incr(key)
    except ValueError:  # forgotten between the two calls
        return False
    if wrong == WRONG_A_MINUTE + 1:
        logger.warning("many wrong voting codes: box=%s", box.pk)
    return wrong > WRONG_A_MINUTE


class CodeForm(PlainForm):
    """Step 1: the code in the letter."""

    code = forms.CharField(
        label=_("Uw code"), max_length=60,
        help_text=_("Twaalf letters en cijfers. Hoofdletters of kleine letters: allebei goed."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )  # fmt: skip

    def __init__(self, *args: Any, box: BallotBox, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.box, self.digest, self.status = box, "", 200

    def clean_code(self) -> str:
        """One answer for every code that does not work. Only the length is said: it is the same for everybody."""
        typed = len(plain(self.cleaned_data["code"]))
        if typed < LENGTH:
            words = _("U typte %(typed)s van de %(length)s tekens. Kijk nog eens in uw brief.")
            raise ValidationError(words % {"typed": typed, "length": LENGTH})
        self.digest = digest_of(self.box.pk, self.cleaned_data["code"])
        if not queries.code_works(self.box, self.digest):
            self.status = 429 if too_many_wrong(self.box) else 200
            raise ValidationError(UNKNOWN_CODE)
        return ""  # the code itself goes no further

    @property
    def ticket(self) -> str:
        """What the next screen needs."""
        return ticket_for(self.box, self.digest)


class PaperForm(PlainForm):
    """Steps 2 to 4: the ticket, what was picked, and where the voter goes next."""

    ticket = forms.CharField(max_length=400, required=False)
    theme = forms.IntegerField(min_value=1, max_value=500, required=False)
    to = forms.CharField(max_length=10, required=False)
    said = forms.CharField(required=False)  # what the page says that is wrong

    def __init__(self, *args: Any, box: BallotBox, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.box, self.digest = box, ""
        self.picks = picks_in(self.data)

    def clean_ticket(self) -> str:
        """A ticket that still holds; once the ballot is in, whoever sends an old screen again sees no picks."""
        ticket = str(self.cleaned_data["ticket"])
        digest, seal = _in(self.box, ticket, lifetime=None)  # of an old ticket too: whose picks are these?
        if not digest:
            self.picks = ()
            raise ValidationError(_("Vul uw code nog eens in."))
        if seal != queries.seal_of(self.box, digest):
            self.picks = ()
            raise ValidationError(_("Uw stem zit al in de bus. Wilt u iets veranderen? Vul dan uw code nog eens in."))
        self.digest = digest_in(self.box, ticket)
        if not self.digest:
            raise ValidationError(_("Dit duurde te lang. Vul uw code nog eens in. Uw keuze staat er nog."))
        return ticket

    @property
    def number(self) -> int:
        """The theme on screen, or the one that the voter asked for."""
        asked = self.cleaned_data.get("to", "")
        return int(asked) if asked.isdecimal() else self.cleaned_data.get("theme") or 1


class DeskForm(PlainForm):
    """A paper ballot, typed in at the desk: the same checks as on the web."""

    code = forms.CharField(
        label=_("De code op het strookje"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    picks = forms.MultipleChoiceField(
        label=_("Aangekruist op het biljet"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, box: BallotBox, options: Sequence[Option] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.box = box
        choices = [(o.key, f"{o.key}. {o.title} ({euro(o.cents)})") for o in options]
        self.fields["picks"].choices = choices  # type: ignore[attr-defined]

    @property
    def digest(self) -> str:
        """How the code is known."""
        return digest_of(self.box.pk, self.cleaned_data["code"])


def _with(given: dict[str, Any], n: int, words: str) -> dict[str, Any]:
    """The reason with its number in front."""
    return {**given, "reason": words % {"n": number(n), "stack": given["reason"]}} if "reason" in given else given


class IssueForm(PlainForm):
    """A stack of new codes."""

    count = forms.IntegerField(label=_("Hoeveel codes?"), min_value=1, max_value=20_000)
    reason = ShortTextField(
        label=_("Waarvoor is deze stapel?"),
        max_length=60,
        help_text=_("Bijvoorbeeld: brieven Javastraat. Dit staat met het aantal in het logboek."),
    )

    def clean(self) -> dict[str, Any]:
        """The journal keeps words, so the number goes into them."""
        given = super().clean() or self.cleaned_data
        n = given.get("count") or 0
        return _with(given, n, ngettext("%(n)s code: %(stack)s", "%(n)s codes: %(stack)s", n))


class SerialForm(PlainForm):
    """One letter, by the number beside its code."""

    serial = forms.IntegerField(label=_("Volgnummer op de brief"), min_value=1)
    reason = LongTextField(label=pgettext_lazy("field", "Reden"), max_length=300, rows=2)


class StackForm(PlainForm):
    """A stack of paper that was typed in."""

    ballots = forms.IntegerField(label=_("Hoeveel biljetten zaten er in de stapel?"), min_value=1, max_value=100_000)
    reason = ShortTextField(
        label=_("Welke stapel is dit?"), max_length=200, help_text=_("Bijvoorbeeld: bus in de Meevaart, 12 maart.")
    )

    def clean(self) -> dict[str, Any]:
        """The journal keeps words, so the number goes into them."""
        given = super().clean() or self.cleaned_data
        n = given.get("ballots") or 0
        return _with(given, n, ngettext("%(n)s biljet op papier: %(stack)s", "%(n)s biljetten op papier: %(stack)s", n))
