"""Following an interest along the red thread."""

from django.db import connection

from samenspel.contracts.relations import CARRY_INTEREST

_INTEREST = """
WITH RECURSIVE touched(id) AS (
    SELECT id FROM kernel_node WHERE code IN ({codes})
    UNION
    SELECT e.target_id FROM kernel_edge e JOIN touched t ON e.source_id = t.id WHERE e.relation IN ({relations})
)
SELECT n.code FROM kernel_node n JOIN touched t ON n.id = t.id
"""


def carrying_interest(codes: frozenset[str]) -> frozenset[str]:
    """Everything that came of these things by money or decision: who gains by the one gains by the other."""
    marks = {"codes": ",".join(["%s"] * len(codes)), "relations": ",".join(["%s"] * len(CARRY_INTEREST))}
    with connection.cursor() as cursor:
        cursor.execute(_INTEREST.format(**marks), [*codes, *CARRY_INTEREST])
        return frozenset(row[0] for row in cursor.fetchall())
