"""Answering: what travels from screen to screen, and how it is checked. No cookie, no JavaScript needed."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.letter_codes import LENGTH, plain
from samenspel.instruments.surveys.actions import UNKNOWN_CODE
from samenspel.instruments.surveys.queries import Said, code_works, kept_answers, say
from samenspel.instruments.surveys.rules.codes import digest_of
from samenspel.instruments.surveys.rules.questionnaire import (
    MOST_NUMBER,
    NUMBER,
    REMARK,
    SEVERAL,
    Form,
    Values,
    screens,
)
from samenspel.ui.forms import LongTextField, PlainForm

logger = logging.getLogger("samenspel.surveys")

SALT, LIFETIME = "samenspel.surveys.ticket", 4 * 60 * 60  # seconds to fill in a survey
WRONG_A_MINUTE = 60
LONGEST = 2000  # characters of a remark
PREFIX = "a-"
UNKNOWN_KEPT = _("Deze bewaarcode kennen wij niet. Kijk of elk teken klopt. U kunt ook opnieuw beginnen.")


@dataclass(frozen=True, slots=True)
class Ticket:
    """What was shown at the door: the digest of a letter, and that of what was kept before."""

    letter: str = ""
    kept: str = ""


def signed(survey: Any, ticket: Ticket) -> str:
    """A signed, short-lived note that goes from one screen to the next. It holds no code."""
    return signing.dumps([survey.pk, ticket.letter, ticket.kept], salt=SALT)


def ticket_in(survey: Any, note: str) -> Ticket | None:
    """The ticket again; nothing when it is old, of another survey or not ours."""
    try:
        pk, letter, kept = signing.loads(note, salt=SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Ticket(str(letter), str(kept)) if pk == survey.pk else None


def once() -> str:
    """A token against sending the same form twice."""
    return secrets.token_urlsafe(16)


def too_many_wrong(survey: Any) -> bool:
    """Count one wrong code. Good codes always pass: 54 bits stop guessing, this makes it seen and costly."""
    key = f"surveys:wrong:{survey.pk}"
    cache.add(key, 0, 60)
    try:
        wrong = cache.incr(key)
    except ValueError:  # forgotten between the two calls
        return False
    if wrong == WRONG_A_MINUTE + 1:
        logger.warning("many wrong survey codes: survey=%s", survey.pk)
    return wrong > WRONG_A_MINUTE


def _code_field(label: Any, help_text: Any) -> forms.CharField:
    plainly = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
    return forms.CharField(
        label=label, help_text=help_text, max_length=60, required=False, widget=forms.TextInput(attrs=plainly)
    )


class BeginForm(PlainForm):
    """The door: a code when it is needed, or the code of what was kept."""

    code = _code_field(_("De code uit uw brief"), _("Twaalf letters en cijfers. Hoofdletters hoeven niet."))
    kept = _code_field(_("Uw bewaarcode"), _("Had u al een deel ingevuld en bewaard? Vul dan die code in."))

    def __init__(self, *args: Any, survey: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.survey, self.status, self.ticket = survey, 200, Ticket()
        self.answers: dict[str, Values] = {}
        self.remarks: dict[str, str] = {}
        if not survey.by_letter:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        """One of the two opens the door; without codes the door is open."""
        given = super().clean() or self.cleaned_data
        if plain(given.get("kept", "")):
            self._resume(given["kept"])
        elif self.survey.by_letter and "code" not in self.errors:
            self._open(given.get("code", ""))
        return given

    def _resume(self, typed: str) -> None:
        found = kept_answers(self.survey, typed)
        if found is None:
            self._wrong("kept", UNKNOWN_KEPT)
            return
        digest, facts = found
        self.ticket = Ticket(str(facts["letter"]), digest)
        self.answers = {key: tuple(values) for key, values in facts["answers"].items()}
        self.remarks = dict(facts["remarks"])

    def _open(self, typed: str) -> None:
        """One answer for every code that does not work. Only the length is said: it is the same for everybody."""
        length = len(plain(typed))
        if length < LENGTH:
            words = _("U typte %(typed)s van de %(length)s tekens. Kijk nog eens in uw brief.")
            self.add_error("code", ValidationError(words % {"typed": length, "length": LENGTH}))
            return
        self.ticket = Ticket(digest_of(self.survey.pk, typed))
        if not code_works(self.survey, self.ticket.letter):
            self._wrong("code", UNKNOWN_CODE)

    def _wrong(self, name: str, words: Any) -> None:
        self.status = 429 if too_many_wrong(self.survey) else 200
        self.add_error(name, ValidationError(words))


def _field(question: Said) -> forms.Field:
    """The field that fits the question."""
    kind = question.asked.kind
    common: dict[str, Any] = {"label": question.text, "required": False}
    if kind == REMARK:
        return LongTextField(max_length=LONGEST, rows=5, **common)
    if kind == NUMBER:
        return forms.IntegerField(min_value=0, max_value=MOST_NUMBER, **common)
    if kind == SEVERAL:
        return forms.TypedMultipleChoiceField(
            choices=question.choices, coerce=int, widget=forms.CheckboxSelectMultiple, **common
        )
    return forms.TypedChoiceField(
        choices=question.choices, coerce=int, empty_value=None, widget=forms.RadioSelect, **common
    )


class ScreenForm(PlainForm):
    """Some questions at once."""

    def __init__(self, *args: Any, questions: Sequence[Said], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in questions:
            self.fields[PREFIX + question.asked.key] = _field(question)

    @property
    def rows(self) -> list[tuple[Said, BoundField]]:
        """Each question with its field."""
        return [(question, self[PREFIX + question.asked.key]) for question in self.questions]


def read(form: Form, data: Any) -> tuple[dict[str, Values], dict[str, str]]:
    """Every answer that can be one; what cannot be one is left out here, and complained about on its own screen."""
    answers, remarks = {}, {}
    for asked in form:
        sent = [str(value)[: LONGEST + 1] for value in data.getlist(PREFIX + asked.key)[:50]]
        if asked.kind == REMARK:
            remarks[asked.key] = next(iter(sent), "").replace("\x00", "").strip()
            continue
        values = tuple(dict.fromkeys(int(v) for v in sent if v.isascii() and v.isdecimal() and len(v) < 9))
        if values and asked.fits(values):
            answers[asked.key] = values
    return answers, {key: words for key, words in remarks.items() if words}


@dataclass
class Walk:
    """Where somebody is in the questionnaire, and what they answered so far."""

    form: Form
    answers: dict[str, Values] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    at: int = 0

    @property
    def screens(self) -> tuple[Form, ...]:
        """The screens for somebody with these answers."""
        return screens(self.form, self.answers)

    @property
    def checking(self) -> bool:
        """Whether everything was asked."""
        return self.at >= len(self.screens)

    def go(self, key: str) -> None:
        """To the screen with this question; a question that is not asked leads to the check."""
        self.at = next((n for n, s in enumerate(self.screens) if any(a.key == key for a in s)), len(self.screens))

    def numbered(self, part: Form) -> list[Said]:
        """Questions with their numbers on paper."""
        numbers = {asked.key: number for number, asked in enumerate(self.form, 1)}
        return [say(asked, numbers[asked.key]) for asked in part]

    @property
    def here(self) -> list[Said]:
        """The questions on this screen."""
        return self.numbered(self.screens[self.at])

    def filled(self, questions: Sequence[Said]) -> ScreenForm:
        """The screen with what was answered before."""
        return ScreenForm(questions=questions, initial={PREFIX + q.asked.key: self._value(q) for q in questions})

    def _value(self, question: Said) -> Any:
        key, kind = question.asked.key, question.asked.kind
        if kind == REMARK:
            return self.remarks.get(key, "")
        values = self.answers.get(key, ())
        return list(values) if kind == SEVERAL else next(iter(values), None)

    @property
    def everything(self) -> list[tuple[str, str]]:
        """All that was answered, to carry along past the door."""
        pairs = [(key, str(v)) for key, values in self.answers.items() for v in values] + list(self.remarks.items())
        return [(PREFIX + key, value) for key, value in pairs]

    @property
    def travelling(self) -> list[tuple[str, str]]:
        """Everything that is not on this screen, to carry along."""
        here = () if self.checking else {PREFIX + asked.key for asked in self.screens[self.at]}
        return [pair for pair in self.everything if pair[0] not in here]

    @property
    def told(self) -> list[tuple[Said, str]]:
        """Every question that was asked, with the answer in words."""
        asked = [question for screen in self.screens for question in self.numbered(screen)]
        return [(q, self.remarks.get(q.asked.key) or q.answered(self.answers.get(q.asked.key, ()))) for q in asked]
