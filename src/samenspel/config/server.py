"""Preparing (migrate, static files) and running web server and task worker together."""

import ctypes
import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from samenspel.config import environment as env

Say = Callable[[str], None]
logger = logging.getLogger("samenspel.server")


def prepare(say: Say) -> None:
    """Bring tables and static files up to date; does nothing when they are."""
    migrate(say)
    _collect_static(say)


def waiting_migrations() -> bool:
    """Whether the tables are older than the code."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate(say: Say) -> None:
    """Bring the tables up to date."""
    if waiting_migrations():
        say("Tabellen klaarzetten ...")
        call_command("migrate", verbosity=0, interactive=False)


def _fingerprint() -> str:
    import hashlib

    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda pair: pair[0]):
            stat = Path(storage.path(name)).stat()
            found.update(f"{name}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return found.hexdigest()


def _collect_static(say: Say) -> None:
    root, stamp, wanted = (
        Path(settings.STATIC_ROOT),
        Path(settings.DATA_DIR) / ".static-stamp",
        _fingerprint(),
    )
    if root.is_dir() and stamp.is_file() and stamp.read_text() == wanted:
        return
    say("Stijlbladen klaarzetten ...")
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)


def _start(*command: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", *command], env=os.environ.copy(), preexec_fn=_bound())  # noqa: S603


def _bound() -> Callable[[], object] | None:
    """On Linux what is started here ends with this program, also when that one was killed and can tell nobody."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(1, signal.SIGTERM)  # 1: PR_SET_PDEATHSIG


def _free(bind: str) -> bool:
    """Whether nothing listens on this address yet."""
    host, _colon, port = bind.rpartition(":")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]") or "127.0.0.1", int(port)))
        except (OSError, ValueError):
            return False
    return True


def _probe(url: str) -> urllib.request.Request:
    """Ask as the web server in front would: with a host name of the site, and as if over https."""
    host = settings.ALLOWED_HOSTS[0].lstrip(".*") or "localhost"
    return urllib.request.Request(f"{url}/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"})  # noqa: S310


def _answers(url: str, seconds: float, web: "subprocess.Popen[bytes]") -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until and web.poll() is None:
        try:
            with urllib.request.urlopen(_probe(url), timeout=2):  # noqa: S310
                return True
        except OSError:
            time.sleep(0.1)
    return False


def web_options(bind: str, workers: str) -> tuple[str, ...]:
    """How the web server runs: a few workers that share what was loaded before they split, two threads each.

    More processes with fewer threads: the threads of one process wait for each other, also while one of them has the
    turn to write.
    """
    return ("--bind", bind, "--workers", workers, "--threads", "2", "--preload", "--log-level", "warning",
            "--no-control-socket")  # fmt: skip


def taken(say: Say) -> bool:
    """Whether something listens on our address already; asked before tables and files of a running site are changed."""
    bind = settings.SAMENSPEL_BIND
    if found := not _free(bind):
        say(f"{bind} is al in gebruik. Stop wat daar draait, of kies een andere poort: SAMENSPEL_BIND=127.0.0.1:8001")
    return found


def serve(say: Say, *, demo: bool) -> int:
    """Run web server and worker until one of them stops or somebody presses Ctrl-C."""
    bind, workers = settings.SAMENSPEL_BIND, str(env.number("WORKERS"))
    web = _start("gunicorn", *web_options(bind, workers), "samenspel.config.wsgi")
    work = _start("django", "work", "-v", "0")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if not _answers(f"http://{bind}", 60, web):
            say(f"De webserver startte niet. Is {bind} al in gebruik? Kies een andere poort met SAMENSPEL_BIND.")
            return 1
        say(_welcome(bind) if demo else f"Samenspel draait op {bind}")
        pause = 1.0
        while web.poll() is None:
            if work.poll() is not None:  # a busy database may end the worker; the site goes on
                logger.error("the task worker stopped; starting it again in %s s", pause)
                time.sleep(pause)
                pause, work = min(60.0, pause * 2), _start("django", "work", "-v", "0")
            time.sleep(0.5)
        return web.poll() or 0
    except (KeyboardInterrupt, SystemExit):
        say("\nTot ziens.")
        return 0
    finally:
        for process in (web, work):
            process.terminate()
        for process in (web, work):
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()


def _welcome(bind: str) -> str:
    from samenspel.config.demo import highlights

    lines = [f"  {text:<78} http://{bind}{path}" for text, path in highlights()]
    begin = "Samenspel draait. Kijk eens bij: / Samenspel runs. Have a look at:"
    return "\n".join(["", begin, *lines, "", "Stoppen / Stop: Ctrl-C.", ""])
