"""Nothing is locked in: every table can be taken along, or says why not."""

from django.apps import apps
from django.db.models import Model

from samenspel.kernel.exports import NOT_EXPORTED, registered
from tests.architecture.house import nothing


def own_models() -> set[type[Model]]:
    return {m for m in apps.get_models() if m.__module__.startswith("samenspel.")}


def exported() -> set[type[Model]]:
    return {export.model for export in registered().values()}


def names(models: set[type[Model]]) -> list[str]:
    return sorted(f"{m.__module__}.{m.__name__}" for m in models)


def test_every_table_is_exported_or_says_why_not() -> None:
    nothing(names(own_models() - exported() - set(NOT_EXPORTED)))


def test_what_is_not_exported_has_a_reason_and_exists() -> None:
    nothing(names(set(NOT_EXPORTED) - own_models()))
    nothing([model.__name__ for model, reason in NOT_EXPORTED.items() if len(reason.split()) < 3])


def test_nothing_is_both_exported_and_kept() -> None:
    nothing(names(exported() & set(NOT_EXPORTED)))


def test_every_export_has_columns_that_say_what_they_mean() -> None:
    nothing([name for name, export in registered().items() if not export.columns or not str(export.label)])
