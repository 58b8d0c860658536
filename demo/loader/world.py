"""What the loader keeps in hand while it tells the story."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.journal.clock import at_moment
from samenspel.kernel.people.models import Account, Party
from samenspel.kernel.places.models import Place

DATA = Path(__file__).resolve().parents[1] / "data"
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


@contextmanager
def on(year: int, month: int, day: int, hour: int = 10) -> Iterator[None]:
    """Let what follows happen on this day."""
    with at_moment(datetime(year, month, day, hour, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        yield
