"""Starting the work of a day."""

from django.utils.translation import gettext_lazy as _
from django_tasks.base import Task

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import action
from samenspel.kernel.action.rules import staff
from samenspel.kernel.daily.models import DayJob
from samenspel.kernel.journal.clock import today


@action("daily.job.start", rule=staff, creates=True, label=_("Dagelijks werk beginnen"))
def start_job(task: Task[[], int], *, by: Actor, job: str) -> DayJob:
    """What people were promised to hear in time is sent, once a day: the task and this row stand or fall together."""
    task.enqueue()
    return DayJob(job=job, day=today())
