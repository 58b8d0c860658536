"""Forms of the proposals. One thing per screen; what somebody typed is never lost."""

from samenspel.stages.proposals.forms.base import amount_of
from samenspel.stages.proposals.forms.making import (
    AmendForm,
    AnswerForm,
    CostsForm,
    DraftForm,
    HandInDraftForm,
    HandInForm,
    WithdrawForm,
)
from samenspel.stages.proposals.forms.weighing import (
    CheckForm,
    ContactForm,
    DecideForm,
    HideForm,
    MergeForm,
    ShowForm,
    TellForm,
    WeighForm,
)

__all__ = [
    "AmendForm",
    "AnswerForm",
    "CheckForm",
    "ContactForm",
    "CostsForm",
    "DecideForm",
    "DraftForm",
    "HandInDraftForm",
    "HandInForm",
    "HideForm",
    "MergeForm",
    "ShowForm",
    "TellForm",
    "WeighForm",
    "WithdrawForm",
    "amount_of",
]
