"""Who has an interest steps aside, also for what came of it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.kernel.access import actions as access
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.action import BadInput
from samenspel.kernel.action.guard import acting
from samenspel.kernel.action.rules import not_conflicted, speaks_for_a_party
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people import actions as people
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast

WAY = (
    ("taken_into", "plan_line"), ("paid_by", "budget_line"), ("pays_for", "task"), ("assessed_in", "assessment"),
    ("opened", "joint_plan"), ("won", "award"), ("promised_in", "commitment"),
)  # fmt: skip


def came_of(start: Node, cycle: Cycle, by: Actor) -> dict[str, Node]:
    """One thing after the other, from a proposal on."""
    made = {}
    with acting():
        for relation, kind in WAY:
            made[kind] = new_node(kind, kind, cycle=cycle)
            link(start, made[kind], relation, by=by, reason="Daarom.")
            start = made[kind]
    return made


def test_a_declared_interest_runs_along_the_thread(cycle: Cycle, cast: Cast) -> None:
    with acting():
        proposal = new_node("proposal", "Tuin", cycle=cycle)
    made = came_of(proposal, cycle, cast.organiser)
    access.declare_conflict(cycle.place, by=cast.board, node_code=proposal.code.lower())
    touched = actor_of(cast.accounts["board"]).conflicts
    assert touched == {proposal.code, *(made[kind].code for _r, kind in WAY if kind != "commitment")}
    assert not actor_of(cast.accounts["finance"]).conflicts


def test_an_interest_costs_one_question_more(
    cycle: Cycle, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    access.declare_conflict(cycle.place, by=cast.board, node_code="PR-7K4R")
    for who, most in (("board", 2), ("finance", 1)):
        account = type(cast.accounts[who]).objects.select_related("person").get(pk=cast.accounts[who].pk)
        with django_assert_num_queries(most):
            actor_of(account)


class Thing:
    """Something of a party at a place."""

    place_id, code, owner_persons, owner_parties = 1, "TG-AAAA", frozenset({5}), frozenset({7})


@pytest.mark.parametrize(
    ("actor", "free"),
    [
        (Actor(person=6), True), (Actor(person=5), False), (Actor(person=6, conflicts=frozenset({"TG-AAAA"})), False),
        (Actor(person=6, mandates=frozenset({Mandate(Role.MEMBER, 1, 7)})), False),
        (Actor(person=6, mandates=frozenset({Mandate(Role.REPRESENTATIVE, 1, 7)})), False),
        (Actor(person=6, mandates=frozenset({Mandate(Role.BOARD, 1, 7)})), True),
    ],
)  # fmt: skip
def test_makers_and_members_are_no_judges_of_their_own(actor: Actor, free: bool) -> None:
    assert not_conflicted(actor, Thing()) is free


def test_speaking_for_a_party_elsewhere_is_nothing_here() -> None:
    assert speaks_for_a_party(Actor(mandates=frozenset({Mandate(Role.REPRESENTATIVE, 1, 7)})), Thing())
    assert not speaks_for_a_party(Actor(mandates=frozenset({Mandate(Role.REPRESENTATIVE, 2, 7)})), Thing())


def test_no_role_here_for_a_party_of_elsewhere(place: Place, elsewhere: Place, cast: Cast) -> None:
    theirs = people.found_party(elsewhere, by=STAFF, name="Zij", with_founder=False)
    person = cast.accounts["resident"].person
    assert person is not None
    with pytest.raises(BadInput, match="andere buurt"):
        access.give_mandate(
            place, by=cast.organiser, person=person, role="representative", party=theirs, given_by="overleg"
        )
