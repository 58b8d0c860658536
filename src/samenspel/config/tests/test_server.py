"""The web server and the worker beside it: one may fall, the site goes on."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenspel.config import cli, server
from samenspel.config.tests.test_settings import exports


class Process:
    """Stands for a started program: runs for so many looks, then ends with a code."""

    def __init__(self, looks: int, code: int = 0) -> None:
        self.looks, self.code, self.ended = looks, code, False

    def poll(self) -> int | None:
        self.looks -= 1
        return None if self.looks >= 0 else self.code

    def terminate(self) -> None:
        self.ended = True

    def wait(self, timeout: float) -> int:
        return self.code


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """How long the server waited, without waiting."""
    waited: list[float] = []
    monkeypatch.setattr("samenspel.config.server.time.sleep", waited.append)
    monkeypatch.setattr(server, "_answers", lambda *_: True)
    monkeypatch.setattr(server, "_free", lambda _: True)
    before = signal.getsignal(signal.SIGTERM)
    yield waited
    signal.signal(signal.SIGTERM, before)


def test_the_demo_says_where_to_look_in_two_languages() -> None:
    said = server._welcome("127.0.0.1:8001")
    assert "Open gegevens / Open data" in said and "http://127.0.0.1:8001/gegevens/" in said


def test_a_fallen_worker_is_started_again(monkeypatch: pytest.MonkeyPatch, pauses: list[float]) -> None:
    web, workers = Process(9, code=3), [Process(1, code=1), Process(1, code=1), Process(99)]
    waiting = [web, *workers]
    monkeypatch.setattr(server, "_start", lambda *_: waiting.pop(0))
    assert server.serve(lambda _: None, demo=False) == 3
    assert waiting == [] and web.ended and workers[-1].ended
    assert [pause for pause in pauses if pause != 0.5] == [1.0, 2.0]


def test_when_the_web_server_ends_all_ends(monkeypatch: pytest.MonkeyPatch, pauses: list[float]) -> None:
    started = [Process(2, code=1), Process(99)]
    work = started[1]
    monkeypatch.setattr(server, "_start", lambda *_: started.pop(0))
    assert server.serve(lambda _: None, demo=False) == 1
    assert work.ended


def test_a_taken_address_is_said(settings: object) -> None:
    said: list[str] = []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings.SAMENSPEL_BIND = f"127.0.0.1:{taken.getsockname()[1]}"  # type: ignore[attr-defined]
        assert server.taken(said.append)
    assert "al in gebruik" in said[0]
    settings.SAMENSPEL_BIND = "127.0.0.1:0"  # type: ignore[attr-defined]
    assert not server.taken(said.append)


def test_a_second_start_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_free", lambda _: False)
    monkeypatch.setattr(server, "prepare", lambda _: pytest.fail("tables of a running site were touched"))
    assert [cli.main(["serve"]), cli.main(["demo"])] == [1, 1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children(pid: int) -> dict[int, str]:
    """The programs that a program started."""
    listed = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    rows = [line.split(None, 1) for line in listed.stdout.splitlines()]
    return {int(row[0]): row[1] for row in rows}


def worker_of(pid: int) -> int:
    """The worker that runs now, as soon as there is one."""
    for _look in range(100):
        if found := [child for child, words in children(pid).items() if "work" in words]:
            return found[0]
        time.sleep(0.1)
    pytest.fail("there is no worker")


def answers(url: str) -> bool:
    """Asked as the web server in front of the site asks."""
    request = urllib.request.Request(url, headers={"Host": "buurt.example.nl", "X-Forwarded-Proto": "https"})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A site that serves as the README says, and its address."""
    (tmp_path / "static").mkdir()  # collecting files takes longest, and is not what is asked here
    (tmp_path / ".static-stamp").write_text(server._fingerprint())
    bind = f"127.0.0.1:{free_port()}"
    wanted = {**exports(), "DATABASE_URL": "", "DATA_DIR": str(tmp_path), "BIND": bind, "WORKERS": "1"}
    variables = {**os.environ, **{f"SAMENSPEL_{name}": value for name, value in wanted.items()}}
    command = [sys.executable, "-m", "samenspel.config.cli", "serve"]
    with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True) as started:
        try:
            assert started.stdout and any("Samenspel draait" in line for line in started.stdout)
            yield started, bind
        finally:
            started.terminate()
            started.communicate(timeout=20)


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for programs as Linux lists them")


@on_linux
def test_serve_starts_as_the_readme_says_and_outlives_its_worker(site: tuple[subprocess.Popen[str], str]) -> None:
    program, bind = site
    first = worker_of(program.pid)
    os.kill(first, signal.SIGKILL)
    while (second := worker_of(program.pid)) == first:
        time.sleep(0.1)
    assert second != first and program.poll() is None
    assert answers(f"http://{bind}/healthz")
    program.terminate()
    assert program.wait(20) == 0


@on_linux
def test_its_files_are_its_own_and_nothing_runs_on_when_it_is_killed(
    site: tuple[subprocess.Popen[str], str], tmp_path: Path
) -> None:
    program, bind = site
    worker = worker_of(program.pid)
    written = [file.stat().st_mode & 0o777 for file in tmp_path.glob("samenspel.sqlite3*")]
    assert written and {*written} == {0o600}
    program.kill()
    for _look in range(100):
        if gone := not Path(f"/proc/{worker}").exists() and server._free(bind):
            break
        time.sleep(0.1)
    assert gone
