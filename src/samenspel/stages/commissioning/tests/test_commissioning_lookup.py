"""What somebody hears who types a ballot's receipt or a voting code in the box for codes, or votes again."""

import pytest
from django.core.cache import cache
from django.test import Client

from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions
from samenspel.stages.commissioning.tests.conftest import Voting, count

BOX = "/d/"
SEALED = "Er zit al een stem van u in de bus"


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    cache.clear()


def sent(client: Client, code: str) -> str:
    return client.post(BOX, {"code": code}).content.decode()


def test_a_receipt_leads_to_the_list_of_its_vote(voting: Voting, cast: Cast, client: Client) -> None:
    slip = voting.cast(voting.codes[0], "2")
    early = sent(client, slip.code)
    call = count(voting, actions.close_call(voting.call, by=cast.organiser))
    page = sent(client, slip.code.lower())
    where = f"{call.address('receipts')}?bon={slip.code.lower()}"
    assert "bonnetje van een stem" in early and call.address("receipts") not in early and "na de telling" in early
    assert "bonnetje van een stem" in page and where in page and "beginnen niet" not in page
    assert "zat in de bus" in client.get(where).content.decode()


@pytest.mark.parametrize("way", ["post", "get", "address"])
def test_a_voting_code_is_neither_searched_nor_shown(
    voting: Voting, client: Client, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr("samenspel.overview.views.thread.look_up", None)
    code = voting.codes[0]
    page = {
        "post": lambda: sent(client, code),
        "get": lambda: client.get(BOX, {"code": code}).content.decode(),
        "address": lambda: client.get(f"/d/{code}/").content.decode(),
    }[way]()
    assert "Dit lijkt op een stemcode" in page and voting.call.address("vote") in page and code not in page


def test_words_with_the_signs_of_a_voting_code_are_words(client: Client, db: None) -> None:
    assert "kennen wij niet" in sent(client, "agenda-eend-34")


def test_the_box_sends_in_the_body_and_leads_to_the_thread(voting: Voting) -> None:
    client = Client(enforce_csrf_checks=True)
    assert '<form action="/d/" method="post">' in client.get(BOX).content.decode()
    answer = client.post(BOX, {"code": voting.call.code.lower()})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/d/{voting.call.code}/")


def test_voting_again_says_that_a_ballot_is_in(voting: Voting, client: Client) -> None:
    address, code = voting.call.address("vote"), {"code": voting.codes[0]}
    assert SEALED not in client.post(address, code).content.decode()
    voting.cast(voting.codes[0], "2")
    again = client.post(address, code).content.decode()
    assert SEALED in again and "vervangt uw nieuwe stem de oude" in again
    assert SEALED not in client.post(address, {"code": voting.codes[1]}).content.decode()
