"""What changed between two editions of a room. Words are read as they are now: what was taken back stays away."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.handover.content import contracts_of
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import read
from samenspel.kernel.handover.saying import said_as
from samenspel.kernel.handover.words import CONTRACT_WORDS, FIELD_WORDS, NAMES

HIDDEN = frozenset({"code", "indicator", "area_code", "language"})
# What tells items without a code apart, as far as they have it.
MARKS = ("indicator", "area_code", "period", "key", "number", "theme", "group", "priority", "by",
         "title", "name", "what")  # fmt: skip
CSV_HEADER = ["change", "contract", "code", "title", "field", "old", "new"]


@dataclass(frozen=True, slots=True)
class Change:
    """One item: what it is called, and per field the old and the new words. Added has no old, gone no new."""

    title: str
    code: str
    facts: list[tuple[str, Any, str, str]]  # field, its name for people, old, new


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to the items of one contract."""

    contract: str
    label: Any
    added: list[Change]
    gone: list[Change]
    changed: list[Change]
    same: int

    @property
    def parts(self) -> list[tuple[str, Any, list[Change]]]:
        """The three lists with their names, empty ones left out."""
        named = (
            ("added", pgettext_lazy("changes", "Erbij"), self.added),
            ("gone", pgettext_lazy("changes", "Eraf"), self.gone),
            ("changed", pgettext_lazy("changes", "Anders"), self.changed),
        )
        return [part for part in named if part[2]]


def changes(earlier: Edition, later: Edition) -> list[Changes]:
    """Everything that is different, per contract; contracts without items in both are left out."""
    found = []
    for name, contract in contracts_of(later.stage).items():
        old, new = _keyed(read(contract, earlier)), _keyed(read(contract, later))
        both = [(old[key], item) for key, item in new.items() if key in old]
        if old or new:
            found.append(
                Changes(
                    name, CONTRACT_WORDS[name],
                    added=[_change(None, item) for key, item in new.items() if key not in old],
                    gone=[_change(item, None) for key, item in old.items() if key not in new],
                    changed=[_change(was, now) for was, now in both if was != now],
                    same=sum(was == now for was, now in both),
                )
            )  # fmt: skip
    return found


def _keyed(items: Iterable[Any]) -> dict[tuple[object, ...], Any]:
    """Items by their code, or by what tells them apart; equal ones by their order."""
    seen: Counter[tuple[object, ...]] = Counter()
    found = {}
    for item in items:
        code = getattr(item, "code", "")
        key = (code,) if code else tuple(getattr(item, mark, None) for mark in MARKS)
        seen[key] += 1
        found[(*key, seen[key])] = item
    return found


def _change(was: Any, now: Any) -> Change:
    item = was if now is None else now
    name = next((n for n in NAMES if getattr(item, n, "")), "")
    title = said_as(name, getattr(item, name)) if name else ""
    return Change(title, str(getattr(item, "code", "")), list(_facts(was, now, name)))


def _facts(was: Any, now: Any, name: str) -> Iterator[tuple[str, Any, str, str]]:
    for field in (f.name for f in fields(was if now is None else now)):
        old, new = getattr(was, field, None), getattr(now, field, None)
        if field in HIDDEN or old == new or (field == name and (was is None or now is None)):
            continue
        if field == "digest":
            if was is not None and now is not None:
                yield field, FIELD_WORDS[field], "", str(_("De tekst is veranderd."))
            continue
        said = said_as(field, old), said_as(field, new)
        if any(said):
            yield field, FIELD_WORDS[field], *said


def as_rows(found: Iterable[Changes]) -> Iterator[list[str]]:
    """The same as a table: a row for every field that is different."""
    yield CSV_HEADER
    for sheet in found:
        for kind, _words, items in sheet.parts:
            for item in items:
                for field, _label, old, new in item.facts or [("", "", "", "")]:
                    yield [kind, sheet.contract, item.code, item.title, field, old, new]
