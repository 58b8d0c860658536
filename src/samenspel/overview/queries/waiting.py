"""What waits for somebody: by their roles at a place and the parties they speak for."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Value, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.instruments.offers import queries as offers
from samenspel.instruments.questions import queries as questions
from samenspel.instruments.stories import queries as stories
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.cycle import queries as cycles
from samenspel.stages.consultation import queries as consultation
from samenspel.stages.monitoring import queries as monitoring
from samenspel.stages.pact import queries as pact
from samenspel.stages.proposals import queries as proposals
from samenspel.stages.quality import queries as quality

MOST = 20
SOON = timedelta(days=14)
DAY = timedelta(hours=24)  # by then an editor has read what a visitor sent
LATE = ("late", "not_answered")
RUNNING = ("promised", "renegotiated")
Words = str | Promise


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: what, how many, and where."""

    words: Words
    number: int
    url: str
    title: str = ""  # of the one thing it is about


@dataclass(frozen=True, slots=True)
class Anything:
    """Stands for whatever waits here: nobody's own."""

    place_id: int
    owner_persons: frozenset[int] = frozenset()
    owner_parties: frozenset[int] = frozenset()
    for_council: bool = True


# key -> (the act it waits for, words, page)
DESK = {
    "story": ("stories.story.show", _("Verhalen om te lezen"), "profile:waiting"),
    "contribution": ("consultation.contribution.show", _("Bijdragen om te lezen"), "consultation:waiting"),
    "question": ("questions.question.let_through", _("Vragen om te lezen"), "budget:unread"),
    "question_late": (
        "questions.question.let_through", _("Vragen die al langer dan een dag op u wachten"), "budget:unread"
    ),
    "asset": ("offers.asset.show", _("Aanbod om te lezen"), "profile:assets"),
    "letter": ("questions.question.answer", _("Brieven aan de raad die op antwoord wachten"), "budget:questions"),
    "weigh": ("proposals.proposal.weigh_provisionally", _("Voorstellen zonder voorlopige weging"), "proposals:index"),
    "tell": (
        "proposals.proposal.tell_submitter", _("Voorstellen waarvan de maker het nog niet weet"), "proposals:index"
    ),
    "decide": ("proposals.proposal.decide", _("Voorstellen die wachten op het antwoord"), "proposals:index"),
}  # fmt: skip
STATE = {"weigh": "handed_in", "tell": "weighed", "decide": "told"}  # key -> choice in the list of proposals


def waiting(place: Any, actor: Actor) -> list[Waiting]:
    """Everything that waits for one person here; nothing when there is no round."""
    cycle = cycles.current_cycle(place)
    if cycle is None:
        return []
    mine = {m.party for m in actor.mandates if m.role == Role.REPRESENTATIVE and m.place == place.pk and m.party}
    asked = list(questions.waiting_for(place, actor.person, mine))
    parties = _for_parties(cycle, actor, mine, [q.due for q in asked if q.state == "asked"]) if mine else []
    found = [*_to_judge(asked), *_at_the_desk(cycle, actor), *parties]
    return [row for row in found if row.number]


def _at_the_desk(cycle: Any, actor: Actor) -> list[Waiting]:
    """What waits for who reads, weighs and answers: counted in one query."""
    anything = Anything(cycle.place_id)
    wanted = [key for key, (verb, _words, _page) in DESK.items() if ACTIONS[verb].rule(actor, anything)]
    if not wanted:
        return []
    rows = _rows(cycle)
    first, *others = [_counted(key, rows[key]) for key in wanted]
    numbers = dict(first.union(*others, all=True))
    where = [cycle.place.slug, cycle.slug]
    return [
        Waiting(DESK[key][1], numbers.get(key, 0), reverse(DESK[key][2], args=where) + _choice(key)) for key in wanted
    ]  # fmt: skip


def _choice(key: str) -> str:
    return f"?state={STATE[key]}" if key in STATE else ""


def _rows(cycle: Any) -> dict[str, Any]:
    handed = proposals.public_proposals(cycle)
    return {
        "story": stories.waiting_stories(cycle),
        "contribution": consultation.waiting(cycle),
        "question": questions.unread(cycle),
        "question_late": questions.unread(cycle, longer_than=DAY),
        "letter": questions.open_letters(cycle.place_id),
        "asset": offers.waiting_assets(cycle),
        **{key: handed.filter(proposals.in_state(state)) for key, state in STATE.items()},
    }


def _counted(key: str, rows: Any) -> Any:
    return rows.order_by().values(what=Value(key)).annotate(n=Count("pk")).values_list("what", "n")


def _to_judge(rows: list[Any]) -> list[Waiting]:
    """Answers to what this person or group asked; only they can say whether it will do."""
    told = [row for row in rows if row.state == "answered" and row.node.cycle][:MOST]
    where = [[row.node.place.slug, row.node.cycle.slug, row.code] for row in told]
    words = _("Is dit een goed antwoord?")
    return [Waiting(words, 1, reverse("budget:judge", args=to), row.title) for row, to in zip(told, where, strict=True)]


def _for_parties(cycle: Any, actor: Actor, mine: set[int], due: list[date]) -> list[Waiting]:
    """What waits for who speaks for a party: questions, promises and signatures."""
    place, where = cycle.place, [cycle.place.slug, cycle.slug]
    theirs = [c for c in pact.promises_of(place).commitments if c.giver_id in mine]
    today = timezone.localdate()
    soon = today + SOON
    late = sum(day < today for day in due)
    seats = pact.pacts_to_join(cycle, actor).filter(state="open", seats__party__in=mine)
    return [
        Waiting(_("Vragen die te laat antwoord krijgen"), late, reverse("budget:index", args=where)),
        Waiting(_("Vragen die op uw antwoord wachten"), len(due) - late, reverse("budget:questions", args=where)),
        Waiting(_("Beloften die te laat zijn"), sum(c.state in LATE for c in theirs),
                reverse("promises", args=where[:1])),
        Waiting(_("Beloften binnen twee weken"), sum(c.state in RUNNING and c.due <= soon for c in theirs),
                reverse("promises", args=where[:1])),
        Waiting(_("Wat mensen vertellen over uw beloften"), monitoring.unread_by(cycle, mine).count(),
                reverse("monitoring:index", args=where)),
        Waiting(_("Pacten om te tekenen"), seats.exclude(signatures__party__in=mine).distinct().count(),
                reverse("pact:index", args=where)),
        Waiting(_("Afspraken over kwaliteit om te tekenen"), _unsigned(cycle, actor, mine),
                reverse("quality:index", args=where)),
    ]  # fmt: skip


def _unsigned(cycle: Any, actor: Actor, mine: set[int]) -> int:
    """Definitions on the table that not all of these parties signed."""
    rows: list[Any] = [row for row in quality.board(cycle, actor).shown if row.state == "open"]
    prefetch_related_objects(rows, "signatures")
    return sum(not mine <= {s.party_id for s in row.signatures.all()} for row in rows)
