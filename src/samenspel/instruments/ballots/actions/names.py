"""Names that people took back, on ballot papers."""

from collections.abc import Collection

from samenspel.instruments.ballots.models import Option
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.own_data import renamer


@renamer("ballots")
def forget_name(nodes: Collection[int], old: str, new: str) -> int:
    """A name that was taken back goes from a ballot paper; a count that was sealed with it stays as it was."""
    codes = Node.objects.filter(pk__in=nodes).values("code")
    return Option.objects.filter(node__in=codes, title=old, box__input_hash="").update(title=new)
