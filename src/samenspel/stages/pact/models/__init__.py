"""Tables of the pact room."""

from samenspel.stages.pact.models.commitment import Commitment
from samenspel.stages.pact.models.pact import Pact, PactParty, Signature

__all__ = ["Commitment", "Pact", "PactParty", "Signature"]
