"""What an export is: a table with for each column its meaning and its personal-data class."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q

from samenspel.contracts.actor import Actor
from samenspel.kernel.action.rules import Words
from samenspel.kernel.lineage.models import Thing

Personal = Literal["", "indirect", "direct", "written"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `path` is an ORM path; label and meaning default to the model field's own words.

    With `value`, an ORM expression gives what is written down instead of the field itself.
    """

    path: str
    name: str
    label: Words = ""
    meaning: Words = ""
    personal: Personal = ""
    small: bool = False
    value: Any = None


def col(
    path: str,
    name: str = "",
    *,
    label: Words = "",
    meaning: Words = "",
    personal: Personal = "",
    small: bool = False,
    value: Any = None,
) -> Column:
    """A column; `small=True` hides counts below five in the open export."""
    return Column(path, name or path.replace("node__", "").replace("__", "_"), label, meaning, personal, small, value)


def columns_of(model: type[models.Model], *, personal: Mapping[str, Personal] | None = None) -> list[Column]:
    """A column for every field of a table; `personal` names the fields that point at a person."""
    classes = personal or {}
    return [col(f.name, personal=classes.get(f.name, "")) for f in model._meta.concrete_fields if f.name != "version"]


@dataclass(frozen=True, slots=True)
class Export:
    """One table that leaves the house. `visible` is the room's own rule; `place` the ORM path to the place."""

    name: str
    model: type[models.Model]
    label: Words
    columns: Sequence[Column]
    visible: Callable[[Actor], Q] | None = None
    place: str = ""
    order: Sequence[str] = field(default=("pk",))

    def field_of(self, column: Column) -> "models.Field[Any, Any] | None":
        """The model field behind a column, followed along the path."""
        model: Any = self.model
        found: Any = None
        for part in column.path.split("__"):
            try:
                found = model._meta.get_field(part)
            except FieldDoesNotExist:
                return None
            model = found.related_model or model
        return found if isinstance(found, models.Field) else None

    def label_of(self, column: Column) -> Words:
        """What people call this column."""
        model_field = self.field_of(column)
        return column.label or (model_field.verbose_name if model_field else column.name)

    def meaning_of(self, column: Column) -> Words:
        """What it means."""
        model_field = self.field_of(column)
        return column.meaning or (model_field.help_text if model_field else "")

    def type_of(self, column: Column) -> str:
        """text, number, date, moment or yes/no."""
        kinds = {"DateTimeField": "moment", "DateField": "date", "BooleanField": "boolean"}
        model_field = self.field_of(column)
        if model_field is None:
            return "text"
        name = model_field.get_internal_type()
        whole = name.endswith("IntegerField") or name in ("BigAutoField", "ForeignKey", "OneToOneField")
        numeric = whole or name in ("FloatField", "DecimalField")
        return kinds.get(name, "number" if numeric else "text")

    @property
    def open_columns(self) -> tuple[Column, ...]:
        """Columns that everybody may have: nothing that points at a person."""
        return tuple(c for c in self.columns if c.personal in ("", "indirect"))


_REGISTRY: dict[str, Export] = {}
NOT_EXPORTED: dict[type[models.Model], str] = {}


def register(export: Export) -> Export:
    """Add a table to the data page; names are unique. A thing with a code says whether it was made up."""
    if issubclass(export.model, Thing) and all(column.name != "example" for column in export.columns):
        export = replace(export, columns=[*export.columns, col("node__example")])
    known = _REGISTRY.get(export.name)
    if known and known.model is not export.model:
        raise RuntimeError(f"Two exports are called {export.name}.")
    _REGISTRY[export.name] = export
    return export


def registered() -> dict[str, Export]:
    """All exports by name."""
    return dict(sorted(_REGISTRY.items()))
