"""Questions that are put into SQL once, not at every call: Django takes longer to write some than to ask them.

    @prepared
    def _open(place: int, day: date) -> QuerySet[Round]:
        return Round.objects.filter(place=place, ends__gte=day)

    _open(place.pk, today())   # -> a list

The function runs once in each thread, with empty slots for its arguments. So all that differs between two calls must be
an argument that goes straight into a filter, never None: no `now()` inside, no `if`, no `prefetch_related`.
"""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Generic, ParamSpec, TypeVar

from django.db import connections
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler

P = ParamSpec("P")
R = TypeVar("R")


class Slot(Expression):
    """The place of an argument."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> Any:
        """A parameter that is filled in later."""
        return "%s", (self,)


class Prepared(Generic[P, R]):
    """A question that waits for its arguments."""

    def __init__(self, build: Callable[P, QuerySet[Any, R]]) -> None:
        self.build, self.signature, self.ours = build, inspect.signature(build), threading.local()
        self.__doc__, self.__name__, self.__wrapped__ = build.__doc__, build.__name__, build

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[R]:
        rows, compiler, sql, params = self._ready()
        given, connection = self.signature.bind(*args, **kwargs).arguments, compiler.connection
        filled = tuple(_fit(given[p.name], connection) if isinstance(p, Slot) else p for p in params)
        compiler.as_sql = lambda *args, **kwargs: (sql, filled)
        return list(rows._iterable_class(rows))

    def _ready(self) -> tuple[Any, Any, str, tuple[Any, ...]]:
        """The SQL of this thread; a connection belongs to one thread."""
        found = getattr(self.ours, "ready", None)
        if found and found[1].connection is connections[found[0].db]:
            return found  # type: ignore[no-any-return]
        build: Any = self.build
        rows = build(**{name: Slot(name) for name in self.signature.parameters})
        compiler = rows.query.get_compiler(using=rows.db)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
        compiler.get_converters = lambda *args: converters
        rows.query.get_compiler = lambda *args, **kwargs: compiler
        self.ours.ready = rows, compiler, sql, tuple(params)
        return self._ready()


def prepared(build: Callable[P, QuerySet[Any, R]]) -> Prepared[P, R]:
    """Put this question into SQL only once."""
    return Prepared(build)


def _fit(value: Any, connection: Any) -> Any:
    """A moment or a day as this database writes it; numbers and words are alike everywhere."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
