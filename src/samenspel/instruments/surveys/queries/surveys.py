"""Which surveys there are, and who was asked."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samenspel.contracts.actor import Actor
from samenspel.instruments.surveys import rules
from samenspel.instruments.surveys.models import CodeUse, Kept, Population, Remark, Response, Survey, SurveyCode
from samenspel.instruments.surveys.rules.codes import kept_digest, unseal
from samenspel.instruments.surveys.states import Audience, CodeState, RemarkState, SurveyState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.places.models import AreaCode, Place


def _full(rows: QuerySet[Survey]) -> QuerySet[Survey]:
    return rows.select_related("node__place", "node__cycle")


def surveys_of(cycle: Cycle, actor: Actor) -> QuerySet[Survey]:
    """The surveys of a round that this actor may see, newest first."""
    rows = Survey.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    return _full(rows).annotate(given=Count("responses")).order_by("-pk")


def survey_by_code(cycle: Cycle, code: str, actor: Actor) -> Survey | None:
    """One survey, if this actor may see it."""
    return _full(Survey.objects.filter(rules.visible_to(actor), node__cycle=cycle, node__code=code)).first()


def open_surveys(cycle: Cycle) -> QuerySet[Survey]:
    """What one can answer now."""
    return _full(Survey.objects.filter(node__cycle=cycle, state=SurveyState.OPEN)).order_by("pk")


def earlier_waves(cycle: Cycle) -> QuerySet[Survey]:
    """Surveys of this place that can be asked again."""
    rows = Survey.objects.filter(node__place=cycle.place_id).exclude(state=SurveyState.DRAFT)
    return _full(rows).order_by("-pk")


def code_works(survey: Survey, digest: str) -> bool:
    """Whether a letter still gives an answer. Wrong, used and blocked are one and the same no."""
    return working_code(survey.pk, digest) is not None


def working_code(survey: int, digest: str) -> SurveyCode | None:
    """The code behind a digest, as long as it was not used."""
    rows = SurveyCode.objects.filter(survey=survey, digest=digest, state=CodeState.ISSUED)
    return rows.exclude(pk__in=CodeUse.objects.values("code")).first() if digest else None


def counts_of(survey: Survey) -> dict[str, int]:
    """How many letters went out, how many answers came in and how many remarks wait, in one query."""
    rows = Survey.objects.filter(pk=survey.pk).annotate(
        letters=_number(SurveyCode.objects.all()), given=_number(Response.objects.all()),
        waiting=_number(Remark.objects.filter(state=RemarkState.WAITING)),
    )  # fmt: skip
    return dict(zip(("letters", "given", "waiting"), rows.values_list("letters", "given", "waiting")[0], strict=True))


def _number(rows: QuerySet[Any]) -> Coalesce:
    """How many rows of a survey, counted apart: joined they would be multiplied."""
    counted = rows.filter(survey=OuterRef("pk")).order_by().values("survey").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def batches_of(survey: Survey) -> list[dict[str, Any]]:
    """The stacks of letters: how many, and how many of them work no more. Never which were used."""
    rows = SurveyCode.objects.filter(survey=survey).values("batch", "area")
    counted = rows.annotate(n=Count("pk"), blocked=Count("pk", filter=Q(state=CodeState.BLOCKED)))
    return [dict(row) for row in counted.order_by("batch", "area")]


def populations_of(survey: Survey) -> dict[str, dict[int, int]]:
    """How many people of each group live here."""
    found: dict[str, dict[int, int]] = {}
    for row in Population.objects.filter(survey=survey).order_by("item", "choice"):
        found.setdefault(row.item, {})[row.choice] = row.count
    return found


def waiting_remarks(survey: Survey) -> QuerySet[Remark]:
    """What an editor still has to read."""
    rows = Remark.objects.filter(survey=survey, state=RemarkState.WAITING)
    return rows.select_related("text", "survey__node").order_by("text__digest", "pk")


def shown_remarks(survey: Survey) -> QuerySet[Remark]:
    """What everybody may read, in an order that tells nothing about when it was written."""
    rows = Remark.objects.filter(rules.readable(Actor()), survey=survey)
    return rows.select_related("text").order_by("text__digest", "pk")


def remark_of(survey: Survey, pk: int) -> Remark | None:
    """One remark."""
    return Remark.objects.filter(survey=survey, pk=pk).select_related("text", "survey__node").first()


def parts_with_codes(place: Place | int) -> list[tuple[str, str]]:
    """The official codes of the parts of a place with their names, the newest code of each."""
    rows = AreaCode.objects.filter(place__wholes__whole=place, scheme="CBS").order_by("valid_year")
    newest = {part: (code, name) for part, code, name in rows.values_list("place", "code", "place__name")}
    return sorted(newest.values(), key=lambda pair: pair[1])


def kept_answers(survey: Survey, typed: str) -> tuple[str, dict[str, Any]] | None:
    """What somebody saved to finish later: its digest and what is in it. A wrong code gives nothing."""
    digest = kept_digest(survey.pk, typed)
    row = Kept.objects.filter(survey=survey, digest=digest).first()
    facts = unseal(survey.pk, typed, bytes(row.sealed)) if row else None
    return (digest, facts) if facts is not None else None


def drawn(survey: Survey) -> bool:
    """Whether chance chose who was asked, so that a margin means something."""
    return survey.audience == Audience.SAMPLE
