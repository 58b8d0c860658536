"""Forms of the room: they hand over cleaned data, never save."""

from samenspel.stages.commissioning.forms.calls import (
    CallForm,
    ConfirmForm,
    CountForm,
    DecideForm,
    ImportForm,
    OptionForm,
    OriginForm,
    PublishForm,
    ReasonForm,
    SuggestForm,
)
from samenspel.stages.commissioning.forms.plans import (
    AnswerForm,
    AwardForm,
    PartnerForm,
    PlanForm,
    PotAwardForm,
    RewriteForm,
)

__all__ = [
    "AnswerForm",
    "AwardForm",
    "CallForm",
    "ConfirmForm",
    "CountForm",
    "DecideForm",
    "ImportForm",
    "OptionForm",
    "OriginForm",
    "PartnerForm",
    "PlanForm",
    "PotAwardForm",
    "PublishForm",
    "ReasonForm",
    "RewriteForm",
    "SuggestForm",
]
