"""Nothing is locked in: every table can be taken along, or says why not."""

from django.apps import apps

from samenspel.kernel.exports import NOT_EXPORTED, registered


def label(model: type) -> str:
    return f"{model.__module__}.{model.__name__}"


def test_every_table_is_exported_or_says_why_not() -> None:
    taken = {export.model for export in registered()}
    left = {m for m in apps.get_models() if m.__module__.startswith("samenspel.")} - taken
    assert sorted(label(m) for m in left if m._meta.label not in NOT_EXPORTED) == []


def test_what_is_not_exported_has_a_reason_and_exists() -> None:
    labels = {m._meta.label for m in apps.get_models()}
    assert sorted(set(NOT_EXPORTED) - labels) == []
    assert [name for name, reason in NOT_EXPORTED.items() if len(str(reason).split()) < 3] == []


def test_nothing_is_both_exported_and_kept() -> None:
    assert sorted({export.model._meta.label for export in registered()} & set(NOT_EXPORTED)) == []


def test_export_names_are_unique() -> None:
    names = [export.name for export in registered()]
    assert len(names) == len(set(names))
