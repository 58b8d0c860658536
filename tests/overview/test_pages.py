"""Thread, find, journal, search, data and who-may-what."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import actions as questions
from samenspel.instruments.stories import actions as stories
from samenspel.kernel.action.guard import acting
from samenspel.kernel.action.registry import ACTIONS
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import search_titles
from samenspel.kernel.people import actions as people
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.kernel.tests.copies import that_many


@pytest.fixture
def pair(cycle: Cycle) -> tuple[Node, Node]:
    """A public story that led to a contribution that is not public."""
    with acting():
        story = new_node("story", "Open verhaal", cycle=cycle, public=True)
        hidden = new_node("contribution", "Dichte bijdrage", cycle=cycle)
        link(story, hidden, "became", by=STAFF, reason="geheime reden")
    return story, hidden


def test_a_thread_never_shows_what_is_not_public(pair: tuple[Node, Node]) -> None:
    html = Client().get(f"/d/{pair[0].code}/").content.decode()
    assert "Open verhaal" in html and "Dichte" not in html and "geheime reden" not in html
    assert Client().get(f"/d/{pair[1].code}/").status_code == 404


def test_a_code_that_is_still_read_gets_a_receipt_and_no_refusal(cycle: Cycle) -> None:
    story = stories.tell_story(cycle, by=Actor(), words="Mijn geheim.", may_show=True)
    answer = Client().get(f"/d/{story.code}/")
    html = answer.content.decode()
    assert answer.status_code == 404 and "<h1>Wij hebben dit ontvangen</h1>" in html
    assert "leest de redactie het eerst, meestal binnen een dag" in html and "Mijn geheim" not in html


def test_a_new_thread_says_that_it_begins_here(pair: tuple[Node, Node], cycle: Cycle) -> None:
    with acting():
        later = new_node("contribution", "Wens", cycle=cycle, public=True)
    words = "Hier begint een nieuwe draad."
    fresh = [Client().get(f"/d/{node.code}/").content.decode() for node in (pair[0], later)]
    with acting():
        link(pair[0], later, "became", by=STAFF, reason="daarom")
    first, last = (Client().get(f"/d/{node.code}/").content.decode() for node in (pair[0], later))
    assert all(words in html for html in fresh) and words not in first + last
    assert "Hier begon het." in first and "1 ding kwam hiervan." in first
    assert "1 stap ging hieraan vooraf." in last and "Hier kwam nog niets van." in last
    assert not any("0 stappen" in html for html in (*fresh, first, last))


def test_a_thread_says_in_which_office_or_for_which_group_was_asked(cycle: Cycle, cast: Cast) -> None:
    facts: dict[str, Any] = {"title": "Wat kost het?", "body": "Vast veel.", "addressee": cast.parties["official"]}
    alone, group = (cast.resident, None), (cast.initiative, cast.parties["initiative"])
    askers = ((cast.councillor, None), group, alone)
    codes = [questions.ask(cycle, by=by, party=party, **facts).code for by, party in askers]
    pages = [Client().get(f"/d/{code}/").content.decode() for code in codes]
    office, words = "een raadslid of commissielid", "iemand uit de buurt"
    assert office in pages[0] and "Partij Carla" in pages[1] and words in pages[2]
    assert words not in pages[0] + pages[1] and office not in pages[2]


@pytest.mark.parametrize("many", [1, 3, 60])
def test_a_thread_costs_the_same_for_any_length(
    cycle: Cycle, pair: tuple[Node, Node], many: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    def go_on(number: int) -> Node:
        with acting():
            node = new_node("contribution", f"Bijdrage {number}", cycle=cycle, public=True)
            link(pair[0], node, "became", by=STAFF, reason="daarom")
        return node

    that_many(many, go_on)
    with django_assert_max_num_queries(8):
        assert Client().get(f"/d/{pair[0].code}/").status_code == 200


def test_a_reason_on_the_thread_stands_apart(pair: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence in Arabic the full stop of a Dutch reason stays with the reason."""
    monkeypatch.setattr("samenspel.overview.queries.thread._last_reason", lambda entries: "Nu niet")
    html = Client(headers={"accept-language": "ar"}).get(f"/d/{pair[0].code}/").content.decode()
    assert "\u2068Nu niet.\u2069" in html


def test_a_typed_code_leads_to_the_thread(pair: tuple[Node, Node]) -> None:
    answer = Client().get("/d/", {"code": pair[0].code.lower().replace("-", " ")})
    assert answer.status_code == 302 and answer["Location"] == f"/d/{pair[0].code}/"


