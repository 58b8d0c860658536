"""Letters with codes and the poster of a vote."""

from collections.abc import Callable
from threading import BoundedSemaphore

import pytest
from django.test import Client

from samenspel.kernel.access import heavy
from samenspel.stages.commissioning.tests.conftest import Voting
from samenspel.ui.paper import letters
from samenspel.ui.tests.reading import needs_pango, pages_of

As = Callable[[str], Client]
TWO = "1 ACDE FGHJ KMNP\r\n2 QRTW XY34 679A"
ADDRESSES = "De bewoner van; Javastraat 1; 1094 AA Amsterdam\nA. Jansen; Molukkenstraat 2-hs; 1095 BB Amsterdam"


def test_fresh_codes_become_letters_with_their_addresses(voting: Voting, client_as: As) -> None:
    sent = {"codes_made": TWO, "addresses": ADDRESSES}
    answer = client_as("organiser").post(voting.call.address("letters"), sent)
    page = answer.content.decode()
    assert page.count("code-box") == 2 and "ACDE FGHJ KMNP" in page and "Molukkenstraat 2-hs" in page
    assert answer["Cache-Control"] == "no-store"


def test_the_square_of_a_letter_holds_no_code(voting: Voting, client_as: As) -> None:
    shown = client_as("organiser").post(voting.call.address("letters"), {"codes_made": TWO}).context
    assert shown["url"].endswith(f"/stem/{voting.call.code}/")


def test_codes_stay_on_the_page_when_an_address_is_missing(voting: Voting, client_as: As) -> None:
    sent = {"codes_made": TWO, "addresses": "Javastraat 1; 1094 AA Amsterdam"}
    page = client_as("organiser").post(voting.call.address("letters"), sent).content.decode()
    assert "Er zijn 2 codes en 1 adressen" in page and "QRTW XY34 679A" in page


@pytest.mark.parametrize("codes", ["", "verzonnen", "1 <b>A</b>", "x" * 1000])
def test_only_codes_are_printed_as_codes(voting: Voting, client_as: As, codes: str) -> None:
    answer = client_as("organiser").post(voting.call.address("letters"), {"codes_made": codes})
    assert answer.status_code == 200 and "code-box" not in answer.content.decode()


@needs_pango
def test_letters_are_one_pdf_with_a_page_each(voting: Voting, client_as: As) -> None:
    answer = client_as("organiser").post(voting.call.address("letters"), {"codes_made": TWO, "kind": "pdf"})
    assert answer["Content-Type"] == "application/pdf" and answer["Cache-Control"] == "no-store"
    assert pages_of(answer.content) == 2


def test_a_pdf_has_a_limit(voting: Voting, client_as: As, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "MOST_IN_A_PDF", 1)
    page = client_as("organiser").post(voting.call.address("letters"), {"codes_made": TWO, "kind": "pdf"})
    assert "hoogstens 1 brieven" in page.content.decode()


def test_codes_stay_on_the_page_when_the_server_is_busy(
    voting: Voting, client_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heavy, "SEATS", BoundedSemaphore(1))
    monkeypatch.setattr(heavy, "PATIENCE", 0.01)
    with heavy.SEATS:
        answer = client_as("organiser").post(voting.call.address("letters"), {"codes_made": TWO, "kind": "pdf"})
    assert answer.status_code == 503 and "QRTW XY34 679A" in answer.content.decode()


def test_a_visitor_makes_no_letters(voting: Voting, client: Client) -> None:
    assert client.post(voting.call.address("letters"), {"codes_made": TWO}).status_code == 403


def test_the_poster_of_a_vote_names_the_money_and_leads_to_the_ballot(voting: Voting, client: Client) -> None:
    page = client.get(voting.call.address("poster")).content.decode()
    assert "Kies mee." in page and f"/stem/{voting.call.code}" in page
    assert client.get(f"/stem/{voting.call.code}/").headers["Location"] == voting.call.address("vote")
