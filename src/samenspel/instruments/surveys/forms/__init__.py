"""Forms of surveys: of who makes one, of who answers, and of the desk."""

from samenspel.instruments.surveys.forms.answering import (
    BeginForm,
    ScreenForm,
    Ticket,
    Walk,
    once,
    read,
    signed,
    ticket_in,
)
from samenspel.instruments.surveys.forms.building import (
    HideForm,
    IssueForm,
    ItemForm,
    PeopleForm,
    PublishForm,
    SerialForm,
    SettingsForm,
    StartForm,
    now_in,
)
from samenspel.instruments.surveys.forms.desk import DeskForm

__all__ = [
    "BeginForm", "DeskForm", "HideForm", "IssueForm", "ItemForm", "PeopleForm", "PublishForm", "ScreenForm",
    "SerialForm", "SettingsForm", "StartForm", "Ticket", "Walk", "now_in", "once", "read", "signed", "ticket_in",
]  # fmt: skip
