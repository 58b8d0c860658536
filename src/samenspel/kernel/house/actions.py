"""Putting a whole house back, and taking in a place that moves."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, Refused, WrongState, action
from samenspel.kernel.house import rules
from samenspel.kernel.house import tables as house
from samenspel.kernel.house.copies import Copy, Tick, check_lines, lines_in
from samenspel.kernel.house.tables import PIECE, QUESTION, Table
from samenspel.kernel.journal.queries import faults, last_act

TAKEN = _(
    "Deze buurt heeft nummers of namen die hier al in gebruik zijn voor iets anders. Er is niets ingelezen. Zet voor "
    "deze buurt een lege site op en lees het bestand daar in."
)


@action("house.copy.restore", rule=rules.may_restore, creates=True, label=_("De site terugzetten uit een kopie"))
def restore_copy(copy: Copy, *, by: Actor, apart: Sequence[Copy], tick: Tick) -> Copy:
    """Everything the neighbourhoods made is back as it was when the copy was made; what is read back is compared."""
    if any(house.rows_in(table) for table in house.tables()):
        raise WrongState(
            _("Hier staat al iets. Een kopie gaat alleen in een lege database, zodat niets wordt overschreven.")
        )
    sources, known = _sources(copy, apart), _known()
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


@action("house.place.import", rule=rules.may_import, creates=True, label=_("Een buurt inlezen die verhuist"))
def import_place(copy: Copy, *, by: Actor, apart: Sequence[Copy], tick: Tick) -> Copy:
    """A neighbourhood goes on here with all it made, under the numbers it had: its journal was sealed with those."""
    place = copy.moved["number"] if copy.moved else 0
    if last_act(place):
        raise AlreadyDone(_("Deze buurt staat hier al. Er is niets ingelezen."))
    sources, known = _sources(copy, apart), _known()
    try:
        for name, part in sources.items():
            _settle(known[name], part, tick)
    except IntegrityError as error:
        raise Refused(TAKEN) from error
    house.count_on(known[name] for name in sources)
    for name, part in sources.items():
        _compare(known[name], part, tick)
    if any(faults(place)):
        raise Refused(_("Het logboek van deze buurt klopt niet: er is iets in veranderd. Er is niets ingelezen."))
    return copy


def _sources(copy: Copy, apart: Sequence[Copy]) -> dict[str, Copy]:
    return {name: part for part in (copy, *apart) for name in part.manifest["tables"]}


def _known() -> dict[str, Table]:
    return {house.name_of(table): table for table in house.tables()}


def _settle(table: Table, copy: Copy, tick: Tick) -> None:
    """Rows that were not here yet; what is here already must be the same."""
    for lines, there in _pairs(table, copy):
        new = {number: line for number, line in lines.items() if there.get(number) != line}
        if there.keys() & new.keys():
            raise Refused(TAKEN)
        house.add_rows(table, [house.row_of(table, line) for line in new.values()])
        tick(len(lines))


def _compare(table: Table, copy: Copy, tick: Tick) -> None:
    for lines, there in _pairs(table, copy):
        if lines != there:
            raise Refused(_("Wat hier kwam is niet gelijk aan het bestand. Er is niets ingelezen."))
        tick(len(lines))


def _pairs(table: Table, copy: Copy) -> Iterator[tuple[dict[Any, bytes], dict[Any, bytes]]]:
    """Piece by piece: number -> line in the file, and number -> line in this house."""
    source = lines_in(copy, house.name_of(table))
    while some := list(islice(source, QUESTION)):
        lines = {house.row_of(table, line).pk: line for line in some}
        here = house.lines_at(table, lines, {})
        yield lines, {house.row_of(table, line).pk: line for line in here}
