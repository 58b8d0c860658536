"""Giving an answer, or keeping half of it for later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.letter_codes import new_code, printable
from samenspel.instruments.surveys import rules
from samenspel.instruments.surveys.actions.mixing import random_number
from samenspel.instruments.surveys.models import CodeUse, Kept, Remark, Response, Survey
from samenspel.instruments.surveys.queries import form_of
from samenspel.instruments.surveys.queries.surveys import working_code
from samenspel.instruments.surveys.rules.codes import kept_digest, seal
from samenspel.instruments.surveys.rules.questionnaire import REMARK, Form, Given, Values, counted, path
from samenspel.instruments.surveys.states import SurveyState
from samenspel.kernel.action import BadInput, NotThere, action, keep
from samenspel.kernel.texts.actions import write_text

UNKNOWN_CODE = _("Deze code werkt niet, of niet meer. Kijk nog eens in uw brief, of kom naar de balie.")
LONGEST = 2000  # characters of a remark
MOST_KEPT = 20_000  # half-filled surveys; a flood of them ends here


@dataclass(frozen=True, slots=True)
class Thanks:
    """That an answer came in. There is no number or code of it: nobody can look it up."""

    questions: int


@action("surveys.response.give", source={SurveyState.OPEN}, rule=rules.may_give, label=_("Een enquête invullen"))
def give_answer(
    survey: Survey, *, by: Actor, answers: Given, remarks: Mapping[str, str] | None = None, letter: str = "",
    language: str = "nl", kept: str = "",
) -> Thanks:  # fmt: skip
    """A resident says how it is to live here. One letter is one answer, and no name goes with it."""
    form = form_of(survey)
    _must_fit(form, answers)
    area = _use(survey, letter) if survey.by_letter else ""
    found, said = counted(form, answers), _said(form, answers, remarks or {})
    if not any(asked.key in found or asked.key in said for asked in form if asked.section != "about"):
        raise BadInput(_("U hebt nog niets ingevuld. Geef op minstens één vraag antwoord."))
    keep(Response(survey=survey, channel=by.channel, area=area, answers=json.dumps(found)))
    for key, words in said.items():
        said_words = write_text(words, by=_nobody(by), language=language)
        keep(Remark(pk=random_number(), survey=survey, item=key, text=said_words))
    if kept:
        Kept.objects.filter(survey=survey, digest=kept).delete()
    return Thanks(len(found) + len(said))


@action(
    "surveys.response.keep", source={SurveyState.OPEN}, rule=rules.may_keep, journaled=False,
    label=_("Een half ingevulde enquête bewaren"),
)  # fmt: skip
def keep_for_later(
    survey: Survey, *, by: Actor, answers: Mapping[str, Values], remarks: Mapping[str, str], letter: str = "",
    kept: str = "",
) -> str:  # fmt: skip
    """Somebody finishes later; only the code that they write down opens what is kept, not even we can read it."""
    if Kept.objects.filter(survey=survey).count() >= MOST_KEPT:
        raise BadInput(_("Bewaren kan nu niet. Vul de enquête in één keer in, of kom naar de balie."))
    if kept:
        Kept.objects.filter(survey=survey, digest=kept).delete()
    code = new_code()
    facts = {"answers": {k: list(v) for k, v in answers.items()}, "remarks": dict(remarks), "letter": letter}
    keep(Kept(survey=survey, digest=kept_digest(survey.pk, code), sealed=seal(survey.pk, code, facts)))
    return printable(code)


def _use(survey: Survey, letter: str) -> str:
    """Use up a letter; returns the part of the neighbourhood where it went. The row of the survey is locked here."""
    code = working_code(survey.pk, letter)
    if code is None:
        raise NotThere(UNKNOWN_CODE)
    # Its unique key is what stops a second answer, whoever forgot to look.
    CodeUse.objects.create(pk=random_number(), code=code)
    return code.area


def _must_fit(form: Form, answers: Given) -> None:
    known = {asked.key: asked for asked in form}
    if not all(key in known and known[key].fits(values) for key, values in answers.items()):
        raise BadInput(_("Een van de antwoorden past niet bij de vraag. Er is niets bewaard. Kijk het na."))


def _said(form: Form, answers: Given, remarks: Mapping[str, str]) -> dict[str, str]:
    """Words at questions that were asked."""
    open_ones = {asked.key for asked in path(form, answers) if asked.kind == REMARK}
    said = {key: words.strip() for key, words in remarks.items() if key in open_ones and words.strip()}
    if any(len(words) > LONGEST for words in said.values()):
        raise BadInput(_("Een opmerking is te lang. Maak hem korter dan 2.000 tekens."))
    return said


def _nobody(by: Actor) -> Actor:
    """Whether it was read back is kept with the words; who wrote them down is not."""
    return Actor(channel=by.channel, on_behalf_of=by.on_behalf_of, read_back=by.read_back)
