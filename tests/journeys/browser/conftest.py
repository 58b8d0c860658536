"""One server, one browser; a street with ten people and an open round for every journey."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.tests.cast import Cast
from tests.accessibility.flags import FLAGS
from tests.journeys.browser.person import DESK, PHONE, Person
from tests.journeys.walker import BACKEND
from tests.journeys.world import World

RESIDENTS = {"visitor", "resident", "neighbour", "initiative"}  # they have a telephone in their hands


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The browser. Its event loop hides the database from this thread, unless we say that it is ours alone."""
    api = pytest.importorskip("playwright.sync_api")
    with pytest.MonkeyPatch.context() as patch, api.sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Street:
    """A running round with everybody in it, and a real browser for whoever walks."""

    world: World
    base: str
    chromium: Any
    people: dict[str, Person] = field(default_factory=dict)

    def __call__(self, name: str, page: str = "", **options: Any) -> Person:
        """Somebody on a page of the round: residents with a telephone, officials at a desk."""
        if name not in self.people:
            size = PHONE if name in RESIDENTS else DESK
            self.people[name] = Person(self.chromium, self.base, **{**size, **options})
            self._log_in(name)
        return self.people[name].go(page if page.startswith("/") else f"{self.world.round}{page}")

    def _log_in(self, name: str) -> None:
        if account := self.world.cast.accounts.get(name):
            client = Client()
            client.force_login(account, backend=BACKEND)
            cookies = [{"name": n, "value": c.value, "url": self.base} for n, c in client.cookies.items()]
            self.people[name].context.add_cookies(cookies)

    def journal(self) -> Person:
        """Somebody who reads the journal, the newest first."""
        return self("reader", f"/{self.world.cycle.place.slug}/logboek/")

    def leave(self) -> None:
        """Everybody closes the window."""
        for person in self.people.values():
            person.context.close()


@pytest.fixture
def street(
    chromium: Any, transactional_db: None, live_server: LiveServer, cycle: Cycle, cast: Cast, body: Body
) -> Iterator[Street]:
    """The running round, served."""
    made = Street(World(cast, cycle), live_server.url, chromium)
    yield made
    made.leave()
