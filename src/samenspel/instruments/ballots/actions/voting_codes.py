"""Codes: made once, shown once, blocked and made again with a reason."""

from django.db.models import Max
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from samenspel.contracts.actor import Actor
from samenspel.contracts.letter_codes import Issued
from samenspel.instruments.ballots import rules
from samenspel.instruments.ballots.models import BallotBox, Entitlement, Envelope, VotingCode
from samenspel.instruments.ballots.rules.codes import digest_of, new_code, printable
from samenspel.instruments.ballots.states import BoxState, CodeState
from samenspel.kernel.action import BadInput, NotThere, WrongState, action, keep

MOST = 20_000  # codes in one go; more are issued in batches
BEFORE_THE_CLOSE = {BoxState.DRAFT, BoxState.OPEN}
BALLOT_IS_IN = _(
    "Met deze brief is al gestemd. Er is niets veranderd. "
    "Alleen met de code uit de brief kan de stem nog anders, tot de stemming sluit."
)


def _one(given: dict[str, object]) -> dict[str, object]:
    """The journal tells that it was one code, never which."""
    return {"codes": 1}


@action(
    "ballots.voting_code.issue", source=BEFORE_THE_CLOSE, rule=rules.may_issue, label=_("Stemcodes maken"),
    facts=lambda given: {"codes": given["count"]},
)  # fmt: skip
def issue_codes(box: BallotBox, *, by: Actor, count: int, reason: str) -> tuple[Issued, ...]:
    """More neighbours can vote: each code is one ballot, and is on paper only. The reason names the stack."""
    if not 1 <= count <= MOST:
        raise BadInput(_("Kies een aantal van 1 tot en met 20.000. Voor meer maakt u een tweede stapel."))
    last = Entitlement.objects.filter(box=box).aggregate(last=Max("serial"))["last"] or 0
    serials = range(last + 1, last + count + 1)
    rows = Entitlement.objects.bulk_create([Entitlement(box=box, serial=n) for n in serials], batch_size=500)
    fresh = [new_code() for _row in rows]
    VotingCode.objects.bulk_create(
        [_row(box, row, code, reason[:60]) for row, code in zip(rows, fresh, strict=True)], batch_size=500
    )
    return tuple(Issued(row.serial, printable(code)) for row, code in zip(rows, fresh, strict=True))


@action(
    "ballots.voting_code.block", source=BEFORE_THE_CLOSE, rule=rules.may_help, label=_("Stemcode blokkeren"), facts=_one
)
def block_code(box: BallotBox, *, by: Actor, serial: int, reason: str) -> BallotBox:
    """A letter was stolen or came to the wrong house: its code no longer works. A ballot that is in, stays in."""
    _block(box, serial)
    return box


@action(
    "ballots.voting_code.reissue", source=BEFORE_THE_CLOSE, rule=rules.may_help, label=_("Nieuwe stemcode geven"),
    facts=_one,
)  # fmt: skip
def reissue_code(box: BallotBox, *, by: Actor, serial: int, reason: str) -> Issued:
    """Somebody who lost a code before voting can still vote; the old code stops. A ballot that is in stays."""
    entitlement = _block(box, serial)
    if Envelope.objects.filter(entitlement=entitlement).exists():
        raise WrongState(BALLOT_IS_IN)
    code = new_code()
    keep(_row(box, entitlement, code, pgettext("batch of codes", "balie")))
    return Issued(serial, printable(code))


def _block(box: BallotBox, serial: int) -> Entitlement:
    # Locked, as casting does: a ballot that comes in at this moment is seen.
    entitlement = Entitlement.objects.select_for_update(no_key=True).filter(box=box, serial=serial).first()
    if entitlement is None:
        raise NotThere(_("Dit volgnummer is er niet. Er is niets veranderd. Kijk op de brief of op de lijst."))
    VotingCode.objects.filter(entitlement=entitlement).update(state=CodeState.BLOCKED)
    return entitlement


def _row(box: BallotBox, entitlement: Entitlement, code: str, batch: str) -> VotingCode:
    return VotingCode(box=box, entitlement=entitlement, digest=digest_of(box.pk, code), batch=batch)
