"""What the pact room hands over: pacts on the table, and every public promise with how it went."""

from __future__ import annotations

from samenspel.contracts import pact as contract
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.queries import sources_of
from samenspel.stages.pact import queries
from samenspel.stages.pact.models import Commitment, Pact


def items(cycle: Cycle) -> list[contract.Pact | contract.Commitment]:
    """Pacts first, then promises, oldest first. Names of parties travel, names of people do not."""
    promises = queries.public_commitments(cycle)
    behind = sources_of([row.node_id for row in promises], "promised_in")
    awards = {pk: next((n.code for n in nodes if n.kind == "award"), "") for pk, nodes in behind.items()}
    return [
        *(_pact(row) for row in queries.public_pacts(cycle)),
        *(_commitment(row, awards[row.node_id]) for row in promises),
    ]


def _pact(row: Pact) -> contract.Pact:
    return contract.Pact(
        code=row.code, title=row.title, starts=row.starts.isoformat(), ends=row.ends.isoformat(),
        parties=tuple(seat.party.name for seat in row.seats.all()),
        signed_by=tuple(signature.party.name for signature in row.signatures.all()),
    )  # fmt: skip


def _commitment(row: Commitment, award: str) -> contract.Commitment:
    return contract.Commitment(
        code=row.code, pact=row.pact.node.code if row.pact else "", giver=row.giver.name, receiver=row.to_whom,
        what=row.what, kind=row.kind, due=row.due.isoformat(), state=row.state, measure=row.measure,
        reason=row.reason, award=award,
    )  # fmt: skip
