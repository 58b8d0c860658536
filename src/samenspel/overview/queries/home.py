"""The home page of a neighbourhood: the table, the last decisions and the chairs."""

import random
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samenspel.contracts.rooms import QUESTIONS, ROOM, ROOMS
from samenspel.kernel.access import holding
from samenspel.kernel.access.page import PageRequest
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.cycle import queries as cycles
from samenspel.kernel.journal import queries as journal
from samenspel.kernel.lineage import queries as lineage
from samenspel.kernel.people import queries as people
from samenspel.overview.words import ANSWERED, ANSWERS, DECIDED, DEEDS, TELLING, room_name
from samenspel.stages.agenda import queries as agenda
from samenspel.stages.commissioning import queries as commissioning
from samenspel.stages.pact import queries as pact
from samenspel.stages.plan import queries as plan
from samenspel.stages.profile import queries as profile
from samenspel.stages.quality import queries as quality
from samenspel.ui.figures import ActionCard, Chair, FirstStep, Party, Plate, Row, Table
from samenspel.ui.numbers import number as formatted

THREADS = 4  # threads that went all the way, newest first
DECISIONS = 5  # the last ones, one for each thing
SEATS = 7  # more than one party above this, and the rest stands on a page of its own
MARKS = {"not_yet": "later", "open": "open", "busy": "busy", "done": "done", "skipped": "stopped"}
DECIDING = {"adopt", "decide", "give", "conclude", "reply", "renegotiate"}


@dataclass(frozen=True, slots=True)
class Home:
    """Everything on the home page, in six queries."""

    table: Table
    deeds: tuple[ActionCard, ...]
    begins: tuple[FirstStep, ...]
    decided: tuple[Row, ...]
    threads: tuple[Row, ...]
    parties: tuple[Party, ...]
    rounds: tuple[Any, ...]


def home(request: PageRequest) -> Home | None:
    """The table of the round that runs now; nothing when a place never opened a round."""
    rounds = cycles.rounds_with_stages(request.place)
    cycle = next((c for c in rounds if c.state == "open"), next(iter(rounds), None))
    if cycle is None:
        return None
    stages = {s.stage: s for s in rounds[cycle]}
    seats = list(people.parties_at(request.place))
    counts = _counts(request.place, cycle, crowded=len(seats) > SEATS + 1)
    chosen = _chosen(seats, counts)
    last, threads = _remembered(request.place.pk)
    return Home(
        table=_table(request, cycle, _plates(request.place.slug, cycle.slug, stages, counts), chosen, len(seats)),
        deeds=_deeds(request, cycle, stages, counts),
        begins=_begins(request, cycle, stages),
        decided=last,
        threads=threads,
        parties=_parties(request, chosen, len(seats)),
        rounds=tuple(rounds),
    )


def begin(request: PageRequest) -> dict[str, Any]:
    """A place without a round: whether this reader may open the first, and who organises here."""
    may_open = ACTIONS["cycle.cycle.open"].rule(request.actor, request.place)
    return {"may_open": may_open, "organisers": holding.organisers_of(request.place)}


def _counts(place: Any, cycle: Any, *, crowded: bool) -> dict[str, int]:
    """What stands on the plates, and which parties acted last when not all can sit; one query."""
    return lineage.kind_counts(
        cycle.pk, profile.inhabitants(place), *([journal.last_acts(place.pk)] if crowded else []),
        priority=agenda.standing(cycle).values("node"), quality_definition=quality.standing(cycle).values("node"),
        call=commissioning.standing(cycle).values("node"),
    )  # fmt: skip


def _plates(place: str, cycle: str, stages: dict[str, Any], counts: dict[str, int]) -> list[Plate]:
    return [_plate(room, place, cycle, stages, counts) for room in ROOMS]


def _table(request: PageRequest, cycle: Any, plates: list[Plate], chosen: list[Any], many: int) -> Table:
    place = request.place
    return Table(
        place=place.name,
        plates=plates,
        chairs=[Chair(p.name.split(",")[0], p.get_absolute_url()) for p in chosen],
        here=len(list(takewhile(lambda plate: plate.state != "later", plates))),
        round_name=cycle.title,
        period=str(cycle.slug),
        others=many - len(chosen),
        others_url=reverse("people:parties", args=[place.slug]),
        join_url=reverse("people:found", args=[place.slug]),
    )


def _plate(room: Any, place: str, cycle: str, stages: dict[str, Any], counts: dict[str, int]) -> Plate:
    stage = stages.get(room.key)
    number, unit = _telling(room.key, counts)
    return Plate(
        number=room.number,
        name=room_name(room.key),
        value=formatted(number) if number else "",
        unit=unit if number else "",
        state=MARKS[stage.state] if stage else "later",
        url=reverse(f"{room.key}:index", args=[place, cycle]),
        question=next(str(_(q.text)) for q in QUESTIONS if q.key == room.question),
    )


def _telling(room: str, counts: dict[str, int]) -> tuple[int, str]:
    """The most telling number of a room: the first kind of thing that it has."""
    for kind, words in TELLING[room]:
        if number := counts.get(kind, 0):
            return number, words(number)
    return 0, ""


