"""Pull the plug while eight people act: what was acknowledged is there, once, and the journal holds together."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import psycopg
import pytest
from django.db import connection

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from tests.copies.site import Site
from tests.crash.cluster import Cluster, free_port
from tests.crash.visitor import Visitor
from tests.journeys.ballot import Vote, choose, open_vote

pytestmark = [pytest.mark.crash, pytest.mark.django_db(transaction=True)]
PEOPLE = 8


class Running:
    """A server that can be killed and started again."""

    def __init__(self, site: Site, port: int) -> None:
        self.site, self.port = site, port

    def start(self) -> None:
        """As `./samenspel serve` does, in a group of processes of its own."""
        command = [sys.executable, "-m", "samenspel.config.cli", "serve"]
        with (self.site.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.site.variables, stdout=log, stderr=log, start_new_session=True
            )
        Visitor(self.port, 90, patience=90).go("/healthz")

    def pids(self, words: str) -> list[int]:
        """The processes of the server with these words in their command."""
        listed = subprocess.run(["ps", "-eo", "pid=,pgid=,args="], capture_output=True, text=True, check=True)
        rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
        group = str(self.process.pid)
        return [int(pid) for pid, of, args in rows if of == group and words in args]

    def kill_web_worker(self) -> None:
        """The youngest process of the web server: never its master, which is the oldest."""
        os.kill(max(self.pids("gunicorn")), signal.SIGKILL)

    def kill_task_worker(self) -> None:
        """The one that sends mail and starts the work of each day."""
        os.kill(self.pids("django work")[0], signal.SIGKILL)

    def kill_all(self) -> None:
        """The machine is gone, and comes back."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.start()

    def stop(self) -> None:
        """Whatever is left."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def kill_connection(url: str) -> None:
    """One process of PostgreSQL that serves the site: all of them end, and the log is played back."""
    with psycopg.connect(url) as line:
        found = line.execute("SELECT pid FROM pg_stat_activity WHERE usename = 'samenspel' AND pid <> pg_backend_pid()")
        (pid,) = found.fetchone() or (0,)
    assert pid
    os.kill(pid, signal.SIGKILL)


@pytest.fixture
def vote(transactional_db: None, cycle: Cycle, cast: Cast) -> Vote:
    return open_vote(cycle, cast, codes=PEOPLE)


@pytest.fixture
def cluster() -> Iterator[Cluster | None]:
    """A database server that may be killed; not for SQLite."""
    if connection.vendor == "sqlite":
        yield None
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # the folders of a test are closed to others
        made = Cluster(Path(folder))
        try:
            yield made
        finally:
            made.stop()


@pytest.fixture
def running(vote: Vote, cluster: Cluster | None, tmp_path: Path) -> Iterator[Running]:
    """The server, on what was made so far."""
    facts, port = connection.settings_dict, free_port()
    site = Site(tmp_path, cluster.url if cluster else "", {"BIND": f"127.0.0.1:{port}"})
    if cluster:
        there = f"{facts['USER']}:{facts['PASSWORD']}@{facts['HOST']}:{facts['PORT']}"
        cluster.fill(f"postgresql://{there}/{facts['NAME']}")
    else:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(tmp_path / "samenspel.sqlite3")])
        site.does("migrate", "--fake", "-v", "0", module="django")  # the tables of a test come from the models
    connection.close()
    started = Running(site, port)
    try:
        started.start()
        yield started
    finally:
        started.stop()


def tell(page: Visitor, words: str) -> None:
    """A story, screen after screen; a second press that finds the first one done is an answer too."""
    page.go("/testbuurt/2026/profiel/verhalen/").click("Vertel een verhaal")
    page.send("Ga verder", {"Vertel in uw eigen woorden": words})
    page.send("Ga verder", {"Kies wat het best past": "Samen leven"})
    page.send("Ga verder", {"Iedereen mag dit lezen": True, "Een zin eruit mag in een verslag staan": True})
    page.post("Geef mijn verhaal")
    assert page.status in (200, 409), page.page.text[:300]


def cast_ballot(page: Visitor, vote: Vote, code: str) -> None:
    """The four screens of a vote."""
    page.go(vote.url).click("Ik heb een code: stemmen").send("Verder", {"Uw code": code})
    choose(page, "Samen koken").post("Ja, dit is mijn stem")
    assert page.status == 200 and page.has("Dank u wel."), page.page.text[:300]


def live(number: int, running: Running, vote: Vote, over: Event) -> list[str]:
    """One person: a ballot, and stories until it is over. Returns what the site said it has."""
    told: list[str] = []
    while not told or not over.is_set():
        words = f"Verhaal {len(told)} van bewoner {number}."
        tell(Visitor(running.port, number), words)
        told.append(words)
        if len(told) == 1:
            cast_ballot(Visitor(running.port, number), vote, vote.codes[number])
    return told


def pull(running: Running, vote: Vote, *plugs: Callable[[], None]) -> None:
    """Everybody acts, plug after plug is pulled, and then we count."""
    over = Event()
    with ThreadPoolExecutor(PEOPLE) as pool:
        acting = [pool.submit(live, number, running, vote, over) for number in range(PEOPLE)]
        try:
            for plug in plugs:
                time.sleep(1)
                plug()
        finally:
            over.set()
        told = sorted(words for person in acting for words in person.result())
    kept = json.loads(running.site.does(module="tests.crash.counted"))
    assert kept == {"stories": told, "envelopes": PEOPLE}
    assert "Everything is as it was written." in running.site.does("verify")


def test_killed_workers_and_server_lose_nothing(running: Running, vote: Vote) -> None:
    pull(running, vote, running.kill_web_worker, running.kill_task_worker, running.kill_all)


@pytest.mark.postgres
def test_a_killed_database_loses_nothing(running: Running, vote: Vote, cluster: Cluster) -> None:
    pull(running, vote, lambda: kill_connection(cluster.url), cluster.kill)
