"""The tables of a house as lines of text, the same on every database. A new table is in by itself."""

import base64
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from samenspel.kernel.journal.chain import stamp

Table: TypeAlias = type[Model]

# Apps whose tables stay out of a copy, each with its reason.
LEFT_OUT = {
    "contenttypes": "Made anew from the code whenever tables are set up.",
    "auth": "Django's own groups and permissions; the house has mandates instead.",
    "sessions": "Who is logged in now; people log in again.",
}
# Tables that go in a file of their own beside a copy, each with its reason. Rooms and instruments add theirs.
APART: dict[Table, str] = {}
PIECE = 2000  # rows
QUESTION = 500  # numbers in one question to the database


def tables() -> list[Table]:
    """Every table of a copy, in a fixed order."""
    found = {m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy}
    return sorted((m for m in found if m._meta.app_label not in LEFT_OUT), key=name_of)


def name_of(table: Table) -> str:
    """What the database calls it."""
    return table._meta.db_table


def columns_of(table: Table) -> list[str]:
    """Its columns, as the model calls them."""
    return sorted(field.attname for field in table._meta.concrete_fields)


def rows_in(table: Table) -> int:
    """How many rows there are now."""
    return table._base_manager.count()


def lines_of(table: Table) -> Iterator[bytes]:
    """Every row as a line of JSON, in the order of its number; needs little memory."""
    columns = columns_of(table)
    rows = table._base_manager.order_by("pk").values_list(*columns)
    for row in rows.iterator(chunk_size=PIECE):
        yield _line(dict(zip(columns, row, strict=True)))


def lines_at(table: Table, numbers: Collection[Any], only: Mapping[str, Collection[Any]]) -> Iterator[bytes]:
    """The rows with these numbers in the same way; `only` says which values a column may have, or else it is empty."""
    columns = columns_of(table)
    for some in pieces(numbers):
        for row in table._base_manager.filter(pk__in=some).order_by("pk").values_list(*columns):
            facts = dict(zip(columns, row, strict=True))
            yield _line(facts | {column: None for column, kept in only.items() if facts[column] not in kept})


def pieces(values: Collection[Any]) -> Iterator[list[Any]]:
    """Sorted, and so many at a time that a question can hold them."""
    ordered = sorted(values)
    for start in range(0, len(ordered), QUESTION):
        yield ordered[start : start + QUESTION]


def _line(facts: dict[str, Any]) -> bytes:
    text = json.dumps(facts, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(value).decode()
    raise TypeError(f"A copy does not know how to write {type(value).__name__}.")


def row_of(table: Table, line: bytes) -> Model:
    """A line of JSON as a row again."""
    facts = json.loads(line)
    fields = table._meta.concrete_fields
    return table.from_db(None, [f.attname for f in fields], [f.to_python(facts[f.attname]) for f in fields])


def add_rows(table: Table, rows: list[Model]) -> None:
    """Write rows exactly as they were, their numbers and moments included."""
    fields = list(table._meta.concrete_fields)
    most = connection.ops.bulk_batch_size(fields, rows) if rows else 1
    for start in range(0, len(rows), most):
        some: Any = rows[start : start + most]
        table._base_manager.all()._insert(some, fields=fields, using=connection.alias, raw=True)  # type: ignore[attr-defined]


def migrations() -> list[str]:
    """Which steps the tables went through."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def count_on(all_tables: Iterable[Table]) -> None:
    """The next new row gets a number that is still free."""
    from django.core.management.color import no_style

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(all_tables)):
            cursor.execute(statement)
