"""Joint plans: carried when nobody objects any more."""

from typing import Any

import pytest

from samenspel.contracts import commissioning as contract
from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, Refused
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.money.queries import balances
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions, handover, queries
from samenspel.stages.commissioning.models import ConsentMark, JointPlan, Partner


def answer(plan: JointPlan, cast: Cast, name: str, said: str, why: str = "") -> ConsentMark:
    partner = Partner.objects.get(plan=plan, party=cast.parties[name])
    return actions.answer_plan(partner, by=getattr(cast, name), answer=said, why=why)


def carried(plan: JointPlan, cast: Cast) -> JointPlan:
    plan = actions.ask_partners(plan, by=cast.initiative)
    for name in ("initiative", "provider"):
        answer(plan, cast, name, "yes")
    return actions.carry_plan(plan, by=cast.initiative)


def test_a_plan_is_carried_when_everybody_can_live_with_it(plan: JointPlan, cast: Cast) -> None:
    assert carried(plan, cast).state == "carried"


def test_silence_is_not_a_yes(plan: JointPlan, cast: Cast) -> None:
    actions.ask_partners(plan, by=cast.initiative)
    answer(plan, cast, "initiative", "yes")
    with pytest.raises(Refused, match="Partij Ina"):
        actions.carry_plan(plan, by=cast.initiative)


def test_an_objection_stops_it_until_it_is_solved(plan: JointPlan, cast: Cast) -> None:
    actions.ask_partners(plan, by=cast.initiative)
    answer(plan, cast, "initiative", "worry", "Is er genoeg tijd?")
    answer(plan, cast, "provider", "objection", "De keuken is op maandag dicht.")
    with pytest.raises(Refused, match="bezwaar van Partij Ina"):
        actions.carry_plan(plan, by=cast.initiative)
    answer(plan, cast, "provider", "yes")
    assert actions.carry_plan(plan, by=cast.initiative).state == "carried"


def test_an_objection_needs_a_reason(plan: JointPlan, cast: Cast) -> None:
    actions.ask_partners(plan, by=cast.initiative)
    with pytest.raises(BadInput, match="knelt"):
        answer(plan, cast, "provider", "objection")


def test_nobody_answers_for_another_party(plan: JointPlan, cast: Cast) -> None:
    actions.ask_partners(plan, by=cast.initiative)
    partner = Partner.objects.get(plan=plan, party=cast.parties["provider"])
    with pytest.raises(NotAllowed):
        actions.answer_plan(partner, by=cast.initiative, answer="yes")


def test_other_words_ask_for_new_answers(plan: JointPlan, cast: Cast) -> None:
    actions.ask_partners(plan, by=cast.initiative)
    answer(plan, cast, "provider", "yes")
    actions.rewrite_plan(plan, by=cast.initiative, what="Toch iets anders.")
    assert not ConsentMark.objects.exists()


def test_a_party_joins_once(plan: JointPlan, cast: Cast) -> None:
    with pytest.raises(AlreadyDone):
        actions.join_plan(plan, by=cast.initiative, party=cast.parties["provider"], task="nog eens")


def test_one_partner_is_not_together(cycle: Cycle, cast: Cast) -> None:
    lonely = actions.draft_plan(cycle, by=cast.organiser, title="Alleen", what="Iets.")
    with pytest.raises(BadInput, match="twee partners"):
        actions.ask_partners(lonely, by=cast.organiser)


def test_partners_hear_that_they_are_asked(plan: JointPlan, cast: Cast) -> None:
    actions.ask_partners(plan, by=cast.initiative)
    told = Notice.objects.filter(verb="commissioning.joint_plan.ask")
    assert list(told.values_list("person", flat=True)) == [cast.provider.person]


def test_a_draft_is_for_its_makers_only(plan: JointPlan, cycle: Cycle, cast: Cast) -> None:
    assert not queries.plans(cycle, Actor()).exists()
    assert queries.plans(cycle, cast.initiative).exists()
    actions.ask_partners(plan, by=cast.initiative)
    assert queries.plans(cycle, Actor()).exists()


def test_a_carried_plan_gets_money_from_a_pot(plan: JointPlan, cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="gedragen"):
        actions.give_award(cycle, by=cast.board, joint_plan=plan, to="x", cents=1, reason="r")
    done = actions.start_plan(carried(plan, cast), by=cast.initiative)
    actions.fund_plan(done, by=cast.finance, source="Welzijn", cents=600_00)
    actions.give_award(
        cycle, by=cast.board, joint_plan=done, party=cast.parties["initiative"], cents=500_00, reason="Samen gedragen.",
    )  # fmt: skip
    assert {b.account.name: b.cents for b in balances(cycle.place_id)} == {
        "Welzijn": -600_00, f"Samen eten ({done.code})": 100_00, "Partij Carla": 500_00,
    }  # fmt: skip


def test_a_code_that_is_no_quality_definition_is_refused(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="kennen wij niet"):
        actions.draft_plan(cycle, by=cast.organiser, title="Plan", what="Iets.", quality="KW-XXXX")


def test_the_edition_holds_what_was_agreed(plan: JointPlan, cycle: Cycle, cast: Cast) -> None:
    carried(plan, cast)
    actions.publish_edition(cycle, by=cast.organiser, reason="Halfjaar", missing="De ondernemers")
    (kept,) = latest(contract.JointPlan, cycle)
    assert (kept.title, kept.partners) == ("Samen eten", ("Partij Carla", "Partij Ina"))


def test_nothing_of_a_draft_is_handed_over(plan: JointPlan, cycle: Cycle) -> None:
    assert handover.items(cycle) == []


def test_only_a_quality_definition_is_held_to(cycle: Cycle, cast: Cast) -> None:
    with acting():
        story, agreed = (new_node(kind, "Iets", cycle=cycle, public=True) for kind in ("story", "quality_definition"))
    facts: dict[str, Any] = {"by": cast.organiser, "title": "Plan", "what": "Iets."}
    assert actions.draft_plan(cycle, quality=agreed.code, **facts).quality == agreed.code
    with pytest.raises(BadInput, match="KW"):
        actions.draft_plan(cycle, quality=f"{agreed.code}, {story.code}", **facts)


@pytest.mark.parametrize("cents", [0, -1])
def test_a_pot_is_filled_with_something(plan: JointPlan, cast: Cast, cents: int) -> None:
    with pytest.raises(BadInput, match="meer dan nul"):
        actions.fund_plan(carried(plan, cast), by=cast.finance, source="Welzijn", cents=cents)
