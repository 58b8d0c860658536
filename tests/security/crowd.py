"""Many browsers that press a button at the same moment, on the real database engine.

Tests keep SQLite in memory, where a second writer fails at once; a real site keeps it in a file, where it waits its
turn. So for SQLite everything made so far is copied to a file, and the crowd works there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any, TypeVar

from django.db import connection, connections

from tests.journeys.walker import Walker

R = TypeVar("R")
MANY = 8


class Crowd:
    """Runs things in threads, each with a connection of its own."""

    def __init__(self, file: Path | None) -> None:
        self.file = file

    @contextmanager
    def _on_file(self) -> Iterator[None]:
        """Connections that are made from here on go to the copy."""
        facts: Any = connections.settings["default"]
        before = facts["NAME"]
        if self.file:
            if not self.file.exists():
                with connection.cursor() as cursor:
                    cursor.execute("VACUUM INTO %s", [str(self.file)])
            facts["NAME"] = str(self.file)
        try:
            yield
        finally:
            facts["NAME"] = before

    def press(self, walkers: list[Walker], button: str, values: list[dict[str, Any]]) -> list[Walker]:
        """All press at once; nobody gets an error page."""
        start = Barrier(len(walkers))

        def one(walker: Walker, words: dict[str, Any]) -> Walker:
            start.wait(timeout=20)
            return walker.post(button, words)

        with self._on_file():
            done = _in_threads([partial(one, w, v) for w, v in zip(walkers, values, strict=True)])
        worst = max(walker.status for walker in done)
        assert worst < 500, [(w.status, w.page.text[:200]) for w in done if w.status >= 500]
        return done

    def run(self, jobs: list[Callable[[], R]]) -> list[R]:
        """All do their work at the same moment."""
        with self._on_file():
            return _in_threads(jobs)

    def ask(self, question: Callable[[], R]) -> R:
        """Look at what came of it."""
        with self._on_file():
            return _in_threads([question])[0]


def _in_threads(jobs: list[Callable[[], R]]) -> list[R]:
    def closing(job: Callable[[], R]) -> R:
        try:
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(closing, jobs))


def crowd_for(folder: Path) -> Crowd:
    """A crowd for the engine of this run."""
    return Crowd(folder / "crowd.sqlite3" if connection.vendor == "sqlite" else None)
