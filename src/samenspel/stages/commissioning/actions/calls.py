"""Rounds of money: preparing, opening, closing and deciding."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.chain import canonical
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node, show
from samenspel.kernel.people.models import Party
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.commissioning import queries, rules
from samenspel.stages.commissioning.actions.pots import fill_pot
from samenspel.stages.commissioning.actions.speaking import in_name_of
from samenspel.stages.commissioning.models import Call, CallOption
from samenspel.stages.commissioning.states import Binding, CallState, Route
from samenspel_methods.allocation import RuleSet, sentence

OPENED = _("De ronde volgt hieruit.")
OFFERED = _("Dit plan kon u kiezen in deze ronde.")
VOTED_ON = _("Het voorstel staat in deze stemming.")


@action("commissioning.call.draft", target=CallState.DRAFT, rule=rules.may_draft, label=_("Een ronde voorbereiden"))
def draft_call(
    cycle: Cycle,
    *,
    by: Actor,
    title: str,
    budget_cents: int,
    body: str,
    about: str = "",
    who: str = "",
    funder: str = "",
    route: str = Route.VOTE,
    binds: str = Binding.UNLESS,
    rule_set: RuleSet | None = None,
    ballots_public: bool = False,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    commissioner: Party | None = None,
    opened_by: str = "",
    example: bool = False,
) -> Call:
    """Money will be divided by rules that everybody can read before it starts."""
    in_name_of(by, commissioner, cycle)
    spelled = rule_set or RuleSet(name=title)
    if wrong := spelled.contradictions():
        raise BadInput(" ".join(sentence(fault) for fault in wrong))
    node = new_node("call", title, cycle=cycle, example=example)
    if opened_by:
        link(queries.node_named(opened_by), node, "opened", by=by, reason=str(OPENED))
    return Call(
        node=node, route=route, about=cleaned(about), who=cleaned(who), budget_cents=budget_cents, binds=binds,
        funder=cleaned(funder), body=cleaned(body), rule_set=canonical(spelled.to_json()),
        ballots_public=ballots_public, opens_at=opens_at, closes_at=closes_at, commissioner=commissioner,
    )  # fmt: skip


@action(
    "commissioning.option.add", source={CallState.DRAFT}, rule=rules.may_run, label=_("Plan op het stembiljet zetten")
)
def add_option(
    call: Call,
    *,
    by: Actor,
    title: str,
    cents: int,
    key: str = "",
    category: str = "",
    summary: str = "",
    makers: str = "",
    proposal: str = "",
    example: bool = False,
) -> CallOption:
    """A plan of the neighbourhood is on the ballot paper, with its price and its makers."""
    least = queries.rules_of(call).min_project_cost
    if not 0 < cents <= call.budget_cents or cents < least:
        raise BadInput(_("Dit bedrag kan niet. Het is te laag voor de spelregels, of hoger dan de hele pot."))
    node = new_node("option", title, cycle=call.node.cycle, example=example)
    link(call.node, node, "offers", by=by, reason=str(OFFERED))
    if proposal:
        link(queries.node_named(proposal), node, "voted_on_as", by=by, reason=str(VOTED_ON))
    number = key or str(CallOption.objects.filter(call=call).count() + 1)
    return CallOption(
        node=node, call=call, key=number, cents=cents, category=cleaned(category), summary=cleaned(summary),
        makers=cleaned(makers),
    )  # fmt: skip


@action(
    "commissioning.call.open",
    source={CallState.DRAFT},
    target=CallState.OPEN,
    rule=rules.may_open,
    label=_("De ronde openen"),
)
def open_call(call: Call, *, by: Actor) -> Call:
    """From now on the neighbourhood can take part. A vote opens once three people have their part of the key."""
    options = list(call.options.select_related("node").order_by("pk"))
    if call.route == Route.VOTE:
        choices = [ballots.Choice(o.key, o.title, o.cents, o.category, o.code) for o in options]
        call.box = ballots.prepare_box(
            call.node.place, call.code, call.title, budget_cents=call.budget_cents, rules=queries.rules_of(call),
            choices=choices,
        )  # fmt: skip
        ballots.open_box(call.box, opens_at=call.opens_at, closes_at=call.closes_at)
    show(call.node)
    for option in options:
        show(option.node)
    return call


@action(
    "commissioning.call.close",
    source={CallState.OPEN},
    target=CallState.CLOSED,
    rule=rules.may_count,
    label=_("De ronde sluiten"),
)
def close_call(call: Call, *, by: Actor) -> Call:
    """Nobody can take part any more; what is in, is in."""
    if call.box:
        call.voters = ballots.close_box(call.box).ballots
    return call


@action(
    "commissioning.call.stop",
    source={CallState.DRAFT, CallState.OPEN},
    target=CallState.STOPPED,
    rule=rules.may_open,
    label=_("De ronde stoppen"),
)
def stop_call(call: Call, *, by: Actor, reason: str) -> Call:
    """The round ends without a result; why is public."""
    if call.box:
        ballots.discard_box(call.box)
    call.decision = reason[:1000]
    return call


@action(
    "commissioning.call.decide",
    source={CallState.CLOSED, CallState.COUNTED},
    target=CallState.DECIDED,
    rule=rules.may_decide,
    label=_("Het besluit vastleggen"),
)
def decide_call(call: Call, *, by: Actor, body: str, reason: str) -> Call:
    """The competent body says what it does with the result, and why; from now on the money can be given."""
    if call.box and call.state != CallState.COUNTED:
        raise BadInput(_("Tel eerst de stemmen. Er is niets vastgelegd."))
    call.decided_by, call.decision, call.decided_on = cleaned(body)[:120], cleaned(reason)[:1000], today()
    if call.budget_cents:
        fill_pot(call, call.funder or call.body, call.budget_cents)
    return call


@action("commissioning.option.suggest", rule=rules.may_help_makers, label=_("Zeggen wat wel kan"))
def suggest_next_step(option: CallOption, *, by: Actor, next_step: str) -> CallOption:
    """Makers whose plan got no money hear what can be done, with a name behind it."""
    option.next_step = cleaned(next_step)
    return option


@action("commissioning.option.take_proposal", rule=rules.may_help_makers, label=_("Zeggen uit welk voorstel dit komt"))
def take_proposal(option: CallOption, *, by: Actor, proposal: str, reason: str) -> CallOption:
    """A plan on the ballot paper is tied to the proposal it came from, so its thread runs on."""
    link(queries.node_named(proposal), option.node, "voted_on_as", by=by, reason=reason)
    return option


def keep_options(
    call: Call, choices: Iterable[ballots.Choice], by: Actor, *, example: bool
) -> tuple[ballots.Choice, ...]:
    """Everything on the ballot paper of a vote that was held elsewhere; each choice gets the code of its plan."""
    kept = []
    for choice in choices:
        node = new_node("option", choice.title, cycle=call.node.cycle, public=True, example=example)
        link(call.node, node, "offers", by=by, reason=str(OFFERED))
        keep(CallOption(node=node, call=call, key=choice.key, cents=choice.cents, category=choice.category))
        kept.append(replace(choice, node=node.code))
    return tuple(kept)
