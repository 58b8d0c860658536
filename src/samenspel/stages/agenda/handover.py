"""What the agenda hands over: the adopted priorities and who thought otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as __

from samenspel.contracts import agenda as contract
from samenspel.contracts.actor import Actor
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import Said
from samenspel.stages.agenda import queries
from samenspel.stages.agenda.models import Dissent, Priority, Reason
from samenspel.stages.agenda.queries.board import with_voices


def items(cycle: Cycle) -> list[contract.Priority | Said]:
    """The agenda as everybody sees it. Own words of a person stay on the page, where they can be withdrawn."""
    chosen = with_voices(queries.adopted(cycle), Actor())
    others = [_dissent(row) for p in chosen for row in p.seen_dissents]  # type: ignore[attr-defined]
    return [*(_priority(p) for p in chosen), *others]


def _codes(reasons: Iterable[Reason], kind: str) -> tuple[str, ...]:
    return tuple(r.source.code for r in reasons if r.source.kind == kind)


def _priority(row: Priority) -> contract.Priority:
    reasons: list[Reason] = row.seen_reasons  # type: ignore[attr-defined]
    return contract.Priority(
        code=row.code, rank=row.rank, title=row.title, theme=row.theme, statement=row.statement,
        going_well=row.going_well, reason=row.reason, figures=_codes(reasons, "figure"),
        stories=_codes(reasons, "story"), contributions=_codes(reasons, "contribution"), ourselves=row.ourselves,
        little_help=row.little_help, professionals=row.professionals, stop=row.stop,
        owner_resident=_carried_by(row, "resident"), owner_professional=_carried_by(row, "professional"),
    )  # fmt: skip


def _carried_by(row: Priority, who: str) -> str:
    """Names travel as words of the neighbourhood: what kind of person, not who."""
    if row.duo is None:
        return ""
    if who == "resident":
        return __("een bewoner")
    return row.duo.professional_party.name if row.duo.professional_party else __("een professional")


def _dissent(row: Dissent) -> Said:
    """What was noted at a table travels beside the edition: it can still be taken away."""
    words = row.text.body if row.person is None else __("In eigen woorden, te lezen bij de prioriteit.")
    by = row.who if row.person is None else __("een bewoner")
    item = contract.Dissent(priority=row.priority.code, words=words, by=by)
    return Said(item, ("words", "by") if row.person is None else ())
