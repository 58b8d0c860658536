"""What makers do: hand in, amend, say what it takes, say what it answers, step back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.relations import RELATIONS
from samenspel.contracts.themes import theme_key
from samenspel.kernel.action import BadInput, WrongState, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.handover.actions import forget_words
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node, retitle, show, take_back_title
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.lineage.queries import look_up
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.kernel.texts.markdown import cleaned
from samenspel.kernel.texts.models import Text
from samenspel.stages.proposals import queries, rules
from samenspel.stages.proposals.models import CostLine, Proposal
from samenspel.stages.proposals.states import Cost, CostKind, ProposalState

RELATION_TO = {r.source: r.name for r in RELATIONS if r.target == "proposal" and r.source != "proposal"}
TOLD = {ProposalState.PROVISIONAL_YES, ProposalState.PROVISIONAL_NO}
HANDLED = {ProposalState.HANDED_IN, ProposalState.WEIGHED, *TOLD}
CHANGEABLE = {ProposalState.DRAFT, *HANDLED}
SOMEBODY = "een bewoner"  # what a desk form fills in when no name was given
MOST_LINES = 30


def not_later_than_today(day: date | None) -> date:
    """A day that was, or today."""
    if day and day > today():
        raise BadInput(_("Deze dag komt nog. Kies vandaag of een dag die al geweest is."))
    return day or today()


def _running(cycle: Cycle) -> None:
    if cycle.state == CycleState.CLOSED:
        raise WrongState(_("Deze ronde is afgesloten. Er is niets veranderd. Kijk of er al een nieuwe ronde is."))


def _maker(by: Actor, cycle: Cycle, name: str, contact: str) -> Person | None:
    """Whose proposal it is: the person who acts, the person who is helped, or somebody who left a name."""
    if by.on_behalf_of:
        helped = name or ("" if by.on_behalf_of == SOMEBODY else by.on_behalf_of)
        return note_person(helped, contact, by.channel, cycle.place)
    if by.person is not None:
        return Person.objects.filter(pk=by.person, erased_at=None).first()
    return note_person(name, contact, by.channel, cycle.place) if name or contact else None


def _words(text: str, by: Actor, maker: int | None, language: str) -> Text:
    if not cleaned(text):
        raise BadInput(_("Vertel in het kort wat u wilt doen. Een paar zinnen is genoeg."))
    return write_text(text, by=by if maker else replace(by, person=None), person=maker, language=language)


def _new(cycle: Cycle, by: Actor, facts: Mapping[str, object], *, public: bool, example: bool) -> Proposal:
    _running(cycle)
    maker = _maker(by, cycle, cleaned(str(facts["name"])), cleaned(str(facts["contact"])))
    node = new_node("proposal", str(facts["title"]), cycle=cycle, public=public, example=example)
    return Proposal(
        node=node, theme=theme_key(str(facts["theme"])), summary=cleaned(str(facts["summary"])),
        text=_words(str(facts["text"]), by, maker.pk if maker else None, str(facts["language"])),
        where=cleaned(str(facts["where"])), person=maker, party_id=None if by.on_behalf_of else by.party,
        show_name=bool(facts["show_name"]),
    )  # fmt: skip


@action("proposals.proposal.draft", target=ProposalState.DRAFT, rule=rules.may_draft, label=_("Concept bewaren"))
def draft_proposal(
    cycle: Cycle, *, by: Actor, title: str, text: str, summary: str = "", theme: str = "", where: str = "",
    show_name: bool = False, language: str = "nl", example: bool = False,
) -> Proposal:  # fmt: skip
    """Somebody works on a proposal and keeps it to themselves until it is good enough."""
    facts = {"title": title, "text": text, "summary": summary, "theme": theme, "where": where, "show_name": show_name,
             "language": language, "name": "", "contact": ""}  # fmt: skip
    return _new(cycle, by, facts, public=False, example=example)


@action(
    "proposals.proposal.hand_in", target=ProposalState.HANDED_IN, rule=rules.may_hand_in, label=_("Voorstel inleveren")
)
def hand_in(
    cycle: Cycle, *, by: Actor, title: str, text: str, summary: str = "", theme: str = "", where: str = "",
    name: str = "", contact: str = "", show_name: bool = False, priority: str = "", codes: Sequence[str] = (),
    costs: Sequence[Cost] = (), language: str = "nl", on: date | None = None, example: bool = False,
) -> Proposal:  # fmt: skip
    """Somebody hands in what they want to do; no account is needed, and it gets an answer."""
    facts = {"title": title, "text": text, "summary": summary, "theme": theme, "where": where, "show_name": show_name,
             "language": language, "name": name, "contact": contact}  # fmt: skip
    made = _new(cycle, by, facts, public=True, example=example)
    made.state, made.handed_in_on = ProposalState.HANDED_IN, not_later_than_today(on)
    keep(made)
    _replace_costs(made, costs)
    wanted = [code for code in (priority, *codes) if code.strip()]
    _link(made, wanted, by, str(_("De maker gaf dit aan bij het inleveren.")))
    return made


@action(
    "proposals.proposal.hand_in_draft", source={ProposalState.DRAFT}, target=ProposalState.HANDED_IN,
    rule=rules.may_hand_in_draft, label=_("Concept inleveren"),
)  # fmt: skip
def hand_in_draft(proposal: Proposal, *, by: Actor) -> Proposal:
    """A draft is good enough: everybody can read it, and it gets an answer."""
    _running(proposal.cycle)
    proposal.handed_in_on = today()
    show(proposal.node)
    return proposal


@action("proposals.proposal.amend", source=CHANGEABLE, rule=rules.may_amend, label=_("Voorstel aanpassen"))
def amend(
    proposal: Proposal, *, by: Actor, title: str, text: str, summary: str = "", theme: str = "", where: str = "",
    show_name: bool | None = None,
) -> Proposal:  # fmt: skip
    """The proposal becomes better; the maker hears it when somebody else changed it."""
    old = proposal.text
    if cleaned(text) != old.body:
        proposal.text = _words(text, by, proposal.person_id, old.language)
        erase_text(old)
    before = {proposal.title, proposal.summary}
    retitle(proposal.node, title)
    proposal.summary, proposal.theme, proposal.where = cleaned(summary), theme_key(theme), cleaned(where)
    forget_words(editions_of(proposal.cycle), before - {proposal.title, proposal.summary})
    if show_name is not None and proposal.person_id == by.person:
        proposal.show_name = show_name
    return proposal


@action("proposals.proposal.cost_line", source=CHANGEABLE, rule=rules.may_amend, label=_("Kosten invullen"))
def set_costs(proposal: Proposal, *, by: Actor, costs: Sequence[Cost]) -> Proposal:
    """What a proposal takes in money, time and space becomes clear; the old lines are replaced."""
    _replace_costs(proposal, costs)
    return proposal


def _replace_costs(proposal: Proposal, costs: Sequence[Cost]) -> None:
    if len(costs) > MOST_LINES:
        raise BadInput(_("Dit zijn te veel regels. Voeg een paar samen: dertig is het meeste."))
    proposal.costs.all().delete()
    for kind, amount, what in costs:
        if amount <= 0:
            raise BadInput(_("Een bedrag, tijd of ruimte is meer dan nul. Laat de regel anders leeg."))
        if kind not in CostKind.values:
            raise BadInput(_("Kies of het om euro, uren of vierkante meters gaat."))
        keep(CostLine(proposal=proposal, kind=kind, amount=amount, what=cleaned(what)))


@action(
    "proposals.proposal.answer", source=CHANGEABLE | {ProposalState.ACCEPTED}, rule=rules.may_link,
    label=_("Koppelen aan prioriteit of bijdrage"),
)  # fmt: skip
def answer(proposal: Proposal, *, by: Actor, codes: Sequence[str], reason: str) -> list[Edge]:
    """Everybody can see which priority asked for this, and which wish it came from."""
    return _link(proposal, [c for c in codes if c.strip()], by, reason, at_least_one=True)


def _link(
    proposal: Proposal, codes: Sequence[str], by: Actor, reason: str, *, at_least_one: bool = False
) -> list[Edge]:
    if at_least_one and not codes:
        raise BadInput(_("Kies een prioriteit, of typ een code."))
    found = queries.sources_by_code(proposal.place_id, codes)
    nodes = [_fitting(proposal, found.get(code) or _looked_up(code)) for code in dict.fromkeys(codes)]
    return [link(node, proposal.node, RELATION_TO[node.kind], by=by, reason=reason) for node in nodes]


def _looked_up(code: str) -> Node:
    looked = look_up(code)
    if looked.node:
        return looked.node
    if looked.suggestions:
        near = ", ".join(n.code for n in looked.suggestions)
        raise BadInput(_("De code %(code)s kennen wij niet. Bedoelt u %(near)s?") % {"code": code, "near": near})
    raise BadInput(_("De code %(code)s kennen wij niet. Kijk hem nog eens na.") % {"code": code})


def _fitting(proposal: Proposal, node: Node) -> Node:
    if node.place_id != proposal.place_id:
        raise BadInput(_("De code %(code)s hoort bij een andere buurt.") % {"code": node.code})
    if node.kind not in RELATION_TO:
        facts = {"code": node.code, "kind": node.kind_label.lower()}
        raise BadInput(_("De code %(code)s is een %(kind)s. Kies een prioriteit of een bijdrage.") % facts)
    return node


@action(
    "proposals.proposal.withdraw", source=CHANGEABLE | {ProposalState.ACCEPTED}, target=ProposalState.WITHDRAWN,
    rule=rules.may_withdraw, label=_("Lukt nu niet"),
)  # fmt: skip
def withdraw(proposal: Proposal, *, by: Actor) -> Proposal:
    """A maker steps back; no reason is asked, and the proposal stays to be read."""
    return proposal


@eraser("proposals")
def erase_person(person: int) -> int:
    """Words, title and name of a maker who wants to be forgotten go; amounts and answers stay."""
    theirs = list(Proposal.objects.filter(person=person).select_related("text"))
    for row in theirs:
        erase_text(row.text)
        if row.party_id is None:
            take_back_title(row.node, str(_("Een voorstel van een bewoner")))
        row.costs.update(what=str(_("Woorden teruggenomen")))
        Proposal.objects.filter(pk=row.pk).update(
            summary="", where="", show_name=False, told_how="", agreed_to_merge="", person=None
        )
    return len(theirs)
