"""Rules that cannot hold together. A vote may not open, and a count not start, while there are any."""

from samenspel_methods.allocation.model import Election, Fault
from samenspel_methods.allocation.reglement.checks import ballot, count, money, plans, who
from samenspel_methods.allocation.reglement.errors import ReglementError
from samenspel_methods.allocation.reglement.model import Reglement


def contradictions(reglement: Reglement, election: Election | None = None) -> tuple[Fault, ...]:
    """Every contradiction, by code; `sentence` says what to do. With an election: also against its plans.

    What is `unclear` is not counted as missing: it is a question that is still open, not a contradiction.
    """
    try:
        Reglement.from_json(reglement.to_json())
    except ReglementError as error:
        return (Fault(error.code, error.params),)
    found = [fault for part in (who, ballot, count, money) for fault in part.faults(reglement)]
    return tuple(found + (list(plans.faults(reglement, election)) if election else []))
