"""What a priority rests on."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.relations import RELATIONS
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.lineage.actions import link
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import look_up
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.agenda import queries, rules
from samenspel.stages.agenda.actions.writing import WRITABLE
from samenspel.stages.agenda.models import Priority, Reason
from samenspel.stages.agenda.states import PriorityState

RELATION_TO = {r.source: r.name for r in RELATIONS if r.target == "priority"}


@action(
    "agenda.reason.add", source={*WRITABLE, PriorityState.ADOPTED}, rule=rules.may_give_reason,
    label=_("Redenen toevoegen"),
)  # fmt: skip
def add_reasons(priority: Priority, *, by: Actor, codes: Sequence[str], reason: str) -> list[Reason]:
    """A priority rests on what was counted, told and learnt; each reason can be followed back."""
    cycle = priority.cycle
    sources = _sources(priority, codes)
    told = queries.channels(cycle)
    taken = set(priority.reasons.values_list("source_id", flat=True))
    words = cleaned(reason)[:500]
    made = [
        keep(Reason(priority=priority, source=node, words=words, channel=told.get(node.code, "")))
        for node in sources
        if node.pk not in taken
    ]
    for row in made:
        link(row.source, priority.node, RELATION_TO[row.source.kind], by=by, reason=words)
    if not made:
        raise BadInput(_("Deze redenen staan er al bij. Er is niets veranderd."))
    return made


def _sources(priority: Priority, codes: Sequence[str]) -> list[Node]:
    """The things behind these codes; a slip of the pen gets a suggestion."""
    wanted = list(dict.fromkeys(code.strip() for code in codes if code.strip()))
    if not wanted:
        raise BadInput(_("Kies minstens één reden, of typ een code."))
    found = queries.sources_by_code(priority.place_id, wanted)
    return [_fitting(priority, found.get(code) or _looked_up(code)) for code in wanted]


def _looked_up(code: str) -> Node:
    looked = look_up(code)
    if looked.node:
        return looked.node
    if looked.suggestions:
        near = ", ".join(n.code for n in looked.suggestions)
        raise BadInput(_("De code %(code)s kennen wij niet. Bedoelt u %(near)s?") % {"code": code, "near": near})
    raise BadInput(_("De code %(code)s kennen wij niet. Kijk hem nog eens na.") % {"code": code})


def _fitting(priority: Priority, node: Node) -> Node:
    if node.place_id != priority.place_id:
        raise BadInput(_("De code %(code)s hoort bij een andere buurt.") % {"code": node.code})
    if node.kind not in RELATION_TO:
        facts = {"code": node.code, "kind": node.kind_label.lower()}
        raise BadInput(_("De code %(code)s is een %(kind)s. Dat kan geen reden zijn voor een prioriteit.") % facts)
    return node
