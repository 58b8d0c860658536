"""Makes .mo files from .po files in pure Python, so that a newcomer needs no gettext."""

from __future__ import annotations

import ast
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = 0x950412DE
CONTEXT_MARK = "\x04"
PLURAL_MARK = "\x00"


class PoError(Exception):
    """A .po file that cannot be read, with the line where it goes wrong."""


@dataclass
class Entry:
    fuzzy: bool = False
    context: str | None = None
    ident: str | None = None
    plural: str | None = None
    strings: dict[int, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        own = self.ident or ""
        if self.plural is not None:
            own += PLURAL_MARK + self.plural
        return own if self.context is None else self.context + CONTEXT_MARK + own

    @property
    def value(self) -> str:
        return PLURAL_MARK.join(self.strings[number] for number in sorted(self.strings))

    @property
    def usable(self) -> bool:
        """A header always counts; an untranslated or doubtful sentence falls back to Dutch."""
        complete = bool(self.strings) and all(self.strings.values())
        return self.ident is not None and complete and (not self.fuzzy or self.ident == "")


def read(path: Path) -> Iterator[Entry]:
    """The entries of a .po file, obsolete ones left out."""
    entry, slot = Entry(), ""
    for number, raw in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith(("#,", "msgctxt", "msgid ")):
            if entry.strings:
                yield entry
                entry = Entry()
            entry.fuzzy = entry.fuzzy or (line.startswith("#,") and "fuzzy" in line)
        if not line or line.startswith("#"):
            continue
        try:
            slot = put(entry, line, slot)
        except (ValueError, SyntaxError) as error:
            raise PoError(f"{path}:{number}: not a line of a .po file: {line[:60]}") from error
    if entry.strings:
        yield entry


def put(entry: Entry, line: str, slot: str) -> str:
    """Adds one line to the entry; answers which part the next quoted line continues."""
    if not line.startswith('"'):
        slot, _, line = line.partition(" ")
    text = ast.literal_eval(line.strip())
    if slot == "msgctxt":
        entry.context = (entry.context or "") + text
    elif slot == "msgid":
        entry.ident = (entry.ident or "") + text
    elif slot == "msgid_plural":
        entry.plural = (entry.plural or "") + text
    elif slot.startswith("msgstr"):
        index = int(slot[7:-1] or 0) if slot.startswith("msgstr[") else 0
        entry.strings[index] = entry.strings.get(index, "") + text
    else:
        raise ValueError(slot)
    return slot


def pack(messages: dict[str, str]) -> bytes:
    """The GNU .mo layout: header, table of originals, table of translations, the bytes."""
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    count, tables = len(pairs), 28
    start = tables + 16 * count
    where: list[tuple[int, int]] = []
    blob = bytearray()
    for part in [key for key, _ in pairs] + [value for _, value in pairs]:
        where.append((len(part), start + len(blob)))
        blob += part + b"\0"
    header = struct.pack("<7I", MAGIC, 0, count, tables, tables + 8 * count, 0, start)
    return header + b"".join(struct.pack("<2I", *pair) for pair in where) + bytes(blob)


def compile_file(path: Path) -> int:
    """Writes the .mo beside the .po in one move; answers how many sentences it holds."""
    messages = {entry.key: entry.value for entry in read(path) if entry.usable}
    target = path.with_suffix(".mo")
    draft = target.with_suffix(".mo.part")
    draft.write_bytes(pack(messages))
    draft.replace(target)
    return len(messages)


def main(folders: list[str]) -> int:
    wrong = 0
    for path in sorted(found for folder in folders for found in Path(folder).rglob("*.po")):
        try:
            compile_file(path)
        except (PoError, UnicodeDecodeError) as error:
            print(error, file=sys.stderr)
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["locale", "src"]))
