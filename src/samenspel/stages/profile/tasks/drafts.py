"""Files with figures: small ones are looked at and read at once, larger ones by the worker."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Sequence
from math import inf
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django_tasks import task

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import Refused, WrongState
from samenspel.kernel.daily.jobs import SITE, daily, whenever
from samenspel.stages.profile import actions, queries
from samenspel.stages.profile.actions.shelves import Taken
from samenspel.stages.profile.models import FigureDraft
from samenspel.stages.profile.states import DraftState
from samenspel.stages.profile.tasks.looking import grids_of, look
from samenspel.stages.profile.tasks.said import counts_of, hints_of
from samenspel.stages.profile.tasks.tables import take_in
from samenspel_sources import SourceError
from samenspel_sources.recognise import recognise

logger = logging.getLogger("samenspel.profile")

AT_ONCE = 700_000  # bytes of text that are read within a second
ZIP, GZIP, OLD_BOOK = b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"


def see(draft: FigureDraft) -> bool:
    """Look at a file and say what is in it; False when somebody else was first."""
    data = queries.file_of(draft)
    if data is None:
        return False
    found, shape = look(draft, data)
    try:
        actions.see_draft(draft, by=SITE, found=found, shape=shape, version=draft.version)
    except WrongState:
        return False
    return True


def see_soon(draft: FigureDraft) -> None:
    """Look at a small file now; a large one is for the worker."""
    if _small(draft):
        see(draft)
    else:
        handle_drafts.enqueue()


def read_soon(draft: FigureDraft) -> None:
    """Read a small file now; a large one is for the worker."""
    if _small(draft):
        read(draft)
    else:
        handle_drafts.enqueue()


def _small(draft: FigureDraft) -> bool:
    """Whether there is little in a file, as it is once unpacked; its name says nothing about that."""
    if draft.size > AT_ONCE:
        return False
    return unpacked(queries.file_of(draft) or b"") <= AT_ONCE


def unpacked(data: bytes) -> float:
    """How many bytes there are in a file. What cannot be told beforehand is a lot."""
    if data.startswith(ZIP):
        try:
            inside = ZipFile(io.BytesIO(data)).infolist()
        except (BadZipFile, ValueError, OSError, NotImplementedError):
            return len(data)  # it will be refused, and that is quick
        nested = any(entry.filename.casefold().endswith((".zip", ".gz")) for entry in inside)
        return inf if nested else sum(entry.file_size for entry in inside)
    return inf if data.startswith((GZIP, OLD_BOOK)) else len(data)


def read(draft: FigureDraft) -> bool:
    """Read a file in, whole or not at all."""
    data = queries.file_of(draft)
    try:
        draft = actions.claim_draft(draft, by=SITE)
    except WrongState:  # somebody else is at it
        return False
    before, taken = queries.standing_tables(draft.place), list[Taken]()
    try:
        _read(draft, data or b"", taken)
    except DatabaseError:
        raise  # the database is away for a moment: the file keeps waiting
    except Exception as error:
        _take_back(taken, before)
        actions.fail_draft(draft, by=SITE, report=_why(error, draft))
        return False
    new = [one.table.pk for one in taken if one.table.pk not in before]
    with override("nl"):
        report = [*(_sentence(one, one.table.pk in before) for one in taken), *_said(taken)]
    actions.finish_draft(draft, by=SITE, report=report, tables=new)
    return True


def _read(draft: FigureDraft, data: bytes, taken: list[Taken]) -> None:
    said = json.loads(draft.said)
    found = recognise(data, draft.name, hints=hints_of(said, draft.changed_at))
    past = 0

    def say(done: int) -> None:
        if not _small(draft):
            actions.note_draft(draft, by=SITE, done=past + done)

    for grid in grids_of(found, said):
        taken.append(take_in(grid, by=SITE, place=draft.place, say=say, said=counts_of(said)))
        past += taken[-1].table.rows


def _take_back(taken: Sequence[Taken], before: set[int]) -> None:
    """A file of which one table is refused, gives nothing at all."""
    for one in reversed(taken):
        if one.table.pk not in before:
            actions.withdraw_table(one.table, by=SITE, reason="Een andere tabel uit hetzelfde bestand klopte niet.")


def _why(error: Exception, draft: FigureDraft) -> str:
    if isinstance(error, Refused):
        return str(error.message)
    if isinstance(error, SourceError):
        return error.sentence("nl")
    logger.error("file %s could not be read in", draft.pk, exc_info=error)
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return _("Het inlezen lukte niet. Er is niets ingelezen. Probeer het nog eens, of bel de beheerder van deze site.")


def _sentence(one: Taken, same: bool) -> str:
    if same:
        return _("%(table)s stond er al precies zo. Er is niets veranderd.") % {"table": one.table.origin}
    text = ngettext(
        "%(table)s: %(n)d gebied ingelezen, %(new)d nieuw, %(changed)d veranderd, %(same)d gelijk.",
        "%(table)s: %(n)d gebieden ingelezen, %(new)d nieuw, %(changed)d veranderd, %(same)d gelijk.", one.table.rows,
    )  # fmt: skip
    facts = {"n": one.table.rows, "new": one.new, "changed": one.changed, "same": one.same}
    return text % {"table": one.table.origin, **facts}


def _said(taken: Sequence[Taken]) -> list[str]:
    return list(dict.fromkeys(line for one in taken for line in one.table.report.splitlines()))[:60]


def withdraw(draft: FigureDraft, *, by: Actor, reason: str) -> FigureDraft:
    """Take away all that was read from a file, the last first."""
    for table in queries.tables_of(draft, newest=True):
        actions.withdraw_table(table, by=by, reason=reason)
    return draft


@task()
def handle_drafts() -> int:
    """Look at, and read in, whatever waits for it. Returns how many."""
    done = sum(_apart(see, draft) for draft in queries.drafts_in(DraftState.NEW))
    return done + sum(_apart(read, draft) for draft in queries.drafts_to_read())


def _apart(step: Callable[[FigureDraft], bool], draft: FigureDraft) -> bool:
    """Whatever goes wrong with one file, the others do not wait for it."""
    try:
        return step(draft)
    except Exception:
        logger.exception("file %s keeps waiting", draft.pk)
        return False


@task()
def wipe_drafts() -> int:
    """Wipe files that nobody did anything with for days. What was read from them stays."""
    old = queries.forgotten_drafts()
    for draft in old:
        actions.drop_draft(draft, by=SITE)
    return len(old)


whenever("profile.drafts", queries.draft_waits, handle_drafts)
daily("profile.wipe_drafts", wipe_drafts)
