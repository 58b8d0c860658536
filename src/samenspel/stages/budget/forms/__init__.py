"""Forms of the money room: they hand over cleaned data and never save."""

from samenspel.stages.budget.forms.money import (
    CorrectForm,
    FilterForm,
    GrantsForm,
    PayForm,
    ReasonForm,
    RecordForm,
    ResidentsForm,
    SourceForm,
    TaskFieldsForm,
)
from samenspel.stages.budget.forms.questions import AnswerForm, AskForm, ForwardForm, JudgeForm, KindForm, RuleForm

__all__ = [
    "AnswerForm",
    "AskForm",
    "CorrectForm",
    "FilterForm",
    "ForwardForm",
    "GrantsForm",
    "JudgeForm",
    "KindForm",
    "PayForm",
    "ReasonForm",
    "RecordForm",
    "ResidentsForm",
    "RuleForm",
    "SourceForm",
    "TaskFieldsForm",
]