def _chosen(seats: list[Any], acted: dict[str, int]) -> list[Any]:
    """The parties that acted last, in an order that changes every day and favours nobody."""
    if len(seats) > SEATS + 1:  # one more simply sits down; "and one other" would take the same room
        seats = sorted(seats, key=lambda p: acted.get(str(p.pk), 0), reverse=True)[:SEATS]
    shuffled = list(seats)
    random.Random(timezone.localdate().toordinal()).shuffle(shuffled)  # noqa: S311 - seating, not security
    return shuffled


def _deeds(request: PageRequest, cycle: Any, stages: dict[str, Any], counts: dict[str, int]) -> tuple[ActionCard, ...]:
    """Two or three things a visitor can do now, in rooms that are open."""
    open_now = {key for key, stage in stages.items() if stage.state == "open"}
    if not counts.get("call"):
        open_now.discard("commissioning")  # nobody can vote while no vote is open
    found = [d for d in DEEDS if d.room in open_now][:3]
    return tuple(
        ActionCard(d.title, d.text, d.label, reverse(d.url_name, args=[request.place.slug, cycle.slug]),
                   ROOM[d.room].number, d.picture)
        for d in found
    )  # fmt: skip


def _begins(request: PageRequest, cycle: Any, stages: dict[str, Any]) -> tuple[FirstStep, ...]:
    """A round in which no plate stands open yet: what somebody can do first."""
    if any(stage.state != "not_yet" for stage in stages.values()):
        return ()
    at = [request.place.slug, cycle.slug]
    return (
        FirstStep(_("Zet het eerste bord open"), _("Dat doet wie de ronde organiseert. Begin met het buurtprofiel."),
                  _("Bekijk de ronde"), reverse("cycle:cycle", args=at)),
        FirstStep(_("Begin een groep"), _("Dat kan in een minuut, zonder stichting."), _("Begin een groep"),
                  reverse("people:found", args=at[:1])),
        FirstStep(_("Vraag drie buren om een verhaal"), _("Daarmee begint het buurtprofiel."),
                  _("Naar het buurtprofiel"), reverse("profile:index", args=at)),
    )  # fmt: skip


def decided(place: int) -> tuple[Row, ...]:
    """The last decisions, one for each thing, with the reason that was given; one query."""
    found: dict[str, Row] = {}
    for text in journal.reasoned(place, _deciding(), 30, **lineage.named("entry__subject")):
        node = lineage.as_named(text.entry.subject, text)
        if node and node.code not in found and len(found) < DECISIONS:
            found[node.code] = _row(text, node)
    return tuple(found.values())


def _deciding() -> list[str]:
    return [v for v in ACTIONS if v.rsplit(".", 1)[-1] in DECIDING]


def _remembered(place: int) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The last decisions, and threads to follow: to what was learnt, and to what stopped. Two queries for both."""
    texts = journal.reasoned(place, _deciding(), 30)
    if not texts:  # nothing was decided yet, so no thread went all the way
        return (), ()
    codes = {t.entry.subject for t in texts}
    nodes = lineage.nodes_by_code(codes, lineage.newest_of(place, "lesson", THREADS), plan.stopped(place, 1))
    newest = {t.entry.subject: t for t in reversed(texts) if t.entry.subject in nodes}
    ordered = sorted(newest.values(), key=lambda t: t.entry.seq, reverse=True)
    ends = sorted((n for n in nodes.values() if n.code not in codes), key=lambda n: (n.at, n.pk), reverse=True)
    return tuple(_row(text, nodes[text.entry.subject]) for text in ordered[:DECISIONS]), tuple(_thread(n) for n in ends)


def _thread(node: Any) -> Row:
    stopped = node.kind == "plan_line"
    return Row(
        title=node.title,
        url=node.get_absolute_url(),
        kicker=room_name(node.room),
        when=date_format(node.at, "j F Y"),
        text=_("Van een verhaal tot waar het stopte, met de reden.") if stopped else _("Van een verhaal tot deze les."),
        room=ROOM[node.room].number,
        code=node.code,
    )


def _row(text: Any, node: Any) -> Row:
    answer = ANSWERED.get(text.entry.state_after, ("", "")) if text.entry.verb in ANSWERS else ("", "")
    return Row(
        title=node.title,
        url=node.get_absolute_url(),
        kicker=room_name(node.room),
        when=date_format(text.entry.at, "j F Y"),
        text=DECIDED.get(text.entry.verb) or ACTIONS[text.entry.verb].label,
        reason=text.body,
        room=ROOM[node.room].number,
        state=answer[0],
        state_label=answer[1],
    )


def _about(party: Any) -> str:
    kind = str(party.get_kind_display())
    people = ngettext("%(n)d mens", "%(n)d mensen", party.people) % {"n": party.people}
    return f"{kind}, {people}" if party.people else kind


def _parties(request: PageRequest, shown: list[Any], many: int) -> tuple[Party, ...]:
    promised = {row.party.pk: f"{row.words}." for row in pact.promises_of(request.place).parties}
    found = [Party(p.name, p.get_absolute_url(), _about(p), promised.get(p.pk, _("Nog geen beloften."))) for p in shown]
    if others := many - len(shown):
        rest = ngettext("en nog %(n)d ander", "en nog %(n)d anderen", others) % {"n": others}
        everybody = reverse("people:parties", args=[request.place.slug])
        found.append(Party(rest, everybody, _("Op de lijst staan zij allemaal.")))
    free = Party(_("Hier is plaats"), reverse("people:found", args=[request.place.slug]),
                 _("Voor uw groep of organisatie. Meedoen kan in een minuut."), free=True)  # fmt: skip
    return (*found, free)
