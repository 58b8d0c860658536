"""What the loader keeps in hand while it tells the story."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from heapq import heapify, heappop, heapreplace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.journal.clock import at_moment
from samenspel.kernel.people.models import Account, Party, Person
from samenspel.kernel.places.models import Place

DATA = Path(__file__).resolve().parents[1] / "data"
# One story as it goes: it says the day of its next act, and goes on when that day has come.
Strand = Iterator[date]
STAFF = Actor(name="beheerder", staff=True, channel=Channel.IMPORT)


@dataclass
class World:
    """The place, the people and everything made so far, by name."""

    place: Place
    accounts: dict[str, Account] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Actor:
        return self.actors[name]

    def pair(self, resident: str, professional: str) -> dict[str, Any]:
        """Two who carry something together: the people the story knows by that name, or else just the names."""
        known = Person.objects.filter(place=self.place).order_by("-pk")
        facts: dict[str, Any] = {"resident_name": resident, "professional_name": professional}
        return facts | {side: known.filter(name=facts[f"{side}_name"]).last() for side in ("resident", "professional")}

    def code(self, key: str) -> str:
        """The short code of something made earlier."""
        return str(self.things[key].node.code)


@contextmanager
def on(day: date) -> Iterator[None]:
    """Let what follows happen on this day, at an hour that differs from day to day as it does among people."""
    hour, minute = 9 + (3 * day.day + day.month) % 12, (7 * day.day + 11 * day.month) % 60
    with at_moment(datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        yield


def run(*strands: Strand) -> None:
    """Let everything happen in the order of the calendar, however many stories run beside each other."""
    waiting = [(next(strand), number, strand) for number, strand in enumerate(strands)]
    heapify(waiting)
    while waiting:
        day, number, strand = waiting[0]
        with on(day):
            following = next(strand, None)
        if following is None:
            heappop(waiting)
            continue
        if following < day:
            raise ValueError(f"{strand}: {following} comes before {day}")
        heapreplace(waiting, (following, number, strand))


def helped(helper: Actor, channel: Channel, at: str) -> Actor:
    """Somebody who writes down what a resident says, and reads it back."""
    return replace(helper, channel=channel, at=at, on_behalf_of="een bewoner", read_back=True)
