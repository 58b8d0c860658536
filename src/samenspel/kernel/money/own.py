"""Names that people took back, in the book of the money."""

from collections.abc import Collection

from samenspel.kernel.money.models import Transaction
from samenspel.kernel.people.own_data import renamer


@renamer("money")
def forget_name(nodes: Collection[int], old: str, new: str) -> int:
    """The amounts stay; a name that was taken back goes from their description."""
    return Transaction.objects.filter(node__in=nodes, description=old[:300]).update(description=new)
