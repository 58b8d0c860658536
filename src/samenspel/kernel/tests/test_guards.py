"""Checks that hold for every act, and tables that are safe to open."""

import pytest

from samenspel.contracts.actor import Identity
from samenspel.kernel.access import actions as access
from samenspel.kernel.action import NotAllowed
from samenspel.kernel.exports.formats import plain_cell, safe_cell
from samenspel.kernel.people import actions as people
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast


def test_the_level_that_a_place_chose_is_asked_of_everybody(place: Place, cast: Cast) -> None:
    access.set_identity(place, by=STAFF, verb="people.party.found", level=int(Identity.EID))
    with pytest.raises(NotAllowed, match="DigiD"):
        people.found_party(place, by=cast.resident, name="Snelle groep")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "'=1", "gewoon", "'s avonds"])
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert plain_cell(str(safe_cell(cell))) in (cell, cell.removeprefix("'"))
