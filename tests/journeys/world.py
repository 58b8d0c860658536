"""What a journey keeps in hand: one browser per person, and the addresses and codes met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from tests.journeys.walker import Walker

DATA = Path(__file__).resolve().parents[2] / "demo" / "data"
NEXT_YEAR = f"1 maart {timezone.localdate().year + 1}"  # a day that promises and plans can reach
ASKED = ("Waarom nu?", "Wie deed niet mee?")


@dataclass
class World:
    """A round of a place, with everybody in front of a browser."""

    cast: Cast
    cycle: Cycle
    urls: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    walkers: dict[str, Walker] = field(default_factory=dict)

    def __call__(self, name: str, page: str = "") -> Walker:
        """Somebody of the cast, standing on a page of the round; an unknown name is a visitor."""
        if name not in self.walkers:
            self.walkers[name] = Walker(self.cast.accounts.get(name))
        walker = self.walkers[name]
        return walker.go(page if page.startswith("/") else f"{self.round}{page}")

    @property
    def round(self) -> str:
        """The address of the round."""
        return f"/{self.cycle.place.slug}/{self.cycle.slug}/"

    def keep(self, name: str, walker: Walker) -> None:
        """Remember the page somebody is on, and its code."""
        self.urls[name], self.codes[name] = walker.url, walker.code()

    def edition(self, who: str, room: str, link: str) -> None:
        """Give the work of a room a number."""
        walker = self(who, f"{room}/").click(link)
        walker.send(values=dict(zip(ASKED, ("Het is af genoeg.", "Winkeliers."), strict=True)))


def data_file(name: str) -> tuple[str, bytes]:
    """A file of the demo data, as somebody would upload it."""
    return name, (DATA / name).read_bytes()
