"""The ritual around every action."""

import pytest

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, Changed, NotAllowed, WrongState
from samenspel.kernel.action.guard import WriteOutsideAction, acting
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast


def test_a_visitor_may_not_organise(cycle: Cycle) -> None:
    stage = cycle.stages.first()
    assert stage is not None
    with pytest.raises(NotAllowed):
        cycles.move_stage(stage, by=Actor(), state="done")
    stage.refresh_from_db()
    assert stage.state == "open"


def test_an_act_lands_in_the_journal(cycle: Cycle) -> None:
    last = Entry.objects.filter(place=cycle.place_id).order_by("-seq").first()
    assert last is not None and last.verb == "cycle.stage.move"


def test_the_same_form_twice_is_one_act(place: Place, cast: Cast) -> None:
    people.found_party.run("token-1", None, place, by=cast.resident, name="Buurttuin")
    with pytest.raises(AlreadyDone, match="niets dubbel"):
        people.found_party.run("token-1", None, place, by=cast.resident, name="Buurttuin")
    assert Party.objects.filter(name="Buurttuin").count() == 1


def test_two_people_editing_is_noticed(cast: Cast) -> None:
    party = cast.parties["initiative"]
    people.describe_party.run("", party.version, party, by=cast.initiative, why="Eerste")
    with pytest.raises(Changed):
        people.describe_party.run("", party.version, party, by=cast.initiative, why="Tweede")
    party.refresh_from_db()
    assert party.why == "Eerste"


def test_a_closed_round_cannot_be_closed_again(past: Cycle) -> None:
    with pytest.raises(WrongState):
        cycles.close_cycle(past, by=STAFF)


def test_a_write_outside_an_action_fails(place: Place) -> None:
    with pytest.raises(WriteOutsideAction):
        Place.objects.filter(pk=place.pk).update(name="Stiekem")


def test_actions_never_call_actions() -> None:
    with acting(), pytest.raises(RuntimeError):
        acting().__enter__()
