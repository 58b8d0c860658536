"""What came of a round: outcomes, lessons, and what we do not know yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.queries import has_next
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import without_sequel
from samenspel.stages.monitoring import rules
from samenspel.stages.monitoring.models import Lesson, Outcome
from samenspel.stages.monitoring.states import LessonState, OutcomeState, Verdict
from samenspel.ui.figures import FirstStep, Row
from samenspel.ui.numbers import euro

LONGEST = 500  # characters of a lesson with which a round opens


@dataclass(frozen=True, slots=True)
class Board:
    """The whole room as one reader sees it. `waiting`: promises and awards of which we do not know what came."""

    outcomes: tuple[Outcome, ...]
    lessons: tuple[Lesson, ...]
    drafts: tuple[Lesson, ...]
    waiting: tuple[Node, ...]
    editions: tuple[Edition, ...]

    @property
    def empty(self) -> bool:
        """Nothing was told and nothing waits."""
        return not (self.outcomes or self.lessons or self.drafts or self.waiting)

    @property
    def tally(self) -> tuple[tuple[str, int], ...]:
        """What people notice, counted; kinds that nobody chose are left out."""
        counted = {v: sum(o.verdict == v for o in self.outcomes if o.node.public) for v in Verdict}
        return tuple((str(v.label), n) for v, n in counted.items() if n)


def board(cycle: Cycle, actor: Actor) -> Board:
    """Everything of a round. Four queries."""
    lessons = list(Lesson.objects.filter(rules.lessons_visible_to(actor), node__cycle=cycle).order_by("-pk"))
    return Board(
        tuple(Outcome.objects.filter(rules.visible_to(actor), node__cycle=cycle).order_by("-pk")),
        tuple(row for row in lessons if row.state == LessonState.PUBLIC),
        tuple(row for row in lessons if row.state == LessonState.DRAFT), tuple(waiting(cycle)),
        tuple(editions_of(cycle, "monitoring")),
    )  # fmt: skip


def waiting(cycle: Cycle) -> list[Node]:
    """Public promises and awards of a round that have no outcome yet. One query."""
    promises, awards = (without_sequel(cycle, kind, "outcome") for kind in ("commitment", "award"))
    return list(promises | awards)


def public_outcomes(cycle: Cycle) -> list[Outcome]:
    """Everything that may be read about what came of a round, oldest first."""
    rows = Outcome.objects.filter(node__cycle=cycle, node__public=True).exclude(state=OutcomeState.HIDDEN)
    return list(rows.select_related("story").order_by("pk"))


def public_lessons(cycle: Cycle) -> list[Lesson]:
    """The shared lessons of a round, oldest first."""
    return list(Lesson.objects.filter(node__cycle=cycle, state=LessonState.PUBLIC).order_by("pk"))


def lessons_for_next(cycle: Cycle) -> list[tuple[str, str]]:
    """(text, code) of every shared lesson of a round: what the next round opens with."""
    return [(_in_short(row), row.code) for row in public_lessons(cycle)]


def _in_short(row: Lesson) -> str:
    kept = _("Zo houden: %(words)s") % {"words": row.keep} if row.keep else ""
    changed = _("Anders doen: %(words)s") % {"words": row.change} if row.change else ""
    words = " ".join(f"{row.title}. {kept} {changed}".split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def outcome_rows(outcomes: Iterable[Outcome]) -> list[Row]:
    """Outcomes as rows of a page."""
    return [_outcome_row(row) for row in outcomes]


def _outcome_row(row: Outcome) -> Row:
    facts = [
        row.measured,
        _("Uitgegeven: %(sum)s") % {"sum": euro(row.spent_cents)} if row.spent_cents is not None else "",
    ]
    return Row(
        title=row.title, url=row.get_absolute_url(), kicker=row.of.kind_label, when=date_format(row.on, "j F Y"),
        text=row.what_came, code=row.code, state=row.mark,
        state_label=f"{row.get_verdict_display().capitalize()}, {_state_words(row)}",
        who=_("Zegt: %(who)s") % {"who": row.judged_by},
        note=" ".join(f"{fact.rstrip('.')}." for fact in facts if fact),
    )  # fmt: skip


def _state_words(row: Outcome) -> str:
    return _("nog niet op de site") if row.waits else row.get_state_display()


def lesson_rows(lessons: Iterable[Lesson]) -> list[Row]:
    """Lessons as rows of a page."""
    return [
        Row(
            title=row.title, url=row.get_absolute_url(), kicker=row.theme_name, code=row.code,
            text=_("Zo houden: %(words)s") % {"words": row.keep} if row.keep else "",
            note=_("Anders doen: %(words)s") % {"words": row.change} if row.change else "",
        )
        for row in lessons
    ]  # fmt: skip


def may(actor: Actor, cycle: Cycle) -> frozenset[str]:
    """What this reader may do with the room as a whole."""
    wanted = ("monitoring.lesson.draft", "monitoring.edition.publish")
    found = {verb.split(".")[1] for verb in wanted if ACTIONS[verb].rule(actor, cycle)}
    opens = ACTIONS["cycle.cycle.open"].rule(actor, cycle) and not has_next(cycle)
    return frozenset(found | ({"round"} if opens else set()))


def first_steps(cycle: Cycle, may_do: frozenset[str]) -> tuple[FirstStep, ...]:
    """What one volunteer can do on an empty page."""
    where = (cycle.place.slug, cycle.slug)
    lesson = reverse("monitoring:draft", args=where) if "lesson" in may_do else ""
    return (
        FirstStep(
            _("Kijk wat er is beloofd"), _("Van een belofte of van geld kan iets komen. Dat staat straks hier."),
            _("Bekijk de beloften"), reverse("pact:index", args=where),
        ),
        FirstStep(_("Vraag wie het merkt"), _("Kent u hier nu meer mensen? Eén vraag aan vijf mensen is genoeg.")),
        FirstStep(
            _("Schrijf één les op"), _("Wat houdt u zo, en wat doet u de volgende keer anders?"),
            _("Schrijf een les op") if lesson else "", lesson,
        ),
    )  # fmt: skip
