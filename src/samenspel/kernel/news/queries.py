"""Reading who hears from us, what they follow, and what there is to tell them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from samenspel.contracts.relations import KINDS
from samenspel.kernel.cycle.models import Cycle, StageState
from samenspel.kernel.journal.models import Entry, Head, Notice
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import nodes_by_code
from samenspel.kernel.news.happened import happened
from samenspel.kernel.news.models import Follow, Reader
from samenspel.kernel.people.models import Account, Person
from samenspel.kernel.people.states import NoticeBy, NoticeRhythm
from samenspel.kernel.places.models import Place

FRESH = timedelta(days=30)  # older news is no news: a round that is entered afterwards mails nobody
MOST_TRIES = 10
MOST_LINES = 40
MOST_ENTRIES = 2000


@dataclass(frozen=True, slots=True)
class Target:
    """What can be followed: one thing, a room of a round, or a whole round."""

    place: Place
    title: str
    url: str
    node: Node | None = None
    cycle: Cycle | None = None
    room: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened, without anything that a person wrote about it."""

    at: datetime
    what: str
    title: str
    code: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What a reader is to be told now, and up to where that goes."""

    told: tuple[Line, ...]  # messages to this person
    followed: tuple[Line, ...]
    notices: tuple[int, ...]
    heads: dict[int, int]

    @property
    def any(self) -> bool:
        """Whether there is something to tell."""
        return bool(self.told or self.followed)


def reader_by_pk(pk: int) -> Reader | None:
    """One reader."""
    return Reader.objects.select_related("person").filter(pk=pk).first()


def reader_of(person: Person) -> Reader:
    """The reader that a person is, or will be from the first time on."""
    return Reader.objects.select_related("person").filter(person=person).first() or Reader(person=person)


def readers_of(person: int) -> QuerySet[Reader]:
    """A person as a reader, and what they followed with their address before they had an account."""
    address = Account.objects.filter(person=person).values("email")
    return Reader.objects.filter(Q(person=person) | Q(email__in=address))


def _follows() -> QuerySet[Follow]:
    return Follow.objects.select_related("reader__person", "node__place", "cycle__place")


def follow_by_pk(pk: int) -> Follow | None:
    """One wish to follow."""
    return _follows().filter(pk=pk).first()


def follows_of(reader: Reader) -> QuerySet[Follow]:
    """What a reader follows, newest first; only what was confirmed."""
    found = _follows().filter(reader=reader.pk or 0, confirmed_at__isnull=False)
    return found.order_by("-confirmed_at", "-pk")


def follow_on(reader: Reader, target: Target) -> Follow | None:
    """Whether a reader follows this."""
    same = Q(node=target.node) if target.node else Q(cycle=target.cycle, room=target.room)
    return follows_of(reader).filter(same).first()


def address_of(reader: Reader) -> str:
    """Where mail to this reader goes; empty when the address was never proven."""
    if reader.email:
        return reader.email
    proven = EmailAddress.objects.filter(user__person=reader.person_id, user__is_active=True, verified=True)
    return proven.filter(primary=True).values_list("email", flat=True).first() or "" if reader.person_id else ""


def head_of(place: int) -> int:
    """The number of the last line of a place's journal."""
    return Head.objects.filter(place=place).values_list("seq", flat=True).first() or 0


def _unsent(at: datetime) -> QuerySet[Notice]:
    return Notice.objects.filter(sent_at=None, at__gte=at - FRESH)


def due(at: datetime) -> QuerySet[Reader]:
    """Readers whom there may be something to tell now, longest waiting first."""
    proven = EmailAddress.objects.filter(user__person=OuterRef("person"), user__is_active=True, verified=True)
    further = Head.objects.filter(place=OuterRef("place"), seq__gt=OuterRef("told_seq"))
    moved = Follow.objects.filter(Exists(further), reader=OuterRef("pk"), confirmed_at__isnull=False)
    messages = Q(Exists(_unsent(at).filter(person=OuterRef("person"))), person__notice_by=NoticeBy.EMAIL)
    found = Reader.objects.annotate(often=Coalesce(F("person__notice_rhythm"), F("rhythm")))
    found = found.filter(next_at__lte=at, tries__lt=MOST_TRIES).exclude(often=NoticeRhythm.NEVER)
    found = found.filter(Q(email__isnull=False) | Q(Exists(proven.filter(primary=True))))
    return found.filter(Q(Exists(moved)) | messages).select_related("person").order_by("next_at", "pk")


