"""Long lists in tests: the first three are made by acts; the rest are copies of the rows of the third."""

from collections.abc import Callable, Iterator
from copy import copy
from itertools import count
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import AutoField, ForeignKey, Model

from samenspel.kernel.action.guard import acting
from samenspel.kernel.action.models import Once
from samenspel.kernel.journal.models import Entry, EntryText, Head, Notice

T = TypeVar("T", bound=Model)
JOURNAL: tuple[type[Model], ...] = (Head, Entry, EntryText, Notice, Once)  # a chain has no copies
FRESH = count()


def that_many(number: int, make: Callable[[int], T]) -> list[T]:
    """As many things as asked, like `make` makes them; a list of three costs what a list of two hundred costs."""
    if number <= 3:
        return [make(n) for n in range(number)]
    made = [make(0), make(1)]
    last = {model: _newest(model) for model in _models()}
    made.append(make(2))
    with acting():
        return made + _copies(made[2], last, number - 3)


def _models() -> Iterator[type[Model]]:
    """What others point at first."""
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("samenspel.") and model not in JOURNAL and isinstance(model._meta.pk, AutoField):
            yield model


def _newest(model: type[Model]) -> int:
    return model._base_manager.order_by("-pk").values_list("pk", flat=True).first() or 0


def _copies(row: T, last: dict[type[Model], int], times: int) -> list[T]:
    """Every row that came with this one, once more for each copy, pointing at the copies of the others."""
    copied: dict[tuple[type[Model], Any], list[Model]] = {}
    for model, newest in last.items():
        originals = list(model._base_manager.filter(pk__gt=newest).order_by("pk"))
        rows = [_copy(original, copied, turn) for original in originals for turn in range(times)]
        model._base_manager.bulk_create(rows)
        for place, original in enumerate(originals):
            copied[model, original.pk] = rows[place * times : (place + 1) * times]
    return copied[type(row), row.pk]  # type: ignore[return-value]


def _copy(original: Model, copied: dict[tuple[type[Model], Any], list[Model]], turn: int) -> Model:
    made = copy(original)
    made._state.adding, made.pk = True, None
    for field in original._meta.concrete_fields:
        value = field.value_from_object(original)
        if isinstance(field, ForeignKey):
            there = copied.get((field.related_model, value))
            setattr(made, field.attname, there[turn].pk if there else value)
        elif field.unique and not field.primary_key:
            setattr(made, field.attname, f"{value}-{next(FRESH)}")
    return made
