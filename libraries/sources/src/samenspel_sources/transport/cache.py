"""Answers kept on disk for a while, so that the same question is asked once."""

import hashlib
import json
import os
import tempfile
import time
from datetime import datetime
from pathlib import Path

from samenspel_sources.transport.model import Answer, same_question

DAY = 86_400.0


class Cache:
    """A folder of answers, none older than `age` seconds. Only whole JSON answers with status 200 are kept."""

    def __init__(self, folder: Path, age: float = DAY) -> None:
        self.folder = folder
        self.age = age
        self._tidied = False

    def find(self, full: str) -> Answer | None:
        """The kept answer, with the time at which the source gave it."""
        path = self._path(full)
        try:
            if time.time() - path.stat().st_mtime > self.age:
                return None
            head, _, body = path.read_bytes().partition(b"\n")
            told = json.loads(head)
            return Answer(200, told["kind"], body, full, datetime.fromisoformat(told["read_at"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None  # gone or damaged: ask again

    def keep(self, full: str, answer: Answer) -> None:
        """Keep an answer; a disk that is full or read-only is no reason to fail."""
        if answer.status != 200 or not _whole(answer.body):
            return
        head = json.dumps({"kind": answer.kind, "read_at": answer.read_at.isoformat()}).encode()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._tidy()
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(handle, "wb") as part:
                part.write(head + b"\n" + answer.body)
            Path(name).replace(self._path(full))
        except OSError:
            return

    def _path(self, full: str) -> Path:
        return self.folder / (hashlib.sha256(same_question(full).encode()).hexdigest()[:40] + ".answer")

    def _tidy(self) -> None:
        """Once per run: throw away what is too old, and parts that an end in the middle left."""
        if self._tidied:
            return
        self._tidied = True
        for path in (*self.folder.glob("*.answer"), *self.folder.glob("*.part")):
            if time.time() - path.stat().st_mtime > self.age:
                path.unlink(missing_ok=True)


def _whole(body: bytes) -> bool:
    """An error page, or an answer that was cut off, is not kept."""
    return body.lstrip()[:1] in (b"{", b"[") and body.rstrip()[-1:] in (b"}", b"]")
