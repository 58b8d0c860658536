"""What pages and votes cost beside a bare Django view (`hello`): one table, each figure with its bar.

    python -m benchmarks.pages            pages, a list of 200, a vote, memory (about a minute and a half)
    python -m benchmarks.pages --full     also voting on PostgreSQL, and the time from clone to first page

It loads the demo neighbourhood into a folder of its own and takes that away afterwards. `hello` runs in a sync worker
without keep-alive in the same minutes; CPU is that of the worker process. Rates need `wrk`.
"""

import argparse
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import django

from benchmarks.serving import ROOT, Server, pss_mb, serving

PAGES = (
    ("home", "/indische-buurt/", 12),
    ("profile", "/indische-buurt/2026/profiel/", 12),
    ("any area", "/cijfers/BU0363MF02/", 25),
    ("consultation", "/indische-buurt/2026/ophalen/", 12),
    ("agenda", "/indische-buurt/2020/agenda/", 12),
    ("proposals", "/indische-buurt/2020/voorstellen/", 12),
    ("plan", "/indische-buurt/2020/plan/", 12),
    ("budget", "/indische-buurt/2020/geld/", 12),
    ("quality", "/indische-buurt/2020/kwaliteit/", 12),
    ("assessment", "/indische-buurt/2020/beter-of-anders/", 12),
    ("commissioning", "/indische-buurt/2020/buurtbesteden/", 12),
    ("pact", "/indische-buurt/2020/pact/", 12),
    ("monitoring", "/indische-buurt/2020/opbrengst/", 12),
    ("200 proposals", "", 25),
)
REQUESTS = 1000
FRESH = {"Cookie": "fresh=1"}  # any cookie that is not known: the page is drawn again


@dataclass(frozen=True)
class Bar:
    """One figure beside what it may be at most."""

    what: str
    found: float
    most: float
    unit: str = ""
    places: int = 1

    def line(self) -> str:
        """How it stands in the table."""
        met = "met" if self.found <= self.most else "NOT MET"
        return f"{self.what:<44}{self.found:>10.{self.places}f}{self.most:>8g} {self.unit:<9}{met}"


def say(text: str) -> None:
    """One line, at once."""
    print(text, flush=True)


def settings() -> dict[str, str]:
    """The settings of a real server on this machine; the database follows the environment."""
    found = {name: secrets.token_hex(32) for name in ("SAMENSPEL_SECRET_KEY", "SAMENSPEL_CODE_KEY")}
    database = {name: value for name, value in os.environ.items() if name == "SAMENSPEL_DATABASE_URL"}
    return found | database | {
        "DJANGO_SETTINGS_MODULE": "samenspel.config.settings", "SAMENSPEL_HOSTS": "127.0.0.1",
        "SAMENSPEL_HTTPS": "0", "SAMENSPEL_LOG_LEVEL": "ERROR",
    }  # fmt: skip


def pages(paths: list[tuple[str, str, int]], environment: dict[str, str]) -> list[Bar]:
    """Every page: as visitors get it, and drawn afresh for whoever is not a plain visitor."""
    from benchmarks.weight import count_sql, logged_in

    found, session = [], {"Cookie": logged_in()}
    with serving("benchmarks.bare") as plain, serving("samenspel.config.wsgi", environment) as real:
        hello = plain.spent([("/", "", {})] * 500)
        say(f"hello: {hello:.3f} ms CPU; healthz {real.times_hello(plain, '/healthz'):.1f}x\n")
        say(f"{'page':<16}{'status':>7}{'SQL':>5}{'visitor':>10}{'drawn':>9}{'organiser':>11}{'kB':>7}   times hello")
        for name, path, most in paths:
            answer, sql = real.ask(path), count_sql(path)
            cost = [real.times_hello(plain, path, **headers) for headers in ({}, FRESH, session)]
            say(f"{name:<16}{answer.status:>7}{sql:>5}{cost[0]:>9.1f}x{cost[1]:>8.1f}x{cost[2]:>10.1f}x"
                f"{len(answer.body) / 1000:>7.1f}")  # fmt: skip
            found += [Bar(f"{name}: SQL", sql, 8, places=0), Bar(f"{name}: CPU, visitor", cost[0], most, "x hello")]
            if answer.status != 200:
                raise SystemExit(f"{path} gave {answer.status}.")
    return found


