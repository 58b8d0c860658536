"""Nobody decides on their own money, empties a pot, or begins something for a party of others."""

from dataclasses import replace
from typing import Any

import pytest

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.kernel.access import actions as access
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.money.queries import balances
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.commissioning import actions, rules
from samenspel.stages.commissioning.models import Award, Call, CallOption, JointPlan
from samenspel.stages.commissioning.tests.test_commissioning_plans import carried


@pytest.fixture
def decided(real_vote: Call, cast: Cast) -> CallOption:
    """A plan that won, in a round about which the board decided."""
    actions.decide_call(real_vote, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")
    return CallOption.objects.get(call=real_vote, key="38593")


@pytest.fixture
def funded(plan: JointPlan, cast: Cast) -> JointPlan:
    """A joint plan with 700 euro in its pot, that may cost 500."""
    return actions.fund_plan(carried(plan, cast), by=cast.finance, source="Welzijn", cents=700_00)


@pytest.fixture
def theirs(elsewhere: Place) -> Party:
    return people.found_party(elsewhere, by=STAFF, name="Zij", with_founder=False)


def give(thing: CallOption | JointPlan, **facts: Any) -> Award:
    origin = {"option" if isinstance(thing, CallOption) else "joint_plan": thing}
    cycle = thing.node.cycle
    assert cycle
    return actions.give_award(cycle, **{"to": "De makers", "cents": 100_00, "reason": "Gekozen.", **origin, **facts})


def test_who_decided_does_not_award(decided: CallOption, cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="iemand anders het geld"):
        give(decided, by=cast.board)
    assert give(decided, by=cast.finance).cents == 100_00


def test_an_interest_in_the_round_is_one_in_its_money(decided: CallOption, cast: Cast) -> None:
    access.declare_conflict(decided.node.place, by=cast.finance, node_code=decided.call.code)
    with pytest.raises(NotAllowed, match="belang"):
        give(decided, by=actor_of(cast.accounts["finance"]))


def test_nobody_gives_money_to_their_own_party(decided: CallOption, cast: Cast) -> None:
    people.join_party(cast.parties["initiative"], by=cast.finance)
    member, colleague = actor_of(cast.accounts["finance"]), replace(cast.finance, person=cast.councillor.person)
    with pytest.raises(NotAllowed, match="belang"):
        give(decided, by=member, party=cast.parties["initiative"])
    given = give(decided, by=colleague, party=cast.parties["initiative"])
    with pytest.raises(NotAllowed):
        actions.withdraw_award(given, by=member, reason="Toch niet.")


def test_leaving_a_party_does_not_open_its_money(decided: CallOption, cast: Cast) -> None:
    ours = cast.parties["initiative"]
    people.join_party(ours, by=cast.finance)
    people.leave_party(ours, by=cast.finance)
    with pytest.raises(NotAllowed, match="belang"):
        give(decided, by=actor_of(cast.accounts["finance"]), party=ours)


@pytest.mark.parametrize("name", ["Partij Carla", "partijcarla", "PARTIJ\u200b Carla"])
def test_a_group_gets_money_as_a_group_and_not_by_name(decided: CallOption, cast: Cast, name: str) -> None:
    with pytest.raises(BadInput, match="Kies de groep uit de lijst"):
        give(decided, by=cast.finance, to=name)
    assert not Award.objects.exists()


def test_whoever_began_a_joint_plan_does_not_award_it(funded: JointPlan, cast: Cast) -> None:
    people.join_party(cast.parties["initiative"], by=cast.finance)
    with pytest.raises(NotAllowed, match="belang"):
        give(funded, by=actor_of(cast.accounts["finance"]))


def test_a_pot_does_not_go_below_zero(funded: JointPlan, cast: Cast) -> None:
    give(funded, by=cast.board, cents=400_00)
    with pytest.raises(BadInput, match=r"zit nog €\s300"):
        give(funded, by=cast.board, cents=400_00)
    given = give(funded, by=cast.board, cents=300_00)
    actions.withdraw_award(given, by=cast.board, reason="Toch niet.")
    pot = next(b for b in balances(funded.place_id) if b.account.node_id == funded.node_id)
    assert (pot.cents, Award.objects.count()) == (300_00, 2)


def test_an_empty_pot_gives_nothing(plan: JointPlan, cast: Cast) -> None:
    with pytest.raises(BadInput, match="te weinig"):
        give(carried(plan, cast), by=cast.board, cents=1)
    assert not Award.objects.exists()


def test_only_who_keeps_the_books_fills_a_pot(plan: JointPlan, cast: Cast) -> None:
    done = carried(plan, cast)
    for by in (cast.board, cast.initiative, cast.official):
        with pytest.raises(NotAllowed):
            actions.fund_plan(done, by=by, source="Welzijn", cents=1)
    with pytest.raises(BadInput, match="meer dan nul"):
        actions.fund_plan(done, by=cast.finance, source="Welzijn", cents=-1)


def test_a_speaker_of_elsewhere_begins_nothing_here(cycle: Cycle, cast: Cast, theirs: Party) -> None:
    other = Mandate(Role.REPRESENTATIVE, theirs.place_id, theirs.pk)
    stranger = replace(cast.resident, mandates=frozenset({other}))
    draft: dict[str, Any] = {"title": "Budget", "budget_cents": 100_00, "body": "Bestuur"}
    with pytest.raises(NotAllowed):
        actions.draft_call(cycle, by=stranger, **draft, commissioner=theirs)
    with pytest.raises(NotAllowed):
        actions.draft_plan(cycle, by=stranger, title="Plan", what="Iets.", convener=theirs)
    both = replace(cast.initiative, mandates=cast.initiative.mandates | {other})
    with pytest.raises(BadInput, match="andere buurt"):
        actions.draft_call(cycle, by=both, **draft, commissioner=theirs)
    with pytest.raises(BadInput, match="andere buurt"):
        actions.draft_plan(cycle, by=both, title="Plan", what="Iets.", convener=theirs)


def test_nobody_begins_a_round_for_the_party_of_others(cycle: Cycle, cast: Cast) -> None:
    draft: dict[str, Any] = {"title": "Budget", "budget_cents": 100_00, "body": "Bestuur"}
    with pytest.raises(NotAllowed, match="namens deze groep"):
        actions.draft_call(cycle, by=cast.initiative, **draft, commissioner=cast.parties["official"])
    with pytest.raises(NotAllowed, match="namens deze groep"):
        actions.draft_plan(cycle, by=cast.initiative, title="Plan", what="Iets.", convener=cast.parties["official"])
    made = actions.draft_call(cycle, by=cast.initiative, **draft, commissioner=cast.parties["initiative"])
    assert made.owner_parties == {cast.parties["initiative"].pk}


def test_a_party_of_elsewhere_is_no_partner(plan: JointPlan, cast: Cast, theirs: Party) -> None:
    with pytest.raises(BadInput, match="andere buurt"):
        actions.join_plan(plan, by=cast.initiative, party=theirs, task="koken")


def test_an_award_is_public_at_once(decided: CallOption, cast: Cast) -> None:
    made = give(decided, by=cast.finance)
    assert made.node.public and not made.node.example


def test_a_broker_notes_what_a_party_asks(cycle: Cycle, cast: Cast) -> None:
    broker, clerk = (Actor(mandates=frozenset({Mandate(r, cycle.place_id)})) for r in (Role.BROKER, Role.CLERK))
    assert rules.may_speak_for_others(broker, cycle) and not rules.may_speak_for_others(clerk, cycle)
