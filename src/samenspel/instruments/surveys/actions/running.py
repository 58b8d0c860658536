"""Opening, closing and publishing a survey."""

from __future__ import annotations

import json

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.surveys import rules
from samenspel.instruments.surveys.actions.mixing import mix
from samenspel.instruments.surveys.models import Finding, Kept, Survey
from samenspel.instruments.surveys.queries import form_of
from samenspel.instruments.surveys.queries.counting import findings_of, sheet_of
from samenspel.instruments.surveys.queries.outcome import account_of
from samenspel.instruments.surveys.rules.questionnaire import frozen, mark_of
from samenspel.instruments.surveys.states import SurveyState
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import show

BATCH = 500


@action(
    "surveys.survey.open", source={SurveyState.DRAFT}, target=SurveyState.OPEN, rule=rules.may_open,
    label=_("De enquête openen"),
)  # fmt: skip
def open_survey(survey: Survey, *, by: Actor) -> Survey:
    """From now on people can answer, and everybody is asked the same: no question changes any more."""
    form = form_of(survey)
    if not any(asked.section != "about" for asked in form):
        raise BadInput(_("Er zijn nog geen vragen. Zet er eerst een vraag bij."))
    survey.form, survey.form_digest, survey.opened_on = frozen(form), mark_of(form), today()
    show(survey.node)
    return survey


@action(
    "surveys.survey.close", source={SurveyState.OPEN}, target=SurveyState.CLOSED, rule=rules.may_open,
    label=_("De enquête sluiten"),
)  # fmt: skip
def close_survey(survey: Survey, *, by: Actor) -> Survey:
    """Nobody answers any more; all that came in is written again, so that no order or time tells who answered when."""
    survey.closed_on = today()
    Kept.objects.filter(survey=survey).delete()
    mix(survey, survey.closed_on)
    return survey


@action(
    "surveys.survey.publish", source={SurveyState.CLOSED}, target=SurveyState.PUBLISHED, rule=rules.may_publish,
    label=_("De uitkomst geven"),
)  # fmt: skip
def publish_survey(survey: Survey, *, by: Actor, reason: str) -> Survey:
    """Everybody gets to see what the neighbourhood answered; numbers of fewer than ten are never written down."""
    sheet = sheet_of(survey)
    Finding.objects.bulk_create(findings_of(sheet), batch_size=BATCH)
    survey.account = json.dumps(account_of(sheet), ensure_ascii=False)
    survey.published_on = today()
    return survey