def memory(paths: list[str], environment: dict[str, str]) -> Bar:
    """The largest worker of a server as it runs for real, after a thousand requests."""
    with serving("samenspel.config.wsgi", environment, workers=4, threads=2) as real:
        for number in range(REQUESTS):
            real.ask(paths[number % len(paths)], **(FRESH if number % 3 else {}))
        return Bar("web worker, PSS after 1,000 requests", max(map(pss_mb, real.workers)), 90, "MB")


def first_view(server: Server, path: str) -> list[Bar]:
    """All that a browser with an empty cache fetches for a page."""
    from benchmarks.weight import everything

    fetched, strangers = everything(server, path)
    return [
        Bar("first view of a stage page", sum(fetched.values()) / 1000, 100, "kB"),
        Bar("first view: requests", len(fetched), 8, places=0),
        Bar("first view: third-party hosts", strangers, 0, places=0),
    ]


def voting(environment: dict[str, str], database: str) -> list[Bar]:
    """One vote and a crowd of 16."""
    from benchmarks.content import read
    from benchmarks.voting import measure

    found = measure(read(), environment)
    say(
        f"\nvotes on {database}: {found.crowd.per_second:.0f} a second, hello {found.hello_per_second:.0f}, "
        f"this disk commits {found.commits:.0f} rows"
    )
    name = f"vote, {database}"
    return [
        Bar(f"{name}: SQL without BEGIN/COMMIT", found.sql, 8, places=0),
        Bar(f"{name}: CPU", found.times_hello, 15, "x hello"),
        Bar(f"{name}: hello/s over votes/s", found.hello_per_second / found.crowd.per_second, 15, "x"),
        Bar(f"{name}: p99 at 16 clients", found.crowd.p99_ms / 1000, 2, "s", 2),
        Bar(f"{name}: refused or lost", found.crowd.wrong + found.missing, 0, places=0),
    ]


def run(folder: str, *, only_votes: bool) -> list[Bar]:
    """Everything on the database of the environment."""
    environment = settings() | {"SAMENSPEL_DATA_DIR": folder}
    demo = os.environ | environment | {"SAMENSPEL_DEMO": "1"}
    subprocess.run([sys.executable, "-m", "benchmarks.content"], cwd=ROOT, env=demo, check=True)
    os.environ.update(environment)
    django.setup()
    from benchmarks.content import read

    if only_votes:
        return voting(environment, "PostgreSQL" if "SAMENSPEL_DATABASE_URL" in environment else "SQLite")
    paths = [(name, path or read().proposals, most) for name, path, most in PAGES]
    found = pages(paths, environment)
    with serving("samenspel.config.wsgi", environment) as real:
        found += first_view(real, "/indische-buurt/2026/ophalen/")
    found.append(memory([path for _name, path, _most in paths], environment))
    return found + (voting(environment, "SQLite") if shutil.which("wrk") else [])


def main() -> int:
    """Measure, and print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--full", action="store_true", help="also PostgreSQL and clone to first page")
    asked.add_argument("--votes", action="store_true", help="only voting, on the database of the environment")
    given, folder = asked.parse_args(), tempfile.mkdtemp(prefix="samenspel-bench.")
    try:
        found = run(folder, only_votes=given.votes)
    finally:
        shutil.rmtree(folder)
    say("\n" + "\n".join([f"{'what':<44}{'found':>10}{'at most':>8}", *(bar.line() for bar in found)]))
    failed = any(bar.found > bar.most for bar in found)
    if given.full:
        failed |= bool(_apart(["scripts/postgres.sh", sys.executable, "-m", "benchmarks.pages", "--votes"]))
        failed |= bool(_apart([sys.executable, "-m", "benchmarks.clone"]))
    return int(failed)


def _apart(command: list[str]) -> int:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SAMENSPEL_", "DJANGO_"))}
    return subprocess.run(command, cwd=Path(ROOT), env=own, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
