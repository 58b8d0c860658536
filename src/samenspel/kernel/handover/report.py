"""The participation report of a round, put together from what the rooms published and from the journal.

It reads editions only, so anybody can make it again from open data: contract by contract, without a room knowing of it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from samenspel.contracts.agenda import Priority
from samenspel.contracts.commissioning import Award, CallResult
from samenspel.contracts.consultation import Harvest
from samenspel.contracts.monitoring import Lesson, Outcome
from samenspel.contracts.pact import Commitment
from samenspel.contracts.plan import PlanLine
from samenspel.contracts.proposals import Proposal
from samenspel.contracts.relations import KINDS
from samenspel.contracts.report import Change, Missing, Passed, Spent, TakingPart
from samenspel.contracts.rooms import ROOM
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.action.rules import anyone
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports.queries import SMALLEST
from samenspel.kernel.handover.content import Said, marks_in, stage_of, thaw
from samenspel.kernel.handover.queries import latest_edition, read
from samenspel.kernel.journal.queries import acts_by_channel
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.places.themes import theme_words
from samenspel.kernel.texts.models import Text

STAGE = "report"
# contract -> the step it is on, and its fields: title, words, state
STEPS: tuple[tuple[type[Any], str, str, str, str], ...] = (
    (Harvest, "told", "theme", "summary", ""),
    (Priority, "chosen", "title", "reason", ""),
    (Proposal, "proposed", "title", "reason", ""),
    (PlanLine, "planned", "title", "reason", "state"),
    (Commitment, "promised", "what", "reason", "state"),
    (Outcome, "came", "title", "what_came", "verdict"),
)


def report_items(cycle: Cycle, change: str) -> Iterator[Any]:
    """Everything in the report: who, who not, from told to what came of it, money, and what we do differently."""
    yield from taking_part(cycle)
    yield from missing(cycle)
    for contract, step, title, words, state in STEPS:
        yield from _passed(contract, cycle, step, title, words, state)
    yield from _spent(cycle)
    yield Change("", "", "", change)
    yield from _said(Lesson, cycle, lambda lesson: Change(lesson.code, lesson.title, lesson.keep, lesson.change))


def public_acts() -> dict[str, str]:
    """The acts that everybody may do, with the room they belong to: what counts as taking part."""
    found = {}
    for verb, info in ACTIONS.items():
        room = info.room if info.room in ROOM else KINDS[info.noun].room if info.noun in KINDS else ""
        if info.rule is anyone and room:
            found[verb] = room
    return found


def taking_part(cycle: Cycle) -> list[TakingPart]:
    """How often people brought something in, by room and channel; small counts are not told."""
    acts, codes = public_acts(), Node.objects.filter(cycle=cycle).values("code")
    found: dict[tuple[str, str], int] = {}
    for verb, channel, count in acts_by_channel(cycle.place_id, list(acts), codes):
        found[acts[verb], channel] = found.get((acts[verb], channel), 0) + count
    for call in _read(CallResult, cycle):
        if call.ballots:
            found["commissioning", ""] = found.get(("commissioning", ""), 0) + call.ballots
    order = list(ROOM)
    rows = sorted(found.items(), key=lambda row: (order.index(row[0][0]), row[0][1]))
    return [TakingPart(room, channel, count if count >= SMALLEST else None) for (room, channel), count in rows]


def missing(cycle: Cycle) -> list[Missing]:
    """Who was missing, room by room."""
    last = [(room, latest_edition(room, cycle)) for room in ROOM]
    return [Missing(room, edition.number, edition.missing) for room, edition in last if edition]


def _read(contract: type[Any], cycle: Cycle) -> tuple[Any, ...]:
    edition = latest_edition(stage_of(contract), cycle)
    return read(contract, edition) if edition else ()


def _passed(
    contract: type[Any], cycle: Cycle, step: str, title: str, words: str, state: str
) -> Iterable[Said | Passed]:
    def made(item: Any) -> Passed:
        called = theme_words(item.theme) if title == "theme" else getattr(item, title)
        return Passed(step, getattr(item, "code", ""), called, getattr(item, words), getattr(item, state, "") or "")

    return _said(contract, cycle, made)


def _spent(cycle: Cycle) -> Iterator[Any]:
    for call in _read(CallResult, cycle):
        yield Spent("pot", call.code, call.title, call.spent_cents, call.budget_cents)
    yield from _said(Award, cycle, _award)


def _award(award: Any) -> Spent:
    return Spent("award", award.code, award.title, award.cents, reason=award.reason, to=award.to)


def _said(contract: type[Any], cycle: Cycle, made: Any) -> Iterator[Any]:
    """Items of the report; words that somebody can take back stay beside the report too, and theirs."""
    edition = latest_edition(stage_of(contract), cycle)
    if edition is None:
        return
    for raw, item in zip(thaw(contract, edition.content), read(contract, edition), strict=True):
        marks = marks_in(raw)
        piece = made(item)
        held = {getattr(item, name) for name in marks}
        names = ("title", "to", "words", "reason", "keep", "change")
        fields = tuple(n for n in names if getattr(piece, n, "") and getattr(piece, n) in held)
        yield Said(piece, fields, _whose(marks)) if fields else piece


def _whose(marks: dict[str, tuple[int, str]]) -> int | None:
    numbers = [number for number, _digest in marks.values()]
    return Text.objects.filter(pk__in=numbers, person__isnull=False).values_list("person", flat=True).first()
