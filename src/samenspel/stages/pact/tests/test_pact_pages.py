"""Pages of the pact room: they answer, stay cheap, and let nothing out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samenspel.contracts.actor import Actor
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.stages.pact import actions
from samenspel.stages.pact.models import Commitment, Pact, Signature
from samenspel.stages.pact.tests.conftest import Many, in_days, overdue, promised

ROOM = "/testbuurt/2026/pact/"
NEXT_YEAR = f"1-3-{timezone.localdate().year + 1}"
As = Callable[[str], Client]


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def test_an_empty_room_says_how_to_begin(cycle: Cycle, client_as: As) -> None:
    assert "Zo begint u, ook alleen" in text(client_as(""), ROOM)
    assert "Begin een pact" in text(client_as("initiative"), ROOM)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_long_board_costs_no_more(many: Many, client_as: As, count: int, django_assert_max_num_queries: Any) -> None:
    many(count)
    client = client_as("organiser")
    with django_assert_max_num_queries(8):
        shown = text(client, ROOM)
    assert shown.count("Alle bewoners".lower()) == min(count, 50)


@pytest.mark.parametrize("page", ["2", "zes", "-1", "999"])
def test_any_page_number_is_safe(many: Many, client_as: As, page: str) -> None:
    many(3)
    text(client_as(""), f"{ROOM}?page={page}")


def test_pact_and_promise_pages_cost_little(
    signed: Pact, cycle: Cycle, cast: Cast, client_as: As, django_assert_max_num_queries: Any
) -> None:
    rows = that_many(20, lambda n: promised(cycle, cast, "initiative", f"Belofte {n}", pact=signed))
    client = client_as("organiser")
    for url in (signed.get_absolute_url(), rows[0].get_absolute_url()):
        with django_assert_max_num_queries(8):
            text(client, url)


def test_a_draft_is_for_the_table(pact: Pact, client_as: As) -> None:
    assert client_as("provider").get(pact.get_absolute_url()).status_code == 404
    assert pact.title not in text(client_as(""), ROOM)
    assert pact.title in text(client_as("official"), ROOM)


PACT_STEPS = {"tekst/": 200, "op-tafel/": 409, "tekenen/": 200, "ingaan/": 200, "stoppen/": 200}


@pytest.mark.parametrize(("step", "expected"), PACT_STEPS.items())
def test_pact_forms_are_for_those_who_may(opened: Pact, client_as: As, step: str, expected: int) -> None:
    assert client_as("resident").get(opened.get_absolute_url() + step).status_code == 403
    assert client_as("organiser").get(opened.get_absolute_url() + step).status_code == expected


STEPS = ["gehouden/", "nieuwe-datum/", "intrekken/", "te-laat/", "geen-antwoord/", "herinneren/", "waarbij/"]


@pytest.mark.parametrize("step", STEPS)
def test_promise_forms_are_for_those_who_may(by_municipality: Commitment, client_as: As, step: str) -> None:
    assert client_as("resident").get(by_municipality.get_absolute_url() + step).status_code == 403
    assert client_as("organiser").get(by_municipality.get_absolute_url() + step).status_code == 200


def test_only_volunteers_get_the_kind_button(
    by_municipality: Commitment, by_volunteers: Commitment, client_as: As
) -> None:
    assert "Lukt nu niet" in text(client_as("initiative"), by_volunteers.get_absolute_url())
    assert "Lukt nu niet" not in text(client_as("official"), by_municipality.get_absolute_url())
    assert client_as("official").get(by_municipality.get_absolute_url() + "lukt-nu-niet/").status_code == 403


def test_a_group_begins_a_pact_on_the_page(cycle: Cycle, cast: Cast, client_as: As) -> None:
    data = {
        "title": "Ons pact", "party": cast.parties["initiative"].pk, "starts": "1-1-2027", "ends": "31 december 2029",
        "ambitions": "Samen een tuin.", "parties": [cast.parties["official"].pk],
    }  # fmt: skip
    answer = client_as("initiative").post(f"{ROOM}nieuw/", data)
    made = Pact.objects.get()
    assert (answer.headers["Location"], made.seats.count()) == (made.get_absolute_url(), 2)


def test_promising_and_keeping_on_the_page(cycle: Cycle, cast: Cast, client_as: As) -> None:
    data = {
        "giver": cast.parties["official"].pk, "what": "Een waterkraan", "receiver_name": "de tuin", "due": NEXT_YEAR,
        "kind": "money", "amount_cents": "1.250,50",
    }  # fmt: skip
    client_as("official").post(f"{ROOM}beloven/", data)
    made = Commitment.objects.get()
    assert made.amount_cents == 125050
    client_as("official").post(f"{made.get_absolute_url()}gehouden/", {"how": "Hij staat er.", "seen": made.version})
    assert "Hij staat er." in text(client_as(""), made.get_absolute_url())


def test_a_promise_is_asked_one_question_a_screen(cycle: Cycle, cast: Cast, client_as: As) -> None:
    client, url = client_as("initiative"), f"/{cycle.place.slug}/{cycle.slug}/pact/beloven/"
    assert "Stap 1 van 5" in client.get(url).content.decode()
    sent = {"giver": cast.parties["initiative"].pk, "what": "Het pad is vrij", "step": 1}
    second = client.post(url, sent).content.decode()
    assert "Aan wie belooft u dit?" in second and "error-summary" not in second
    assert "error-summary" in client.post(url, {**sent, "step": 2}).content.decode()


@pytest.mark.parametrize(("wrong", "words"), [
    ({"due": "1-3-2099"}, "Deze dag is te ver weg. Kies een dag binnen vier jaar."),
    ({"amount_cents": "40"}, "U vult een bedrag in. Kies dan ‘geld’."),
])  # fmt: skip
def test_a_promise_out_of_reach_or_of_two_kinds_says_so(
    cycle: Cycle, cast: Cast, client_as: As, wrong: dict[str, str], words: str
) -> None:
    data = {"giver": cast.parties["official"].pk, "what": "Een kraan", "receiver_name": "de tuin", "kind": "other"}
    answer = client_as("official").post(f"{ROOM}beloven/", {**data, "due": NEXT_YEAR, **wrong}).content.decode()
    assert words in answer and not Commitment.objects.exists()


def test_a_promise_to_nobody_says_so(cycle: Cycle, cast: Cast, client_as: As) -> None:
    data = {"giver": cast.parties["official"].pk, "what": "Een waterkraan", "due": NEXT_YEAR, "kind": "other"}
    answer = client_as("official").post(f"{ROOM}beloven/", data)
    assert "Zeg aan wie u dit belooft" in answer.content.decode()


def test_a_past_day_keeps_what_was_typed(cycle: Cycle, cast: Cast, client_as: As) -> None:
    data = {
        "giver": cast.parties["official"].pk, "what": "Een waterkraan", "receiver_name": "de tuin", "due": "1-3-2001",
        "kind": "other",
    }  # fmt: skip
    shown = client_as("official").post(f"{ROOM}beloven/", data).content.decode()
    assert "Deze dag is al geweest" in shown and "Een waterkraan" in shown


def test_late_looks_like_everything_else(cycle: Cycle, cast: Cast, client_as: As) -> None:
    actions.mark_late(overdue(cycle, cast, "official"), by=cast.organiser, why="De leiding lekt.")
    shown = text(client_as(""), ROOM)
    assert "Te laat" in shown and "De leiding lekt." in shown


def test_signing_on_the_page(opened: Pact, cast: Cast, client_as: As) -> None:
    data = {"party": cast.parties["provider"].pk, "name": "Ina", "method": "web"}
    assert client_as("provider").post(f"{opened.get_absolute_url()}tekenen/", data).status_code == 302
    assert Signature.objects.get().party == cast.parties["provider"]


def test_publishing_on_the_page(by_volunteers: Commitment, client_as: As) -> None:
    client_as("organiser").post(f"{ROOM}uitgeven/", {"reason": "Klaar", "missing": "scholen"})
    assert "Wie ontbrak: scholen" in text(client_as(""), ROOM)


def test_words_are_shown_and_never_run(cycle: Cycle, cast: Cast, client_as: As) -> None:
    evil = "<script>alert(1)</script>"
    pact = actions.convene(
        cycle, by=cast.initiative, title=evil, party=cast.parties["initiative"], starts=in_days(0), ends=in_days(9),
        ambitions=evil, principles=evil, joining=evil, dispute=evil, shared_information=evil,
    )  # fmt: skip
    actions.open_pact(pact, by=cast.initiative)
    actions.sign(pact, by=cast.initiative, party=cast.parties["initiative"], name=evil)
    row = promised(cycle, cast, "initiative", evil, pact=pact, measure=evil, receiver_name=evil)
    actions.keep_promise(row, by=cast.initiative, how=evil)
    for url in (ROOM, pact.get_absolute_url(), row.get_absolute_url()):
        assert evil not in text(client_as("organiser"), url)


def test_the_export_holds_no_drafts_and_no_names(pact: Pact, cycle: Cycle, cast: Cast) -> None:
    promised(cycle, cast, "initiative", pact=pact)
    names = ("pacts", "pact_parties", "pact_signatures", "commitments")
    assert [list(plain_rows(registered()[name], Actor())) for name in names] == [[], [], [], []]


def test_signatures_leave_without_names(signed: Pact) -> None:
    rows = list(plain_rows(registered()["pact_signatures"], Actor()))
    assert len(rows) == 2 and "Carla" not in str(rows)
