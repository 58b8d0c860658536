"""Which rows belong to one place: found by walking the keys of all tables, with a short list for the rest."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import BigIntegerField, Model, Q

from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import numbers_in
from samenspel.kernel.house import tables as house
from samenspel.kernel.house.tables import APART, Table
from samenspel.kernel.people.models import Account, Party, Person
from samenspel.kernel.places.models import AreaCode, Boundary, Crosswalk, Place, PlacePart
from samenspel.kernel.places.states import PlaceKind
from samenspel.kernel.texts.models import Text

# Tables of which nothing goes along with a place, each with its reason.
STAYS = {
    "account_emailconfirmation": "Letters with a link to the old address of the site; they end by themselves.",
    "django_tasks_database_dbtaskresult": "Work that the machine of the old house still has to do.",
    "kernel_castmember": "The people of the demo site, as whom a visitor may act without logging in.",
    "kernel_dayjob": "Which daily work began when, in the old house as a whole.",
    "kernel_once": "Tokens against double submits, without meaning after a day.",
    "kernel_staffaccount": "Who manages the old site does not manage the new one.",
    "kernel_staffsession": "Who managed the old site when; the journal of the place tells what they did.",
    "mfa_authenticator": "A passkey works at the address of one site only; people make a new one.",
    "socialaccount_socialaccount": "Logins with a provider that the old site had an agreement with.",
    "socialaccount_socialapp": "Secrets of the old site, for its identity provider.",
    "socialaccount_socialtoken": "Secrets of people at the identity provider of the old site.",
}
# Tables that go in a file of their own beside a place, besides those of a whole copy. Instruments add theirs.
APART_TOO: dict[Table, str] = {}
# Numbers without a foreign key: the journal and what is signed outlive what they speak of.
NUMBERS: dict[str, Table] = {"place": Place, "person": Person, "party": Party}
# Keys that are not followed: where somebody lives is no reason to take another neighbourhood along.
CUT: dict[Table, tuple[str, Table]] = {Person: ("place_id", Place)}


def moving() -> list[Table]:
    """Every table of which rows can go along with a place."""
    return [table for table in house.tables() if house.name_of(table) not in STAYS]


def apart() -> dict[Table, str]:
    """What goes in a file of its own beside a place."""
    return {**APART, **APART_TOO}


@cache
def keys_of(table: Table) -> dict[str, Table]:
    """Its columns that hold the number of a row elsewhere."""
    found: dict[str, Table] = {}
    for field in table._meta.concrete_fields:
        if isinstance(field.related_model, type) and issubclass(field.related_model, Model):
            found[field.attname] = field.related_model
        elif isinstance(field, BigIntegerField) and field.name in NUMBERS:
            found[field.attname] = NUMBERS[field.name]
    if table in CUT:
        del found[CUT[table][0]]
    return found


@cache
def path_of(table: Table) -> str:
    """The question that finds its rows of one place: its first required key that leads there. Empty: there is none."""
    if table is Place:
        return "pk"
    for field in table._meta.concrete_fields:
        there = keys_of(table).get(field.attname)
        if there is None or field.null or there is table:
            continue
        if there is Place:
            return field.name
        if field.related_model and (rest := path_of(there)):
            return f"{field.name}__{rest}"
    return ""


class Rows:
    """The numbers of the rows that go along, table by table; what they point to comes along too."""

    def __init__(self, place: int) -> None:
        self.place = place
        self.found: dict[Table, set[Any]] = defaultdict(set)
        self.tables = set(moving())
        for table in self.tables:
            if path := path_of(table):
                self.add(table, table._base_manager.filter(**{path: place}).values_list("pk", flat=True))
        before = -1
        while before != (before := sum(map(len, self.found.values()))):
            for table, where in ALSO.items():
                self.add(table, where(self))

    def add(self, table: Table, numbers: Iterable[Any]) -> None:
        """These rows go along, and what they cannot be read without."""
        todo = [(table, set(numbers))]
        while todo:
            table, numbers = todo.pop()
            new = numbers - self.found[table]
            self.found[table] |= new
            for column, there in keys_of(table).items() if new else ():
                if there in self.tables:
                    wanted = set(pluck(table, "pk", new, column)) - {None} - self.found[there]
                    todo.append((there, set(pluck(there, "pk", wanted, "pk"))))

    def lines_of(self, table: Table) -> Iterator[bytes]:
        """Its rows of this place as lines of JSON, in the order of their numbers."""
        column, there = CUT.get(table, ("", Place))
        return house.lines_at(table, self.found[table], {column: self.found[there]} if column else {})


def pluck(table: Table, column: str, values: Collection[Any], wanted: str) -> Iterator[Any]:
    """One column of the rows in which another column has one of these values."""
    for some in house.pieces(values):
        yield from table._base_manager.filter(**{f"{column}__in": some}).values_list(wanted, flat=True)


def hanging(table: Table, column: str, whole: Table) -> Callable[[Rows], Iterable[Any]]:
    """A table of which rows go along with what they hang on."""
    return lambda rows: pluck(table, column, rows.found[whole], "pk")


def _areas(rows: Rows) -> Iterable[Any]:
    """What the place consists of, and the wards around it with their parts: figures are compared with those."""
    pairs = PlacePart.objects.filter(
        Q(whole=rows.place)
        | Q(whole__kind=PlaceKind.WARD, whole__parts__part=rows.place)
        | Q(whole__kind=PlaceKind.WARD, whole__parts__part__wholes__whole=rows.place)
    )
    return pairs.values_list("pk", flat=True)


def _outlines(rows: Rows) -> Iterable[Any]:
    """Of every area that comes along, and of those of the municipality that are only on the map: nobody meets there."""
    city = Place.objects.filter(pk=rows.place, municipality__isnull=False).values("municipality")
    around = Boundary.objects.filter(place__municipality__in=city, place__cycles=None, place__parties=None)
    return {*pluck(Boundary, "place", rows.found[Place], "pk"), *around.values_list("pk", flat=True)}


def _crosswalks(rows: Rows) -> Iterable[Any]:
    return pluck(Crosswalk, "new_code", set(pluck(AreaCode, "pk", rows.found[AreaCode], "code")), "pk")


def _words(rows: Rows) -> Iterable[Any]:
    """The words beside editions: those name them by number, in their frozen text."""
    for some in house.pieces(rows.found[Edition]):
        yield from numbers_in(Edition.objects.filter(pk__in=some))


def _accounts(rows: Rows) -> Iterable[Any]:
    """Whoever acted here logs in here; who lives in another neighbourhood only with a role or a group in this one."""
    here = Q(person__place=rows.place) | Q(person__place=None)
    roles = Q(person__mandates__place=rows.place) | Q(person__memberships__party__place=rows.place)
    theirs = Account.objects.filter(here | roles).values_list("pk", "person_id")
    return {account for account, person in theirs if person in rows.found[Person]}


# What no required key leads to. Rooms add theirs; the rest (readers, indicators) comes along with what points to it.
ALSO: dict[Table, Callable[[Rows], Iterable[Any]]] = {
    PlacePart: _areas,
    AreaCode: hanging(AreaCode, "place", Place),
    Boundary: _outlines,
    Crosswalk: _crosswalks,
    Person: lambda rows: Person.objects.filter(place=rows.place).values_list("pk", flat=True),
    Account: _accounts,
    Text: lambda rows: pluck(Text, "pk", set(_words(rows)), "pk"),
    EmailAddress: hanging(EmailAddress, "user", Account),
}


def codes(rows: Rows) -> set[str]:
    """The official codes of the areas that go along, of now and of earlier."""
    earlier = pluck(Crosswalk, "pk", rows.found[Crosswalk], "old_code")
    return {*pluck(AreaCode, "pk", rows.found[AreaCode], "code"), *earlier}
