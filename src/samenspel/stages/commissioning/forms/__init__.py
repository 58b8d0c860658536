"""Forms of the room: they hand over cleaned data, never save."""

from samenspel.stages.commissioning.forms.calls import (
    CallForm,
    ConfirmForm,
    CountForm,
    DecideForm,
    ImportForm,
    OptionForm,
    OriginForm,
    ReasonForm,
    SuggestForm,
)
from samenspel.stages.commissioning.forms.plans import (
    AnswerForm,
    AwardForm,
    FundForm,
    PartnerForm,
    PlanForm,
    RewriteForm,
)

__all__ = [
    "AnswerForm",
    "AwardForm",
    "CallForm",
    "ConfirmForm",
    "CountForm",
    "DecideForm",
    "FundForm",
    "ImportForm",
    "OptionForm",
    "OriginForm",
    "PartnerForm",
    "PlanForm",
    "ReasonForm",
    "RewriteForm",
    "SuggestForm",
]
