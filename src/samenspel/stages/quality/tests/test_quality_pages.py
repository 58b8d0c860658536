"""Pages of the quality room: they answer, stay cheap, and let nothing out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from samenspel.contracts.actor import Actor
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.quality import actions
from samenspel.stages.quality.models import QualityDefinition, Signature, Statement
from samenspel.stages.quality.tests.conftest import Many, open_one

ROOM = "/testbuurt/2026/kwaliteit/"
As = Callable[[str], Client]


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def test_an_empty_room_says_how_to_begin(cycle: Cycle, client_as: As) -> None:
    assert "Zo begint u, ook alleen" in text(client_as(""), ROOM)
    assert "Schrijf een afspraak op" in text(client_as("initiative"), ROOM)


def test_the_room_shows_sentences_and_signatures(signed: QualityDefinition, client_as: As) -> None:
    shown = text(client_as(""), ROOM)
    assert "er na vijven iemand is" in shown and "Partij Ina" in shown
    assert "Over één ding spraken wij af" in shown


@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_long_list_costs_no_more(many: Many, client_as: As, count: int, django_assert_max_num_queries: Any) -> None:
    many(count)
    client = client_as("organiser")
    with django_assert_max_num_queries(8):
        shown = text(client, ROOM)
    assert shown.count('<li class="row">') == min(count, 50)


@pytest.mark.parametrize("page", ["2", "zes", "-1", "999"])
def test_any_page_number_is_safe(many: Many, client_as: As, page: str) -> None:
    many(3)
    text(client_as(""), f"{ROOM}?page={page}")


def test_one_definition_costs_little(
    signed: QualityDefinition, client_as: As, django_assert_max_num_queries: Any
) -> None:
    client = client_as("organiser")
    with django_assert_max_num_queries(8):
        text(client, signed.get_absolute_url())


def test_a_draft_is_for_writers(draft: QualityDefinition, client_as: As) -> None:
    assert client_as("resident").get(draft.get_absolute_url()).status_code == 404
    assert draft.title not in text(client_as(""), ROOM)
    assert draft.title in text(client_as("initiative"), ROOM)


STEPS = ["tekst/", "zin/", "op-tafel/", "waarvoor/", "tekenen/", "nieuwe-versie/"]


@pytest.mark.parametrize("step", STEPS)
def test_forms_are_for_those_who_may(opened: QualityDefinition, client_as: As, step: str) -> None:
    assert client_as("resident").get(opened.get_absolute_url() + step).status_code == 403
    expected = 409 if step == "op-tafel/" else 200
    assert client_as("organiser").get(opened.get_absolute_url() + step).status_code == expected


def test_a_party_writes_a_definition_in_three_screens(cycle: Cycle, cast: Cast, client_as: As) -> None:
    client = client_as("initiative")
    first = client.post(
        f"{ROOM}nieuw/", {"title": "Goed plein", "service": "Het plein", "party": cast.parties["initiative"].pk}
    )
    assert first.headers["Location"].endswith("/zin/")
    client.post(first.headers["Location"], {"words": "het licht is"})
    made = QualityDefinition.objects.get()
    assert client.post(f"{made.get_absolute_url()}op-tafel/").status_code == 302
    assert Statement.objects.get().words == "het licht is"


def test_signing_on_the_page(opened: QualityDefinition, cast: Cast, client_as: As) -> None:
    data = {"party": cast.parties["provider"].pk, "name": "Ina", "method": "web"}
    assert client_as("provider").post(f"{opened.get_absolute_url()}tekenen/", data).status_code == 302
    assert Signature.objects.get().party == cast.parties["provider"]


def test_another_party_cannot_be_picked(opened: QualityDefinition, cast: Cast, client_as: As) -> None:
    data = {"party": cast.parties["official"].pk, "name": "Ina", "method": "web"}
    answer = client_as("provider").post(f"{opened.get_absolute_url()}tekenen/", data)
    assert answer.status_code == 200
    assert not Signature.objects.exists()


def test_a_sentence_is_changed_on_the_page(opened: QualityDefinition, client_as: As) -> None:
    row = Statement.objects.get()
    url = f"{opened.get_absolute_url()}zin/{row.pk}/"
    assert row.words in text(client_as("organiser"), url)
    client_as("organiser").post(url, {"words": "het schoon is", "seen": opened.version})
    assert Statement.objects.get().words == "het schoon is"
    assert client_as("organiser").get(f"{opened.get_absolute_url()}zin/9999/").status_code == 404


def test_a_new_version_shows_the_old(signed: QualityDefinition, cast: Cast, client_as: As) -> None:
    client = client_as("organiser")
    answer = client.post(f"{signed.get_absolute_url()}nieuwe-versie/", {"reason": "Wij leerden bij."})
    new = QualityDefinition.objects.get(number=2)
    assert answer.headers["Location"] == new.get_absolute_url()
    assert "Wij leerden bij." in text(client, new.get_absolute_url())
    assert "Er is een nieuwe versie" not in text(client_as(""), signed.get_absolute_url())
    actions.open_definition(new, by=cast.organiser)
    assert "Er is een nieuwe versie" in text(client_as(""), signed.get_absolute_url())


def test_publishing_on_the_page(signed: QualityDefinition, client_as: As) -> None:
    answer = client_as("organiser").post(f"{ROOM}uitgeven/", {"reason": "Klaar", "missing": "jongeren"})
    assert answer.status_code == 302
    assert "Wie ontbrak: jongeren" in text(client_as(""), ROOM)
    assert client_as("resident").get(f"{ROOM}uitgeven/").status_code == 403


def test_words_are_shown_and_never_run(cycle: Cycle, cast: Cast, client_as: As) -> None:
    evil = "<script>alert(1)</script>"
    made = open_one(cycle, cast, evil)
    actions.add_statement(made, by=cast.organiser, words=evil, how_noticed=evil, who_judges=evil, how_often=evil)
    actions.sign_definition(made, by=cast.initiative, party=cast.parties["initiative"], name=evil)
    for url in (ROOM, made.get_absolute_url()):
        assert evil not in text(client_as("organiser"), url)


def test_the_export_holds_no_drafts_and_no_names(draft: QualityDefinition, signed: QualityDefinition) -> None:
    signatures = list(plain_rows(registered()["quality_signatures"], Actor()))
    assert len(signatures) == 2 and "Carla" not in str(signatures).replace("partij-carla", "")


def test_a_draft_stays_out_of_the_export(draft: QualityDefinition) -> None:
    assert list(plain_rows(registered()["quality_definitions"], Actor())) == []
