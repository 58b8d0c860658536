"""Forms of stories: one question per screen."""

from samenspel.instruments.stories.forms.beside import (
    PhotoForm,
    ReceiptPhotoForm,
    RecordingForm,
    RemovePhotoForm,
    RemoveRecordingForm,
    ShortenForm,
    TakeAwayForm,
    TakeAwayRecordingForm,
    TranslateForm,
    WithdrawForm,
    WriteOutForm,
)
from samenspel.instruments.stories.forms.screens import THEME_CHOICES, HideForm, Screen, Steps, WordScreen
from samenspel.instruments.stories.forms.telling import SpeakForm, StallForm, TellForm

__all__ = [
    "THEME_CHOICES",
    "HideForm",
    "PhotoForm",
    "ReceiptPhotoForm",
    "RecordingForm",
    "RemovePhotoForm",
    "RemoveRecordingForm",
    "Screen",
    "ShortenForm",
    "SpeakForm",
    "StallForm",
    "Steps",
    "TakeAwayForm",
    "TakeAwayRecordingForm",
    "TellForm",
    "TranslateForm",
    "WithdrawForm",
    "WordScreen",
    "WriteOutForm",
]