def test_a_typo_gets_a_sentence_and_a_suggestion(pair: tuple[Node, Node]) -> None:
    code = pair[0].code
    answer = Client().get("/d/", {"code": code[:-2] + code[-1] + code[-2]})
    html = answer.content.decode()
    assert answer.status_code in (302, 404)
    assert answer.status_code == 302 or (code in html and "tikfout" in html)


@pytest.mark.parametrize("typed", ["PR-7K4R", "pr 7k4r", "Tulp brug 42"])
def test_the_example_typed_over_is_answered_kindly(cycle: Cycle, typed: str) -> None:
    html = Client().get("/d/", {"code": typed}).content.decode()
    assert "Dit is het voorbeeld." in html and "kennen wij niet" not in html


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "' OR 1=1 --", "\u202eabc", "x" * 3000, "==="])
def test_nonsense_is_answered_kindly(db: None, typed: str) -> None:
    answer = Client().get("/d/", {"code": typed})
    assert answer.status_code == 404 and "<script>alert" not in answer.content.decode()


def test_search_finds_public_things_only(cycle: Cycle, pair: tuple[Node, Node]) -> None:
    html = Client().get(f"/{cycle.place.slug}/zoeken/", {"q": "verhaal"}).content.decode()
    assert pair[0].code in html
    assert pair[1].code not in Client().get(f"/{cycle.place.slug}/zoeken/", {"q": "bijdrage"}).content.decode()


@pytest.mark.parametrize(("typed", "there"), [
    ("verhalen", True), ("open verhaal", True), ("verhaal open", True), ("vrhaal", True), ("qqqq", False),
])  # fmt: skip
def test_search_forgives_the_form_of_a_word(cycle: Cycle, pair: tuple[Node, Node], typed: str, there: bool) -> None:
    html = Client().get(f"/{cycle.place.slug}/zoeken/", {"q": typed}).content.decode()
    assert (pair[0].code in html) is there and pair[1].code not in html


@pytest.mark.parametrize(("title", "typed"), [
    ("Nieuwe bomen", "boom"), ("Een boom erbij", "bomen"), ("Betaalbare huizen", "huis"), ("Subsidie in 2020", "2020"),
    ("Nieuwe banken", "bank"), ("Brieven aan de raad", "brief"), ("Geld 2020, subsidie", "subsidie 2020"),
])  # fmt: skip
def test_search_knows_dutch_words(cycle: Cycle, title: str, typed: str) -> None:
    with acting():
        node = new_node("story", title, cycle=cycle, public=True)
    assert [n.pk for n in search_titles(None, cycle.place_id, typed)] == [node.pk]


def test_the_journal_says_who_and_about_what(cycle: Cycle, cast: Cast) -> None:
    cycles.skip_stage(cycle.stages.get(stage="quality"), by=cast.organiser, reason="Dit jaar niet")
    people.describe_party(cast.parties["initiative"], by=replace(cast.initiative, party=cast.parties["initiative"].pk),
                          why="Samen is leuker")  # fmt: skip
    html = Client().get(f"/{cycle.place.slug}/logboek/").content.decode()
    group = cast.parties["initiative"]
    assert f'<a href="{group.get_absolute_url()}" dir="auto">{group.name}</a>' in html
    assert f'data-label="Wie" dir="auto">{group.name}' in html
    assert 'data-label="Wie" dir="auto">organisator van de ronde<' in html
    assert "een stap van de ronde" in html and "stagestate" not in html and "party:" not in html


@pytest.mark.parametrize("path", ["logboek", "wie-mag-wat", "zoeken", "geld", "beloften", "regels-in-de-weg"])
def test_pages_cost_few_queries(
    cycle: Cycle, cast: Cast, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        assert Client().get(f"/{cycle.place.slug}/{path}/").status_code == 200


@pytest.mark.parametrize("kind", ["csv", "json", "ods"])
def test_every_table_can_be_fetched(cycle: Cycle, cast: Cast, kind: str) -> None:
    from samenspel.kernel.exports import registered

    for name in registered():
        answer = Client().get(f"/gegevens/{name}.{kind}")
        assert answer.status_code == 200 and b"".join(answer), name


def test_open_data_holds_no_personal_column(db: None) -> None:
    from samenspel.kernel.exports import registered

    for export in registered().values():
        assert all(c.personal in ("", "indirect") for c in export.open_columns)


def test_who_may_what_says_who_at_every_act(client: Client, db: None) -> None:
    html = client.get("/wie-mag-wat/").content.decode()
    cells = re.findall(r'<td data-label="Wie mag dit">(.*?)</td>', html)
    assert len(cells) == len(ACTIONS) and all(cell.strip() for cell in cells)
    assert "organisator van de ronde" in html and "iedereen" in cells
