"""Who made a proposal has an interest in what comes of it, alone or with others."""

from datetime import timedelta

from samenspel.contracts.actor import Role
from samenspel.kernel.access.actions import give_mandate
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Membership
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.proposals import actions
from samenspel.stages.proposals.models import Proposal


def award_of(proposal: Proposal, cycle: Cycle, cast: Cast) -> str:
    """The code of money that came of it through a vote."""
    with acting():
        option, award = (new_node(kind, "Tuin", cycle=cycle) for kind in ("option", "award"))
        link(proposal.node, option, "voted_on_as", by=cast.organiser, reason="Daarom.")
        link(option, award, "won", by=cast.organiser, reason="Daarom.")
    return award.code


def test_the_maker_has_an_interest_in_the_award(cycle: Cycle, cast: Cast) -> None:
    made = actions.hand_in(cycle, by=cast.board, title="Tuin", text="Schoffelen.")
    code = award_of(made, cycle, cast)
    assert code in actor_of(cast.accounts["board"]).conflicts
    assert code not in actor_of(cast.accounts["finance"]).conflicts


def test_everybody_of_the_party_of_the_maker_has_an_interest(cycle: Cycle, cast: Cast) -> None:
    party = people.found_party(cycle.place, by=cast.board, name="De Tuin")
    people.join_party(party, by=cast.finance)
    maker = actor_of(cast.accounts["board"], party=party.pk)
    code = award_of(actions.hand_in(cycle, by=maker, title="Tuin", text="Schoffelen."), cycle, cast)
    assert code in actor_of(cast.accounts["finance"]).conflicts
    left = people.leave_party(party, by=cast.finance)
    assert code in actor_of(cast.accounts["finance"]).conflicts
    for days, counts in ((364, True), (365, False)):
        with acting():
            Membership.objects.filter(pk=left.pk).update(until=today() - timedelta(days=days))
        assert (code in actor_of(cast.accounts["finance"]).conflicts) is counts


def test_a_mandate_that_ends_some_day_is_an_interest(cycle: Cycle, cast: Cast) -> None:
    maker = actor_of(cast.accounts["initiative"], party=cast.parties["initiative"].pk)
    person = cast.accounts["finance"].person
    assert person is not None
    code = award_of(actions.hand_in(cycle, by=maker, title="Tuin", text="Schoffelen."), cycle, cast)
    give_mandate(
        cycle.place, by=STAFF, person=person, role=Role.REPRESENTATIVE, party=cast.parties["initiative"],
        given_by="test", until=today() + timedelta(days=30),
    )  # fmt: skip
    assert code in actor_of(cast.accounts["finance"]).conflicts


def test_a_maker_does_not_weigh_their_own_proposal(cycle: Cycle, cast: Cast) -> None:
    made = actions.hand_in(cycle, by=cast.official, title="Tuin", text="Schoffelen.")
    assert not actions.weigh_provisionally.info.rule(cast.official, made)
