"""Forms of the profile."""

from samenspel.stages.profile.forms.correct import CorrectForm
from samenspel.stages.profile.forms.drafts import FileForm, WithdrawTableForm
from samenspel.stages.profile.forms.room import AskForm, CompareForm, FiguresForm, OfferForm, SharedCompareForm

__all__ = [
    "AskForm",
    "CompareForm",
    "CorrectForm",
    "FiguresForm",
    "FileForm",
    "OfferForm",
    "SharedCompareForm",
    "WithdrawTableForm",
]
