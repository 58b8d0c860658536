"""Voting with a code from a letter: four screens, a second thought, a wrong code, the count, and the secret."""

from __future__ import annotations

import logging

import pytest
from django.apps import apps

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.tests.cast import Cast
from tests.journeys import worker
from tests.journeys.ballot import PLANS, Vote, choose, open_vote

ROOM, COOK, BENCH = (title for title, _cents in PLANS)


@pytest.fixture
def vote(cycle: Cycle, cast: Cast) -> Vote:
    return open_vote(cycle, cast)


def everything_kept() -> str:
    """All rows of all tables, as text."""
    rows = (str(row) for model in apps.get_models() for row in model._default_manager.values())
    return "\n".join(rows)


def test_four_screens_and_a_second_thought(vote: Vote) -> None:
    check = choose(vote.voter().send("Verder", {"Uw code": vote.codes[0]}), ROOM, COOK)
    assert check.has("2 plannen") and check.has("€ 12.000")
    check.send("Ja, dit is mijn stem")
    assert vote.cast(vote.codes[0], BENCH).has("Dank u wel.")
    vote.cast(vote.codes[1], BENCH, COOK)
    assert vote.voter().go(vote.url).has("Er zijn nu 2 stembiljetten binnen. Er zijn 4 codes uitgegeven.")


def test_a_ballot_that_costs_too_much_goes_no_further(vote: Vote) -> None:
    page = vote.voter().send("Verder", {"Uw code": vote.codes[0]})
    assert choose(page, ROOM, COOK, BENCH).has("Dat mag hooguit € 12.500 zijn. Haal een plan weg.")
    assert choose(page, ROOM).has("Klopt dit?")


def test_the_same_sentence_for_a_wrong_a_blocked_and_a_replaced_code(vote: Vote) -> None:
    desk = vote.world("organiser", vote.url).click("Stemcodes maken en vervangen")
    desk.send("Blokkeer alleen de oude", {"Volgnummer op de brief": "1", "Reden": "Brief kwijt"})
    desk.send("Geef een nieuwe code", {"Volgnummer op de brief": "2", "Reden": "Brief nat"})
    fresh = next(desk.page.with_class("code-words")).text
    tried = ("ABCD-EFGH-JKLM", vote.codes[0], vote.codes[1], "%00", "x" * 60)
    said = [vote.voter().post("Verder", {"Uw code": code}).complaints() for code in tried]
    assert said[0] == said[1] == said[2] == said[4]
    assert "Deze code kennen wij niet, of hij werkt niet meer." in said[0][0]
    assert vote.cast(fresh, COOK).has("Dank u wel.")


def test_a_double_click_is_one_ballot(vote: Vote) -> None:
    page = choose(vote.voter().send("Verder", {"Uw code": vote.codes[0]}), COOK)
    check = page.page, page.url
    assert page.send("Ja, dit is mijn stem").has("Dank u wel.")
    page.page, page.url = check
    assert page.send("Ja, dit is mijn stem").has("Dank u wel.")
    assert page.go(vote.url).has("Er is nu 1 stembiljet binnen.")


def test_an_old_screen_that_is_sent_again_shows_no_picks(vote: Vote) -> None:
    page = vote.voter().send("Verder", {"Uw code": vote.codes[0]})
    paper = page.page, page.url
    choose(page, COOK).send("Ja, dit is mijn stem")
    page.page, page.url = paper
    choose(page, COOK)
    assert page.has("Uw stem zit al in de bus.") and page.has("Wat is uw code?")
    assert not page.has(COOK) and not [f for f in page.page.all("input") if f.attrs.get("name") in ("pick", "ticket")]


def test_closing_counting_and_the_receipt(vote: Vote) -> None:
    early = vote.voter().send("Verder", {"Uw code": vote.codes[3]})
    for code, plans in zip(vote.codes, ((COOK, BENCH), (COOK,), (BENCH,)), strict=False):
        receipt = next(vote.cast(code, *plans).page.with_class("receipt-code")).text
    vote.close()
    assert early.post("Bewaar en ga verder").status == 409
    assert early.answer.headers["Clear-Site-Data"] == '"cache"'
    assert vote.hand_in("finance", vote.parts["finance"]).complaints() == []
    assert vote.hand_in("finance", vote.parts["finance"]).has("zodra een tweede sleutelhouder"), "one opens nothing"
    assert vote.hand_in("organiser", "onzin").complaints()
    assert vote.hand_in("organiser", vote.parts["organiser"]).complaints() == []
    waiting = vote.world("visitor", vote.url)
    assert waiting.has("De stemmen worden nu geteld. Dat duurt meestal minder dan een minuut.")
    worker.run()
    result = waiting.click("Kijk opnieuw").click("Bekijk de uitslag")
    assert result.has("2 plannen zijn gekozen. Samen kosten zij € 8.300. Er stemden 3 mensen over € 12.500.")
    assert result.go("../bonnetjes/?bon=" + receipt).has(receipt)


def test_nobody_can_tie_a_code_to_a_choice(vote: Vote, caplog: pytest.LogCaptureFixture) -> None:
    before = Entry.objects.count()
    with caplog.at_level(logging.DEBUG):
        page = vote.cast(vote.codes[0], ROOM)
    receipt = next(page.page.with_class("receipt-code")).text
    assert Entry.objects.count() == before, "no journal entry per ballot"
    assert set(page.client.cookies) <= {"csrftoken"}, "no session on the voting path"
    kept, bare = everything_kept(), vote.codes[0].replace("-", "")
    for secret in (vote.codes[0], bare, receipt, receipt.replace("-", "")):
        assert secret not in kept and secret not in caplog.text and secret not in page.url
    assert "/stem/bon/" in page.url and page.answer.headers["Cache-Control"] == "no-store"
