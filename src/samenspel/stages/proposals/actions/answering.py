"""What others do with a proposal: look whether it can be done, weigh, tell, answer, merge, take away, publish."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.action.rules import ROLE_WORDS
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import hide, link, show
from samenspel.kernel.people.actions import note_person, put_contact
from samenspel.kernel.people.models import ContactPoint
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.proposals import handover, queries, rules
from samenspel.stages.proposals.actions.making import HANDLED, TOLD, not_later_than_today
from samenspel.stages.proposals.models import Feasibility, Proposal
from samenspel.stages.proposals.states import ProposalState

NEXT_STEP = _("Zet bij een nee wat er wel kan.")


@action("proposals.proposal.check", source=HANDLED, rule=rules.may_check, label=_("Kijken of het kan"))
def check_feasibility(
    proposal: Proposal, *, by: Actor, answers: Mapping[str, tuple[str, str]]
) -> tuple[Feasibility, ...]:
    """The ten questions get an answer, so that a no never comes as a surprise at the end."""
    known = {row.check_name: row for row in proposal.checks.all()}
    rows = []
    for name, (answer, note) in answers.items():
        row = known.get(name) or Feasibility(proposal=proposal, check_name=name)
        row.answer, row.note, row.checked_on = answer, cleaned(note), today()
        rows.append(keep(row))
    return tuple(rows)


def _said_by(by: Actor, proposal: Proposal, named: str) -> str:
    """The role that speaks; a verdict always has one."""
    if cleaned(named):
        return cleaned(named)
    held = next((r for r in (Role.AREA_TEAM, Role.BOARD) if by.holds(r, proposal.place_id)), Role.AREA_TEAM)
    return str(ROLE_WORDS[held])


@action(
    "proposals.proposal.weigh_provisionally", source=HANDLED, target=ProposalState.WEIGHED, rule=rules.may_weigh,
    label=_("Voorlopig wegen"),
)  # fmt: skip
def weigh_provisionally(
    proposal: Proposal, *, by: Actor, positive: bool, why: str, next_step: str = "", weighed_by: str = "",
    on: date | None = None,
) -> Proposal:  # fmt: skip
    """The makers hear early which way it goes and why; everybody else only after a person told them."""
    if not cleaned(why):
        raise BadInput(_("Geef een reden. Zonder reden kunnen wij dit niet bewaren."))
    if not positive and not cleaned(next_step):
        raise BadInput(NEXT_STEP)
    proposal.weighed_yes, proposal.weighed_reason = positive, cleaned(why)
    proposal.weighed_on, proposal.weighed_by = not_later_than_today(on), _said_by(by, proposal, weighed_by)
    proposal.next_step, proposal.told_first_on, proposal.told_how = cleaned(next_step), None, ""
    if proposal.handed_in_on and proposal.weighed_on < proposal.handed_in_on:
        raise BadInput(_("Deze dag ligt voor de dag van inleveren. Kies een latere dag."))
    return proposal


@action(
    "proposals.proposal.tell_submitter", source={ProposalState.WEIGHED}, rule=rules.may_tell,
    label=_("Eerst aan de maker vertellen"),
)  # fmt: skip
def tell_submitter(proposal: Proposal, *, by: Actor, how: str, on: date | None = None) -> Proposal:
    """The makers heard it from a person; from now on everybody can read the weighing."""
    if not cleaned(how):
        raise BadInput(_("Schrijf op hoe u het verteld heeft. Bijvoorbeeld: gebeld, of langsgegaan."))
    proposal.state = ProposalState.PROVISIONAL_YES if proposal.weighed_yes else ProposalState.PROVISIONAL_NO
    proposal.told_first_on, proposal.told_how = not_later_than_today(on), cleaned(how)
    if proposal.weighed_on and proposal.told_first_on < proposal.weighed_on:
        raise BadInput(_("Deze dag ligt voor de voorlopige weging. Kies een latere dag."))
    return proposal


@action(
    "proposals.proposal.decide", source=TOLD | {ProposalState.WEIGHED}, rule=rules.may_decide,
    label=_("Antwoord geven"),
)  # fmt: skip
def decide(
    proposal: Proposal, *, by: Actor, accept: bool, reason: str, next_step: str = "", decided_by: str = "",
    on: date | None = None,
) -> Proposal:  # fmt: skip
    """The final answer, with a reason, a role and, when it is no, what can be done."""
    if proposal.told_first_on is None:
        raise BadInput(_("Vertel het antwoord eerst zelf aan de maker. Daarna kunt u het hier geven."))
    next_step = cleaned(next_step) or ("" if accept else proposal.next_step)
    if not accept and not next_step:
        raise BadInput(_("Het antwoord is nee. Schrijf erbij wat er wel kan, of bij wie de maker terecht kan."))
    proposal.state = ProposalState.ACCEPTED if accept else ProposalState.DECLINED
    proposal.reason, proposal.next_step = cleaned(reason), next_step
    proposal.decided_on, proposal.decided_by = not_later_than_today(on), _said_by(by, proposal, decided_by)
    if proposal.decided_on < proposal.told_first_on:
        raise BadInput(_("Deze dag ligt voor het gesprek met de maker. Kies een latere dag."))
    return proposal


@action(
    "proposals.proposal.merge",
    source=HANDLED,
    target=ProposalState.MERGED,
    rule=rules.may_merge,
    label=_("Twee voorstellen samenvoegen"),
)
def merge(
    proposal: Proposal, *, by: Actor, into: str, agreed: str, maker_agrees: bool, other_maker_agrees: bool
) -> Proposal:
    """Two proposals go on as one, because both makers said yes; the first keeps its page and its name."""
    if not (maker_agrees and other_maker_agrees and cleaned(agreed)):
        raise BadInput(_("Samenvoegen kan alleen als beide makers ja zeggen. Schrijf op hoe zij dat deden."))
    other = queries.targets_by_code(proposal.cycle, into)
    if other is None or other.pk == proposal.pk:
        raise BadInput(_("Dit voorstel kennen wij niet in deze ronde. Kijk de code nog eens na."))
    if other.state not in HANDLED:
        raise BadInput(_("Het andere voorstel is al klaar. Samenvoegen kan nu niet meer."))
    proposal.agreed_to_merge = cleaned(agreed)
    link(proposal.node, other.node, "merged_into", by=by, reason=cleaned(agreed))
    return proposal


@action("proposals.contact.name", rule=rules.may_name_contact, label=_("Contactpersoon noemen"))
def name_contact(proposal: Proposal, *, by: Actor, name: str, reach: str = "", stand_in: str = "") -> ContactPoint:
    """The maker knows whom to ask from now on, and who stands in."""
    place = proposal.node.place
    person = note_person(cleaned(name), channel=by.channel, place=place)
    other = note_person(cleaned(stand_in), channel=by.channel, place=place) if cleaned(stand_in) else None
    return put_contact(proposal.code, place, person, stand_in=other, reach=cleaned(reach))


@action("proposals.proposal.hide", rule=rules.may_hide, label=_("Voorstel weghalen"))
def hide_proposal(proposal: Proposal, *, by: Actor, reason: str) -> Proposal:
    """A proposal that hurts or names somebody is taken away; the reason stands in the public log."""
    proposal.hidden = True
    hide(proposal.node)
    return proposal


@action("proposals.proposal.show", rule=rules.may_hide, label=_("Voorstel terugzetten"))
def show_proposal(proposal: Proposal, *, by: Actor, reason: str) -> Proposal:
    """Taking it away was not right; everybody can read it again."""
    if not proposal.hidden:
        raise BadInput(_("Dit voorstel is niet weggehaald. Er is niets veranderd."))
    proposal.hidden = False
    if proposal.handed_in_on:
        show(proposal.node)
    return proposal


@action("proposals.edition.publish", rule=rules.may_publish, label=_("Voorstellen uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """The proposals and their answers as they are now get a number and never change again."""
    return freeze("proposals", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)
