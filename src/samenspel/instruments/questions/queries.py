"""Reading questions, their clocks and their answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from samenspel.contracts.actor import Actor, Role
from samenspel.instruments.questions import rules
from samenspel.instruments.questions.models import Answer, Forward, Question
from samenspel.instruments.questions.states import Office, QuestionKind, QuestionState
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.access.queries import running
from samenspel.kernel.action import available_actions
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import linked, sources_of
from samenspel.kernel.people.models import Membership, Party
from samenspel.kernel.people.queries import parties_at
from samenspel.kernel.places.models import Place

NOUN = "questions.question"


@dataclass(frozen=True, slots=True)
class Clock:
    """How a set of questions stands: counts only."""

    asked: int
    waiting: int
    overdue: int
    answered_late: int
    satisfied: int
    not_satisfied: int


def _full(rows: QuerySet[Question]) -> QuerySet[Question]:
    return rows.select_related(
        "node__place", "node__cycle", "addressee__place", "offered_to", "asker", "asker_party", "body"
    )


def questions_of(cycle: Cycle, actor: Actor, *, kind: str = "") -> QuerySet[Question]:
    """All questions of a round that this actor may see: those that wait longest first."""
    rows = Question.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    return _full(rows.filter(kind=kind) if kind else rows).order_by("answered_on", "due", "pk")


def unread(cycle: Cycle, *, longer_than: timedelta | None = None) -> QuerySet[Question]:
    """Questions of visitors that an editor has to read first, oldest first."""
    rows = Question.objects.filter(node__cycle=cycle, state=QuestionState.WAITING)
    rows = rows.filter(node__at__lt=timezone.now() - longer_than) if longer_than else rows
    return _full(rows).order_by("pk")


def questions_at(place: Place | int, actor: Actor | None = None) -> QuerySet[Question]:
    """All questions of a place over the years."""
    return _full(Question.objects.filter(rules.visible_to(actor or Actor()), node__place=place)).order_by("due", "pk")


def open_questions(place: Place | int) -> QuerySet[Question]:
    """Questions that still wait for an answer, the first due first."""
    return questions_at(place).filter(state=QuestionState.ASKED)


def waiting_for(place: Place | int, person: int | None, parties: Iterable[int]) -> QuerySet[Question]:
    """What waits for somebody and the parties they speak for: to answer, or to say whether an answer will do."""
    theirs = list(parties)
    told = Q(asker_party__in=theirs) | (Q(asker=person) if person else Q(pk__in=()))
    owed = Q(addressee__in=theirs) | Q(offered_to__in=theirs)
    rows = questions_at(place).filter(Q(told, state=QuestionState.ANSWERED) | Q(owed, state=QuestionState.ASKED))
    return rows.order_by("due", "pk")


def open_letters(place: Place | int) -> QuerySet[Question]:
    """Letters to the council that wait for its answer."""
    return open_questions(place).filter(kind=QuestionKind.PETITION, node__public=True)


def waiting_in(cycles: Iterable[Cycle]) -> QuerySet[Question]:
    """Public questions of some rounds that wait for an answer; one query."""
    rows = Question.objects.filter(rules.visible_to(Actor()), node__cycle__in=list(cycles), state=QuestionState.ASKED)
    return _full(rows.filter(node__public=True)).order_by("due", "pk")


def overdue(place: Place | int, today: date | None = None) -> QuerySet[Question]:
    """Questions whose date went by without an answer."""
    return open_questions(place).filter(due__lt=today or timezone.localdate())


def rules_in_the_way(place: Place | int | None = None) -> QuerySet[Question]:
    """Rules that block people, with what their owner says; without a place: of all neighbourhoods, to learn from."""
    rows = Question.objects.filter(rules.visible_to(Actor()), kind=QuestionKind.RULE)
    rows = rows.filter(node__place=place) if place is not None else rows
    return _full(rows).prefetch_related("answers__text", "answers__party").order_by("-asked_on", "-pk")


def questions_to(party: Party) -> QuerySet[Question]:
    """What a party was asked."""
    theirs = Q(addressee=party) | Q(offered_to=party)
    return _full(Question.objects.filter(rules.visible_to(Actor()), theirs)).order_by("due", "pk")


def by_codes(codes: Iterable[str]) -> list[Question]:
    """Public questions by their codes, the first due first."""
    rows = Question.objects.filter(rules.visible_to(Actor()), node__code__in=list(codes))
    return list(_full(rows).order_by("due", "pk"))


def questions_about(node: Node) -> list[Question]:
    """The questions that one budget line or plan line raised."""
    codes = [n.code for n in linked([node.pk], "questioned_by")[node.pk]]
    return by_codes(codes) if codes else []


def question_by_code(cycle: Cycle, code: str, actor: Actor) -> Question | None:
    """One question of this round, if this actor may see it."""
    rows = Question.objects.filter(rules.visible_to(actor), node__cycle=cycle, node__code=code)
    return _full(rows).select_related("judgement").first()


def asked_before(cycle: Cycle, code: str) -> Question | None:
    """What came of a form that is sent twice: whoever sent it gets the same receipt again."""
    return _full(Question.objects.filter(node__cycle=cycle, node__code=code)).first() if code else None


def about(question: Question) -> list[Node]:
    """What the question is about: a line of the budget or of the plan."""
    return sources_of([question.node_id], "questioned_by")[question.node_id]


def answers_of(question: Question) -> list[Answer]:
    """Everything that was said back, oldest first."""
    return list(question.answers.select_related("text", "party").order_by("answered_on", "pk"))


def forwards_of(question: Question) -> list[Forward]:
    """Each time that a party said it is another's task, and what that other said."""
    return list(question.forwards.select_related("to").order_by("pk"))


