"""At the close: everything that came in is written again, so that no order and no time tells whose it was.

Only inside the action that closes a survey. What stays apart while a survey is open: docs/decisions/0025.
"""

from __future__ import annotations

import random
import secrets
import uuid
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TypeVar

from django.utils.timezone import make_aware

from samenspel.instruments.surveys.models import CodeUse, Remark, Response, Survey
from samenspel.kernel.texts.models import Text

BATCH = 500
R = TypeVar("R")


def random_number() -> int:
    """A number for a row that says nothing about when it came."""
    return 1 + secrets.randbits(52)


def mix(survey: Survey, day: date) -> None:
    """Answers, remarks and used letters of a survey, each in an order of its own."""
    _mix_answers(survey)
    _mix_remarks(survey, make_aware(datetime.combine(day, time.min)))
    _sort_letters(survey)


def _mix_answers(survey: Survey) -> None:
    rows = _shuffled(Response.objects.filter(survey=survey))
    Response.objects.filter(survey=survey).delete()
    for row in rows:
        row.pk = uuid.uuid4()
    Response.objects.bulk_create(rows, batch_size=BATCH)


def _mix_remarks(survey: Survey, moment: datetime) -> None:
    """Their words too: a text has a number and a time of its own."""
    remarks = _shuffled(Remark.objects.filter(survey=survey).select_related("text"))
    texts = [remark.text for remark in remarks]
    Remark.objects.filter(survey=survey).delete()
    Text.objects.filter(pk__in=[text.pk for text in texts]).delete()
    for text in texts:
        text.pk, text.written_at = None, moment
        text.erased_at = moment if text.erased_at else None
    for remark, text in zip(remarks, Text.objects.bulk_create(texts, batch_size=BATCH), strict=True):
        remark.pk, remark.text = random_number(), text
    Remark.objects.bulk_create(remarks, batch_size=BATCH)


def _sort_letters(survey: Survey) -> None:
    """Which letters were answered stays known, in the order of the letters themselves."""
    codes = sorted(CodeUse.objects.filter(code__survey=survey).values_list("code_id", flat=True))
    CodeUse.objects.filter(code__survey=survey).delete()
    CodeUse.objects.bulk_create([CodeUse(code_id=code) for code in codes], batch_size=BATCH)


def _shuffled(rows: Iterable[R]) -> list[R]:
    found = list(rows)
    random.SystemRandom().shuffle(found)
    return found
