"""A site of its own for a test: a folder, a database, and the commands that a keeper gives."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parents[2]
PATHS = os.pathsep.join(str(ROOT / part) for part in (".", "src", "libraries/methods/src", "libraries/sources/src"))


@dataclass(frozen=True)
class Site:
    """Where its data is. Demo, so that it runs without secrets."""

    folder: Path
    database: str = ""
    more: dict[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str]:
        own = {"DEMO": "1", "DATA_DIR": str(self.folder), "DATABASE_URL": self.database, **self.more}
        return {**os.environ, **{f"SAMENSPEL_{name}": value for name, value in own.items()}, "PYTHONPATH": PATHS}

    def run(self, *command: str, module: str = "samenspel.config.cli") -> "subprocess.CompletedProcess[str]":
        """Give a command, and wait for what it says."""
        return subprocess.run(
            [sys.executable, "-m", module, *command],
            env=self.variables, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip

    def does(self, *command: str, module: str = "samenspel.config.cli") -> str:
        """Give a command that must succeed."""
        done = self.run(*command, module=module)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def exports(self, *place: str) -> dict[str, list[str]]:
        """Every open table, perhaps of one place, as a visitor takes it along: its format -> SHA-256 of each line."""
        return dict(json.loads(self.does(*place, module="tests.copies.taken")))


def manifest(copy: Path) -> dict[str, Any]:
    """What must be in a copy."""
    with ZipFile(copy) as packed:
        return dict(json.loads(packed.read("manifest.json")))


def tables(copy: Path) -> dict[str, Any]:
    """Rows and SHA-256 of every table in a copy."""
    return dict(manifest(copy)["tables"])
