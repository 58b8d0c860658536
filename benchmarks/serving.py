"""A real web server beside the measurement: what its workers use, and what they answer."""

import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
ROOT = Path(__file__).parents[1]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def cpu_ms(pid: int) -> float:
    """CPU of a process so far, user and system, all threads; to the nanosecond where the kernel keeps it."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    if spent := sum(int(thread.read_text().split()[0]) for thread in threads):
        return spent / 1e6
    return ticks_ms(pid)


def ticks_ms(pid: int, *, ended: bool = False) -> float:
    """CPU of a process so far in whole ticks, with that of children that ended when asked."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(int(field) for field in fields[11 : 15 if ended else 13]) * 1000 / TICK


def pss_mb(pid: int) -> float:
    """Memory of a process, shared pages counted by share."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Server:
    """A running web server."""

    port: int
    pid: int

    @property
    def workers(self) -> list[int]:
        """The processes that answer."""
        return children(self.pid)

    def ask(self, path: str, body: str = "", **headers: str) -> Answer:
        """One request over a connection of its own."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {"Connection": "close", **{name.replace("_", "-"): value for name, value in headers.items()}}
        if body:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        line.request("POST" if body else "GET", path, body or None, sent)
        answer = line.getresponse()
        found = Answer(answer.status, answer.read(), {k.lower(): v for k, v in answer.getheaders()})
        line.close()
        return found

    def spent(self, requests: Iterable[tuple[str, str, dict[str, str]]]) -> float:
        """CPU milliseconds of the workers for one of these requests, each a path, a form and headers."""
        listed = list(requests)
        before = sum(map(cpu_ms, self.workers))
        for path, form, headers in listed:
            self.ask(path, form, **headers)
        return (sum(map(cpu_ms, self.workers)) - before) / len(listed)

    def times_hello(self, plain: "Server", path: str, **headers: str) -> float:
        """CPU of a page over that of `hello`, measured in turns: both feel the same neighbours on the machine."""
        page, hello = (path, "", headers), ("/", "", dict[str, str]())
        self.spent([page] * 3)
        return statistics.median(self.spent([page] * 6) / plain.spent([hello] * 30) for _turn in range(4))


@contextmanager
def serving(
    app: str, environment: Mapping[str, str] | None = None, *, workers: int = 1, threads: int = 1
) -> Iterator[Server]:
    """A web server with one application; with threads as `serve` starts it, else sync workers. Stops with the block."""
    port = free_port()
    own = {k: v for k, v in os.environ.items() if not k.startswith(("SAMENSPEL_", "DJANGO_"))}
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", str(workers),
               "--threads", str(threads), *(("--preload",) if threads > 1 else ()), "--no-control-socket",
               "--log-level", "error", app]  # fmt: skip
    process = subprocess.Popen(command, cwd=ROOT, env=own | dict(environment or {}))
    try:
        server = Server(port, process.pid)
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(server: Server, process: "subprocess.Popen[bytes]", seconds: int = 30) -> None:
    for _try in range(seconds * 10):
        if process.poll() is not None:
            raise SystemExit("The web server did not start; see above.")
        try:
            server.ask("/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The web server gave no answer.")
