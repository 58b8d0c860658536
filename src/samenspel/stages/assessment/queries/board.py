"""The register of tasks and the talks of a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.action.registry import choices_for as choices
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import editions_of
from samenspel.stages.assessment import rules
from samenspel.stages.assessment.models import Assessment, Task
from samenspel.stages.assessment.states import TalkState
from samenspel.ui.figures import Cell, Column, DataTable, FirstStep, Row
from samenspel.ui.numbers import euro

TALK_PAGES = {
    "assessment.talk.voice": "voice",
    "assessment.talk.conclude": "conclude",
    "assessment.talk.reply": "reply",
    "assessment.talk.use": "use",
}
TASK_PAGES = {"assessment.talk.open": "open", "assessment.task.correct": "correct"}


@dataclass(frozen=True, slots=True)
class Board:
    """The whole room: talks that go on, talks with an advice, and the register."""

    going_on: tuple[Assessment, ...]
    concluded: tuple[Assessment, ...]
    tasks: tuple[Task, ...]
    editions: tuple[Edition, ...]

    @property
    def empty(self) -> bool:
        """No task was written down yet."""
        return not self.tasks


def board(cycle: Cycle, actor: Actor) -> Board:
    """The register of a place and the talks of a round. Three queries."""
    talks = tuple(Assessment.objects.filter(rules.visible_to(actor), node__cycle=cycle).order_by("-pk"))
    return Board(
        tuple(t for t in talks if t.state == TalkState.TALKING),
        tuple(t for t in talks if t.state != TalkState.TALKING),
        tuple(register(cycle)), tuple(editions_of(cycle, "assessment")),
    )  # fmt: skip


def register(cycle: Cycle) -> QuerySet[Task]:
    """All tasks of a place that were written down up to this round, by name."""
    rows = Task.objects.filter(node__public=True, node__place=cycle.place_id, node__cycle__number__lte=cycle.number)
    return rows.order_by("node__title", "pk")


def concluded(cycle: Cycle) -> list[Assessment]:
    """Talks of a round with an advice, oldest first."""
    rows = Assessment.objects.filter(node__cycle=cycle, node__public=True).exclude(state=TalkState.TALKING)
    return list(rows.order_by("pk"))


def register_table(tasks: Sequence[Task]) -> DataTable:
    """The register as a table that stacks on a phone."""
    heads = (
        pgettext("column", "Taak"),
        _("Wie doet het"),
        _("Per jaar"),
        _("Contract tot"),
        _("Mogen anderen het proberen?"),
    )
    return DataTable(
        caption=_("Publieke taken in deze buurt"),
        columns=[Column(head, number=head == heads[2]) for head in heads],
        rows=[_cells(task) for task in tasks], room=8, hide_caption=True,
        note=_("Staat er geen cijfer? Dan weten wij het niet. Weet u het wel? Zeg het de redactie."),
    )  # fmt: skip


def _cells(task: Task) -> list[Cell]:
    ends = date_format(task.contract_ends, "j F Y") if task.contract_ends else _("niet bekend")
    allowed = pgettext("answer", "Ja") if task.open_to_challenge else pgettext("answer", "Nee")
    return [
        Cell(task.title, task.get_absolute_url()), Cell(task.done_by), Cell(euro(task.yearly_cents)), Cell(ends),
        Cell(allowed, sub=task.why),
    ]  # fmt: skip


def talk_rows(talks: Iterable[Assessment]) -> list[Row]:
    """Talks as rows of a page."""
    return [_row(talk) for talk in talks]


def _row(talk: Assessment) -> Row:
    done = talk.concluded_on
    return Row(
        title=talk.title, url=talk.get_absolute_url(), kicker=talk.task.done_by, code=talk.code, state=talk.mark,
        when=date_format(done, "j F Y") if done else "",
        state_label=talk.get_state_display().capitalize(), text=talk.get_verdict_display().capitalize() or talk.where,
        reason=talk.reason,
    )  # fmt: skip


def choices_for(actor: Actor, subject: Any) -> tuple[tuple[str, str], ...]:
    """What this reader can do now with a task or a talk: label and address."""
    pages = TASK_PAGES if isinstance(subject, Task) else TALK_PAGES
    return choices(actor, subject, pages)


def may(actor: Actor, cycle: Cycle) -> frozenset[str]:
    """What this reader may do with the room as a whole."""
    wanted = ("assessment.task.register", "assessment.edition.publish")
    return frozenset(verb.split(".")[1] for verb in wanted if ACTIONS[verb].rule(actor, cycle))


def first_steps(cycle: Cycle, may_do: frozenset[str]) -> tuple[FirstStep, ...]:
    """What one volunteer can do on an empty page."""
    write = reverse("assessment:register", args=(cycle.place.slug, cycle.slug)) if "task" in may_do else ""
    return (
        FirstStep(
            _("Noem één taak"), _("Wie maait het gras? Wie helpt bij geldzorgen? Eén taak is een goed begin."),
            _("Schrijf een taak op") if write else "", write,
        ),
        FirstStep(
            _("Vraag wie het doet en wat het kost"),
            _("De gemeente weet dat. Krijgt u geen antwoord? Stel de vraag bij Geld, dan loopt er een klok."),
        ),
        FirstStep(_("Praat erover"), _("Met wie het gebruikt en met wie het doet. Drie vragen zijn genoeg.")),
    )  # fmt: skip
