"""The home page: the table, what you can do, what was decided, who takes part."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor
from samenspel.contracts.rooms import ROOMS
from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people import actions as people
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.overview.queries.home import home

As = Callable[[str], Client]


def _stories(cycle: Cycle, cast: Cast, many: int) -> None:
    def tell(number: int) -> Story:
        story = stories.tell_story(cycle, by=cast.resident, words=f"Verhaal {number}", may_show=True)
        story.refresh_from_db()
        return stories.show_story(story, by=cast.professional) if story.state == "received" else story

    that_many(many, tell)


def test_all_eleven_plates_are_links(cycle: Cycle) -> None:
    html = Client().get(f"/{cycle.place.slug}/").content.decode()
    for room in ROOMS:
        assert f'href="/{cycle.place.slug}/{cycle.slug}/{room.slug}/"' in html


@pytest.mark.parametrize("many", [1, 3, 40])
def test_the_number_of_queries_does_not_grow(
    cycle: Cycle, cast: Cast, many: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _stories(cycle, cast, many)
    with django_assert_max_num_queries(8):
        assert Client().get(f"/{cycle.place.slug}/").status_code == 200


def test_a_decision_shows_with_its_reason(
    cycle: Cycle, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    from samenspel.stages.agenda import actions as agenda

    _stories(cycle, cast, 1)
    code = Node.objects.get(kind="story").code
    made = agenda.draft_priority(cycle, by=cast.organiser, title="Meer banken", statement="Wij willen zitten.")
    made = agenda.open_priority(made, by=cast.organiser)
    agenda.add_reasons(made, by=cast.organiser, codes=[code], reason="Iemand vroeg het")
    agenda.adopt_priority(made, by=cast.organiser, reason="Iedereen is moe")
    with django_assert_max_num_queries(8):
        html = Client().get(f"/{cycle.place.slug}/").content.decode()
    assert "Meer banken" in html and "Iedereen is moe" in html


def test_a_place_without_a_round_says_what_to_do_first(place: Place) -> None:
    html = Client().get(f"/{place.slug}/").content.decode()
    assert "De organisator opent de eerste ronde" in html
    assert "/ronde-openen/" not in html


def test_only_who_may_is_asked_to_open_the_first_round(place: Place, cast: Cast, client_as: As) -> None:
    opening = f'href="{reverse("cycle:open", args=[place.slug])}"'
    assert opening in client_as("organiser").get(f"/{place.slug}/").content.decode()
    html = client_as("resident").get(f"/{place.slug}/").content.decode()
    assert opening not in html
    assert "Vraag het aan de organisator: <bdi>Joris</bdi>" in " ".join(html.split())


def test_an_empty_place_stands_on_the_front_page(place: Place, cycle: Cycle) -> None:
    places.add_place(place, by=STAFF, slug="nieuwe-buurt", name="Nieuwe buurt")
    city = places.add_place(None, by=STAFF, slug="een-stad", name="Een stad", kind="municipality")
    area = places.add_place(city, by=STAFF, slug="bu0001", name="Vlek op de kaart")
    outline = '{"type":"Polygon","coordinates":[[[4,52],[4.1,52],[4.1,52.1],[4,52]]]}'
    places.record_boundary(area, by=STAFF, valid_year=2024, geojson=outline, source="test")
    html = Client().get("/").content.decode()
    assert "Nieuwe buurt" in html
    assert "Een stad" not in html and "Vlek op de kaart" not in html


def test_help_is_only_promised_where_somebody_helps(place: Place) -> None:
    html = Client().get(f"/{place.slug}/regels-in-de-weg/").content.decode()
    assert "Vraag het aan de organisator" in html
    assert "aan de balie" not in html.split("<main")[1].split("</main")[0]


def test_more_than_seven_parties_still_fit(cycle: Cycle, cast: Cast) -> None:
    for number in range(9):
        people.found_party(cycle.place, by=cast.resident, name=f"Groep {number}")
    html = Client().get(f"/{cycle.place.slug}/").content.decode()
    assert "en nog 5 anderen" in html


def test_who_acted_last_sits_at_the_table(
    cycle: Cycle, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    parties = [people.found_party(cycle.place, by=cast.resident, name=f"Groep {number}") for number in range(9)]
    by = replace(cast.professional, party=parties[0].pk)
    stories.tell_story(cycle, by=by, words="Wij deden iets", may_show=True)
    with django_assert_max_num_queries(8):
        html = Client().get(f"/{cycle.place.slug}/").content.decode()
    assert "Groep 0" in html


def test_what_is_not_public_is_not_counted_or_named(cycle: Cycle, cast: Cast) -> None:
    from samenspel.stages.agenda import actions as agenda

    agenda.draft_priority(cycle, by=cast.organiser, title="Geheim plannetje")
    assert "Geheim plannetje" not in Client().get(f"/{cycle.place.slug}/").content.decode()


def test_one_party_more_gets_a_chair(cycle: Cycle, cast: Cast) -> None:
    for number in range(8 - len(cast.parties)):
        people.found_party(cycle.place, by=cast.resident, name=f"Groep {number}")
    html = Client().get(f"/{cycle.place.slug}/").content.decode()
    assert "anderen" not in html and all(f"Groep {n}" in html for n in range(8 - len(cast.parties)))


def test_a_plate_counts_like_its_room(cycle: Cycle, cast: Cast) -> None:
    from samenspel.stages.consultation import actions as consultation

    for words in ("Meer banken", "Meer bomen", "Nog niet gelezen"):
        made = consultation.give_contribution(cycle, by=cast.resident, kind="wish", words=words)
        if words != "Nog niet gelezen":
            consultation.show_contribution(made, by=cast.organiser)
    room = Client().get(f"/{cycle.place.slug}/{cycle.slug}/ophalen/").content.decode()
    html = Client().get(f"/{cycle.place.slug}/").content.decode()
    assert "2 bijdragen opgehaald" in room and "Ophalen</a>: 2 bijdragen" in html


def test_the_thread_stops_before_the_first_plate_that_is_not_there_yet(cycle: Cycle, rf: RequestFactory) -> None:
    cycles.move_stage(cycle.stages.get(stage="agenda"), by=STAFF, state="not_yet")
    request = rf.get("/")
    request.place, request.actor = cycle.place, Actor()  # type: ignore[attr-defined]
    found = home(request)  # type: ignore[arg-type]
    assert found is not None and found.table.here == 2


def test_the_table_counts_what_the_room_counts(cycle: Cycle, cast: Cast) -> None:
    from samenspel.stages.agenda import actions as agenda

    draft = agenda.draft_priority(cycle, by=cast.organiser, title="Schone straten", statement="Wij willen dit.")
    opened = agenda.open_priority(draft, by=cast.organiser)
    html = Client().get(f"/{cycle.place.slug}/").content.decode()
    assert opened.node.public and "prioriteit<" not in html


def test_acts_stand_before_the_table_and_promises_under_chairs(cycle: Cycle, cast: Cast) -> None:
    html = Client().get(f"/{cycle.place.slug}/").content.decode()
    assert "Nog geen beloften." in html
    if 'class="acts' in html:
        assert html.index('class="acts') < html.index('class="wheel"')


def test_without_an_open_vote_nobody_is_asked_to_vote(cycle: Cycle) -> None:
    page = Client(headers={"accept-language": "nl"}).get(f"/{cycle.place.slug}/").content.decode()
    assert "Doe een voorstel" in page and "Stem over het buurtbudget" not in page
