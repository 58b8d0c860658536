"""Counting: asked for by people, done by the worker of the site, with a reason for every plan and a certificate."""

import hashlib
from typing import TypeAlias

from django.utils.translation import gettext_lazy as _
from django_tasks.base import Task

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.kernel.action import BadInput, Changed, action
from samenspel.kernel.journal.chain import canonical
from samenspel.kernel.journal.clock import now
from samenspel.kernel.journal.writing import append
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.models import Call, CallOption, ResultLine
from samenspel.stages.commissioning.queries.counted import Worked
from samenspel.stages.commissioning.states import CallState, Outcome

# The work that counts; whoever counts in this same process leaves it out.
Start: TypeAlias = "Task[[], int] | None"
NO_VOTES = _("In deze ronde is niet gestemd. Er valt niets te tellen.")
LONGEST = 1000  # of a sentence with the names of plans in it


@action(
    "commissioning.call.count",
    source={CallState.CLOSED},
    target=CallState.COUNTING,
    rule=rules.may_count,
    label=_("De stemmen tellen"),
)
def count_call(call: Call, *, by: Actor, start: Start = None) -> Call:
    """The votes of a file are counted from now on; the neighbourhood hears it when that is done."""
    if call.box is None:
        raise BadInput(NO_VOTES)
    if call.box.sealed:
        raise BadInput(
            _("Deze stembus gaat open met twee delen van de sleutel. Twee sleutelhouders doen dat op hun eigen pagina.")
        )
    return _waiting(call, start)


@action(
    "commissioning.call.unlock",
    source={CallState.CLOSED},
    target=CallState.COUNTING,
    rule=rules.may_unlock,
    label=_("De stembus openen en tellen"),
)
def unlock_call(call: Call, *, by: Actor, share: str, start: Start = None) -> Call:
    """A second key holder gives the own part: the sealed box is opened, and its ballots are counted from now on."""
    if call.box is None or not call.box.sealed:
        raise BadInput(NO_VOTES)
    ballots.count_box(call.box, by=by, share=share)
    return _waiting(call, start)


@action(
    "commissioning.call.count_again", source={CallState.COUNTING}, rule=rules.may_count,
    label=_("Opnieuw laten tellen"),
)  # fmt: skip
def count_again(call: Call, *, by: Actor, start: Start = None) -> Call:
    """Counting did not succeed or takes long: it is begun again. A vote is counted once, however often it is asked."""
    return _waiting(call, start)


@action(
    "commissioning.call.store_count",
    source={CallState.COUNTING},
    target=CallState.COUNTED,
    rule=rules.may_store,
    label=_("De uitslag opschrijven"),
)
def store_count(call: Call, *, by: Actor, worked: Worked) -> Call:
    """The neighbourhood knows what it chose, with a reason for every plan; anybody can check it."""
    if call.box is None or (call.box.input_hash, call.box.seed) != (worked.input_hash, worked.seed):
        raise Changed()
    _write_lines(call, worked)
    call.voters, call.spent_cents, call.certificate = worked.voters, worked.spent, worked.certificate
    call.count_failed = False
    # The entry of this act names no numbers; this one ties them to the chain.
    facts: dict[str, object] = {
        "ballots": worked.voters, "funded": sum(line.funded for line in worked.lines), "spent_cents": worked.spent,
        "ballots_sha256": worked.input_hash,
        "certificate_sha256": hashlib.sha256(worked.certificate.encode()).hexdigest(),
    }  # fmt: skip
    append(call.place_id, "commissioning.result.seal", call.code, by, facts, {}, now())
    return call


@action(
    "commissioning.call.fail_count", source={CallState.COUNTING}, rule=rules.may_store,
    label=_("Zeggen dat het tellen niet lukte"),
)  # fmt: skip
def fail_count(call: Call, *, by: Actor) -> Call:
    """Counting did not succeed; the page says so, and the ballots stay as they are."""
    call.count_failed = True
    return call


def _waiting(call: Call, start: Start) -> Call:
    """The task and the new state stand or fall together; a worker that stops finds the vote waiting."""
    call.count_failed = False
    if start:
        start.enqueue()
    return call


def _write_lines(call: Call, worked: Worked) -> None:
    options = {o.key: o for o in CallOption.objects.filter(call=call)}
    rows = [
        ResultLine(
            option=options[line.key], turn=turn, votes=line.votes, left_cents=line.left, by_lot=line.by_lot,
            outcome=Outcome.FUNDED if line.funded else Outcome.NOT_NOW, reason_code=line.code,
            reason_facts=canonical(dict(line.facts)), reason=line.reason[:LONGEST],
        )
        for turn, line in enumerate(worked.lines, 1)
    ]  # fmt: skip
    ResultLine.objects.bulk_create(rows, batch_size=200)
