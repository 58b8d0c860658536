"""Reading a vote that was held elsewhere from its file."""

import hashlib
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.chain import canonical
from samenspel.kernel.lineage.actions import new_node
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.actions.calls import keep_options
from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.states import Binding, CallState, Route
from samenspel_methods.allocation import AllocationError, Election, RuleSet, pabulib
from samenspel_methods.allocation.reglement import from_election, of_election

MOST_PLANS, MOST_BALLOTS = 500, 200_000  # more would hold up everybody else
OURS = ("", "greedy", "unknown")  # rules as files call them
LARGEST = 20_000_000  # bytes of a file; some 300,000 ballots


@dataclass(frozen=True, slots=True)
class VoteFile:
    """The file of a vote, read and checked whole."""

    counted: ballots.CountedFile
    rules: RuleSet
    sha256: str


def read_vote(file: bytes, title: str) -> VoteFile:
    """Read and check a file before anything is written: nobody waits for it, and half a file is nothing."""
    try:
        election, spelled = _read(file, title)
        return VoteFile(ballots.read_counted(election), spelled, hashlib.sha256(file).hexdigest())
    except AllocationError as error:
        raise BadInput(f"{error.sentence()} {_('Er is niets ingelezen.')}") from error


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
    election = pabulib.read(file)
    if len(election.projects) > MOST_PLANS or len(election.ballots) > MOST_BALLOTS:
        raise BadInput(_("Dit bestand heeft te veel plannen of stembiljetten. Er is niets ingelezen."))
    if not _counted_our_way(election):
        raise BadInput(
            _("Bij dit bestand horen regels om te tellen die deze site nog niet kent. Er is niets ingelezen.")
        )
    return election, from_election(election, title)


def _counted_our_way(election: Election) -> bool:
    """Whether most votes first, and what fits, is what the file says; else the result would be another."""
    stated, rules = dict(election.meta).get("rule", "").strip().lower(), of_election(election)
    return stated in OURS and not (rules.thresholds or rules.caps or rules.leftover != "none")
