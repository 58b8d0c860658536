"""Reading surveys."""

from samenspel.instruments.surveys.queries.asking import Said, form_of, said, say
from samenspel.instruments.surveys.queries.outcome import Mark, Outcome, changed, marks, outcome
from samenspel.instruments.surveys.queries.paper import sheets_of
from samenspel.instruments.surveys.queries.surveys import (
    batches_of,
    code_works,
    counts_of,
    earlier_waves,
    kept_answers,
    open_surveys,
    parts_with_codes,
    populations_of,
    remark_of,
    shown_remarks,
    survey_by_code,
    surveys_of,
    waiting_remarks,
)

__all__ = [
    "Mark", "Outcome", "Said", "batches_of", "changed", "code_works", "counts_of", "earlier_waves", "form_of",
    "kept_answers", "marks", "open_surveys", "outcome", "parts_with_codes", "populations_of", "remark_of", "said",
    "say", "sheets_of", "shown_remarks", "survey_by_code", "surveys_of", "waiting_remarks",
]  # fmt: skip
