"""The page of one red thread."""

from dataclasses import dataclass, replace
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.contracts.rooms import ROOM
from samenspel.kernel.journal import queries as journal
from samenspel.kernel.lineage import queries as lineage
from samenspel.kernel.people import queries as people
from samenspel.overview.words import room_name
from samenspel.ui.figures import Step

QUIET_MONTHS = 12  # a longer silence between two steps is shown as a gap


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A thread as steps, and who to ask."""

    node: Any
    steps: tuple[Step, ...]
    contact: Any
    before: int
    after: int


def thread_page(code: str) -> ThreadPage | None:
    """Everything on the thread of a code; nothing when the code is unknown or not public."""
    node = lineage.node_by_code(code)
    if node is None:
        return None
    thread = lineage.thread(node)
    said = journal.last_reasons([n.code for n in thread.nodes])
    steps = [_step(n, thread, said.get(n.code, "")) for n in thread.nodes]
    return ThreadPage(node, tuple(_with_gaps(steps, thread.nodes)), people.contact_for(code),
                      len(thread.before), len(thread.after))  # fmt: skip


def _step(node: Any, thread: Any, reason: str) -> Step:
    onward = [t for t in thread.ties if t.source == node.pk]
    titles = {n.pk: n.title for n in thread.nodes}
    text = "; ".join(f"{_(t.phrase)} {titles[t.target]}" for t in onward[:3])
    return Step(
        number=ROOM[node.room].number,
        room=room_name(node.room),
        when=date_format(node.at, "j F Y"),
        title=node.title,
        text=(node.kind_label + (f": {reason}" if reason else "")),
        reason=onward[0].reason if onward and onward[0].reason else "",
        who=text,
        url=thing_url(node),
        code=node.code,
        link_label=_("Bekijk dit"),
        state_label=_("voorbeeld") if node.example else "",
    )


def _with_gaps(steps: list[Step], nodes: tuple[Any, ...]) -> list[Step]:
    """Say so where the thread stood still for more than a year."""
    found = []
    for step, node, following in zip(steps, nodes, [*nodes[1:], None], strict=True):
        days = (following.at - node.at).days if following else 0
        gap = _("Hierna was het %(months)d maanden stil.") % {"months": days // 30} if days > 30 * QUIET_MONTHS else ""
        found.append(replace(step, gap=gap) if gap else step)
    return found


def thing_url(node: Any) -> str:
    """The page of the thing itself, in its room."""
    if node.cycle is None:
        return ""
    try:
        return reverse(f"{node.room}:{node.kind}", args=[node.place.slug, node.cycle.slug, node.code])
    except NoReverseMatch:
        return ""
