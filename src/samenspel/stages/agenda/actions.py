"""Every write of the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.relations import RELATIONS
from samenspel.kernel.action import BadInput, WrongState, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.lineage.actions import link, new_node, retitle, show
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import look_up
from samenspel.kernel.people.actions import pair
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.agenda import handover, queries, rules
from samenspel.stages.agenda.models import BuildingBlock, Dissent, Priority, Reason
from samenspel.stages.agenda.queries.board import MOST_ADOPTED
from samenspel.stages.agenda.states import DissentState, PriorityState

RELATION_TO = {r.source: r.name for r in RELATIONS if r.target == "priority"}
WRITABLE = {PriorityState.DRAFT, PriorityState.OPEN}
LIVE = {PriorityState.OPEN, PriorityState.ADOPTED}


def _running(cycle: Cycle) -> None:
    if cycle.state == CycleState.CLOSED:
        raise WrongState(_("Deze ronde is afgesloten. Er is niets veranderd. Kijk of er al een nieuwe ronde is."))


def _not_later_than_today(day: date | None) -> date:
    today = timezone.localdate()
    if day and day > today:
        raise BadInput(_("Deze dag komt nog. Kies vandaag of een dag die al geweest is."))
    return day or today


@action("agenda.priority.draft", target=PriorityState.DRAFT, rule=rules.may_draft, label=_("Prioriteit opschrijven"))
def draft_priority(
    cycle: Cycle, *, by: Actor, title: str, theme: str = "", statement: str = "", example: bool = False
) -> Priority:
    """Somebody writes down what may have to come first; only the writers of the agenda see it yet."""
    _running(cycle)
    node = new_node("priority", title, cycle=cycle, example=example)
    return Priority(node=node, theme=cleaned(theme), statement=cleaned(statement))


@action("agenda.priority.describe", source=WRITABLE, rule=rules.may_describe, label=_("Tekst aanpassen"))
def describe_priority(
    priority: Priority, *, by: Actor, title: str, theme: str = "", statement: str = "", going_well: str = "",
    ourselves: str = "", little_help: str = "", professionals: str = "", stop: str = "",
) -> Priority:  # fmt: skip
    """The words of a priority become better: what we want, what goes well and who can do what."""
    retitle(priority.node, title)
    priority.theme, priority.statement, priority.going_well = cleaned(theme), cleaned(statement), cleaned(going_well)
    priority.ourselves, priority.little_help = cleaned(ourselves), cleaned(little_help)
    priority.professionals, priority.stop = cleaned(professionals), cleaned(stop)
    return priority


def _lay_open(priority: Priority) -> Priority:
    if not priority.statement.strip():
        raise BadInput(_("Schrijf eerst in één zin wat u wilt. Dan kan de buurt erover praten."))
    if not priority.rank:
        priority.rank = max((p.rank for p in queries.live(priority.cycle)), default=0) + 1
    show(priority.node)
    return priority


@action(
    "agenda.priority.open", source={PriorityState.DRAFT}, target=PriorityState.OPEN, rule=rules.may_open,
    label=_("Aan de buurt voorleggen"),
)  # fmt: skip
def open_priority(priority: Priority, *, by: Actor) -> Priority:
    """The priority lies open: everybody can read it and say what they think."""
    return _lay_open(priority)


@action(
    "agenda.priority.reopen", source={PriorityState.SET_ASIDE}, target=PriorityState.OPEN, rule=rules.may_decide,
    label=_("Opnieuw voorleggen"),
)  # fmt: skip
def reopen_priority(priority: Priority, *, by: Actor, reason: str) -> Priority:
    """The neighbourhood looks again at something that was not chosen."""
    priority.reason, priority.adopted_on, priority.adopted_by = "", None, ""
    return _lay_open(priority)


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


@action("agenda.priority.rank", source=LIVE, rule=rules.may_rank, label=_("Een andere plaats geven"))
def rank_priority(priority: Priority, *, by: Actor, rank: int) -> Priority:
    """The order of the agenda changes; the others move up or down."""
    if rank < 1:
        raise BadInput(_("De eerste plaats is nummer 1."))
    others = [p for p in queries.live(priority.cycle) if p.pk != priority.pk]
    others.insert(rank - 1, priority)
    for place, row in enumerate(others, 1):
        row.rank = place
    Priority.objects.bulk_update([p for p in others if p.pk != priority.pk], ["rank"])
    return priority


@action(
    "agenda.priority.adopt", source={PriorityState.OPEN}, target=PriorityState.ADOPTED, rule=rules.may_decide,
    label=_("Prioriteit aannemen"),
)  # fmt: skip
def adopt_priority(
    priority: Priority, *, by: Actor, reason: str, adopted_by: str = "", adopted_on: date | None = None
) -> Priority:
    """The neighbourhood adopts a priority; from now on the plan must answer it."""
    cycle = Cycle.objects.select_for_update().get(pk=priority.cycle.pk)
    if Priority.objects.filter(node__cycle=cycle, state=PriorityState.ADOPTED).count() >= MOST_ADOPTED:
        raise BadInput(
            _(
                "Er zijn al zes prioriteiten aangenomen. Meer dan zes tegelijk lukt niemand. "
                "Zet er eerst één opzij, of laat deze nog even wachten."
            )
        )
    if not priority.reasons.filter(source__public=True).exists():
        raise BadInput(_("Er is nog geen reden gekozen. Voeg eerst een cijfer, verhaal, bijdrage of les toe."))
    priority.reason, priority.adopted_by = cleaned(reason), cleaned(adopted_by)
    priority.adopted_on = _not_later_than_today(adopted_on)
    return priority


@action(
    "agenda.priority.set_aside", source={*WRITABLE, PriorityState.ADOPTED}, target=PriorityState.SET_ASIDE,
    rule=rules.may_decide, label=_("Nu niet kiezen"),
)  # fmt: skip
def set_aside_priority(priority: Priority, *, by: Actor, reason: str) -> Priority:
    """The neighbourhood does not choose this now; it stays to be read, with the reason."""
    priority.reason, priority.rank = cleaned(reason), 0
    return priority


@action("agenda.dissent.record", source=LIVE, rule=rules.may_dissent, label=_("Ik denk hier anders over"))
def record_dissent(priority: Priority, *, by: Actor, words: str, said_by: str = "") -> Dissent:
    """Somebody thinks otherwise about a priority, and that stands beside it."""
    if not words.strip():
        raise BadInput(_("Schrijf op wat u anders ziet. Eén zin is genoeg."))
    noted = rules.notes_for_others(by, priority.place_id)
    own = None if noted or by.party else by.person
    text = write_text(words, by=by if own else replace(by, person=None))
    return Dissent(
        priority=priority, text=text, said_by=cleaned(said_by), person=own, party_id=None if noted else by.party
    )


@action(
    "agenda.dissent.hide", source={DissentState.SHOWN}, target=DissentState.HIDDEN, rule=rules.may_hide,
    label=_("Een andere mening weghalen"),
)  # fmt: skip
def hide_dissent(dissent: Dissent, *, by: Actor, reason: str) -> Dissent:
    """Words that hurt somebody or name somebody are taken away, with a public reason."""
    return dissent


@action(
    "agenda.duo.name", source={*WRITABLE, PriorityState.ADOPTED}, rule=rules.may_name_duo, label=_("Trekkers noemen")
)
def name_duo(
    priority: Priority, *, by: Actor, resident_name: str = "", professional_name: str = "",
    professional_party: Party | None = None, resident: Person | None = None, professional: Person | None = None,
) -> Priority:  # fmt: skip
    """A resident and a professional carry this priority together, as equals."""
    duo = pair(
        priority.node.place, resident=resident, resident_name=cleaned(resident_name), professional=professional,
        professional_name=cleaned(professional_name), professional_party=professional_party,
    )  # fmt: skip
    priority.duo = keep(duo)
    return priority


@action("agenda.block.mark", rule=rules.may_mark, label=_("Bouwsteen bijwerken"), creates=True)
def mark_block(cycle: Cycle, *, by: Actor, block: str, progress: str, note: str = "") -> BuildingBlock:
    """Everybody can see how far the agenda is, block by block."""
    _running(cycle)
    row = queries.block_marks(cycle).get(block) or BuildingBlock(cycle=cycle, block=block)
    row.state, row.note = progress, cleaned(note)
    return row


@action("agenda.edition.publish", rule=rules.may_publish, label=_("Agenda uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """The agenda as it is now gets a number and never changes again; the next rooms build on it."""
    return freeze("agenda", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)


@eraser("agenda")
def erase_person(person: int) -> int:
    """Words and names of somebody who wants to be forgotten go; that somebody thought otherwise stays."""
    theirs = list(Dissent.objects.filter(person=person).select_related("text"))
    for row in theirs:
        erase_text(row.text)
        Dissent.objects.filter(pk=row.pk).update(said_by="", person=None)
    return len(theirs)
