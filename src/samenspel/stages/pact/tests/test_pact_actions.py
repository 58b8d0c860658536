"""A pact from the first call to the end, and who may do what."""

from typing import Any

import pytest

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.contracts.pact import Commitment as CommitmentItem
from samenspel.contracts.pact import Pact as PactItem
from samenspel.kernel.action import AlreadyDone, BadInput, Changed, NotAllowed, WrongState
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.journal.queries import messages_for
from samenspel.kernel.people import actions as people
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.pact import actions, queries
from samenspel.stages.pact.models import Pact, PactParty, Signature
from samenspel.stages.pact.tests.conftest import in_days, make_node, promised

WORDS: dict[str, Any] = {"title": "Ons pact", "starts": in_days(0), "ends": in_days(100)}


@pytest.mark.parametrize("who", ["initiative", "official", "provider"])
def test_any_party_calls_the_others_to_the_table(cycle: Cycle, cast: Cast, who: str) -> None:
    made = actions.convene(cycle, by=getattr(cast, who), party=cast.parties[who], **WORDS)
    assert (made.state, made.node.public) == ("draft", False)
    assert [seat.party for seat in made.seats.all()] == [cast.parties[who]]


def test_nobody_calls_in_the_name_of_another(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.convene(cycle, by=cast.resident, party=cast.parties["initiative"], **WORDS)
    with pytest.raises(NotAllowed, match="namens deze partij"):
        actions.convene(cycle, by=cast.provider, party=cast.parties["initiative"], **WORDS)


def test_a_speaker_of_elsewhere_does_nothing_here(cycle: Cycle, elsewhere: Place, cast: Cast, opened: Pact) -> None:
    theirs = people.found_party(elsewhere, by=STAFF, name="Zij", with_founder=False)
    other = Mandate(Role.REPRESENTATIVE, elsewhere.pk, theirs.pk)
    both = frozenset({other, Mandate(Role.REPRESENTATIVE, cycle.place_id, cast.parties["initiative"].pk)})
    for mandates, error in ((frozenset({other}), NotAllowed), (both, BadInput)):
        by = Actor(person=cast.resident.person, mandates=mandates)
        with pytest.raises(error):
            actions.convene(cycle, by=by, party=theirs, **WORDS)
        with pytest.raises(error):
            actions.sign(opened, by=by, party=theirs)
        with pytest.raises(error):
            actions.promise(cycle, by=by, giver=theirs, what="Iets", due=in_days(9), receiver_name="Allen")


def test_a_period_is_ahead_and_in_order(cycle: Cycle, cast: Cast) -> None:
    party = cast.parties["initiative"]
    with pytest.raises(BadInput, match="al voorbij"):
        actions.convene(cycle, by=cast.initiative, party=party, title="X", starts=in_days(-9), ends=in_days(-1))
    with pytest.raises(Exception, match="einddatum"):
        actions.convene(cycle, by=cast.initiative, party=party, title="X", starts=in_days(9), ends=in_days(1))
    assert not Pact.objects.exists()


def test_a_draft_is_for_the_table(pact: Pact, cycle: Cycle, cast: Cast) -> None:
    seen = {who: queries.pact(cycle, pact.code, getattr(cast, who)) for who in ("official", "provider", "resident")}
    assert seen == {"official": pact, "provider": None, "resident": None}


def test_a_promise_in_a_draft_shows_when_the_pact_lies_open(pact: Pact, cycle: Cycle, cast: Cast) -> None:
    row = promised(cycle, cast, "initiative", pact=pact)
    assert queries.commitment(cycle, row.code, Actor()) is None
    actions.open_pact(pact, by=cast.initiative)
    assert queries.commitment(cycle, row.code, Actor()) == row


def test_an_empty_pact_does_not_lie_open(cycle: Cycle, cast: Cast) -> None:
    bare = actions.convene(cycle, by=cast.initiative, party=cast.parties["initiative"], **WORDS)
    with pytest.raises(BadInput, match="wat u samen wilt"):
        actions.open_pact(bare, by=cast.initiative)


def test_signing_is_once_and_for_ones_own_party(opened: Pact, cast: Cast) -> None:
    actions.sign(opened, by=cast.initiative, party=cast.parties["initiative"])
    with pytest.raises(AlreadyDone):
        actions.sign(opened, by=cast.initiative, party=cast.parties["initiative"])
    with pytest.raises(NotAllowed):
        actions.sign(opened, by=cast.initiative, party=cast.parties["official"])
    assert Signature.objects.count() == 1


def test_paper_is_entered_at_the_desk(opened: Pact, cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="papier"):
        actions.sign(opened, by=cast.professional, party=cast.parties["provider"], name="Ina")
    actions.sign(opened, by=cast.professional, party=cast.parties["provider"], name="Ina", method="paper")
    assert (Signature.objects.get().name, Signature.objects.get().person) == ("Ina", None)


def test_whoever_signs_later_joins_the_table(signed: Pact, cast: Cast) -> None:
    holds = actions.bring_into_force(signed, by=cast.initiative)
    actions.sign(holds, by=cast.provider, party=cast.parties["provider"])
    assert PactParty.objects.filter(pact=holds).count() == 3


def test_signed_words_are_fixed(opened: Pact, cast: Cast) -> None:
    actions.describe(opened, by=cast.initiative, **{**WORDS, "title": "Beter"})
    actions.sign(opened, by=cast.official, party=cast.parties["official"])
    with pytest.raises(WrongState, match="handtekening"):
        actions.describe(opened, by=cast.initiative, **WORDS)


def test_one_signature_is_no_pact(opened: Pact, cast: Cast) -> None:
    actions.sign(opened, by=cast.initiative, party=cast.parties["initiative"])
    with pytest.raises(BadInput, match="minstens twee"):
        actions.bring_into_force(opened, by=cast.initiative)


def test_it_holds_and_ends_with_a_reason(signed: Pact, cast: Cast) -> None:
    holds = actions.bring_into_force(signed, by=cast.organiser)
    assert (holds.state, holds.in_force_on) == ("in_force", in_days(0))
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.end(holds, by=cast.organiser, reason="")
    over = actions.end(holds, by=cast.organiser, reason="Drie jaar zijn om.")
    assert (over.state, over.end_reason, over.node.public) == ("ended", "Drie jaar zijn om.", True)


@pytest.mark.parametrize("who", ["resident", "provider", "councillor", "board"])
def test_others_do_not_bring_into_force(signed: Pact, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.bring_into_force(signed, by=getattr(cast, who))


def test_nothing_is_promised_in_a_pact_that_is_over(opened: Pact, cycle: Cycle, cast: Cast) -> None:
    over = actions.end(opened, by=cast.initiative, reason="Het ging niet.")
    with pytest.raises(WrongState, match="afgelopen"):
        promised(cycle, cast, "initiative", pact=over)


def test_two_people_editing(pact: Pact, cast: Cast) -> None:
    actions.describe.run("", pact.version, pact, by=cast.initiative, **WORDS)
    with pytest.raises(Changed):
        actions.describe.run("", pact.version, pact, by=cast.organiser, **WORDS)


def test_the_table_hears_what_happens(pact: Pact, cast: Cast) -> None:
    actions.open_pact(pact, by=cast.initiative)
    assert "ligt op tafel" in messages_for(cast.official.person or 0)[0].text
    assert not messages_for(cast.provider.person or 0)


def test_the_edition_holds_pact_and_promises(signed: Pact, cycle: Cycle, cast: Cast) -> None:
    award = make_node(cycle, "award", "Geld voor de tuin")
    row = promised(cycle, cast, "official", pact=signed, codes=[award.code])
    actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="scholen")
    (item,), (given,) = latest(PactItem, cycle), latest(CommitmentItem, cycle)
    assert item.signed_by == ("Partij Carla", "Partij Esra")
    assert (given.code, given.pact, given.award, given.state) == (row.code, signed.code, award.code, "promised")


def test_a_draft_pact_does_not_travel(pact: Pact, cycle: Cycle, cast: Cast) -> None:
    promised(cycle, cast, "initiative", pact=pact)
    actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="scholen")
    assert not latest(PactItem, cycle) and not latest(CommitmentItem, cycle)


def test_erasing_takes_the_name_and_leaves_the_signature(signed: Pact, cast: Cast) -> None:
    person = cast.accounts["initiative"].person
    assert person is not None
    assert queries.own_signatures(person.pk)[0]["party__name"] == "Partij Carla"
    people.erase_person(person, by=cast.initiative)
    assert Signature.objects.filter(party=cast.parties["initiative"], name="", person=None).exists()


def test_a_promise_stands_in_a_pact_of_its_own_round(opened: Pact, cycle: Cycle, cast: Cast) -> None:
    other = cycles.open_cycle(cycle.place, by=STAFF, slug="2027", title="Ronde 3", previous=cycle)
    with pytest.raises(BadInput, match="andere ronde"):
        promised(other, cast, "initiative", pact=opened)


def test_a_party_that_stopped_does_nothing_more(cycle: Cycle, cast: Cast) -> None:
    stopped = people.stop_party(cast.parties["initiative"], by=cast.initiative)
    with pytest.raises(BadInput, match="gestopt"):
        actions.convene(cycle, by=cast.initiative, party=stopped, **WORDS)
