"""Codes for letters: made once, shown once, blocked and made again with a reason."""

from __future__ import annotations

from django.db.models import Max
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from samenspel.contracts.actor import Actor
from samenspel.contracts.letter_codes import Issued, new_code, printable
from samenspel.instruments.surveys import rules
from samenspel.instruments.surveys.models import CodeUse, Survey, SurveyCode
from samenspel.instruments.surveys.rules.codes import digest_of
from samenspel.instruments.surveys.states import CodeState, SurveyState
from samenspel.kernel.action import BadInput, NotThere, WrongState, action, keep

MOST = 20_000  # codes in one go; more are issued in batches
BEFORE_THE_CLOSE = {SurveyState.DRAFT, SurveyState.OPEN}


def _one(given: dict[str, object]) -> dict[str, object]:
    """The journal tells that it was one code, never which."""
    return {"codes": 1}


@action(
    "surveys.survey_code.issue", source=BEFORE_THE_CLOSE, rule=rules.may_issue, label=_("Enquêtecodes maken"),
    facts=lambda given: {"codes": given["count"]},
)  # fmt: skip
def issue_codes(survey: Survey, *, by: Actor, count: int, reason: str, area: str = "") -> tuple[Issued, ...]:
    """More neighbours are asked by letter; each code is one answer and is on paper only. The reason names the stack."""
    if not survey.by_letter:
        raise BadInput(_("Deze enquête is voor iedereen. Codes zijn niet nodig."))
    if not 1 <= count <= MOST:
        raise BadInput(_("Kies een aantal van 1 tot en met 20.000. Voor meer maakt u een tweede stapel."))
    last = SurveyCode.objects.filter(survey=survey).aggregate(last=Max("serial"))["last"] or 0
    made = [Issued(serial, new_code()) for serial in range(last + 1, last + count + 1)]
    SurveyCode.objects.bulk_create([_row(survey, one, reason, area) for one in made], batch_size=500)
    return tuple(Issued(one.serial, printable(one.code)) for one in made)


@action(
    "surveys.survey_code.block", source=BEFORE_THE_CLOSE, rule=rules.may_help, label=_("Enquêtecode blokkeren"),
    facts=_one,
)  # fmt: skip
def block_code(survey: Survey, *, by: Actor, serial: int, reason: str) -> Survey:
    """A letter was lost or came to the wrong house: its code no longer works. An answer that is in, stays in."""
    _block(survey, serial)
    return survey


@action(
    "surveys.survey_code.reissue", source=BEFORE_THE_CLOSE, rule=rules.may_help, label=_("Nieuwe enquêtecode geven"),
    facts=_one,
)  # fmt: skip
def reissue_code(survey: Survey, *, by: Actor, serial: int, reason: str) -> Issued:
    """Who lost a letter before answering can still answer; the old code stops."""
    old = _block(survey, serial)
    if CodeUse.objects.filter(code=old).exists():
        raise WrongState(_("Bij dit volgnummer hoort geen code die nog te vervangen is. Er is niets veranderd."))
    last = SurveyCode.objects.filter(survey=survey).aggregate(last=Max("serial"))["last"] or 0
    made = Issued(last + 1, new_code())
    keep(_row(survey, made, pgettext("batch of codes", "balie"), old.area))
    return Issued(made.serial, printable(made.code))


def _block(survey: Survey, serial: int) -> SurveyCode:
    row = SurveyCode.objects.filter(survey=survey, serial=serial).first()
    if row is None:
        raise NotThere(_("Dit volgnummer is er niet. Er is niets veranderd. Kijk op de brief of op de lijst."))
    row.state = CodeState.BLOCKED
    return keep(row)


def _row(survey: Survey, one: Issued, batch: str, area: str) -> SurveyCode:
    digest = digest_of(survey.pk, one.code)
    return SurveyCode(survey=survey, serial=one.serial, digest=digest, batch=batch[:60], area=area)
