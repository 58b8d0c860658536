"""Copies on the command line: making one, putting one back, and saying how far it is."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samenspel.kernel.house.copies import Copy

Say = Callable[[str], None]
ONE_PLACE = "Dit is het bestand van één buurt. Lees het in met: ./samenspel place import BESTAND"
WHOLE_SITE = "Dit is een kopie van een hele site. Zet die terug met: ./samenspel restore BESTAND"


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
    from samenspel.kernel.house import tables, writing

    path = Path(name)
    if not _free(say, path):
        return 1
    if waiting_migrations():
        say("De tabellen zijn van een oudere versie dan dit programma. Maak de kopie met de versie die nu draait.")
        return 1
    bar = Bar("Kopie maken", sum(map(tables.rows_in, tables.tables())))
    try:
        main, *apart = writing.write_copy(path, bar)
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


def _free(say: Say, path: Path) -> bool:
    """Whether a file can be made here, with the one beside it."""
    from samenspel.kernel.house import copies

    if path.exists() or copies.beside(path).exists():
        say(f"{path} bestaat al. Kies een andere naam, zodat een oude kopie blijft. Er is niets gemaakt.")
        return False
    if not path.parent.is_dir():
        say(f"De map {path.parent} is er niet. Er is niets gemaakt.")
        return False
    return True


def take_along(say: Say, slug: str, name: str) -> int:
    """Write everything of one neighbourhood to a file, for a house of its own."""
    from samenspel.kernel.house import writing
    from samenspel.kernel.places.queries import place_by_slug

    place, path = place_by_slug(slug), Path(name)
    if place is None or not name:
        say(f"De buurt {slug!r} is er niet, of er is geen bestand genoemd. Zie ./samenspel place list")
        return 1
    if not _free(say, path):
        return 1
    try:
        main, *apart = writing.write_place(path, place, lambda rows: None)
    except OSError as error:
        say(f"Schrijven lukte niet ({error.strerror}). Er is niets gemaakt.")
        return 1
    say(f"{path}: {main.rows} regels van {place.name}, kenmerk {main.code}")
    say("Hierin staan adressen van mensen van deze buurt: geef het alleen aan wie de nieuwe site beheert.")
    for part in apart:
        say(f"{part.path}: {part.rows} regels van stemmingen: stemcodes, sleutelhouders, enveloppen. Houd dit apart.")
        say("Verhuis liever na de uitslag: stemcodes werken alleen op een site met dezelfde SAMENSPEL_SECRET_KEY.")
    say("Hier is niets weggehaald.")
    return 0


def put_back(say: Say, name: str, *, envelopes: bool) -> int:
    """Check the whole copy first, then put it back in one go, then check the journal."""
    copy = _read_in(say, name, envelopes=envelopes, moved=False)
    if copy:
        say(f"{copy.rows} regels staan er weer, gelijk aan kopie {copy.code} van {copy.manifest['made_at']}.")
    return 0 if copy else 1


def bring_in(say: Say, name: str, *, envelopes: bool) -> int:
    """Check the whole file of a neighbourhood first, then write it in one go, then check its journal."""
    copy = _read_in(say, name, envelopes=envelopes, moved=True)
    if copy and copy.moved:
        say(f"{copy.moved['name']} staat hier: /{copy.moved['slug']}/ met {copy.rows} regels, gelijk aan {copy.code}.")
        say("Mensen loggen hier in met een code per e-mail. Wie een passkey had, maakt hier een nieuwe.")
    return 0 if copy else 1


def _read_in(say: Say, name: str, *, envelopes: bool, moved: bool) -> "Copy | None":
    from django.db.utils import Error

    from samenspel.config.commands import OPERATOR
    from samenspel.kernel.action import Refused
    from samenspel.kernel.house import actions, copies

    read_in = actions.import_place if moved else actions.restore_copy
    try:
        copy = copies.open_copy(Path(name))
        if moved != bool(copy.moved):
            raise Refused(ONE_PLACE if copy.moved else WHOLE_SITE)
        apart = copies.apart_of(copy) if envelopes else []
        bar = Bar("Inlezen", 3 * sum(part.rows for part in (copy, *apart)))
        for part in (copy, *apart):
            copies.check_copy(part, bar)
        read_in(copy, by=OPERATOR, apart=apart, tick=bar)
    except Refused as refusal:
        say(str(refusal.message))
        return None
    except (OSError, Error) as problem:
        say(f"Dit lukte niet ({problem}). Er is niets ingelezen.")
        return None
    bar.end()
    return copy


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