def clock_of(cycle: Cycle, today: date | None = None) -> Clock:
    """How the questions of a round stand, in one query."""
    day = today or timezone.localdate()
    state = {s: Q(state=s) for s in QuestionState}
    counts = Question.objects.filter(rules.visible_to(Actor()), node__cycle=cycle).aggregate(
        asked=Count("pk"),
        waiting=Count("pk", filter=state[QuestionState.ASKED]),
        overdue=Count("pk", filter=state[QuestionState.ASKED] & Q(due__lt=day)),
        answered_late=Count("pk", filter=Q(answered_on__gt=F("due"))),
        satisfied=Count("pk", filter=state[QuestionState.CLOSED_SATISFIED]),
        not_satisfied=Count("pk", filter=state[QuestionState.CLOSED_NOT_SATISFIED]),
    )
    return Clock(**counts)


def as_helper(actor: Actor, question: Question) -> Actor:
    """This actor, who at the desk may also act for somebody else."""
    return replace(actor, on_behalf_of=actor.on_behalf_of or "?") if actor.helps_at(question.place_id) else actor


def possible_acts(question: Question, actor: Actor) -> frozenset[str]:
    """What this actor could do with a question, also as somebody who helps at the desk."""
    verbs = {info.verb.rsplit(".", 1)[-1] for info in available_actions(as_helper(actor, question), question, NOUN)}
    passed_on = {"accept", "decline"}
    verbs -= passed_on if question.offered_to_id is None else {"forward"}
    return frozenset(verbs - ({"show"} if question.node.public else {"hide"}))


def office_words(actor: Actor, place: int) -> str:
    """The office in which this actor would ask, in words; empty for a resident."""
    office = rules.office_of(actor, place)
    return str(Office(office).label) if office else ""


def addressees(place: Place) -> QuerySet[Party]:
    """The parties that can be asked here: those of the place and of its municipality."""
    here = parties_at(place)
    if place.municipality is None:
        return here
    return (here | parties_at(place.municipality)).order_by("name", "pk")


def speakers_of(parties: Iterable[int | None]) -> list[int]:
    """Persons who may speak for these parties (primary keys): as a member, or by a mandate."""
    keys = [pk for pk in parties if pk]
    if not keys:
        return []
    members = Membership.objects.filter(party__in=keys, until__isnull=True, speaks_for=True)
    mandates = Mandate.objects.filter(running(), party__in=keys, role=Role.REPRESENTATIVE)
    return sorted({*members.values_list("person_id", flat=True), *mandates.values_list("person_id", flat=True)})


def who_answers(question: Question) -> list[int]:
    """Persons who may answer: speakers of the party; for municipality and council also who works there for it."""
    speakers = speakers_of([question.addressee_id])
    if not question.for_municipality and not question.for_council:
        return speakers
    roles = (Role.COUNCILLOR, Role.CLERK) if question.for_council else (Role.AREA_TEAM, Role.FINANCE)
    team = Mandate.objects.filter(running(), place=question.place_id, role__in=roles)
    return sorted({*speakers, *team.values_list("person_id", flat=True)})


def own_data(person: int) -> list[dict[str, object]]:
    """What we keep of somebody who asked or answered."""
    asked = Question.objects.filter(asker=person).select_related("node", "body")
    rows: list[dict[str, object]] = [
        {"code": q.code, "title": q.title, "asked_on": q.asked_on.isoformat(), "words": q.body.body} for q in asked
    ]
    said = Answer.objects.filter(person=person).select_related("text", "question__node")
    return rows + [
        {"code": a.question.code, "answered_on": a.answered_on.isoformat(), "words": a.text.body} for a in said
    ]
