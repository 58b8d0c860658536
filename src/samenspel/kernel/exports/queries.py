"""The rows of an export, for one reader."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from samenspel.contracts.actor import Actor
from samenspel.kernel.exports.model import Column, Export
from samenspel.kernel.journal.chain import stamp

SMALLEST = 5  # counts below this are not shown in open data


def rows(export: Export, actor: Actor, place: int | None = None) -> "QuerySet[Any, Any]":
    """What this reader may see of a table, as tuples in column order."""
    visible = export.visible(actor) if export.visible else Q()
    found = export.model._default_manager.filter(visible)
    if place is not None and export.place:
        found = found.filter(**{export.place: place})
    return found.order_by(*export.order).values_list(*(c.value or c.path for c in export.open_columns))


def plain_rows(export: Export, actor: Actor, place: int | None = None) -> Iterator[list[Any]]:
    """The same rows as plain text and numbers, small counts hidden."""
    columns = export.open_columns
    for row in rows(export, actor, place).iterator(chunk_size=1000):
        yield [_plain(c, value) for c, value in zip(columns, row, strict=True)]


def _plain(column: Column, value: Any) -> Any:
    if column.small and isinstance(value, int) and 0 < value < SMALLEST:
        return None
    if hasattr(value, "tzinfo") and hasattr(value, "hour"):
        return stamp(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value
