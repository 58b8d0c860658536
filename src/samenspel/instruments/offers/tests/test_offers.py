"""Offers: an asset becomes a connection, contacts stay with the desk."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.offers import actions, queries, rules
from samenspel.instruments.offers.models import Asset, Match
from samenspel.kernel.action import BadInput, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.tests.cast import Cast

VISITOR = Actor()


def offer(cycle: Cycle, by: Actor = VISITOR, **more: Any) -> Asset:
    return actions.offer_asset(cycle, by=by, **{"title": "Naaimachine", "kind": "thing", "offers": "Te leen.", **more})


def test_a_visitors_offer_waits_for_the_desk(cycle: Cycle, cast: Cast) -> None:
    asset = offer(cycle, contact="06 1")
    assert not asset.node.public and asset.person and asset.person.contact_text == "06 1"
    assert list(queries.waiting_assets(cycle)) == [asset]
    assert actions.show_asset(asset, by=cast.professional).node.public


def test_an_offer_with_an_account_shows_at_once(cycle: Cycle, cast: Cast) -> None:
    assert offer(cycle, cast.resident).node.public


def test_an_unknown_kind_is_refused(cycle: Cycle) -> None:
    with pytest.raises(ValidationError, match="rommel"):
        offer(cycle, kind="rommel")


def test_only_a_spokesperson_offers_for_a_group(cycle: Cycle, cast: Cast) -> None:
    party = cast.parties["initiative"]
    assert offer(cycle, cast.initiative, party=party).owner_parties == {party.pk}
    with pytest.raises(NotAllowed, match="namens deze groep"):
        offer(cycle, cast.resident, party=party)


def test_offer_match_done_and_again(cycle: Cycle, cast: Cast) -> None:
    asset = actions.match_asset(offer(cycle, cast.resident), by=cast.professional, need="een jas", name="Noor")
    assert asset.state == "matched"
    assert actions.finish_asset(asset, by=cast.resident).state == "done"
    assert Match.objects.get().done_on
    assert actions.match_asset(asset, by=cast.professional, need="een tas").state == "matched"


def test_a_hidden_offer_is_not_matched(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Toon het aanbod eerst"):
        actions.match_asset(offer(cycle), by=cast.professional, need="een jas")


def test_others_do_not_match(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.match_asset(offer(cycle, cast.resident), by=cast.neighbour, need="een jas")


def test_stopping_needs_no_better_reason_than_not_now(cycle: Cycle, cast: Cast) -> None:
    asset = actions.stop_asset(offer(cycle, cast.resident), by=cast.resident, reason="Lukt nu niet.")
    assert asset.state == "stopped" and not queries.standing_assets(cycle, VISITOR).exists()
    with pytest.raises(WrongState):
        actions.finish_asset(asset, by=cast.resident)


def test_who_offers_hears_that_somebody_needs_it(cycle: Cycle, cast: Cast) -> None:
    asset = offer(cycle, cast.resident)
    actions.match_asset(asset, by=cast.professional, need="een jas", name="Noor")
    notice = Notice.objects.get(person=cast.resident.person or 0)
    assert asset.code in notice.text and "Noor" not in notice.text


def test_a_helper_offers_for_somebody(cycle: Cycle, cast: Cast) -> None:
    by = replace(cast.professional, channel=Channel.PHONE, on_behalf_of="Ali")
    asset = offer(cycle, by)
    assert asset.person and asset.person.name == "Ali" and asset.node.public


def test_erasing_a_person_takes_the_offer_back(cycle: Cycle, cast: Cast) -> None:
    asset = offer(cycle, cast.resident, title="Alice kan naaien")
    erase_person(Person.objects.get(pk=cast.resident.person or 0), by=cast.resident)
    asset.refresh_from_db()
    assert (asset.state, asset.person, asset.title) == ("stopped", None, "Aanbod, ingetrokken")
    assert not asset.node.public
    assert not list(faults(cycle.place_id))


@pytest.mark.parametrize(("who", "n"), [("", 1), ("resident", 1), ("professional", 2)])
def test_who_sees_what(cycle: Cycle, cast: Cast, who: str, n: int) -> None:
    offer(cycle, cast.resident)
    offer(cycle)
    assert Asset.objects.filter(rules.visible_to(cast.actors.get(who, VISITOR))).count() == n


def test_open_data_has_no_names(cycle: Cycle, cast: Cast) -> None:
    actions.match_asset(offer(cycle, cast.resident), by=cast.professional, need="een jas", name="Noor")
    for name in ("assets", "matches"):
        rows = list(plain_rows(registered()[name], VISITOR, cycle.place_id))
        assert len(rows) == 1 and not {"Noor", "Alice", "Te leen."} & set(map(str, rows[0]))


def test_counts_by_kind(cycle: Cycle, cast: Cast) -> None:
    offer(cycle, cast.resident)
    offer(cycle, cast.resident, kind="location")
    assert queries.counts_by_kind(cycle) == {"thing": 1, "location": 1}


def test_an_offer_keeps_its_words_or_has_none(cycle: Cycle, cast: Cast) -> None:
    told, bare = offer(cycle, cast.resident), offer(cycle, cast.resident, offers=" ")
    assert told.words is not None and told.words.body == "Te leen." and bare.words is None


@pytest.mark.parametrize(("known", "name"), [({"name": "Noor"}, "Noor"), ({"contact": "06 1"}, ""), ({}, None)])
def test_who_asks_is_kept_when_we_know_them(cycle: Cycle, cast: Cast, known: dict[str, Any], name: str | None) -> None:
    actions.match_asset(offer(cycle, cast.resident), by=cast.professional, need="een jas", **known)
    asker = Match.objects.get().asker
    assert (asker.name if asker else None) == name


def test_why_an_offer_stopped_is_kept(cycle: Cycle, cast: Cast) -> None:
    asset = actions.stop_asset(offer(cycle, cast.resident), by=cast.resident, reason="Ik verhuis.")
    assert asset.ended_because == "Ik verhuis."


def test_erasing_takes_the_words_of_an_offer(cycle: Cycle, cast: Cast) -> None:
    asset = actions.stop_asset(offer(cycle, cast.resident), by=cast.resident, reason="Ik verhuis.")
    erase_person(Person.objects.get(pk=cast.resident.person or 0), by=cast.resident)
    asset = Asset.objects.select_related("words").get(pk=asset.pk)
    assert asset.words is not None and (asset.words.body, asset.ended_because, asset.where) == ("", "", "")
