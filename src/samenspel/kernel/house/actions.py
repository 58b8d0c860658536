"""Putting a whole house back."""

from collections.abc import Sequence
from itertools import islice

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import Refused, WrongState, action
from samenspel.kernel.house import rules
from samenspel.kernel.house import tables as house
from samenspel.kernel.house.copies import Copy, Tick, check_lines, lines_in
from samenspel.kernel.house.tables import PIECE, Table


@action("house.copy.restore", rule=rules.may_restore, creates=True, label=_("De site terugzetten uit een kopie"))
def restore_copy(copy: Copy, *, by: Actor, apart: Sequence[Copy], tick: Tick) -> Copy:
    """Everything the neighbourhoods made is back as it was when the copy was made; what is read back is compared."""
    if any(house.rows_in(table) for table in house.tables()):
        raise WrongState(
            _("Hier staat al iets. Een kopie gaat alleen in een lege database, zodat niets wordt overschreven.")
        )
    sources = {name: part for part in (copy, *apart) for name in part.manifest["tables"]}
    known = {house.name_of(table): table for table in house.tables()}
    for name, part in sources.items():
        _load(known[name], part, tick)
    house.count_on(known.values())
    for name, part in sources.items():
        try:
            check_lines(house.lines_of(known[name]), part.manifest["tables"][name], tick)
        except Refused as refusal:
            raise Refused(_("Wat terugkwam is niet gelijk aan de kopie. Er is niets teruggezet.")) from refusal
    return copy


def _load(table: Table, copy: Copy, tick: Tick) -> None:
    lines = lines_in(copy, house.name_of(table))
    while some := [house.row_of(table, line) for line in islice(lines, PIECE)]:
        house.add_rows(table, some)
        tick(len(some))
