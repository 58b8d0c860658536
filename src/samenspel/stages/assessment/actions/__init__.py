"""Every write of the assessment room."""

from samenspel.stages.assessment.actions.talks import (
    add_voice,
    conclude,
    erase_person,
    hide_voice,
    open_talk,
    reply,
    use_quality,
)
from samenspel.stages.assessment.actions.tasks import correct_task, publish_edition, register_task

__all__ = [
    "add_voice",
    "conclude",
    "correct_task",
    "erase_person",
    "hide_voice",
    "open_talk",
    "publish_edition",
    "register_task",
    "reply",
    "use_quality",
]
