"""Pages of offers and asks: placing, choosing, reacting, and writing to each other without an address."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from samenspel.instruments.offers import actions as offers
from samenspel.instruments.offers.models import Asset, Match
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.profile.tests.test_profile_pages import queries_of
from samenspel.stages.profile.tests.test_profile_receipts import HOME

As = Callable[[str], Client]


def offer(cycle: Cycle, cast: Cast, **more: Any) -> Asset:
    return offers.offer_asset(cycle, by=cast.resident, **{"title": "Naaimachine", "kind": "thing", **more})


def at(asset: Asset, step: str = "") -> str:
    return f"{HOME}bron/{asset.code}/{step}"


def test_a_space_is_asked_for_owner_price_and_last_day(cycle: Cycle, client: Client) -> None:
    page = client.post(f"{HOME}bronnen/aanbieden/", {"title": "Zaal", "kind": "premises", "step": "2"}).content.decode()
    assert "Van wie is de ruimte?" in page and "Hoeveel vierkante meter?" in page
    page = client.post(f"{HOME}bronnen/aanbieden/", {"title": "Ladder", "kind": "thing", "step": "2"}).content.decode()
    assert "Van wie is de ruimte?" not in page and "Hoe bereiken wij u?" in page


def test_a_space_is_placed_whole(cycle: Cycle, cast: Cast, client_as: As) -> None:
    day = today() + timedelta(days=40)
    told = {"title": "De oude school", "kind": "premises", "owner_name": "Stichting", "size_m2": "80",
            "price": "€ 10 per uur", "until": day.strftime("%d-%m-%Y")}  # fmt: skip
    client_as("resident").post(f"{HOME}bronnen/aanbieden/", told)
    asset = Asset.objects.get()
    assert (asset.owner_name, asset.size_m2, asset.price, asset.until) == ("Stichting", 80, "€ 10 per uur", day)
    page = Client().get(f"{HOME}bronnen/").content.decode()
    assert "Deze ruimte stopt binnenkort" in page and "80 vierkante meter" in page


def test_somebody_looks_for_something(cycle: Cycle, client_as: As) -> None:
    client_as("resident").post(f"{HOME}bronnen/vragen/", {"title": "Wie heeft een ladder?", "kind": "thing"})
    assert Asset.objects.get().side == "ask"
    page = Client().get(f"{HOME}bronnen/?kant=ask").content.decode()
    assert "Wie heeft een ladder?" in page and "Gezocht" in page
    assert "Wie heeft een ladder?" not in Client().get(HOME).content.decode()


@pytest.mark.parametrize("choice", ["?kant=onzin&soort=onzin&buurt=onzin", "?page=99", "?soort=werk", "?kant=offer"])
def test_any_choice_gives_a_page(cycle: Cycle, cast: Cast, client: Client, choice: str) -> None:
    offer(cycle, cast)
    assert client.get(f"{HOME}bronnen/{choice}").status_code == 200


def test_the_whole_way_on_pages(cycle: Cycle, cast: Cast, client_as: As) -> None:
    asset, giver, asker = offer(cycle, cast), client_as("resident"), client_as("neighbour")
    asker.post(at(asset, "reageren/"), {"need": "een gordijn", "words": "Mag het?"})
    match = Match.objects.get()
    page = at(asset, f"koppeling/{match.pk}/")
    assert "Ja, dat is goed" in giver.get(page).content.decode()
    giver.post(f"{page}ja/")
    asker.post(page, {"words": "Zaterdag in het buurthuis?"})
    assert "Zaterdag in het buurthuis?" in giver.get(page).content.decode()
    asker.post(f"{page}gesproken/")
    giver.post(f"{page}gelukt/", {"outcome": "Er hangt een gordijn."})
    assert "Er hangt een gordijn." in Client().get(at(asset)).content.decode()


def test_nobody_else_sees_the_page_of_the_two(cycle: Cycle, cast: Cast, client_as: As) -> None:
    asset = offers.react(offer(cycle, cast), by=cast.neighbour, need="een gordijn", words="Geheim")
    page = at(asset, f"koppeling/{Match.objects.get().pk}/")
    assert client_as("official").get(page).status_code == 404 and client_as("professional").get(page).status_code == 200
    assert Client().get(page).status_code == 404
    assert "een gordijn" not in Client().get(at(asset)).content.decode()


def test_no_page_shows_a_name_or_address(cycle: Cycle, cast: Cast, client_as: As) -> None:
    asset = offer(cycle, cast, title="Ladder")
    told = {"need": "een dak", "contact": "06 12345678", "name": "Noor"}
    assert Client().post(at(asset, "reageren/"), told).status_code == 302
    page = at(asset, f"koppeling/{Match.objects.get().pk}/")
    for who in ("resident", "neighbour", "professional", ""):
        for url in (at(asset), page, f"{HOME}bronnen/"):
            shown = client_as(who).get(url).content.decode()
            assert not {word for word in ("06 12345678", "Noor", "Alice") if word in shown.split("<main", 1)[-1]}


def test_a_visitor_is_asked_how_to_be_reached(cycle: Cycle, cast: Cast, client: Client) -> None:
    answer = client.post(at(offer(cycle, cast), "reageren/"), {"need": "een dak"}).content.decode()
    assert "error-summary" in answer and not Match.objects.exists()


def test_still_so(cycle: Cycle, cast: Cast, client_as: As) -> None:
    asset = offer(cycle, cast, offered_on=today() - timedelta(days=200))
    assert "klopt dit nog?" in Client().get(f"{HOME}bronnen/").content.decode()
    assert client_as("neighbour").get(at(asset, "klopt/")).status_code == 403
    client_as("resident").post(at(asset, "klopt/"))
    assert "klopt dit nog?" not in Client().get(f"{HOME}bronnen/").content.decode()


def test_the_desk_brings_two_from_the_list_together(cycle: Cycle, cast: Cast, client_as: As) -> None:
    ask, give = offer(cycle, cast, title="Ladder gezocht", side="ask"), offer(cycle, cast, title="Ladder")
    desk = client_as("professional")
    assert give.code in desk.get(at(ask, "koppelen/")).content.decode()
    desk.post(at(ask, "koppelen/"), {"need": "een dak", "answer": str(give.pk)})
    assert Match.objects.get().answer == give


def test_lists_ask_no_more_of_more(cycle: Cycle, cast: Cast, client: Client) -> None:
    counts = []
    for n in (1, 2, 60):
        for number in range(n):
            offer(cycle, cast, kind="premises" if number % 2 else "job", until=today() + timedelta(days=20))
        counts.append([queries_of(client, HOME + p) for p in ("bronnen/", "spiegel/", "verhalen/logboek/")])
    assert counts[0] == counts[1] == counts[2] and max(counts[0]) <= 8
