"""Reading the plan: its lines by priority, what is missing, and one line whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import ngettext

from samenspel.contracts.actor import Actor
from samenspel.contracts.agenda import Priority
from samenspel.contracts.proposals import Proposal
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.queries import by_codes
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import editions_of, latest
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.stages.plan import rules
from samenspel.stages.plan.models import PlanLine, ProgressNote
from samenspel.stages.plan.states import ANSWERS, NOT_DONE, RUNNING, LineState
from samenspel.ui.numbers import euro, number

ACCEPTED = "accepted"  # the state in which the proposals room hands over what got a yes
OURS = ("answered_by", "taken_into", "paid_by")


@dataclass(frozen=True, slots=True)
class Group:
    """One priority with the lines that answer it; without a priority: lines with another reason."""

    title: str
    lines: tuple[PlanLine, ...]
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where the thread is not whole yet."""

    priorities: tuple[Priority, ...] = ()
    without_money: tuple[PlanLine, ...] = ()
    without_owner: tuple[PlanLine, ...] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.priorities) + len(self.without_money) + len(self.without_owner)


@dataclass(frozen=True, slots=True)
class Totals:
    """What all lines that are wanted take together, and how far they are."""

    cents: int = 0
    hours: int = 0
    square_metres: int = 0
    by_state: dict[str, int] = field(default_factory=dict)

    @property
    def takes(self) -> str:
        """Euros, hours and space in one line, without what nothing needs."""
        hours = ngettext("%(n)s uur", "%(n)s uur", self.hours) % {"n": number(self.hours)}
        parts = (
            (self.cents, euro(self.cents)),
            (self.hours, hours),
            (self.square_metres, f"{number(self.square_metres)} m²"),
        )
        return ", ".join(words for amount, words in parts if amount)

    @property
    def lines(self) -> int:
        """How many lines there are, also those that will not be done."""
        return sum(self.by_state.values())


@dataclass(frozen=True, slots=True)
class Board:
    """The whole plan as one page shows it."""

    groups: tuple[Group, ...]
    not_done: tuple[PlanLine, ...]
    breaks: Breaks
    totals: Totals
    has_agenda: bool


@dataclass(frozen=True, slots=True)
class LinePage:
    """One line with everything around it."""

    line: PlanLine
    comes_from: tuple[Edge, ...]
    leads_to: tuple[Edge, ...]
    notes: tuple[ProgressNote, ...]
    questions: tuple[Question, ...]

    @property
    def paid_by(self) -> tuple[Edge, ...]:
        """The money that pays it."""
        return tuple(e for e in self.leads_to if e.relation == "paid_by")

    @property
    def further(self) -> tuple[Edge, ...]:
        """What else came of it, questions apart."""
        return tuple(e for e in self.leads_to if e.relation not in ("paid_by", "questioned_by"))


def lines_of(cycle: Cycle, actor: Actor) -> QuerySet[PlanLine]:
    """The lines of a round that this actor may see, in the order of the plan."""
    rows = PlanLine.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    people = ("owner__resident", "owner__professional", "owner__professional_party")
    return rows.select_related("node__place", "node__cycle", "body", "maker", *people).order_by("number", "pk")


def public_lines(cycle: Cycle) -> QuerySet[PlanLine]:
    """The lines that everybody sees."""
    return lines_of(cycle, Actor())


def stopped(place: int, most: int) -> QuerySet[Any, Any]:
    """The things on the thread (primary keys) behind the last lines that stopped, each with its reason."""
    lines = PlanLine.objects.filter(node__place=place, node__public=True, state=LineState.STOPPED)
    return lines.order_by("-pk").values("node")[:most]


def line_by_code(cycle: Cycle, code: str, actor: Actor) -> PlanLine | None:
    """One line of this round, if this actor may see it."""
    return lines_of(cycle, actor).filter(node__code=code).first()


def _ties(cycle: Cycle) -> dict[str, dict[int, list[Node]]]:
    """Per relation and line (node key): the public things at the other end, in one query."""
    near = Q(target__kind="plan_line", target__cycle=cycle, source__public=True)
    far = Q(source__kind="plan_line", source__cycle=cycle, target__public=True)
    found: dict[str, dict[int, list[Node]]] = {name: {} for name in OURS}
    for edge in Edge.objects.filter(near | far, relation__in=OURS).select_related("source", "target").order_by("pk"):
        forward = edge.relation == "paid_by"
        line, other = (edge.source, edge.target) if forward else (edge.target, edge.source)
        found[edge.relation].setdefault(line.pk, []).append(other)
    return found


