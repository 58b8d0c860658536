"""A neighbourhood can leave with everything: each table is reached from its place, or says why it stays."""

from django.db.models import Model

from samenspel.kernel.house.reach import ALSO, APART_TOO, STAYS, keys_of, moving, path_of
from samenspel.kernel.house.tables import name_of, tables
from tests.architecture.house import nothing


def pointed_to() -> set[type[Model]]:
    """Tables whose rows come along with what points to them."""
    return {there for table in moving() for there in keys_of(table).values()}


def test_each_table_is_reached_or_says_why_it_stays() -> None:
    nothing([t._meta.label for t in moving() if not path_of(t) and t not in ALSO and t not in pointed_to()])


def test_what_stays_is_a_table_with_a_reason() -> None:
    names = {name_of(table) for table in tables()}
    nothing([name for name, reason in STAYS.items() if name not in names or len(reason.split()) < 5])


def test_nothing_that_moves_needs_what_stays() -> None:
    nothing([
        f"{table._meta.label}.{field.name}"
        for table in moving()
        for field in table._meta.concrete_fields
        if not field.null and isinstance(field.related_model, type) and field.related_model not in moving()
    ])  # fmt: skip


def test_what_lies_apart_is_needed_by_nothing_in_the_file() -> None:
    nothing([t._meta.label for t in moving() if t not in APART_TOO and {*keys_of(t).values()} & {*APART_TOO}])


def test_no_table_is_named_without_need() -> None:
    nothing([table._meta.label for table in ALSO if table not in moving()])
