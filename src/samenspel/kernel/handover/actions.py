"""Publishing and importing editions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.contracts.codec import CodecError, from_rows
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.action.rules import role
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import Frozen, freeze_items, stage_of
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import latest_edition
from samenspel.kernel.journal.queries import head_of

may_import = role(Role.ORGANISER)

COMPLAINTS = {
    "empty": _("Dit bestand is leeg. Kies een ander bestand."),
    "unknown_column": _("De kolom ‘%(column)s’ kennen wij niet. Haal hem weg, of pas de naam aan."),
    "missing_column": _("De kolom ‘%(column)s’ ontbreekt. Voeg hem toe en probeer het opnieuw."),
    "wrong_type": _("In regel %(row)d staat bij ‘%(column)s’ iets dat niet kan: %(value)s"),
    "row_length": _("Regel %(row)d heeft meer of minder vakjes dan de bovenste regel."),
}


def freeze(
    stage: str, cycle: Cycle, items: Iterable[Any], *, by: Actor, reason: str, missing: str, made_by: str = ""
) -> Edition:
    """Make the next edition of a stage, unsaved: the room's publish action returns it."""
    return _edition(cycle, stage, freeze_items(stage, items), by, reason=reason, missing=missing, made_by=made_by)


def _edition(cycle: Cycle, stage: str, frozen: Frozen, by: Actor, **words: str) -> Edition:
    last = latest_edition(stage, cycle)
    if last and last.hash == frozen.hash:
        raise BadInput(_("Er is niets veranderd sinds de vorige uitgave. Er is geen nieuwe gemaakt."))
    return Edition(
        cycle=cycle, stage=stage, number=last.number + 1 if last else 1, schema=frozen.schema, content=frozen.text,
        hash=frozen.hash, anchor=head_of(cycle.place_id), reason=words["reason"], missing=words["missing"],
        made_by=words.get("made_by") or by.name or str(_("redactie van de buurt")),
    )  # fmt: skip


@action("handover.edition.import", rule=may_import, creates=True, label=_("Uitgave inlezen uit een bestand"))
def import_edition(
    cycle: Cycle, *, by: Actor, contract: type[Any], rows: Sequence[Sequence[str]], reason: str, missing: str
) -> Edition:
    """A stage that was done on paper or elsewhere takes its place in the cycle, from a spreadsheet."""
    try:
        items = from_rows(rows, contract)
    except CodecError as error:
        facts = {"column": error.column, "row": error.row, "value": error.value[:80]}
        raise BadInput(str(COMPLAINTS[error.code]) % facts) from error
    stage = stage_of(contract)
    edition = _edition(cycle, stage, freeze_items(stage, items), by, reason=reason, missing=missing)
    edition.imported = True
    return edition