def board(cycle: Cycle, actor: Actor) -> Board:
    """The plan by priority, what will not be done, what is missing, and what it takes together."""
    lines = list(lines_of(cycle, actor))
    priorities, ties = latest(Priority, cycle), _ties(cycle)
    return Board(
        groups=_groups(priorities, [line for line in lines if line.state not in NOT_DONE], ties),
        not_done=tuple(line for line in lines if line.state in NOT_DONE),
        breaks=_breaks(priorities, lines, ties),
        totals=_totals(lines),
        has_agenda=bool(priorities),
    )


def breaks(cycle: Cycle) -> Breaks:
    """Priorities without a line, lines without money, lines without owners: public things only."""
    return _breaks(latest(Priority, cycle), list(public_lines(cycle)), _ties(cycle))


def _answers(line: PlanLine, ties: dict[str, dict[int, list[Node]]]) -> set[str]:
    return {node.code for node in ties["answered_by"].get(line.node_id, ())}


def _groups(
    priorities: Sequence[Priority], lines: list[PlanLine], ties: dict[str, dict[int, list[Node]]]
) -> tuple[Group, ...]:
    answers = {line.pk: _answers(line, ties) for line in lines}
    known = {p.code for p in priorities}
    groups = [
        Group(p.title, tuple(line for line in lines if p.code in answers[line.pk]), p)
        for p in sorted(priorities, key=lambda p: (p.rank, p.code))
    ]
    others = tuple(line for line in lines if not answers[line.pk] & known)
    return tuple(groups) + ((Group("", others),) if others else ())


def _breaks(priorities: Iterable[Priority], lines: list[PlanLine], ties: dict[str, dict[int, list[Node]]]) -> Breaks:
    answered = {code for line in lines if line.state in ANSWERS for code in _answers(line, ties)}
    running = [line for line in lines if line.state in RUNNING]
    paid = ties["paid_by"]
    return Breaks(
        priorities=tuple(p for p in priorities if p.code not in answered),
        without_money=tuple(x for x in running if not x.only_time_or_space and x.node_id not in paid),
        without_owner=tuple(x for x in running if x.owner_id is None),
    )


def _totals(lines: Iterable[PlanLine]) -> Totals:
    counts: dict[str, int] = {}
    wanted = []
    for line in lines:
        counts[line.state] = counts.get(line.state, 0) + 1
        if line.state in ANSWERS:
            wanted.append(line)
    return Totals(
        cents=sum(x.needs_cents for x in wanted),
        hours=sum(x.needs_hours for x in wanted),
        square_metres=sum(x.needs_square_metres for x in wanted),
        by_state={s.value: counts[s] for s in LineState if s in counts},
    )


def line_page(line: PlanLine) -> LinePage:
    """A line with where it comes from, what pays it, how it goes and what was asked about it."""
    node = line.node
    near, far = Q(target=node, source__public=True), Q(source=node, target__public=True)
    edges = list(Edge.objects.filter(near | far).select_related("source", "target").order_by("pk"))
    leads_to = tuple(e for e in edges if e.source_id == node.pk)
    asked = [e.target.code for e in leads_to if e.relation == "questioned_by"]
    return LinePage(
        line=line,
        comes_from=tuple(e for e in edges if e.target_id == node.pk),
        leads_to=leads_to,
        notes=tuple(line.notes.select_related("text", "party").order_by("-on", "-pk")),
        questions=tuple(by_codes(asked)) if asked else (),
    )


def priorities_to_answer(cycle: Cycle) -> tuple[Priority, ...]:
    """The priorities of the newest agenda."""
    return tuple(sorted(latest(Priority, cycle), key=lambda p: (p.rank, p.code)))


def proposals_to_take_in(cycle: Cycle) -> tuple[Proposal, ...]:
    """The proposals that got a yes, from the newest edition of the proposals."""
    return tuple(p for p in latest(Proposal, cycle) if p.state == ACCEPTED)


def next_number(cycle: Cycle) -> int:
    """The number of the next line of this round."""
    last = PlanLine.objects.filter(node__cycle=cycle).order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def editions(cycle: Cycle) -> list[Edition]:
    """The editions of the plan, newest first."""
    return list(editions_of(cycle, "plan")[:5])


def own_data(person: int) -> list[dict[str, object]]:
    """What somebody told about how lines go."""
    notes = ProgressNote.objects.filter(person=person).select_related("text", "line__node")
    return [{"code": n.line.code, "on": n.on.isoformat(), "words": n.text.body} for n in notes]
