"""Tables of the assessment room."""

from samenspel.stages.assessment.models.talk import Assessment, Voice
from samenspel.stages.assessment.models.task import Task

__all__ = ["Assessment", "Task", "Voice"]
