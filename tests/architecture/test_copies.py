"""A copy of the house holds every table; what stays out says why."""

from django.apps import apps
from django.db import models

from samenspel.kernel.house.tables import APART, LEFT_OUT, tables
from tests.architecture.house import nothing


def everything() -> list[type[models.Model]]:
    return [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]


def test_every_table_is_copied_or_says_why_not() -> None:
    nothing(sorted(m._meta.label for m in set(everything()) - set(tables()) if m._meta.app_label not in LEFT_OUT))
    nothing(sorted(label for label in LEFT_OUT if label not in apps.app_configs))


def test_no_table_of_ours_stays_out() -> None:
    ours = {m for m in everything() if m.__module__.startswith("samenspel.")}
    nothing(sorted(m._meta.label for m in ours - set(tables())))


def test_what_lies_apart_is_a_table_with_a_reason() -> None:
    nothing([m._meta.label for m, reason in APART.items() if m not in tables() or len(reason.split()) < 3])


def test_a_copy_of_rows_is_a_copy_of_everything() -> None:
    """A file that somebody hands in would need a place in the copy."""
    nothing(
        [
            f"{model._meta.label}.{field.name}"
            for model in tables()
            for field in model._meta.concrete_fields
            if isinstance(field, models.FileField)
        ]
    )
