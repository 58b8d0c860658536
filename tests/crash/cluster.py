"""A PostgreSQL server of its own that writes through to the disk, as a real one does, and can be killed whole."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from tests.copies.site import ROOT


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Cluster:
    """Where its data is, and the process of its postmaster."""

    def __init__(self, folder: Path) -> None:
        found = subprocess.run([ROOT / "scripts/postgres.sh", "--find"], capture_output=True, text=True, check=True)
        self.programs, self.folder, self.port = Path(found.stdout.strip()), folder, free_port()
        self.url = f"postgresql://samenspel@127.0.0.1:{self.port}/postgres"
        if os.getuid() == 0:
            subprocess.run(["chown", "postgres", folder], check=True)
        self._run("initdb", "-D", str(folder / "data"), "-U", "samenspel", "--auth=trust", "--encoding=UTF8").wait()
        self.start()

    def _run(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        """PostgreSQL refuses root, and may not enter the folders of root."""
        owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.getuid() == 0 else []
        with (self.folder / "log").open("ab") as log:
            command = [*owner, str(self.programs / program), *options]
            return subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log)

    def start(self) -> None:
        """Until it answers; whatever is left of the one before must be gone first."""
        options = ("-p", str(self.port), "-k", str(self.folder), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=on")
        for _ in range(100):
            self.postmaster = self._run("postgres", "-D", str(self.folder / "data"), *options)
            while self.postmaster.poll() is None:
                if self._run("pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)).wait() == 0:
                    return
                time.sleep(0.1)
            time.sleep(0.2)
        raise AssertionError((self.folder / "log").read_text(encoding="utf-8", errors="replace")[-2000:])

    def kill(self) -> None:
        """The whole database is gone at once, and comes back."""
        self.postmaster.send_signal(signal.SIGKILL)
        self.postmaster.wait()
        self.start()

    def fill(self, url: str) -> None:
        """With what another database holds."""
        text = subprocess.run([self.programs / "pg_dump", "--no-owner", url], capture_output=True, check=True).stdout
        command = [str(self.programs / "psql"), "-q", "-v", "ON_ERROR_STOP=1", self.url]
        subprocess.run(command, input=text, capture_output=True, check=True)

    def stop(self) -> None:
        """For good."""
        self.postmaster.send_signal(signal.SIGQUIT)
        self.postmaster.wait()
