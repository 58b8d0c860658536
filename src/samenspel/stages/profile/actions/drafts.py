"""A file with figures on its way in: taken, looked at, corrected, read, and forgotten."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, WrongState, action, keep
from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place
from samenspel.stages.profile import rules
from samenspel.stages.profile.models import FigureDraft, FigureFile, FigureTable, ReadingHabit
from samenspel.stages.profile.states import DraftState

MOST = 20  # files at once at one place
STALE = timedelta(minutes=15)  # after which a reading that stopped is taken up again
REMEMBERED = (
    "sheet", "separator", "decimal", "header", "municipality", "source", "table", "licence", "columns", "figures",
)  # fmt: skip


@action("profile.draft.take", rule=rules.may_import, target=DraftState.NEW, label=_("Een bestand met cijfers nakijken"))
def take_draft(place: Place, *, by: Actor, name: str, data: bytes) -> FigureDraft:
    """Somebody brings a file with figures; nothing counts yet."""
    if FigureDraft.objects.filter(place=place).count() >= MOST:
        raise BadInput(_("Er staan al %(n)d bestanden klaar. Gooi er eerst een weg.") % {"n": MOST})
    draft = keep(FigureDraft(place=place, name=name[:200] or "?", size=len(data)))
    FigureFile.objects.create(draft=draft, data=data)
    return draft


@action("profile.draft.see", rule=rules.may_read_tables, source={DraftState.NEW}, target=DraftState.READY,
        label=_("Laten zien hoe een bestand is begrepen"))  # fmt: skip
def see_draft(draft: FigureDraft, *, by: Actor, found: Mapping[str, Any], shape: str, version: int) -> FigureDraft:
    """Who brought a file sees what it seems to be, before anything is read."""
    if draft.version != version:
        raise WrongState()
    draft.seen, draft.shape = json.dumps(found, ensure_ascii=False), draft.shape or shape
    draft.areas, draft.done, draft.changed_at = int(found.get("areas", 0)), 0, now()
    return draft


@action("profile.draft.correct", rule=rules.may_import, source={DraftState.READY, DraftState.FAILED, DraftState.DONE},
        target=DraftState.NEW, label=_("Verbeteren hoe een bestand wordt gelezen"))  # fmt: skip
def correct_draft(draft: FigureDraft, *, by: Actor, said: Mapping[str, Any]) -> FigureDraft:
    """Somebody who knows the file says what its columns are; it is looked at again."""
    draft.said, draft.report, draft.changed_at = json.dumps(said, ensure_ascii=False), "", now()
    return draft


@action("profile.draft.read", rule=rules.may_import, source={DraftState.READY, DraftState.FAILED},
        target=DraftState.WAITING, label=_("Een nagekeken bestand inlezen"))  # fmt: skip
def begin_draft(draft: FigureDraft, *, by: Actor) -> FigureDraft:
    """The figures of a file may be read in as shown; how it was read is remembered for the next such file."""
    if json.loads(draft.seen or "{}").get("blocked", True):
        raise BadInput(_("Dit bestand kan nog niet worden ingelezen. Verbeter eerst wat er staat."))
    every = json.loads(draft.said)
    said = {name: every[name] for name in REMEMBERED if every.get(name) not in (None, "", {})}
    if said and draft.shape:
        habit = ReadingHabit.objects.filter(place=draft.place, shape=draft.shape).first()
        habit = habit or ReadingHabit(place=draft.place, shape=draft.shape)
        habit.said, habit.at = json.dumps(said, ensure_ascii=False), now()
        keep(habit)
    draft.done, draft.report, draft.changed_at = 0, "", now()
    return draft


@action("profile.draft.claim", rule=rules.may_read_tables, source={DraftState.WAITING, DraftState.READING},
        target=DraftState.READING, label=_("Beginnen een bestand in te lezen"))  # fmt: skip
def claim_draft(draft: FigureDraft, *, by: Actor) -> FigureDraft:
    """One reader at a time; a reading that stopped is taken up again after a while."""
    if draft.state == DraftState.READING and draft.changed_at > now() - STALE:
        raise WrongState()
    draft.changed_at = now()
    return draft


@action("profile.draft.note", rule=rules.may_read_tables, source={DraftState.READING}, target=DraftState.READING,
        label=_("Zeggen hoe ver het inlezen is"))  # fmt: skip
def note_draft(draft: FigureDraft, *, by: Actor, done: int) -> FigureDraft:
    """Who waits sees how far it is."""
    draft.done, draft.changed_at = done, now()
    return draft


@action("profile.draft.finish", rule=rules.may_read_tables, source={DraftState.READING}, target=DraftState.DONE,
        label=_("Klaar zijn met een bestand"))  # fmt: skip
def finish_draft(draft: FigureDraft, *, by: Actor, report: Sequence[str], tables: Sequence[int]) -> FigureDraft:
    """A file is read whole; which tables came from it is known, so that it can be taken back."""
    FigureTable.objects.filter(pk__in=tables, place=draft.place).update(draft=draft)
    draft.report, draft.changed_at = "\n".join(report), now()
    return draft


@action("profile.draft.fail", rule=rules.may_read_tables, source={DraftState.READING, DraftState.WAITING},
        target=DraftState.FAILED, label=_("Een bestand niet kunnen inlezen"))  # fmt: skip
def fail_draft(draft: FigureDraft, *, by: Actor, report: str) -> FigureDraft:
    """A file could not be read; why is said, and nothing of it counts."""
    draft.report, draft.changed_at = report, now()
    return draft


@action("profile.draft.drop", rule=rules.may_read_tables,
        source={DraftState.NEW, DraftState.READY, DraftState.DONE, DraftState.FAILED},
        label=_("Een bestand weggooien"))  # fmt: skip
def drop_draft(draft: FigureDraft, *, by: Actor) -> int:
    """A file goes away; the tables that were read from it stay."""
    return FigureDraft.objects.filter(pk=draft.pk).delete()[0]


@action("profile.habit.forget", rule=rules.may_import, label=_("Vergeten hoe een bestand werd gelezen"))
def forget_habit(habit: ReadingHabit, *, by: Actor) -> int:
    """What was remembered of such files is not offered again."""
    return ReadingHabit.objects.filter(pk=habit.pk).delete()[0]
