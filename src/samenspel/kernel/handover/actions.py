"""Publishing and importing editions."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.contracts.codec import CodecError, from_rows
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.action.rules import role
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import Said, freeze_items, mark_of, stage_of
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import latest_edition, numbers_in, words_beside
from samenspel.kernel.handover.report import STAGE, report_items
from samenspel.kernel.journal.queries import head_of, subjects_of
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.own_data import eraser, renamer
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.kernel.texts.markdown import cleaned
from samenspel.kernel.texts.models import Text

may_import = role(Role.ORGANISER)
may_report = role(Role.ORGANISER, Role.EDITOR)
MAKER = _("redactie van de buurt")

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
    return _edition(cycle, stage, items, by, reason=reason, missing=missing, made_by=made_by)


def _edition(cycle: Cycle, stage: str, items: Iterable[Any], by: Actor, **words: str) -> Edition:
    last = latest_edition(stage, cycle)
    known = words_beside(last) if last else {}
    frozen = freeze_items(stage, [_set_apart(item, known) for item in items])
    if last and last.hash == frozen.hash:
        raise BadInput(_("Er is niets veranderd sinds de vorige uitgave. Er is geen nieuwe gemaakt."))
    return Edition(
        cycle=cycle, stage=stage, number=last.number + 1 if last else 1, schema=frozen.schema, content=frozen.text,
        hash=frozen.hash, anchor=head_of(cycle.place_id), reason=words["reason"], missing=words["missing"],
        made_by=words.get("made_by") or by.name or str(MAKER),
    )  # fmt: skip


def _set_apart(given: Any, known: dict[tuple[str, str, str, str], tuple[str, int | None]]) -> Any:
    """People's own words go beside the edition, where they can be taken back; those already there keep their place."""
    said = given if isinstance(given, Said) else Said(given, ())
    code, marks = getattr(said.item, "code", ""), {}
    for name in (f.name for f in fields(said.item)):
        value = getattr(said.item, name)
        words = cleaned(value) if isinstance(value, str) else ""
        mark, person = known.get((type(said.item).__name__, code, name, words), ("", said.person))
        if words and (name in said.fields or mark):
            same = mark and (name not in said.fields or person == said.person)
            marks[name] = mark if same else _beside(words, said.person)
    return replace(said.item, **marks)


def _beside(words: str, person: int | None) -> str:
    text = write_text(words, by=Actor(), person=person)
    return mark_of(text.pk, text.digest)


def forget_words(editions: QuerySet[Edition], words: Collection[str]) -> int:
    """Words that were changed or taken away are no longer said beside these editions; only inside an action."""
    wanted = [cleaned(said) for said in words if said]
    gone = list(Text.objects.filter(pk__in=numbers_in(editions.defer(None)), body__in=wanted, erased_at=None))
    for text in gone:
        erase_text(text)
    return len(gone)


@renamer("handover")
def forget_name(nodes: Collection[int], old: str, new: str) -> int:
    """A name that was taken back is no longer said beside the editions of its place."""
    places = Node.objects.filter(pk__in=nodes).values("place")
    return forget_words(Edition.objects.filter(cycle__place__in=places), [old])


@eraser("handover")
def erase_maker(person: int) -> int:
    """An edition stays; the name of whoever made it goes. Only inside the kernel's erase action."""
    made = [subject.partition(":")[2] for subject in subjects_of(person, "edition:")]
    return Edition.objects.filter(pk__in=made).update(made_by=str(MAKER))


@action("handover.edition.report", rule=may_report, creates=True, label=_("Verslag van de ronde maken"))
def publish_report(cycle: Cycle, *, by: Actor, reason: str, missing: str, change: str) -> Edition:
    """Everybody can read who took part, who did not, and what became of what was told; it never changes again."""
    return _edition(cycle, STAGE, report_items(cycle, cleaned(change)), by, reason=reason, missing=missing)


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
    edition = _edition(cycle, stage, items, by, reason=reason, missing=missing)
    edition.imported = True
    return edition
