"""What the tables may point to. Django hides these dependencies in strings, so imports do not show them."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models

from tests.architecture.house import KERNEL, nothing, platform

WRITES = {"save", "delete", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}


def own_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("samenspel.")]


def targets(model: type[models.Model]) -> Iterator[tuple[str, type[models.Model]]]:
    for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        if field.remote_field is not None and isinstance(field.related_model, type):
            yield field.name, field.related_model


def place(model: type[models.Model]) -> tuple[str, str]:
    """("stages", "agenda") for a model of the agenda."""
    parts = [*model.__module__.split("."), "", ""]
    return parts[1], parts[2]


def may_point(model: type[models.Model], target: type[models.Model]) -> bool:
    if not target.__module__.startswith("samenspel."):
        return False
    (storey, package), (other_storey, other_package) = place(model), place(target)
    if (storey, package) == (other_storey, other_package):
        return True
    if storey == "kernel":
        return other_storey == "kernel" and KERNEL.index(other_package) < KERNEL.index(package)
    return (other_storey in ("kernel", "instruments") and storey != "instruments") or other_storey == "kernel"


def test_keys_point_to_the_own_room_an_instrument_or_the_kernel_and_never_up() -> None:
    wrong = [
        f"{model.__module__}.{model.__name__}.{name} -> {target.__module__}.{target.__name__}"
        for model in own_models()
        for name, target in targets(model)
        if not may_point(model, target)
    ]
    nothing(wrong)


def test_no_key_to_just_anything() -> None:
    nothing(
        [
            f"{model.__name__}.{field.name}"
            for model in own_models()
            for field in model._meta.private_fields
            if isinstance(field, GenericForeignKey)
        ]
    )


def test_a_state_is_a_closed_list() -> None:
    states = [(m, f) for m in own_models() for f in m._meta.local_fields if f.name == "state"]
    nothing([f"{model.__module__}.{model.__name__}" for model, field in states if not field.choices])


def test_money_is_integer_cents() -> None:
    wrong = []
    for model in own_models():
        for field in model._meta.local_fields:
            whole = isinstance(field, models.IntegerField)
            if field.name.endswith("_cents") and not whole:
                wrong.append(f"{model.__name__}.{field.name}")
            if isinstance(field, models.DecimalField) or ("euro" in field.name and not whole):
                wrong.append(f"{model.__name__}.{field.name}")
    nothing(wrong)


def test_every_table_and_column_has_a_dutch_name() -> None:
    """Forms, exports and the data dictionary take them from the model."""
    bare = [
        f"{model.__module__}.{model.__name__}.{field.name}"
        for model in own_models()
        for field in model._meta.local_fields
        if not field.primary_key
        and not (field.remote_field and getattr(field.remote_field, "parent_link", False))
        and str(field.verbose_name) == field.name.replace("_", " ")
        and type(field.verbose_name) is str
    ]
    nothing(bare)


def test_models_never_write() -> None:
    wrong = []
    for module in platform():
        if module.file != "models":
            continue
        wrong += [f"{module.where}: def {f.name}" for f in module.functions if f.name in ("save", "delete")]
        names = {getattr(node, "attr", "") for node in module.nodes}
        wrong += [f"{module.where}: .{name}(" for name in sorted(names & WRITES)]
    nothing(wrong)
