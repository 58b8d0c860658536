"""Words that people took back, on the ballot paper."""

from collections.abc import Collection

from samenspel.kernel.people.own_data import renamer
from samenspel.stages.commissioning.models import CallOption


@renamer("commissioning")
def forget_makers(nodes: Collection[int], old: str, new: str) -> int:
    """Words about a plan whose makers took theirs back go from the ballot paper too; price and result stay."""
    return CallOption.objects.filter(node__in=nodes).update(summary="", makers="")
