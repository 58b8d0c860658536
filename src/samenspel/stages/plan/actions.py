"""Every write about the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed, WrongState, action, keep
from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal import clock
from samenspel.kernel.lineage.actions import link, new_node, retitle, show
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.actions import pair
from samenspel.kernel.people.models import Duo, Party
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.stages.plan import handover, queries, rules
from samenspel.stages.plan.models import Partner, PlanLine, ProgressNote
from samenspel.stages.plan.states import LineState

OPEN_TO_CHANGE = {LineState.DRAFT, LineState.PROPOSED, LineState.DECLINED}
TO_LINK = {LineState.DRAFT, LineState.PROPOSED, LineState.DECIDED, LineState.BUSY, LineState.DECLINED}
UNDER_WAY = {LineState.DECIDED, LineState.BUSY}


def _past_day(on: date | None) -> date:
    today = clock.today()
    if on and on > today:
        raise BadInput(_("Deze dag moet nog komen. Vul vandaag in, of een eerdere dag."))
    return on or today


def _cycle_of(line: PlanLine) -> Cycle:
    if line.node.cycle is None:
        raise WrongState()
    return line.node.cycle


def _owners(line: PlanLine, owner: Duo | None, resident_name: str, professional_name: str) -> Duo | None:
    """A known pair, or a new one of two names; nothing filled in keeps the pair as it is."""
    if resident_name or professional_name:
        return keep(pair(line.node.place, resident_name=resident_name, professional_name=professional_name))
    return owner or line.owner


def _put_partners(line: PlanLine, partners: Iterable[Party]) -> None:
    wanted = {party.pk: party for party in partners}
    Partner.objects.filter(line=line).exclude(party__in=wanted).delete()
    there = set(Partner.objects.filter(line=line).values_list("party_id", flat=True))
    for pk, party in wanted.items():
        if pk not in there:
            keep(Partner(line=line, party=party))


def _fill(
    line: PlanLine, *, action: str, starts: date | None, ends: date | None, needs_cents: int | None,
    needs_hours: int | None, needs_square_metres: int | None,
) -> None:  # fmt: skip
    line.action, line.starts, line.ends = action.strip(), starts, ends
    line.needs_cents, line.needs_hours = needs_cents or 0, needs_hours or 0
    line.needs_square_metres = needs_square_metres or 0


@action("plan.plan_line.draft", target=LineState.DRAFT, rule=rules.may_draft, label=_("Een planregel maken"))
def draft(
    cycle: Cycle, *, by: Actor, title: str, action: str, starts: date | None = None, ends: date | None = None,
    needs_cents: int | None = 0, needs_hours: int | None = 0, needs_square_metres: int | None = 0,
    owner: Duo | None = None, resident_name: str = "", professional_name: str = "", partners: Iterable[Party] = (),
    party: Party | None = None, example: bool = False,
) -> PlanLine:  # fmt: skip
    """Somebody writes down what could be done; until it is proposed only makers and team see it."""
    if cycle.state != CycleState.OPEN:
        raise WrongState(_("Deze ronde is afgesloten. Er is niets veranderd."))
    if not rules.team(by, cycle) and not (party and by.represents(party.pk)):
        raise NotAllowed(_("Kies namens welke partij u dit inbrengt. U moet voor die partij mogen spreken."))
    Cycle.objects.select_for_update().get(pk=cycle.pk)  # two people at once get two numbers
    node = new_node("plan_line", title, cycle=cycle, example=example)
    line = PlanLine(node=node, number=queries.next_number(cycle), maker=party)
    _fill(
        line, action=action, starts=starts, ends=ends, needs_cents=needs_cents, needs_hours=needs_hours,
        needs_square_metres=needs_square_metres,
    )  # fmt: skip
    line.owner = _owners(line, owner, resident_name, professional_name)
    keep(line)
    _put_partners(line, partners)
    return line


@action("plan.plan_line.describe", source=OPEN_TO_CHANGE, rule=rules.may_describe, label=_("De planregel bijwerken"))
def describe(
    line: PlanLine, *, by: Actor, title: str, action: str, starts: date | None = None, ends: date | None = None,
    needs_cents: int | None = 0, needs_hours: int | None = 0, needs_square_metres: int | None = 0,
    owner: Duo | None = None, resident_name: str = "", professional_name: str = "",
    partners: Iterable[Party] | None = None,
) -> PlanLine:  # fmt: skip
    """The line says better what will be done, by whom, when and with what."""
    retitle(line.node, title)
    _fill(
        line, action=action, starts=starts, ends=ends, needs_cents=needs_cents, needs_hours=needs_hours,
        needs_square_metres=needs_square_metres,
    )  # fmt: skip
    line.owner = _owners(line, owner, resident_name, professional_name)
    if partners is not None:
        _put_partners(line, partners)
    return line


@action("plan.plan_line.name_owners", source=TO_LINK, rule=rules.may_describe, label=_("Trekkers noemen"))
def name_owners(
    line: PlanLine, *, by: Actor, owner: Duo | None = None, resident_name: str = "", professional_name: str = ""
) -> PlanLine:
    """A resident and a professional look after the line together, also when it is already decided."""
    found = _owners(line, owner, resident_name, professional_name)
    if found is None:
        raise BadInput(_("Kies een duo, of vul twee namen in."))
    line.owner = found
    return line


def _known(code: str, kind: str) -> Node:
    node = Node.objects.filter(code=code, kind=kind, public=True).first()
    if node is None:
        raise BadInput(_("Dit staat niet meer openbaar op deze website. Er is niets veranderd."))
    return node


@action(
    "plan.plan_line.answer_priority", source=TO_LINK, rule=rules.may_describe,
    label=_("Zeggen bij welke prioriteit dit hoort"),
)  # fmt: skip
def answer_priority(line: PlanLine, *, by: Actor, priority: str, reason: str) -> PlanLine:
    """The line answers a priority of the agenda; everybody can read why."""
    if priority not in {p.code for p in queries.priorities_to_answer(_cycle_of(line))}:
        raise BadInput(_("Deze prioriteit staat niet in de nieuwste buurtagenda. Kies er een uit de lijst."))
    link(_known(priority, "priority"), line.node, "answered_by", by=by, reason=reason)
    return line


@action("plan.plan_line.take_proposal", source=TO_LINK, rule=rules.may_describe, label=_("Een voorstel opnemen"))
def take_proposal(line: PlanLine, *, by: Actor, proposal: str, reason: str) -> PlanLine:
    """A proposal that got a yes becomes part of the plan; its makers can follow it from here."""
    if proposal not in {p.code for p in queries.proposals_to_take_in(_cycle_of(line))}:
        raise BadInput(_("Dit voorstel heeft nog geen ja gekregen. Kies er een uit de lijst."))
    link(_known(proposal, "proposal"), line.node, "taken_into", by=by, reason=reason)
    return line


@action(
    "plan.plan_line.propose", source={LineState.DRAFT, LineState.DECLINED}, target=LineState.PROPOSED,
    rule=rules.may_propose, label=pgettext_lazy("action", "Voorleggen"),
)  # fmt: skip
def propose(line: PlanLine, *, by: Actor) -> PlanLine:
    """The line is in the open and waits for who may decide."""
    show(line.node)
    return line


@action("plan.plan_line.decide", source={LineState.PROPOSED}, rule=rules.may_decide, label=_("Het besluit opschrijven"))
def decide(line: PlanLine, *, by: Actor, body: Body, yes: bool, reason: str, on: date | None = None) -> PlanLine:
    """Who may decide says yes or no, with the reason; everybody can read it."""
    place = line.node.place
    if body.place_id not in (place.pk, place.municipality_id):
        raise BadInput(_("Deze groep beslist hier niet. Kies een groep uit de lijst."))
    line.body, line.decided_on, line.decision_reason = body, _past_day(on), reason
    line.state = LineState.DECIDED if yes else LineState.DECLINED
    return line


@action(
    "plan.plan_line.report_progress", source=UNDER_WAY, target=LineState.BUSY, rule=rules.may_report,
    label=_("Vertellen hoe het gaat"),
)  # fmt: skip
def report_progress(line: PlanLine, *, by: Actor, text: str, on: date | None = None) -> PlanLine:
    """Who carries the line tells how it goes; from now on it is busy."""
    _note(line, by, text, on)
    return line


def _note(line: PlanLine, by: Actor, text: str, on: date | None) -> None:
    if not text.strip():
        raise BadInput(_("Vertel in één zin hoe het gaat."))
    party = next((pk for pk in sorted(line.owner_parties) if by.represents(pk)), None)
    said = write_text(text, by=replace(by, person=None) if party else by)
    keep(ProgressNote(line=line, text=said, party_id=party, person=by.person, on=_past_day(on)))


@action(
    "plan.plan_line.finish", source=UNDER_WAY, target=LineState.DONE, rule=rules.may_report,
    label=_("Zeggen dat het gedaan is"),
)  # fmt: skip
def finish(line: PlanLine, *, by: Actor, text: str = "", on: date | None = None) -> PlanLine:
    """What was planned is done."""
    if text.strip():
        _note(line, by, text, on)
    line.done_on = _past_day(on)
    return line


@action(
    "plan.plan_line.stop", source={LineState.DRAFT, LineState.PROPOSED, *UNDER_WAY}, target=LineState.STOPPED,
    rule=rules.may_stop, label=pgettext_lazy("action", "Stoppen"),
)  # fmt: skip
def stop(line: PlanLine, *, by: Actor, reason: str, on: date | None = None) -> PlanLine:
    """The line will not be done after all; it stays in the plan with the reason."""
    line.stopped_on, line.stop_reason = _past_day(on), reason[:1000]
    return line


@action("plan.edition.publish", rule=rules.may_publish, label=_("Het gebiedsplan uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """The plan as it is now becomes an edition that never changes; later rooms build on it."""
    return freeze("plan", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)


reader("plan")(queries.own_data)


@eraser("plan")
def erase_person(person: int) -> int:
    """Take back what somebody told about lines; the lines stay. Only inside the kernel's erase action."""
    notes = list(ProgressNote.objects.filter(person=person).select_related("text"))
    for note in notes:
        if note.party_id is None:
            erase_text(note.text)
    return ProgressNote.objects.filter(person=person).update(person=None)
