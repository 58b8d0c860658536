"""Forms of the assessment room."""

from samenspel.stages.assessment.forms.talks import ConcludeForm, HideForm, OpenForm, ReplyForm, UseForm, VoiceForm
from samenspel.stages.assessment.forms.tasks import CorrectForm, TaskForm

__all__ = [
    "ConcludeForm",
    "CorrectForm",
    "HideForm",
    "OpenForm",
    "ReplyForm",
    "TaskForm",
    "UseForm",
    "VoiceForm",
]
