"""A folder of recorded answers: what tests, the demo and municipalities without internet read from.

`index.json`: {"answers": [{"address", "status", "kind", "read_at", "file"}]}; each file is one body (`.gz` may be).
"""

import gzip
import json
import zlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from samenspel_sources import SourceError
from samenspel_sources.transport.model import Answer, Fetch, address, host, private, same_question, shown

INDEX = "index.json"


class Recorded:
    """A Fetch that answers from a folder and never goes out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index: dict[str, dict[str, Any]] | None = None

    def __call__(self, url: str, params: Mapping[str, str]) -> Answer:
        """The recorded answer to this question."""
        full = address(url, params)
        entry = self.entries().get(same_question(full))
        if entry is None:
            raise SourceError("transport", "not_recorded", address=shown(full)[:300], folder=self.folder.name)
        try:
            body = (self.folder / Path(entry["file"]).name).read_bytes()
            body = gzip.decompress(body) if entry["file"].endswith(".gz") else body
            when = datetime.fromisoformat(entry["read_at"])
            return Answer(int(entry["status"]), entry["kind"], body, full, when)
        except (OSError, EOFError, zlib.error, KeyError, ValueError, TypeError):
            raise SourceError("transport", "bad_recording", folder=self.folder.name) from None

    def entries(self) -> dict[str, dict[str, Any]]:
        """What the index says, by question."""
        if self._index is None:
            try:
                told = json.loads((self.folder / INDEX).read_text(encoding="utf-8"))
                self._index = {same_question(entry["address"]): entry for entry in told["answers"]}
            except (OSError, ValueError, KeyError, TypeError):
                raise SourceError("transport", "bad_recording", folder=self.folder.name) from None
        return self._index


class Recording:
    """Passes questions on and writes the answers to a folder, except those about somebody's address."""

    def __init__(self, fetch: Fetch, folder: Path) -> None:
        self.fetch = fetch
        self.folder = folder
        self._entries = Recorded(folder).entries() if (folder / INDEX).exists() else {}

    def __call__(self, url: str, params: Mapping[str, str]) -> Answer:
        """Ask, write, and give the answer."""
        answer = self.fetch(url, params)
        if not private(answer.url):
            self._write(answer)
        return answer

    def _write(self, answer: Answer) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        question = same_question(answer.url)
        known = self._entries.get(question)
        name = known["file"] if known else f"{len(self._entries) + 1:04d}-{host(answer.url)}.gz"
        body = gzip.compress(answer.body, mtime=0) if name.endswith(".gz") else answer.body
        (self.folder / name).write_bytes(body)
        told = {"status": answer.status, "kind": answer.kind, "read_at": answer.read_at.isoformat(), "file": name}
        self._entries[question] = {"address": answer.url, **told}
        part = self.folder / (INDEX + ".part")
        part.write_text(json.dumps({"answers": list(self._entries.values())}, indent=1) + "\n", encoding="utf-8")
        part.replace(self.folder / INDEX)
