"""Writing a copy: of the whole house, or of one place that moves."""

import hashlib
import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db import connection, transaction
from django.utils import timezone

from samenspel.kernel.exports import NOT_EXPORTED
from samenspel.kernel.house import reach
from samenspel.kernel.house import tables as house
from samenspel.kernel.house.copies import FORM, MANIFEST, Copy, Tick, beside, inside
from samenspel.kernel.house.reach import STAYS, Rows, moving
from samenspel.kernel.house.tables import APART, LEFT_OUT, Table
from samenspel.kernel.journal.chain import stamp
from samenspel.kernel.places.models import Place


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a copy: which tables, which of those apart, and how to read one."""

    tables: Sequence[Table]
    apart: Mapping[Table, str]
    lines_of: Callable[[Table], Iterator[bytes]]
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def kept(self) -> list[Table]:
        """The tables that are in the file itself."""
        return [table for table in self.tables if table not in self.apart]


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
        return _write_both(path, Content(house.tables(), APART, house.lines_of), tick)


def write_place(path: Path, place: Place, tick: Tick) -> list[Copy]:
    """Write what belongs to one place to a file in the same form."""
    with snapshot():
        rows = Rows(place.pk)
        facts = {"place": {"number": place.pk, "slug": place.slug, "name": place.name}, "stays": STAYS}
        return _write_both(path, Content(moving(), reach.apart(), rows.lines_of, facts), tick)


def _write_both(path: Path, content: Content, tick: Tick) -> list[Copy]:
    apart = [table for table in content.apart if next(content.lines_of(table), None)]
    written = [_write(beside(path), apart, content, tick)] if apart else []
    named = written[0].manifest["tables"] if written else {}
    return [_write(path, content.kept, replace(content, facts={**content.facts, "apart": named}), tick), *written]


def _write(path: Path, tables: Iterable[Table], content: Content, tick: Tick) -> Copy:
    half = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    # Only whoever keeps the site may read it: addresses of people are in it. So never through a file that lies there.
    opened = os.open(half, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with open(opened, "w+b") as out:
            with ZipFile(out, "w", ZIP_DEFLATED) as packed:
                found = {house.name_of(table): _pack(packed, table, content.lines_of(table), tick) for table in tables}
                manifest = {
                    "form": FORM, "made_at": stamp(timezone.now()), "migrations": house.migrations(),
                    "left_out": LEFT_OUT, "tables": found, **content.facts,
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


def _pack(packed: ZipFile, table: Table, lines: Iterable[bytes], tick: Tick) -> dict[str, Any]:
    """One table into the zip; says how many rows, their SHA-256, and why it is secret if it is."""
    digest, rows = hashlib.sha256(), 0
    with packed.open(_info(inside(house.name_of(table))), "w", force_zip64=True) as out:
        for line in lines:
            digest.update(line)
            out.write(line)
            rows += 1
            tick(1)
    secret = NOT_EXPORTED.get(table, "" if table.__module__.startswith("samenspel.") else "Of a library.")
    facts = {"rows": rows, "sha256": digest.hexdigest(), "columns": house.columns_of(table)}
    return {**facts, "secret": secret} if secret else facts
