"""Words for plan lines."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LineState(models.TextChoices):
    """How far a plan line is."""

    DRAFT = "draft", pgettext_lazy("state of plan line", "concept")
    PROPOSED = "proposed", _("ligt voor besluit")
    DECIDED = "decided", _("besloten: we gaan het doen")
    DECLINED = "declined", _("besloten: we doen het niet")
    BUSY = "busy", _("we zijn bezig")
    DONE = "done", pgettext_lazy("state of plan line", "gedaan")
    STOPPED = "stopped", pgettext_lazy("state of plan line", "gestopt")


# Lines that still ask for money, owners and progress.
RUNNING = (LineState.PROPOSED, LineState.DECIDED, LineState.BUSY)
NOT_DONE = (LineState.DECLINED, LineState.STOPPED)
# Lines that count as an answer to a priority.
ANSWERS = (*RUNNING, LineState.DONE)

# How the interface marks each state: see ui.marks.
MARKS = {
    LineState.DRAFT: "later", LineState.PROPOSED: "open", LineState.DECIDED: "open", LineState.BUSY: "busy",
    LineState.DONE: "done", LineState.DECLINED: "stopped", LineState.STOPPED: "stopped",
}  # fmt: skip
