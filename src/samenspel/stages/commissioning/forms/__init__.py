"""Forms of the room: they hand over cleaned data, never save."""

from samenspel.stages.commissioning.forms.calls import (
    CallForm,
    ConfirmForm,
    DecideForm,
    HoldersForm,
    OptionForm,
    OriginForm,
    PartForm,
    ReasonForm,
    SuggestForm,
)
from samenspel.stages.commissioning.forms.files import ImportForm
from samenspel.stages.commissioning.forms.plans import (
    AnswerForm,
    AwardForm,
    FundForm,
    PartnerForm,
    PlanForm,
    RewriteForm,
)
from samenspel.ui.paper.letters import LetterForm

__all__ = [
    "AnswerForm",
    "AwardForm",
    "CallForm",
    "ConfirmForm",
    "DecideForm",
    "FundForm",
    "HoldersForm",
    "ImportForm",
    "LetterForm",
    "OptionForm",
    "OriginForm",
    "PartForm",
    "PartnerForm",
    "PlanForm",
    "ReasonForm",
    "RewriteForm",
    "SuggestForm",
]
