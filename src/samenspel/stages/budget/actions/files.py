"""Bringing in rows from a file: all or nothing, and as often as you like."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.journal import clock
from samenspel.kernel.places.models import Place
from samenspel.stages.budget import rules
from samenspel.stages.budget.actions.reading import Read, ReadFile, grants_in, task_fields_in
from samenspel.stages.budget.models import MASKED, BudgetSource, MoneyRow, ResidentCount
from samenspel.stages.budget.states import BudgetStage, SourceKind

AMOUNTS = ("asked", "granted", "settled", "spending", "income")
TEXTS = ("recipient", "scheme", "purpose", "year", "method", "confidence", "note")
FIELDS = (*TEXTS, *(f"{name}_cents" for name in AMOUNTS))
BATCH = 200  # rows in one statement; SQLite has a limit on the number of values
IV3 = {"begroting": BudgetStage.ADOPTED, "jaarrekening": BudgetStage.REALISED}


@dataclass(slots=True)
class _Report:
    new: int = 0
    changed: int = 0
    repaired: int = 0


def _source(place: Place, kind: SourceKind, facts: dict[str, object]) -> BudgetSource:
    """The source with this name, or a new one; what is told about it now replaces what was told before."""
    names = ("public_body", "document", "year", "stage")
    known = Q(**{name: facts[name] for name in names if facts[name] is not None})
    known &= Q(year__isnull=True) if facts["year"] is None else Q()
    source = BudgetSource.objects.select_for_update().filter(known, place=place).first() or BudgetSource(place=place)
    if source.pk and source.kind != kind:
        raise BadInput(_("Deze bron bevat iets anders. Geef het stuk een andere naam. Er is niets ingelezen."))
    for name, value in {**facts, "kind": kind}.items():
        if value not in (None, "") or not source.pk:
            setattr(source, name, value)
    return keep(source)


def _put(source: BudgetSource, found: ReadFile) -> BudgetSource:
    """Add new rows, change what changed, keep what is no longer in the file; count all of it."""
    known = {row.number: row for row in MoneyRow.objects.filter(source=source)}
    report = _Report(repaired=found.repaired)
    rows = [_row(source, read, known.get(read.number), report) for read in found.rows]
    touched = [row for row in rows if row is not None]
    for row in touched:
        row.clean_fields(exclude=("source",))
    MoneyRow.objects.bulk_create([r for r in touched if r._state.adding], batch_size=BATCH)
    MoneyRow.objects.bulk_update([r for r in touched if not r._state.adding], FIELDS, batch_size=BATCH)
    source.read_on, source.rows_read = clock.today(), len(found.rows)
    source.rows_new, source.rows_changed, source.rows_repaired = report.new, report.changed, report.repaired
    source.rows_gone = len(set(known) - {read.number for read in found.rows})
    return source


def _row(source: BudgetSource, read: Read, known: MoneyRow | None, report: _Report) -> MoneyRow | None:
    """The row to write, or nothing when it is there already just so."""
    values: dict[str, object] = {name: getattr(read, name) for name in TEXTS}
    values |= {f"{name}_cents": getattr(read, name) for name in AMOUNTS}
    if known is None:
        report.new += 1
        return MoneyRow(source=source, number=read.number, **values)
    if known.recipient == MASKED and read.recipient != MASKED:
        values["recipient"] = MASKED  # who was masked once stays masked
        report.repaired += 1
    if all(getattr(known, name) == value for name, value in values.items()):
        return None
    for name, value in values.items():
        setattr(known, name, value)
    report.changed += 1
    return known


@action("budget.grant.import", rule=rules.may_import, label=_("Subsidies inlezen uit een bestand"), creates=True)
def import_grants(
    place: Place, *, by: Actor, content: bytes, public_body: str, document: str, year: int | None = None,
    stage: str = BudgetStage.GRANTED, licence: str = "", url: str = "", note: str = "", total_cents: int | None = None,
) -> BudgetSource:  # fmt: skip
    """The neighbourhood can see which grants worked here, from a register or a list of its own."""
    found = grants_in(content)
    facts: dict[str, object] = {
        "public_body": public_body.strip(), "document": document.strip(), "year": year, "stage": stage,
        "licence": licence, "url": url, "note": note, "stated_total_cents": total_cents,
    }  # fmt: skip
    return _put(_source(place, SourceKind.GRANTS, facts), found)


@action("budget.task_field.import", rule=rules.may_import, label=_("Taakvelden inlezen uit een bestand"), creates=True)
def import_task_fields(
    place: Place, *, by: Actor, content: bytes, licence: str = "", url: str = "", note: str = ""
) -> tuple[BudgetSource, ...]:
    """The neighbourhood can see what the whole municipality plans and spends, task by task."""
    found = []
    for (municipality, year, document), rows in task_fields_in(content).items():
        if document not in IV3:
            raise BadInput(_("Wij lezen alleen begrotingen en jaarrekeningen. Er is niets ingelezen."))
        facts: dict[str, object] = {
            "public_body": municipality, "document": f"Iv3, {document}", "year": year, "stage": IV3[document],
            "licence": licence, "url": url, "note": note, "stated_total_cents": None,
        }  # fmt: skip
        found.append(keep(_put(_source(place, SourceKind.TASK_FIELDS, facts), rows)))
    return tuple(found)


@action("budget.budget.add_source", rule=rules.may_import, label=_("Een bron van bedragen toevoegen"), creates=True)
def add_source(
    place: Place, *, by: Actor, public_body: str, document: str, stage: str, year: int | None = None,
    licence: str = "", url: str = "", note: str = "", total_cents: int | None = None,
) -> BudgetSource:  # fmt: skip
    """A document that says something about money here has a name, so that amounts can point to it."""
    return BudgetSource(
        place=place, public_body=public_body.strip(), document=document.strip(), stage=stage, year=year,
        licence=licence, url=url, note=note, stated_total_cents=total_cents,
    )  # fmt: skip


@action("budget.resident.count", rule=rules.may_count, label=_("Zeggen hoeveel mensen hier wonen"), creates=True)
def count_residents(place: Place, *, by: Actor, year: int, residents: int, source: str) -> ResidentCount:
    """Amounts can be shown for each resident, and everybody sees with which number."""
    row = ResidentCount.objects.filter(place=place, year=year).first() or ResidentCount(place=place, year=year)
    row.residents, row.source = residents, source
    return row
