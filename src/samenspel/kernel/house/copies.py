"""A copy of the house: one zip with a file for each table, and a manifest that says what must be in it."""

import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action import NotThere, Refused
from samenspel.kernel.exports import NOT_EXPORTED
from samenspel.kernel.house import tables as house
from samenspel.kernel.house.tables import APART, LEFT_OUT, Table
from samenspel.kernel.journal.chain import stamp

Tick = Callable[[int], None]
FORM = 1
MANIFEST = "manifest.json"
BROKEN = _("Deze kopie is niet heel: er is iets veranderd of er ontbreekt een stuk. Er is niets teruggezet.")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was opened. `code` names it in the journal: the beginning of the SHA-256 of its manifest."""

    path: Path
    manifest: dict[str, Any]
    code: str
    place_id: int = 0

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(int(facts["rows"]) for facts in self.manifest["tables"].values())


def beside(path: Path) -> Path:
    """Where the tables are that go in a file of their own."""
    return path.with_name(f"{path.stem}.enveloppen{path.suffix}")


@contextmanager
def snapshot() -> Iterator[None]:
    """Read everything as it is at one moment, while others go on writing."""
    connection.ensure_connection()
    mode = getattr(connection, "transaction_mode", None)
    setattr(connection, "transaction_mode", None)  # noqa: B010  SQLite: who only reads lets others write
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        setattr(connection, "transaction_mode", mode)  # noqa: B010


def write_copy(path: Path, tick: Tick) -> list[Copy]:
    """Write the house to a file, and what goes apart to a file beside it if there is any."""
    with snapshot():
        apart = [table for table in APART if house.rows_in(table)]
        written = [_write(beside(path), apart, {}, tick)] if apart else []
        named = written[0].manifest["tables"] if written else {}
        kept = [table for table in house.tables() if table not in APART]
        return [_write(path, kept, {"apart": named}, tick), *written]


def apart_of(copy: Copy) -> list[Copy]:
    """The file that belongs beside a copy, if there was anything to put in it."""
    if not (named := copy.manifest.get("apart")):
        return []
    if not beside(copy.path).exists():
        raise NotThere(
            _(
                "Bij deze kopie horen enveloppen van een stemming die liep, in een bestand ernaast. Dat is er niet. "
                "Er is niets teruggezet. Zet het bestand ernaast, of kies --without-envelopes: dan moeten mensen "
                "opnieuw stemmen."
            )
        )
    found = open_copy(beside(copy.path))
    if found.manifest["tables"] != named:
        raise Refused(BROKEN)
    return [found]


def _write(path: Path, tables: Iterable[Table], facts: dict[str, Any], tick: Tick) -> Copy:
    half = path.with_name(f"{path.name}.half")
    try:
        # Only whoever keeps the site may read it: addresses of people are in it.
        with open(os.open(half, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as out:
            with ZipFile(out, "w", ZIP_DEFLATED) as packed:
                found = {house.name_of(table): _pack(packed, table, tick) for table in tables}
                manifest = {
                    "form": FORM, "made_at": stamp(timezone.now()), "migrations": house.migrations(),
                    "left_out": LEFT_OUT, "tables": found, **facts,
                }  # fmt: skip
                text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True).encode()
                packed.writestr(_info(MANIFEST), text)
            out.flush()
            os.fsync(out.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return Copy(path, manifest, hashlib.sha256(text).hexdigest()[:32])


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
    return info


def _pack(packed: ZipFile, table: Table, tick: Tick) -> dict[str, Any]:
    """One table into the zip; says how many rows, their SHA-256, and why it is secret if it is."""
    digest, rows = hashlib.sha256(), 0
    with packed.open(_info(_file(house.name_of(table))), "w", force_zip64=True) as out:
        for line in house.lines_of(table):
            digest.update(line)
            out.write(line)
            rows += 1
            tick(1)
    secret = NOT_EXPORTED.get(table, "" if table.__module__.startswith("samenspel.") else "Of a library.")
    facts = {"rows": rows, "sha256": digest.hexdigest(), "columns": house.columns_of(table)}
    return {**facts, "secret": secret} if secret else facts


def _file(name: str) -> str:
    return f"tables/{name}.ndjson"


def open_copy(path: Path) -> Copy:
    """Read what must be in a copy."""
    try:
        with ZipFile(path) as packed:
            text = packed.read(MANIFEST)
        manifest = json.loads(text)
        copy = Copy(path, manifest, hashlib.sha256(text).hexdigest()[:32])
        if manifest["form"] != FORM or copy.rows < 0:
            raise Refused(_("Deze kopie is van een andere versie van Samenspel. Er is niets teruggezet."))
    except FileNotFoundError as error:
        raise Refused(_("Dit bestand is er niet. Er is niets teruggezet.")) from error
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, EOFError, zlib.error) as error:
        raise Refused(BROKEN) from error
    return copy


def lines_in(copy: Copy, name: str) -> Iterator[bytes]:
    """The rows of one table in a copy."""
    try:
        with ZipFile(copy.path) as packed, packed.open(_file(name)) as lines:
            yield from lines
    except (BadZipFile, KeyError, EOFError, zlib.error) as error:
        raise Refused(BROKEN) from error


def check_lines(lines: Iterable[bytes], facts: dict[str, Any], tick: Tick) -> None:
    """Whether these lines are the ones of the manifest: as many, and with the same SHA-256."""
    digest, rows = hashlib.sha256(), 0
    for line in lines:
        digest.update(line)
        rows += 1
        tick(1)
    if (rows, digest.hexdigest()) != (facts["rows"], facts["sha256"]):
        raise Refused(BROKEN)


def check_copy(copy: Copy, tick: Tick) -> None:
    """Whether every table in a copy is as it was written, and fits the tables of this house."""
    known = {house.name_of(table): house.columns_of(table) for table in house.tables()}
    named = copy.manifest["tables"]
    whole = "apart" not in copy.manifest or {*known} == {*named, *map(house.name_of, APART)}
    fits = whole and all(known.get(name) == facts["columns"] for name, facts in named.items())
    if copy.manifest["migrations"] != house.migrations() or not fits:
        raise Refused(
            _(
                "Deze kopie is van een andere versie van Samenspel. Zet haar terug met de versie waarmee zij gemaakt "
                "is en werk daarna bij. Er is niets teruggezet."
            )
        )
    for name, facts in named.items():
        check_lines(lines_in(copy, name), facts, tick)
