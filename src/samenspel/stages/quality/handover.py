"""What the quality room hands over: signed definitions with their sentences."""

from __future__ import annotations

from samenspel.contracts import quality as contract
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.quality import queries
from samenspel.stages.quality.models import QualityDefinition, Statement


def items(cycle: Cycle) -> list[contract.QualityDefinition]:
    """Everything that the parties signed. Names of parties travel, names of people do not."""
    return [_definition(row) for row in queries.agreed(cycle)]


def _definition(row: QualityDefinition) -> contract.QualityDefinition:
    return contract.QualityDefinition(
        code=row.code, title=row.title, service=row.service,
        statements=tuple(_statement(line) for line in row.statements.all()),
        signed_by=tuple(signature.party.name for signature in row.signatures.all()),
    )  # fmt: skip


def _statement(row: Statement) -> contract.Statement:
    return contract.Statement(
        words=row.words, how_noticed=row.how_noticed, who_judges=row.who_judges, how_often=row.how_often
    )
