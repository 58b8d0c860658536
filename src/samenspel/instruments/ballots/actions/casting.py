"""Casting a ballot: the one act without a journal entry."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import rules
from samenspel.instruments.ballots.actions.counting import bound_to
from samenspel.instruments.ballots.actions.sealing import new_vote, seal
from samenspel.instruments.ballots.models import BallotBox, Entitlement, Option, VotingCode
from samenspel.instruments.ballots.queries import projects, rules_of
from samenspel.instruments.ballots.rules.codes import receipt_code
from samenspel.instruments.ballots.states import BoxState, CodeState
from samenspel.kernel.action import BadInput, NotThere, WrongState, action
from samenspel.kernel.action.prepared import prepared
from samenspel_methods.allocation import sentence

UNKNOWN_CODE = _("Deze code kennen wij niet, of hij werkt niet meer. Kijk nog eens in uw brief, of kom naar de balie.")
# In words of SQL: Django takes longer to write this sentence than the database to do it, and everybody waits.
PUT_IN = """INSERT INTO "ballots_envelope" ("entitlement_id", "sealed") VALUES (%s, %s)
ON CONFLICT ("entitlement_id") DO UPDATE SET "sealed" = excluded."sealed" """


@dataclass(frozen=True, slots=True)
class Slip:
    """What the voter takes along. It does not say what was chosen."""

    code: str
    digest: str
    picks: int
    cents: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A ballot in its closed envelope, still in the hand of the voter."""

    digest: str
    entitlement: int
    sealed: bytes
    slip: Slip


def fill_envelope(box: BallotBox, *, by: Actor, digest: str, picks: Sequence[str]) -> Filled:
    """Check a ballot and close its envelope. Nothing is written, so nobody has to wait for it."""
    entitlement = _holder(_behind(box.pk, digest))
    _must_be_open(box)
    cents = _must_fit(box, picks)
    vote = new_vote(picks, by.channel)
    sealed = seal(vote, box.public_key.split(), box.padded_size, bound_to(box, entitlement))
    slip = Slip(receipt_code(vote.receipt), vote.receipt, len(vote.picks), cents)
    return Filled(digest, entitlement, sealed, slip)


# No journal, no lock on the box, no row but the envelope: see README.md.
@action(
    "ballots.ballot.cast", rule=rules.may_cast, creates=True, journaled=False, label=pgettext_lazy("action", "Stemmen")
)
def cast_ballot(box: BallotBox, *, by: Actor, filled: Filled) -> Slip:
    """A neighbour's ballot is in; the same code again replaces it, until the box closes."""
    _lock(filled.entitlement)
    # Asked anew after the lock, for closing a box and blocking a code take these locks first: what a statement reads
    # beside the row that it waits for is as it was before the wait.
    code = next(iter(_code(box.pk, filled.digest)), None)
    if code is None or code.entitlement_id != filled.entitlement:
        raise NotThere(UNKNOWN_CODE)
    _must_be_open(code.box)
    with connection.cursor() as cursor:
        cursor.execute(PUT_IN, [filled.entitlement, filled.sealed])
    return filled.slip


@action(
    "ballots.ballot.report",
    source={BoxState.OPEN},
    rule=rules.may_help,
    label=_("Een stapel papier melden"),
)
def report_stack(box: BallotBox, *, by: Actor, ballots: int, reason: str) -> BallotBox:
    """A desk says how many paper ballots it typed in, so that the paper can be compared with the box."""
    if not 1 <= ballots <= 100_000:
        raise BadInput(_("Vul in hoeveel biljetten er in de stapel zitten."))
    return box


def _holder(found: Sequence[Entitlement]) -> int:
    """The entitlement behind a code."""
    if not found:
        raise NotThere(UNKNOWN_CODE)
    return int(found[0].pk)


@prepared
def _behind(box: int, digest: str) -> QuerySet[Entitlement]:
    return Entitlement.objects.filter(codes__box=box, codes__digest=digest, codes__state=CodeState.ISSUED).only("pk")


@prepared
def _lock(entitlement: int) -> QuerySet[Entitlement]:
    """The same right at two desks waits its turn."""
    return Entitlement.objects.filter(pk=entitlement).select_for_update(no_key=True).only("pk")


@prepared
def _code(box: int, digest: str) -> QuerySet[VotingCode]:
    return VotingCode.objects.filter(box=box, digest=digest, state=CodeState.ISSUED).select_related("box").order_by()


@prepared
def _options(box: int) -> QuerySet[Option]:
    return Option.objects.filter(box=box)


def _must_be_open(box: BallotBox) -> None:
    now = timezone.now()
    if box.state == BoxState.DRAFT or (box.opens_at and now < box.opens_at):
        raise WrongState(_("De stemming is nog niet open. Er is niets gebeurd. Kom later terug."))
    if box.state != BoxState.OPEN or (box.closes_at and now >= box.closes_at):
        raise WrongState(_("De stemming is gesloten. Er is niets veranderd: een stem van eerder telt mee."))


def _must_fit(box: BallotBox, picks: Sequence[str]) -> int:
    """The cost of the picks; a ballot against the rules is refused here, never repaired at the count."""
    known = projects(_options(box.pk))
    faults = rules_of(box).problems(picks, known)
    if faults:
        raise BadInput(" ".join(sentence(fault) for fault in faults))
    return sum(project.cost for project in known if project.id in set(picks))
