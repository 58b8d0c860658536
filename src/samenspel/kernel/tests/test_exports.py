"""Every table leaves the house, and nothing that should stay inside."""

import csv
import io
import json

from django.apps import apps

from samenspel.contracts.actor import Actor
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import NOT_EXPORTED, registered
from samenspel.kernel.exports.formats import as_csv, as_json, as_ods, safe_cell
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.lineage.actions import new_node


def test_every_table_of_the_house_is_exported_or_excused() -> None:
    ours = {m for m in apps.get_models() if m.__module__.startswith("samenspel.")}
    covered = {e.model for e in registered().values()} | set(NOT_EXPORTED)
    assert ours - covered == set()
    assert not {e.model for e in registered().values()} & set(NOT_EXPORTED)


def test_every_column_exists_and_is_explained() -> None:
    for export in registered().values():
        for column in export.columns:
            assert export.field_of(column) is not None, f"{export.name}.{column.path}"
            assert str(export.label_of(column)), f"{export.name}.{column.path}"


def test_what_is_not_public_does_not_leave(cycle: Cycle) -> None:
    with acting():
        new_node("story", "Openbaar verhaal", cycle=cycle, public=True)
        new_node("story", "Geheim verhaal", cycle=cycle)
    text = "".join(as_csv(registered()["nodes"], plain_rows(registered()["nodes"], Actor())))
    assert "Openbaar verhaal" in text and "Geheim" not in text


def test_a_formula_is_only_text() -> None:
    assert safe_cell("=HYPERLINK(1)") == "'=HYPERLINK(1)" and safe_cell(-5) == -5 and safe_cell(None) == ""


def test_three_formats_hold_the_same_rows(cycle: Cycle) -> None:
    export = registered()["journal"]
    rows = list(plain_rows(export, Actor()))
    from_csv = list(csv.reader(io.StringIO("".join(as_csv(export, rows)).lstrip("\ufeff"))))
    from_json = json.loads("".join(as_json(export, rows)))["rows"]
    assert len(from_csv) - 1 == len(from_json) == len(rows) > 10
    assert as_ods(export, rows)[:2] == b"PK"
