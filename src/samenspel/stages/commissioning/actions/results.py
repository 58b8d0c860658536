"""Reading a vote from a file, and counting: exact, with a reason for every plan and a certificate."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots import queries as boxes
from samenspel.instruments.ballots.models import BallotBox
from samenspel.kernel.action import BadInput, Refused, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.chain import canonical
from samenspel.kernel.journal.clock import now
from samenspel.kernel.journal.writing import append
from samenspel.kernel.lineage.actions import new_node
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.actions.calls import keep_options
from samenspel.stages.commissioning.models import Call, CallOption, ResultLine
from samenspel.stages.commissioning.states import Binding, CallState, Outcome, Route
from samenspel_methods.allocation import AllocationError, Election, RuleSet, check, explain, greedy, pabulib, sentence
from samenspel_methods.allocation import Outcome as Walk
from samenspel_methods.allocation.explain import Reason
from samenspel_methods.allocation.reglement import from_election

MOST_PLANS, MOST_BALLOTS = 500, 200_000  # more would hold up everybody else
LARGEST = 20_000_000  # bytes of a file; some 300,000 ballots


@dataclass(frozen=True, slots=True)
class VoteFile:
    """The file of a vote, read and checked whole."""

    counted: ballots.CountedFile
    rules: RuleSet
    sha256: str


def read_vote(file: bytes, title: str) -> VoteFile:
    """Read and check a file before anything is written: nobody waits for it, and half a file is nothing."""
    election, spelled = _read(file, title)
    return VoteFile(ballots.read_counted(election), spelled, hashlib.sha256(file).hexdigest())


@action(
    "commissioning.call.import_vote", target=CallState.CLOSED, rule=rules.may_count, creates=True,
    label=_("Een stemming inlezen uit een bestand"),
)  # fmt: skip
def import_vote(
    cycle: Cycle,
    *,
    by: Actor,
    vote: VoteFile,
    title: str,
    body: str,
    source: str,
    about: str = "",
    who: str = "",
    funder: str = "",
    binds: str = Binding.UNLESS,
    example: bool = False,
) -> Call:
    """A vote that was held elsewhere stands here whole: every plan, every ballot without a name, the same rules."""
    counted = vote.counted
    node = new_node("call", title, cycle=cycle, public=True, example=example)
    call = keep(
        Call(
            node=node, state=CallState.CLOSED, route=Route.VOTE, about=about, who=who, funder=funder, body=body,
            binds=binds, budget_cents=counted.budget, rule_set=canonical(vote.rules.to_json()), ballots_public=True,
            source=source, source_hash=vote.sha256, voters=counted.voters,
        )
    )  # fmt: skip
    counted = replace(counted, choices=keep_options(call, counted.choices, by, example=example))
    call.box = ballots.load_counted(cycle.place, node.code, title, rules=vote.rules, counted=counted)
    return call


def _read(file: bytes, title: str) -> tuple[Election, RuleSet]:
    if len(file) > LARGEST:
        raise BadInput(_("Dit bestand is te groot. Er is niets ingelezen. Knip het, of vraag de beheerder."))
    try:
        election = pabulib.read(file)
        if len(election.projects) > MOST_PLANS or len(election.ballots) > MOST_BALLOTS:
            raise BadInput(_("Dit bestand heeft te veel plannen of stembiljetten. Er is niets ingelezen."))
        return election, from_election(election, title)
    except AllocationError as error:
        raise BadInput(f"{error.sentence()} {_('Er is niets ingelezen.')}") from error


@action(
    "commissioning.call.count",
    source={CallState.CLOSED},
    target=CallState.COUNTED,
    rule=rules.may_count,
    label=_("De stemmen tellen"),
)
def count_call(call: Call, *, by: Actor) -> Call:
    """The neighbourhood knows what it chose, with a reason for every plan; anybody can check it with addition."""
    if call.box is None:
        raise BadInput(_("In deze ronde is niet gestemd. Er valt niets te tellen."))
    if call.box.sealed:
        raise BadInput(
            _("Deze stembus gaat open met twee delen van de sleutel. Twee sleutelhouders doen dat op hun eigen pagina.")
        )
    return _counted(call, call.box, by)


@action(
    "commissioning.call.unlock",
    source={CallState.CLOSED},
    target=CallState.COUNTED,
    rule=rules.may_unlock,
    label=_("De stembus openen en tellen"),
)
def unlock_call(call: Call, *, by: Actor, share: str) -> Call:
    """A second key holder gives the own part: the sealed box is opened and counted at once."""
    if call.box is None or not call.box.sealed:
        raise BadInput(_("In deze ronde is niet gestemd. Er valt niets te tellen."))
    return _counted(call, ballots.count_box(call.box, by=by, share=share), by)


def _counted(call: Call, box: BallotBox, by: Actor) -> Call:
    election = boxes.count_input(box)
    walk = greedy(election, box.seed)
    if wrong := check(election, walk):
        raise Refused(str(_("De telling klopt niet (%(codes)s). Er is niets bewaard.")) % {"codes": ", ".join(wrong)})
    reasons = explain(walk)
    _write_lines(call, walk, reasons)
    call.voters, call.spent_cents = election.voters, walk.cost
    call.certificate = _certificate(call, box.input_hash, walk, reasons)
    # The entry of this act names no numbers; this one ties them to the chain.
    facts: dict[str, object] = {
        "ballots": election.voters, "funded": len(walk.funded), "spent_cents": walk.cost,
        "ballots_sha256": box.input_hash,
        "certificate_sha256": hashlib.sha256(call.certificate.encode()).hexdigest(),
    }  # fmt: skip
    append(call.place_id, "commissioning.result.seal", call.code, by, facts, {}, now())
    return call


def _write_lines(call: Call, walk: Walk, reasons: tuple[Reason, ...]) -> None:
    options = {o.key: o for o in CallOption.objects.filter(call=call)}
    rows = [
        ResultLine(
            option=options[step.project], turn=turn, votes=step.votes, left_cents=step.left, by_lot=step.lot,
            outcome=Outcome.FUNDED if step.funded else Outcome.NOT_NOW, reason_code=reason.code,
            reason_facts=canonical(dict(reason.params)), reason=sentence(reason),
        )
        for turn, (step, reason) in enumerate(zip(walk.steps, reasons, strict=True), 1)
    ]  # fmt: skip
    ResultLine.objects.bulk_create(rows, batch_size=200)


def _certificate(call: Call, input_hash: str, walk: Walk, reasons: tuple[Reason, ...]) -> str:
    """Everything a stranger needs to repeat the count, as one canonical text."""
    codes = dict(CallOption.objects.filter(call=call).values_list("key", "node__code"))
    steps = [
        {**asdict(step), "code": codes[step.project], "reason": reason.code, "facts": dict(reason.params)}
        for step, reason in zip(walk.steps, reasons, strict=True)
    ]
    return canonical(
        {
            "code": call.code, "title": call.title, "currency": "EUR", "unit": "cent", "budget": walk.budget,
            "ballots": call.voters, "ballots_sha256": input_hash, "seed": walk.seed, "rules": json.loads(call.rule_set),
            "spent": walk.cost, "left": walk.left, "steps": steps, "method": "samenspel_methods.allocation.greedy",
        }
    )  # fmt: skip