def newcomers(at: datetime) -> QuerySet[Person]:
    """People who agreed to mail and have a message, but are no reader yet."""
    found = Person.objects.filter(notice_by=NoticeBy.EMAIL, account__isnull=False)
    found = found.filter(Exists(_unsent(at).filter(person=OuterRef("pk"))))
    return found.exclude(Exists(Reader.objects.filter(person=OuterRef("pk"))))


def news_for(reader: Reader, at: datetime) -> News:
    """What happened since this reader was last told; six queries, however much they follow."""
    follows = list(follows_of(reader))
    heads = dict(Head.objects.filter(place__in={f.place_id for f in follows}).values_list("place", "seq"))
    entries = [e for place, seq in sorted(heads.items()) for e in _entries(reader, follows, place, seq, at)]
    wanted = reader.person is not None and reader.person.notice_by == NoticeBy.EMAIL
    notices = list(_unsent(at).filter(person=reader.person_id or 0).order_by("at", "pk")) if wanted else []
    nodes = nodes_by_code({e.subject for e in entries} | {n.subject for n in notices})
    told = tuple(_line(n.at, n.verb, n.subject, nodes.get(n.subject)) for n in notices)
    known = {(n.verb, n.subject) for n in notices}
    fresh = [e for e in entries if (e.verb, e.subject) not in known]
    return News(told, _followed(fresh, follows, nodes), tuple(n.pk for n in notices), heads)


def _entries(reader: Reader, follows: list[Follow], place: int, seq: int, at: datetime) -> list[Entry]:
    """The lines of a place that may matter to somebody, without what they did themselves."""
    here = [f for f in follows if f.place_id == place]
    found = Entry.objects.filter(place=place, seq__gt=min(f.told_seq for f in here), seq__lte=seq)
    if all(f.node for f in here):
        found = found.filter(subject__in=[f.node.code for f in here if f.node])
    own = Q(person=reader.person_id) if reader.person_id else Q(pk=None)
    return list(found.filter(at__gte=at - FRESH).exclude(own).order_by("-seq")[:MOST_ENTRIES])[::-1]


def _followed(entries: list[Entry], follows: list[Follow], nodes: dict[str, Node]) -> tuple[Line, ...]:
    stages = _stages(entries)
    lines = []
    for entry in entries:
        node, stage = nodes.get(entry.subject), stages.get(entry.subject)
        if not any(f.told_seq < entry.seq and _about(f, node, stage) for f in follows if f.place_id == entry.place):
            continue
        line = _line(entry.at, entry.verb, entry.subject, node)
        lines.append(line if stage is None else _stage_line(line, stage))
    return tuple(lines)


def _stages(entries: Iterable[Entry]) -> dict[str, StageState]:
    """The steps of rounds that moved, by how the journal calls them."""
    keys = [int(e.subject.partition(":")[2]) for e in entries if e.subject.startswith("stagestate:")]
    rows = StageState.objects.filter(pk__in=keys).select_related("cycle__place") if keys else ()
    return {f"stagestate:{row.pk}": row for row in rows}


def _about(follow: Follow, node: Node | None, stage: StageState | None) -> bool:
    """Whether something that everybody may know concerns what is followed."""
    if follow.node_id:
        return node is not None and node.pk == follow.node_id
    cycle, room = (node.cycle_id, KINDS[node.kind].room) if node else (None, "")
    if stage is not None:
        cycle, room = stage.cycle_id, stage.stage
    return cycle == follow.cycle_id and follow.room in ("", room)


def _line(at: datetime, verb: str, subject: str, node: Node | None) -> Line:
    code = subject if ":" not in subject else ""
    return Line(at, str(happened(verb)), node.title if node else "", code, node.get_absolute_url() if node else "")


def _stage_line(line: Line, stage: StageState) -> Line:
    where = f"{stage.cycle.title}: {stage.get_stage_display()}"
    return Line(line.at, line.what, where, "", stage.cycle.get_absolute_url())


def _mailbox(email: str) -> Q:
    """Readers with this address, with or without a +word: mail to name+word comes in at name."""
    name, _at, host = email.rpartition("@")
    name = name.partition("+")[0]
    return Q(email__iexact=f"{name}@{host}") | Q(email__istartswith=f"{name}+", email__iendswith=f"@{host}")


def links_sent(email: str, since: datetime) -> int:
    """How many links went to a mailbox since a moment: one for each wish that was asked since, confirmed or not."""
    return Follow.objects.filter(reader__in=Reader.objects.filter(_mailbox(email)), asked_at__gt=since).count()
