"""Copies on the command line: making one, putting one back, and saying how far it is."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

Say = Callable[[str], None]


class Bar:
    """How many rows were done, on one line that changes; nothing where nobody looks."""

    def __init__(self, words: str, all_rows: int) -> None:
        self.words, self.all_rows, self.rows, self.shown = words, max(1, all_rows), 0, -1

    def __call__(self, rows: int) -> None:
        self.rows += rows
        part = min(100, 100 * self.rows // self.all_rows)
        if part != self.shown and sys.stderr.isatty():
            self.shown = part
            sys.stderr.write(f"\r{self.words} [{'#' * (part // 4):<25}] {part} %")
            sys.stderr.flush()

    def end(self) -> None:
        """The next words come on a line of their own."""
        if self.shown >= 0:
            sys.stderr.write("\n")


def back_up(say: Say, name: str) -> int:
    """Write everything to a file that was not there yet."""
    from samenspel.config.server import waiting_migrations
    from samenspel.kernel.house import copies, tables

    path = Path(name)
    if path.exists() or copies.beside(path).exists():
        say(f"{path} bestaat al. Kies een andere naam, zodat een oude kopie blijft. Er is niets gemaakt.")
        return 1
    if not path.parent.is_dir():
        say(f"De map {path.parent} is er niet. Er is niets gemaakt.")
        return 1
    if waiting_migrations():
        say("De tabellen zijn van een oudere versie dan dit programma. Maak de kopie met de versie die nu draait.")
        return 1
    bar = Bar("Kopie maken", sum(map(tables.rows_in, tables.tables())))
    try:
        main, *apart = copies.write_copy(path, bar)
    except OSError as error:
        say(f"Schrijven lukte niet ({error.strerror}). Er is geen kopie gemaakt.")
        return 1
    bar.end()
    say(f"{path}: {main.rows} regels, kenmerk {main.code}")
    say("Hierin staan adressen van mensen: bewaar het achter slot, op een andere plek dan de site.")
    for part in apart:
        say(f"{part.path}: {part.rows} dichte enveloppen van een stemming die nog loopt. Bewaar dit bestand apart en")
        say("vernietig het na de bezwaartermijn. Dan kan niemand later nog stembiljetten openen.")
    return 0


def put_back(say: Say, name: str, *, envelopes: bool) -> int:
    """Check the whole copy first, then put it back in one go, then check the journal."""
    from django.db.utils import Error

    from samenspel.config.commands import OPERATOR
    from samenspel.kernel.action import Refused
    from samenspel.kernel.house import actions, copies

    try:
        copy = copies.open_copy(Path(name))
        apart = copies.apart_of(copy) if envelopes else []
        bar = Bar("Terugzetten", 3 * sum(part.rows for part in (copy, *apart)))
        for part in (copy, *apart):
            copies.check_copy(part, bar)
        actions.restore_copy(copy, by=OPERATOR, apart=apart, tick=bar)
    except Refused as refusal:
        say(str(refusal.message))
        return 1
    except (OSError, Error) as problem:
        say(f"Terugzetten lukte niet ({problem}). Er is niets teruggezet.")
        return 1
    bar.end()
    say(f"{copy.rows} regels staan er weer, gelijk aan kopie {copy.code} van {copy.manifest['made_at']}.")
    return 0


@contextmanager
def new_file(name: str) -> Iterator[None]:
    """With a name: work in a fresh SQLite file, that gets its name only once everything is in it."""
    if not name:
        yield
        return
    path = Path(name).resolve()
    if path.exists():
        raise SystemExit(f"{path} bestaat al. Kies een andere naam. Er is niets teruggezet.")
    with TemporaryDirectory(dir=path.parent, prefix=".terugzetten-") as folder:
        os.environ.update(SAMENSPEL_DATA_DIR=folder, SAMENSPEL_DATABASE_URL="")
        yield
        from django.db import connection

        from samenspel.kernel.house.tables import rows_in, tables

        full = any(map(rows_in, tables()))
        connection.close()  # the last one to leave puts the write-ahead log into the file
        if full:
            (Path(folder) / "samenspel.sqlite3").replace(path)
