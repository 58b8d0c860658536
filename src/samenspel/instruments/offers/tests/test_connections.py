"""From asked to done: both say yes, they write through the platform, and what came of it is told."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import OperationalError, connections

from samenspel.contracts.actor import Channel
from samenspel.instruments.offers import actions, queries
from samenspel.instruments.offers.models import Asset, Match, MatchNote
from samenspel.instruments.offers.tests.test_offers import VISITOR, offer
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, NotThere, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import read_everywhere
from samenspel.kernel.tests.cast import Cast


def asked(cycle: Cycle, cast: Cast) -> tuple[Asset, Match]:
    """The neighbour asks for what the resident offers."""
    asset = actions.react(offer(cycle, cast.resident), by=cast.neighbour, need="een feest", words="Mag het?")
    return asset, Match.objects.get()


def told(person: int | None) -> list[str]:
    return list(Notice.objects.filter(person=person or 0).order_by("pk").values_list("text", flat=True))


def test_all_the_way(cycle: Cycle, cast: Cast) -> None:
    asset, match = asked(cycle, cast)
    assert (asset.state, match.state) == ("offered", "asked")
    asset = actions.accept_match(asset, by=cast.resident, match=match.pk)
    actions.meet(asset, by=cast.neighbour, match=match.pk)
    asset = actions.finish_match(asset, by=cast.resident, match=match.pk, outcome="Er was feest op straat.")
    match.refresh_from_db()
    assert (asset.state, match.state, match.outcome) == ("done", "done", "Er was feest op straat.")
    assert match.met_on and match.done_on


def test_a_question_is_nobody_elses_business(cycle: Cycle, cast: Cast) -> None:
    asset, match = asked(cycle, cast)
    assert not queries.matches_of(asset).exists()
    seen = [len(queries.open_matches(asset, by)) for by in (VISITOR, cast.official, cast.neighbour, cast.resident)]
    assert seen == [0, 0, 1, 1]
    assert list(plain_rows(registered()["matches"], VISITOR, cycle.place_id)) == []
    actions.accept_match(asset, by=cast.resident, match=match.pk)
    assert len(list(plain_rows(registered()["matches"], VISITOR, cycle.place_id))) == 1


def test_who_placed_it_hears_and_answers(cycle: Cycle, cast: Cast) -> None:
    asset, match = asked(cycle, cast)
    assert asset.code in told(cast.resident.person)[-1] and "Bob" not in told(cast.resident.person)[-1]
    for by in (cast.neighbour, cast.official):
        with pytest.raises(NotAllowed):
            actions.accept_match(asset, by=by, match=match.pk)
    actions.accept_match(asset, by=cast.resident, match=match.pk)
    assert "is ja" in told(cast.neighbour.person)[-1]


def test_nobody_reads_or_writes_but_the_two_and_the_desk(cycle: Cycle, cast: Cast) -> None:
    asset, match = asked(cycle, cast)
    for by in (cast.resident, cast.neighbour, cast.professional):
        actions.write_note(asset, by=by, match=match.pk, words="Zaterdag?")
    with pytest.raises(NotAllowed):
        actions.write_note(asset, by=cast.official, match=match.pk, words="Ik lees mee.")
    who = [(n.from_giver, n.from_desk) for n in MatchNote.objects.all()]
    assert who == [(True, False), (False, False), (False, True)]
    assert queries.one_match(asset, match.pk, cast.official) is None


def test_a_notice_never_holds_what_was_written(cycle: Cycle, cast: Cast) -> None:
    asset, match = asked(cycle, cast)
    actions.write_note(asset, by=cast.resident, match=match.pk, words="Bel 06 12345678.")
    assert not any("06" in text for text in told(cast.neighbour.person))


def test_not_now_needs_no_reason_and_shows_nothing(cycle: Cycle, cast: Cast) -> None:
    asset, match = asked(cycle, cast)
    asset = actions.accept_match(asset, by=cast.resident, match=match.pk)
    asset = actions.drop_match(asset, by=cast.neighbour, match=match.pk)
    assert asset.state == "offered" and not queries.matches_of(asset).exists()
    with pytest.raises(WrongState):
        actions.meet(asset, by=cast.resident, match=match.pk)


def test_a_visitor_says_how_to_be_reached(cycle: Cycle, cast: Cast) -> None:
    asset = offer(cycle, cast.resident)
    with pytest.raises(BadInput, match="hoe wij u bereiken"):
        actions.react(asset, by=VISITOR, need="een jas")
    actions.react(asset, by=VISITOR, need="een jas", contact="06 12345678")
    match = Match.objects.select_related("asker").get()
    assert match.asker is not None and match.asker.contact_text == "06 12345678"


def test_one_does_not_answer_oneself(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="zelf geplaatst"):
        actions.react(offer(cycle, cast.resident), by=cast.resident, need="een jas")


def test_the_desk_reacts_for_somebody(cycle: Cycle, cast: Cast) -> None:
    by = replace(cast.professional, channel=Channel.PHONE, on_behalf_of="Noor")
    actions.react(offer(cycle, cast.resident), by=by, need="een jas")
    match = Match.objects.select_related("asker").get()
    assert match.asker is not None and match.asker.name == "Noor"


def test_an_ask_and_an_offer_are_two_sides(cycle: Cycle, cast: Cast) -> None:
    ask = offer(cycle, cast.neighbour, title="Een naaimachine gezocht", side="ask")
    give = offer(cycle, cast.resident)
    actions.match_asset(ask, by=cast.professional, need="een gordijn", answer=give.pk)
    give.refresh_from_db()
    match = Match.objects.get()
    assert give.state == "matched" and (match.asset, match.answer) == (ask, give)
    assert match.asker_id == cast.resident.person
    assert list(queries.matches_of(give)) == list(queries.matches_of(ask)) == [match]
    with pytest.raises(BadInput, match="past niet bij elkaar"):
        actions.match_asset(give, by=cast.professional, need="x", answer=offer(cycle, cast.resident).pk)


def test_what_fits_comes_first(cycle: Cycle, cast: Cast) -> None:
    ask = offer(cycle, cast.neighbour, title="Een zaal", side="ask", kind="premises")
    other, fits = offer(cycle, cast.resident), offer(cycle, cast.resident, title="Zaal", kind="premises")
    assert [pk for pk, _words in queries.seekers(ask)] == [fits.pk, other.pk]


def test_a_connection_of_another_offer_is_not_there(cycle: Cycle, cast: Cast) -> None:
    _asset, match = asked(cycle, cast)
    with pytest.raises(NotThere):
        actions.accept_match(offer(cycle, cast.resident), by=cast.resident, match=match.pk)


def test_erasing_the_asker_takes_the_words(cycle: Cycle, cast: Cast) -> None:
    asset, match = asked(cycle, cast)
    actions.write_note(asset, by=cast.neighbour, match=match.pk, words="Ik ben Bob.")
    assert "Mag het?" in str(dict(read_everywhere(cast.neighbour.person or 0))["offers"])
    erase_person(Person.objects.get(pk=cast.neighbour.person or 0), by=cast.neighbour)
    match.refresh_from_db()
    note = MatchNote.objects.select_related("words").get()
    assert (match.asker, match.state, note.words.body) == (None, "stopped", "")
    assert match.words is not None and match.words.body == "" and not list(faults(cycle.place_id))


@pytest.mark.django_db(transaction=True)
def test_yes_twice_at_once_is_one_yes(cycle: Cycle, cast: Cast) -> None:
    asset, match = asked(cycle, cast)

    def say(_n: int) -> str:
        for _attempt in range(2000):
            try:
                return actions.accept_match(asset, by=cast.resident, match=match.pk).state
            except (WrongState, AlreadyDone):
                return "already"
            except OperationalError:
                time.sleep(0.005)
            finally:
                connections.close_all()
        return "never"

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(say, range(8)))
    assert sorted(set(outcomes)) == ["already", "matched"] and outcomes.count("matched") == 1
