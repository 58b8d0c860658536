"""Counting: exact, with a reason for every plan and a certificate."""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots import queries as boxes
from samenspel.instruments.ballots.models import BallotBox
from samenspel.kernel.action import BadInput, Changed, Refused, WrongState, action
from samenspel.kernel.journal.chain import canonical
from samenspel.kernel.journal.clock import now
from samenspel.kernel.journal.writing import append
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.models import Call, CallOption, ResultLine
from samenspel.stages.commissioning.states import CallState, Outcome
from samenspel_methods.allocation import Outcome as Walk
from samenspel_methods.allocation import check, explain, greedy, sentence
from samenspel_methods.allocation.explain import Reason


@dataclass(frozen=True, slots=True)
class Worked:
    """A count, worked out and checked; nothing of it is written yet."""

    input_hash: str
    voters: int
    walk: Walk
    reasons: tuple[Reason, ...]


def work_out(call: Call) -> Worked:
    """Count a vote from a file before anything is written: a large one takes a while, and nobody waits for it."""
    if call.state != CallState.CLOSED:
        raise WrongState()
    return _worked(_box_of_file(call))


@action(
    "commissioning.call.count",
    source={CallState.CLOSED},
    target=CallState.COUNTED,
    rule=rules.may_count,
    label=_("De stemmen tellen"),
)
def count_call(call: Call, *, by: Actor, worked: Worked) -> Call:
    """The neighbourhood knows what it chose, with a reason for every plan; anybody can check it with addition."""
    box = _box_of_file(call)
    if (box.input_hash, box.seed) != (worked.input_hash, worked.walk.seed):
        raise Changed()
    return _stored(call, worked, by)


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
    return _stored(call, _worked(ballots.count_box(call.box, by=by, share=share)), by)


def _box_of_file(call: Call) -> BallotBox:
    if call.box is None:
        raise BadInput(_("In deze ronde is niet gestemd. Er valt niets te tellen."))
    if call.box.sealed:
        raise BadInput(
            _("Deze stembus gaat open met twee delen van de sleutel. Twee sleutelhouders doen dat op hun eigen pagina.")
        )
    return call.box


def _worked(box: BallotBox) -> Worked:
    election = boxes.count_input(box)
    walk = greedy(election, box.seed)
    if wrong := check(election, walk):
        raise Refused(str(_("De telling klopt niet (%(codes)s). Er is niets bewaard.")) % {"codes": ", ".join(wrong)})
    return Worked(box.input_hash, election.voters, walk, explain(walk))


def _stored(call: Call, worked: Worked, by: Actor) -> Call:
    walk = worked.walk
    _write_lines(call, walk, worked.reasons)
    call.voters, call.spent_cents = worked.voters, walk.cost
    call.certificate = _certificate(call, worked.input_hash, walk, worked.reasons)
    # The entry of this act names no numbers; this one ties them to the chain.
    facts: dict[str, object] = {
        "ballots": worked.voters, "funded": len(walk.funded), "spent_cents": walk.cost,
        "ballots_sha256": worked.input_hash,
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
