"""The ballot paper on a slow telephone, with nothing on it, and with a slip of the pen."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core import signing
from django.core.cache import cache
from django.test import Client

from samenspel.contracts.proposals import Proposal
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots import forms
from samenspel.instruments.ballots import queries as boxes
from samenspel.instruments.ballots.forms import RECEIPT_SALT
from samenspel.instruments.ballots.models import BallotBox, Envelope
from samenspel.instruments.ballots.rules.codes import digest_of
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions
from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.queries.told import told
from samenspel.stages.commissioning.tests.conftest import Voting, draft_vote, give_parts, open_vote
from samenspel_methods.allocation import RuleSet

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
LIVE = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    cache.clear()


@pytest.fixture
def ticket(voting: Voting, client: Client) -> str:
    return str(client.post(voting.call.address("vote"), {"code": voting.codes[0]}).context["ticket"])


def box_of(call: Call) -> BallotBox:
    assert call.box
    return call.box


def tick(client: Client, call: Call, ticket: str, *picks: str, to: str = "", theme: int = 1, live: bool = False) -> str:
    data = {"ticket": ticket, "theme": theme, "pick": picks, "to": to}
    return client.post(call.address("choose"), data, headers=LIVE if live else {}).content.decode()


def test_the_answer_to_a_tick_holds_nothing_that_can_be_ticked(voting: Voting, client: Client, ticket: str) -> None:
    part = tick(client, voting.call, ticket, "1", live=True)
    assert "1 plan gekozen" in part and part.count("Past niet meer") == 1
    assert "<input" not in part and "<label" not in part and "<html" not in part


def test_the_marks_of_a_tick_stand_where_the_page_has_them(voting: Voting, client: Client, ticket: str) -> None:
    page, part = tick(client, voting.call, ticket, "1"), tick(client, voting.call, ticket, "1", live=True)
    places = [f'id="fits-{n}"' for n in (1, 2)]
    assert all(place in page and place in part for place in places) and 'hx-sync="this:replace"' in page


def test_a_tick_with_an_old_ticket_changes_nothing_on_the_page(voting: Voting, client: Client) -> None:
    answer = client.post(voting.call.address("choose"), {"ticket": "oud", "pick": ["1"]}, headers=LIVE)
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.fixture
def phone(voting: Voting, live_server: Any) -> Iterator[Any]:
    """A small browser with the vote in front of it; its event loop hides the database, so the address comes first."""
    api = pytest.importorskip("playwright.sync_api")
    address = live_server.url + voting.call.address("vote")
    with api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 360, "height": 700}, locale="nl")
        page.goto(address)
        yield page
        browser.close()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_late_answer_takes_no_tick_away(voting: Voting, phone: Any) -> None:
    late: list[Any] = []
    phone.get_by_label("Uw code").fill(voting.codes[0])
    phone.get_by_role("button", name="Verder", exact=True).click()
    phone.route(re.compile("/stem/kies/$"), lambda route: late.append(route) if not late else route.continue_())
    phone.get_by_label("Bankje").check()
    phone.get_by_label("Boom").check()
    phone.get_by_text("2 plannen gekozen").wait_for()
    late[0].continue_()
    phone.wait_for_timeout(500)
    assert phone.locator("#plans input:checked").count() == 2 and "2 plannen" in phone.locator("#sum").inner_text()


@pytest.fixture
def strict(cycle: Cycle, cast: Cast) -> Voting:
    """A vote in which an empty paper is against the rules."""
    return Voting(open_vote(cycle, cast, rule_set=RuleSet("Proef", min_picks=1)), [], {})


def test_an_empty_paper_stays_on_the_choosing_step(strict: Voting, cast: Cast, client: Client) -> None:
    code = ballots.issue_codes(box_of(strict.call), by=cast.organiser, count=1, reason="brieven")[0].code
    ticket = client.post(strict.call.address("vote"), {"code": code}).context["ticket"]
    assert "Kies er minstens" not in tick(client, strict.call, ticket, to="next")
    page = tick(client, strict.call, ticket, to="next", theme=2)
    assert page.count("Kies er minstens 1.") == 1 and "Bewaar en ga verder" in page
    assert "Dat mag" not in page and "Klopt dit?" not in page
    assert "Klopt dit?" in tick(client, strict.call, ticket, "3", to="next", theme=2)


def test_an_empty_paper_goes_on_when_the_rules_allow_it(voting: Voting, client: Client, ticket: str) -> None:
    page = tick(client, voting.call, ticket, to="next", theme=2)
    assert "Klopt dit?" in page and "U koos niets. Dat mag." in page


@pytest.fixture
def receipt(voting: Voting, client: Client, ticket: str) -> str:
    """The address of the receipt after voting."""
    return str(client.post(voting.call.address("cast"), {"ticket": ticket, "pick": ["2"]}).headers["Location"])


def test_loading_the_receipt_again_casts_nothing(receipt: str, client: Client) -> None:
    sealed = bytes(Envelope.objects.get().sealed)
    pages = [client.get(receipt) for _time in range(2)]
    assert all("BN-" in page.content.decode() and page["Cache-Control"] == "no-store" for page in pages)
    assert bytes(Envelope.objects.get().sealed) == sealed


def test_the_address_of_a_receipt_holds_the_receipt_alone(voting: Voting, receipt: str) -> None:
    box = box_of(voting.call).pk
    held = signing.loads(receipt.split("?bon=")[1], salt=f"{RECEIPT_SALT}.{box}")
    assert re.fullmatch("[0-9a-f]{64}", held) and held != digest_of(box, voting.codes[0])


def test_a_receipt_can_be_read_ten_minutes_also_after_the_close(
    voting: Voting, cast: Cast, receipt: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.close_call(voting.call, by=cast.organiser)
    assert "BN-" in client.get(receipt).content.decode()
    monkeypatch.setattr(forms, "RECEIPT_LIFETIME", -1)
    page = client.get(receipt).content.decode()
    assert "BN-" not in page and "Uw stem zit in de bus." in page


@pytest.mark.parametrize("note", ["", "?bon=verzonnen", "?bon=a:b:c"])
def test_a_forged_receipt_leads_to_the_vote(voting: Voting, client: Client, note: str) -> None:
    answer = client.get(voting.call.address("cast") + note)
    assert (answer.status_code, answer.headers["Location"]) == (302, voting.call.address("vote"))


@pytest.mark.parametrize("typed", ["acde", "AC DE", "é-aaa"])
def test_a_short_code_is_told_its_length_and_nothing_else(voting: Voting, client: Client, typed: str) -> None:
    page = client.post(voting.call.address("vote"), {"code": typed}).content.decode()
    assert "U typte 4 van de 12 tekens." in page and str(ballots.UNKNOWN_CODE) not in page


def test_the_start_of_a_good_code_is_told_the_same(voting: Voting, client: Client) -> None:
    for code in (voting.codes[0][:9], "ACDE FGHJ"):
        page = client.post(voting.call.address("vote"), {"code": code}).content.decode()
        assert "U typte 8 van de 12 tekens." in page


def test_the_check_names_the_year_of_the_last_day(cycle: Cycle, cast: Cast, client: Client) -> None:
    day = datetime(2099, 6, 30, 12, tzinfo=UTC)
    call = open_vote(cycle, cast, closes_at=day)
    code = ballots.issue_codes(box_of(call), by=cast.organiser, count=1, reason="brieven")[0].code
    ticket = client.post(call.address("vote"), {"code": code}).context["ticket"]
    assert "tot en met dinsdag 30 juni 2099." in tick(client, call, ticket, "2", to="next", theme=2)


def test_a_wrong_code_is_said_above_the_drawing_and_in_the_title(voting: Voting, client: Client) -> None:
    page = client.post(voting.call.address("vote"), {"code": "ABCDEFGHJKLM"}).content.decode()
    assert "<title>Fout: Wat is uw code?" in page and page.count('class="error-summary"') == 1
    start = page.index('<div tabindex="-1" autofocus>')
    assert start < page.index("error-summary") < page.index('viewBox="0 0 300 180"')
    assert "Fout:" not in client.get(voting.call.address("vote")).content.decode()


def test_what_is_wrong_with_a_paper_is_said_in_the_own_language(strict: Voting, cast: Cast, client: Client) -> None:
    code = ballots.issue_codes(box_of(strict.call), by=cast.organiser, count=1, reason="brieven")[0].code
    ticket = client.post(strict.call.address("vote"), {"code": code}).context["ticket"]
    client.cookies["django_language"] = "en"
    page = tick(client, strict.call, ticket, to="next", theme=2)
    assert "<title>Error:" in page and "Choose at least" in page and "Kies er minstens" not in page


def test_an_old_error_goes_with_what_was_wrong(strict: Voting, cast: Cast, client: Client) -> None:
    code = ballots.issue_codes(box_of(strict.call), by=cast.organiser, count=1, reason="brieven")[0].code
    ticket = client.post(strict.call.address("vote"), {"code": code}).context["ticket"]
    stuck = tick(client, strict.call, ticket, to="next", theme=2)
    said = re.search('name="said" value="([^"]+)"', stuck)
    data = {"ticket": ticket, "theme": 2, "said": said and said[1]}
    still, gone = (
        client.post(strict.call.address("choose"), {**data, "pick": picks}, headers=LIVE).content.decode()
        for picks in ([], ["3"])
    )
    assert "Kies nog minstens 1 plan." in still and "stuck" not in still
    assert '<div id="stuck" hx-swap-oob="innerHTML"></div>' in gone and "minstens" not in gone


def paper_of(call: Call, client: Client, cast: Cast) -> str:
    code = ballots.issue_codes(box_of(call), by=cast.organiser, count=1, reason="brieven")[0].code
    return client.post(call.address("vote"), {"code": code}).content.decode()


LONG = "Een lange bank onder de boom, met een leuning, voor wie even wil zitten op weg naar de markt."


def test_a_plan_tells_what_it_is_and_unfolds_on_the_paper(cycle: Cycle, cast: Cast, client: Client) -> None:
    call = draft_vote(cycle, cast.organiser)
    actions.add_option(call, by=cast.organiser, title="Zit", cents=10_00, category="Groen", summary=LONG, makers="Ans")
    actions.add_option(call, by=cast.organiser, title="Zeil", cents=10_00, category="Groen", summary="Een doek.")
    give_parts(call, cast)
    page = paper_of(actions.open_call(call, by=cast.organiser), client, cast)
    assert page.count(LONG) == 2 and page.count("Gemaakt door Ans.") == 1
    assert page.count("Een doek.") == 1 and page.count("Lees meer over dit plan") == 1


def test_a_plan_without_words_takes_those_of_its_proposal(
    cycle: Cycle, cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    call = draft_vote(cycle, cast.organiser)
    with acting():
        proposals = [new_node("proposal", f"Idee {n}", cycle=cycle, public=True) for n in range(20)]
    handed = tuple(Proposal(p.code, p.title, "", f"Wij maken {p.title}.", "", "", 0, 0, 0) for p in proposals)
    monkeypatch.setattr("samenspel.stages.commissioning.queries.told.latest", lambda _contract, _cycle: handed)
    for p in proposals:
        actions.add_option(call, by=cast.organiser, title=p.title, cents=10_00, category="Groen", proposal=p.code)
    give_parts(call, cast)
    call = actions.open_call(call, by=cast.organiser)
    assert paper_of(call, client, cast).count("Wij maken Idee") == 20
    paper = boxes.paper(boxes.rules_of(box_of(call)), list(box_of(call).options.all()), ())
    with django_assert_max_num_queries(2):
        told(call, paper.theme(1))
