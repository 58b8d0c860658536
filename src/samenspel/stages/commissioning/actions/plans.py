"""Joint plans: written together, carried when no objection is left."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, Refused, WrongState, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node, retitle, show
from samenspel.kernel.people.models import Party
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.commissioning import queries, rules
from samenspel.stages.commissioning.actions.pots import fill_pot
from samenspel.stages.commissioning.actions.speaking import in_name_of
from samenspel.stages.commissioning.models import ConsentMark, JointPlan, Partner
from samenspel.stages.commissioning.states import Answer, PlanState, Route

BEING_MADE = {PlanState.DRAFT, PlanState.ASKED}
STANDING = {PlanState.CARRIED, PlanState.RUNNING}
BEFORE = {"assessment": "opened", "plan_line": "carried_out_by"}


@action(
    "commissioning.joint_plan.draft", target=PlanState.DRAFT, rule=rules.may_propose, label=_("Samen een plan maken")
)
def draft_plan(
    cycle: Cycle,
    *,
    by: Actor,
    title: str,
    what: str,
    route: str = Route.CONSENT,
    cents: int = 0,
    quality: str = "",
    convener: Party | None = None,
    follows: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    example: bool = False,
) -> JointPlan:
    """Parties write down together what they will do; the first step of Buurtbesteden after the talk."""
    in_name_of(by, convener, cycle)
    node = new_node("joint_plan", title, cycle=cycle, example=example)
    for code in follows.split():
        earlier = queries.node_named(code)
        relation = BEFORE.get(earlier.kind, "")
        link(earlier, node, relation, by=by, reason=str(_("Het gezamenlijk plan volgt hieruit.")))
    return JointPlan(
        node=node, what=cleaned(what), route=route, cents=cents, quality=_quality(quality), convener=convener,
        starts_on=starts_on, ends_on=ends_on,
    )  # fmt: skip


def _quality(typed: str) -> str:
    """Codes of quality definitions that exist, separated by spaces."""
    found = [queries.node_named(code) for code in typed.replace(",", " ").split()]
    if any(node.kind != "quality_definition" for node in found):
        raise BadInput(_("Een van de codes is geen kwaliteitsafspraak. Zulke codes beginnen met KW."))
    return " ".join(node.code for node in found)


@action("commissioning.joint_plan.join", source=BEING_MADE, rule=rules.may_tend, label=_("Partner in het plan zetten"))
def join_plan(plan: JointPlan, *, by: Actor, party: Party, task: str, cents: int = 0, hours: int = 0) -> Partner:
    """A party takes a task in the plan. New words mean that everybody answers anew."""
    if party.place_id != plan.place_id:
        raise BadInput(_("Deze groep hoort bij een andere buurt. Er is niets bewaard. Kies een andere."))
    _ask_anew(plan)
    return Partner(plan=plan, party=party, task=cleaned(task), cents=cents, hours=hours)


@action("commissioning.joint_plan.rewrite", source=BEING_MADE, rule=rules.may_tend, label=_("Het plan aanpassen"))
def rewrite_plan(
    plan: JointPlan, *, by: Actor, what: str, title: str = "", cents: int | None = None, quality: str | None = None
) -> JointPlan:
    """The plan takes up what partners said; everybody answers anew."""
    _ask_anew(plan)
    if title:
        retitle(plan.node, title)
    plan.what = cleaned(what)
    plan.cents = plan.cents if cents is None else cents
    plan.quality = plan.quality if quality is None else _quality(quality)
    return plan


def _ask_anew(plan: JointPlan) -> None:
    ConsentMark.objects.filter(partner__plan=plan).delete()


@action(
    "commissioning.joint_plan.ask",
    source={PlanState.DRAFT},
    target=PlanState.ASKED,
    rule=rules.may_tend,
    label=_("De partners om hun antwoord vragen"),
)
def ask_partners(plan: JointPlan, *, by: Actor) -> JointPlan:
    """The plan lies on the table for everybody; each partner says whether it can live with it."""
    if plan.partners.count() < 2:
        raise BadInput(_("Een gezamenlijk plan heeft minstens twee partners. Zet er eerst nog een bij."))
    show(plan.node)
    return plan


@action("commissioning.consent.give", rule=rules.may_answer, label=_("Antwoorden op het plan"))
def answer_plan(partner: Partner, *, by: Actor, answer: str, why: str = "") -> ConsentMark:
    """A partner says yes, yes with a worry, or objects with a reason that the others can do something with."""
    if partner.plan.state != PlanState.ASKED:
        raise WrongState(_("Dit plan vraagt nu geen antwoord. Er is niets veranderd."))
    if answer in (Answer.OBJECTION, Answer.WORRY) and not why.strip():
        raise BadInput(_("Schrijf op wat er knelt. Dan kunnen de anderen er iets mee."))
    mark = ConsentMark.objects.filter(partner=partner).first() or ConsentMark(partner=partner)
    mark.answer, mark.reason, mark.said_on = answer, cleaned(why)[:500], today()
    return mark


@action(
    "commissioning.joint_plan.carry",
    source={PlanState.ASKED},
    target=PlanState.CARRIED,
    rule=rules.may_tend,
    label=_("Vaststellen dat iedereen het plan draagt"),
)
def carry_plan(plan: JointPlan, *, by: Actor) -> JointPlan:
    """No objection is left: the parties carry the plan together."""
    ready = queries.readiness(Partner.objects.filter(plan=plan).select_related("consent"))
    if ready.silent:
        raise Refused(str(_("Nog niet iedereen heeft geantwoord: %(names)s.")) % {"names": ", ".join(ready.silent)})
    if not ready.carried:
        words = _("Er is nog bezwaar van %(names)s. Praat erover en pas het plan aan.")
        raise Refused(str(words) % {"names": ", ".join(ready.objecting)})
    plan.carried_on = today()
    return plan


@action(
    "commissioning.joint_plan.start",
    source={PlanState.CARRIED},
    target=PlanState.RUNNING,
    rule=rules.may_tend,
    label=_("Beginnen met het plan"),
)
def start_plan(plan: JointPlan, *, by: Actor, starts_on: date | None = None) -> JointPlan:
    """The partners are at work."""
    plan.starts_on = starts_on or plan.starts_on or today()
    return plan


@action(
    "commissioning.joint_plan.fund", source=STANDING, rule=rules.may_fund, label=_("Geld in de pot van dit plan doen")
)
def fund_plan(plan: JointPlan, *, by: Actor, source: str, cents: int) -> JointPlan:
    """Money stands ready for the plan, and everybody can see where it comes from; nobody can give away more."""
    if cents <= 0:
        raise BadInput(_("Vul meer dan nul euro in. Er is niets geboekt."))
    fill_pot(plan, cleaned(source), cents)
    return plan


@action(
    "commissioning.joint_plan.finish",
    source={PlanState.RUNNING},
    target=PlanState.DONE,
    rule=rules.may_tend,
    label=_("Het plan is klaar"),
)
def finish_plan(plan: JointPlan, *, by: Actor) -> JointPlan:
    """The work is done; what came of it is told in the room of outcomes."""
    plan.ends_on = today()
    return plan


@action(
    "commissioning.joint_plan.stop",
    source={PlanState.DRAFT, PlanState.ASKED, PlanState.CARRIED, PlanState.RUNNING},
    target=PlanState.STOPPED,
    rule=rules.may_tend,
    label=_("Stoppen met het plan"),
)
def stop_plan(plan: JointPlan, *, by: Actor, reason: str) -> JointPlan:
    """The plan does not go on; why is public, and what was learned can be told."""
    return plan
