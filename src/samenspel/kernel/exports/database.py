"""All tables in one SQLite file, with what they and their columns mean; opens in pandas, R or Datasette."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput
from samenspel.kernel.exports.formats import dictionary_rows
from samenspel.kernel.exports.model import Export
from samenspel.kernel.exports.queries import plain_rows

LARGEST = 500_000_000  # bytes
PAGE = 4096
KINDS = {"number": "NUMERIC", "boolean": "INTEGER"}
EXPLAINED = """
CREATE TABLE "_tables" ("table" TEXT PRIMARY KEY, "label" TEXT, "rows" INTEGER);
CREATE TABLE "_columns" ("table" TEXT, "column" TEXT, "label" TEXT, "meaning" TEXT, "type" TEXT,
  PRIMARY KEY ("table", "column"));
"""


def as_database(exports: Mapping[str, Export], actor: Actor, largest: int = LARGEST) -> IO[bytes]:
    """What this reader may see of every table, as an open file without a name: it is gone once it is closed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tables.sqlite3"
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute(f"PRAGMA page_size={PAGE}")
            file.execute(f"PRAGMA max_page_count={largest // PAGE}")
            file.execute("PRAGMA journal_mode=OFF")
            file.executescript(EXPLAINED)
            try:
                file.execute("BEGIN")
                for export in exports.values():
                    _add(file, export, actor)
                file.execute("COMMIT")
            except sqlite3.OperationalError as full:
                if full.sqlite_errorcode != sqlite3.SQLITE_FULL:
                    raise
                raise BadInput(_("Alles samen is te groot voor één bestand. Neem de tabellen los mee.")) from full
        return path.open("rb")


def _add(file: sqlite3.Connection, export: Export, actor: Actor) -> None:
    columns = export.open_columns
    typed = ", ".join(f'"{c.name}" {KINDS.get(export.type_of(c), "TEXT")}' for c in columns)
    file.execute(f'CREATE TABLE "{export.name}" ({typed})')
    marks = ", ".join("?" * len(columns))
    insert = f'INSERT INTO "{export.name}" VALUES ({marks})'  # noqa: S608  names come from the code
    added = file.executemany(insert, _rows(export, actor))
    file.execute('INSERT INTO "_tables" VALUES (?, ?, ?)', (export.name, str(export.label), max(0, added.rowcount)))
    shown = {c.name for c in columns}
    explained = [(export.name, *row[:4]) for row in dictionary_rows(export)[1:] if row[0] in shown]
    file.executemany('INSERT INTO "_columns" VALUES (?, ?, ?, ?, ?)', explained)


def _rows(export: Export, actor: Actor) -> Iterator[list[Any]]:
    """Numbers and text only; text stays text, whatever sign it begins with."""
    for row in plain_rows(export, actor):
        yield [value if isinstance(value, (int, float, str, type(None))) else str(value) for value in row]
