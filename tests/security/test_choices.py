"""Every field that picks a row, on every form of the house: nothing that is sent breaks the question."""

import copy
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

import samenspel
from samenspel.kernel.action.forms import OneOfField, SomeOfField
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.people.models import Party

SOURCE = Path(samenspel.__file__).parent
BAD = ("9" * 20, "-" + "9" * 20, "9" * 5_000, str(2**63), "-1", "niemand", "1 or 1=1", "1\x002", "\x00", "１e5", "1.5")


def _all(kind: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for one in kind.__subclasses__():
        yield one
        yield from _all(one)


def picking_fields() -> list[Any]:
    """Form and field of every question that picks a row."""
    for path in (*SOURCE.rglob("forms/*.py"), *SOURCE.rglob("forms.py")):
        importlib.import_module("samenspel." + ".".join(path.relative_to(SOURCE).with_suffix("").parts))
    ours = {form for form in _all(forms.BaseForm) if form.__module__.startswith("samenspel")}
    fields = [(form.__qualname__, *item) for form in ours for item in vars(form)["base_fields"].items()]
    found = [(f"{form}.{name}", field) for form, name, field in fields]
    picks = [(name, field) for name, field in found if isinstance(field, forms.ModelChoiceField)]
    return [pytest.param(field, id=name) for name, field in sorted(picks, key=lambda pair: pair[0])]


@pytest.mark.django_db
@pytest.mark.parametrize("field", picking_fields())
def test_a_key_that_cannot_be_is_not_a_choice(field: Any) -> None:
    assert isinstance(field, (OneOfField, SomeOfField)), "use the field of kernel/action/forms.py"
    field = copy.deepcopy(field)
    model = Party if field.queryset is None else field.queryset.model  # the form fills an empty list itself
    field.queryset = model._base_manager.all()
    for key in BAD:
        with pytest.raises(forms.ValidationError):
            field.clean([key] if isinstance(field, SomeOfField) else key)


def test_the_questions_are_found() -> None:
    assert len(picking_fields()) >= 15


def test_a_plan_with_an_impossible_partner_is_asked_again(cycle: Cycle, client_as: Any) -> None:
    client: Client = client_as("official")
    answer = client.post(reverse("plan:draft", args=["testbuurt", "2026"]), {"title": "Lijn", "partners": "9" * 20})
    assert answer.status_code == 200 and answer.context["form"].errors["partners"]
