"""What casting a vote costs, and how many votes a second 16 people at once get in."""

import re
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.test import Client

from benchmarks.content import Content
from benchmarks.serving import Server, children, cpu_ms, serving, ticks_ms

CLIENTS, SECONDS, TURNS, EACH = 16, 4, 5, 40
TOKEN = "t" * 32
COOKIE = f"csrftoken={TOKEN}"
VOTER = {"Cookie": COOKIE}
NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")

# Each request of one thread sends the next ballot; the file is given behind `--`.
SCRIPT = """
local bodies, at = {}, 0
function init(args)
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
  wrk.method, wrk.headers["Cookie"] = "POST", args[2]
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end
function request()
  at = at % #bodies + 1
  return wrk.format(nil, nil, nil, bodies[at])
end
"""


@dataclass(frozen=True)
class Load:
    """What a crowd got."""

    per_second: float
    p99_ms: float
    wrong: int


@dataclass(frozen=True)
class Voting:
    """One vote, and a crowd."""

    sql: int
    times_hello: float
    crowd: Load
    hello_per_second: float
    missing: int
    commits: float


def bodies(content: Content) -> Iterator[str]:
    """The forms of many voters."""
    for ticket in content.tickets:
        yield urlencode({"csrfmiddlewaretoken": TOKEN, "ticket": ticket, "pick": content.picks}, doseq=True)


def count_sql(content: Content) -> int:
    """Statements of one vote, from request to answer."""
    seen: list[str] = []

    def look(execute: Any, sql: str, *rest: Any) -> Any:
        seen.append(sql)
        return execute(sql, *rest)

    form = {"ticket": content.tickets[0], "pick": content.picks}
    with connection.execute_wrapper(look):
        answer = Client(headers={"host": "127.0.0.1"}).post(content.vote, form)
    if answer.status_code != 302:
        raise SystemExit("The vote was not taken.")
    return sum(not sql.startswith(NOT_COUNTED) for sql in seen)


def envelopes() -> int:
    """Ballots in the box."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM ballots_envelope")
        return int(cursor.fetchone()[0])


def database_ms() -> float:
    """CPU that PostgreSQL used so far, ended sessions too; nothing on SQLite, which runs in the worker."""
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_read_file('postmaster.pid')")
        main = int(cursor.fetchone()[0].split()[0])
    return ticks_ms(main, ended=True) + sum(map(cpu_ms, children(main)))


def one_by_one(content: Content, environment: dict[str, str]) -> float:
    """CPU of one vote in a sync worker, the database with it, over that of `hello`; measured in turns."""
    forms, found = list(bodies(content))[1:], []
    with serving("samenspel.config.wsgi", environment) as real, serving("benchmarks.bare") as plain:
        real.spent((content.vote, form, VOTER) for form in forms[:3])
        for turn in range(TURNS):
            some = forms[3 + turn * EACH :][:EACH]
            before, inside = database_ms(), envelopes()
            spent = real.spent((content.vote, form, VOTER) for form in some)
            if envelopes() - inside != EACH:
                raise SystemExit("A vote was not taken.")
            spent += (database_ms() - before) / EACH
            found.append(spent / plain.spent([("/", "", {})] * 100))
    return statistics.median(found)


def commits_per_second(folder: Path, times: int = 100) -> float:
    """How many transactions of one row this disk takes with SQLite, each safe before the next: no vote is faster."""
    with closing(sqlite3.connect(folder / "commits.sqlite3", isolation_level=None)) as file:
        file.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE paper (words TEXT)")
        began = time.monotonic()
        for _row in range(times):
            file.execute("INSERT INTO paper VALUES ('x')")
        return times / (time.monotonic() - began)


def crowd(server: Server, path: str, *script: str, seconds: int = SECONDS) -> Load:
    """So many requests a second for 16 clients."""
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--latency", *script[:2],
               f"http://127.0.0.1:{server.port}{path}", *script[2:]]  # fmt: skip
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", text)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    if not rate or not late:
        raise SystemExit(text)
    scale = {"us": 0.001, "ms": 1.0, "s": 1000.0}[late[2]]
    return Load(float(rate[1]), float(late[1]) * scale, int(wrong[1]) if wrong else 0)


@contextmanager
def _script(content: Content) -> Iterator[tuple[str, ...]]:
    folder = Path(tempfile.mkdtemp(prefix="samenspel-votes."))
    try:
        (folder / "bodies").write_text("\n".join(bodies(content)))
        (folder / "script.lua").write_text(SCRIPT)
        yield "-s", str(folder / "script.lua"), "--", str(folder / "bodies"), COOKIE
    finally:
        shutil.rmtree(folder)


def measure(content: Content, environment: dict[str, str]) -> Voting:
    """Votes as they come in, with `hello` before and after on a server of the same size."""
    sql, cpu = count_sql(content), one_by_one(content, environment)
    with serving("benchmarks.bare", workers=2) as plain:
        before = crowd(plain, "/", seconds=2)
        with _script(content) as script, serving("samenspel.config.wsgi", environment, workers=4, threads=2) as real:
            crowd(real, content.vote, *script, seconds=1)
            got = crowd(real, content.vote, *script)
            commits = commits_per_second(Path(environment["SAMENSPEL_DATA_DIR"]))
            missing = max(0, min(len(content.tickets), round(got.per_second * SECONDS)) - CLIENTS - envelopes())
        after = crowd(plain, "/", seconds=2)
    return Voting(sql, cpu, got, (before.per_second + after.per_second) / 2, missing, commits)
