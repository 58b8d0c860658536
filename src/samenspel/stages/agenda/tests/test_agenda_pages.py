"""The pages of the agenda: what they show, to whom, and at which cost."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor
from samenspel.contracts.agenda import Dissent, Priority
from samenspel.contracts.consultation import Harvest
from samenspel.contracts.monitoring import Lesson
from samenspel.contracts.profile import Figure
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.agenda import actions, models, queries, rules
from samenspel.stages.agenda.tests.conftest import Many, hide_node, make_node, publish

As = Callable[[str], Client]
INDEX = "/testbuurt/2026/agenda/"
LEAK = "Overlast van de familie Jansen"


def at(row: models.Priority, name: str) -> str:
    return reverse(f"agenda:{name}", args=["testbuurt", "2026", row.code])


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.content[:400]
    return answer.content.decode()


def test_an_empty_agenda_says_how_to_begin(cycle: Cycle, client: Client) -> None:
    shown = text(client, INDEX)
    assert "Nog niets gekozen" in shown
    assert "Vraag drie buren" in shown


def test_the_agenda_shows_why_and_who_thinks_otherwise(adopted: models.Priority, cast: Cast, client: Client) -> None:
    actions.record_dissent(adopted, by=cast.organiser, words="Liever parkeren.", said_by="Een deel")
    shown = text(client, INDEX)
    for words in (
        "Eén ding moet eerst",
        "1 verhaal",
        "1 aan een tafel",
        "Een deel: Liever parkeren.",
        "Schone straten",
    ):
        assert words in shown


def test_the_heading_counts_what_lies_open_too(
    adopted: models.Priority, cycle: Cycle, cast: Cast, client: Client
) -> None:
    other = actions.draft_priority(
        cycle, by=cast.organiser, title="Rondkomen", theme="together", statement="Wij willen hulp."
    )
    actions.open_priority(other, by=cast.organiser)
    shown = text(client, INDEX)
    assert "Twee prioriteiten op de agenda" in shown
    assert "Aangenomen: 1. Daar praat de buurt nog over: 1." in shown
    assert "Samen leven" in text(client, other.get_absolute_url())


def test_a_theme_is_chosen_and_an_own_theme_is_kept(cycle: Cycle, cast: Cast, client_as: As) -> None:
    made = actions.draft_priority(cycle, by=cast.organiser, title="Afval", theme="Eigen zaken")
    shown = text(client_as("organiser"), at(made, "describe"))
    assert '<option value="eigen-zaken" selected>Eigen zaken' in shown
    assert '<option value="together">Samen leven' in shown


@pytest.mark.parametrize(("count", "who"), [(1, ""), (1, "organiser"), (3, "resident"), (3, ""), (200, "organiser")])
def test_the_agenda_costs_eight_queries_at_most(
    many: Many, client_as: As, django_assert_max_num_queries: DjangoAssertNumQueries, count: int, who: str
) -> None:
    many(count)
    client = client_as(who)
    with django_assert_max_num_queries(8):
        client.get(INDEX)


@pytest.mark.parametrize("page", ["2", "99", "-1", "abc", "%00"])
def test_any_page_number_gives_a_page(many: Many, client: Client, page: str) -> None:
    many(51)
    assert client.get(f"{INDEX}?page={page}").status_code in (200, 400)


@pytest.mark.parametrize("who", ["", "resident", "organiser"])
def test_a_priority_costs_eight_queries_at_most(
    adopted: models.Priority, client_as: As, django_assert_max_num_queries: DjangoAssertNumQueries, who: str
) -> None:
    client = client_as(who)
    with django_assert_max_num_queries(8):
        client.get(adopted.get_absolute_url())


def test_drafts_never_leak(cycle: Cycle, cast: Cast, client_as: As) -> None:
    secret = actions.draft_priority(cycle, by=cast.organiser, title=LEAK, statement=LEAK)
    for who in ("", "resident", "official"):
        client = client_as(who)
        assert client.get(secret.get_absolute_url()).status_code == 404
        assert LEAK not in text(client, INDEX) + text(client, f"{INDEX}print/")
    assert LEAK in text(client_as("organiser"), INDEX)
    assert not list(plain_rows(registered()["priorities"], Actor()))


def test_a_withdrawn_story_leaves_the_page(adopted: models.Priority, story: Node, client: Client) -> None:
    hide_node(story)
    assert "verhaal" not in text(client, INDEX).replace("Verhaal over afval", "LEAK").lower().split("wat u kunt")[0]
    assert not list(plain_rows(registered()["priority_reasons"], Actor()))


def test_words_taken_away_never_leak(opened: models.Priority, cast: Cast, client: Client) -> None:
    row = actions.record_dissent(opened, by=cast.resident, words=LEAK)
    actions.hide_dissent(row, by=cast.organiser, reason="Noemt iemand.")
    pages = (INDEX, opened.get_absolute_url(), f"{INDEX}print/")
    assert not any(LEAK in text(client, url) for url in pages)
    assert not list(plain_rows(registered()["dissents"], Actor()))


def test_public_means_visible_to_everybody(draft: models.Priority, many: Many) -> None:
    many(2)
    seen = models.Priority.objects.filter(rules.visible_to(Actor()))
    assert set(seen) == set(models.Priority.objects.filter(node__public=True))


def test_what_people_type_is_only_text(opened: models.Priority, cast: Cast, client: Client) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    actions.describe_priority(opened, by=cast.organiser, title=evil, theme=evil, statement=evil, going_well=evil)
    actions.record_dissent(opened, by=cast.organiser, words=evil, said_by=evil)
    shown = "".join(text(client, url) for url in (INDEX, opened.get_absolute_url(), f"{INDEX}print/"))
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def test_writing_down_and_laying_open(cycle: Cycle, client_as: As) -> None:
    client = client_as("organiser")
    answer = client.post(f"{INDEX}nieuw/", {"title": "نظافة", "statement": "شوارع نظيفة", "theme": "", "once": "a"})
    made = models.Priority.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    client.post(at(made, "open"), {"once": "b", "seen": made.version})
    assert "شوارع نظيفة" in text(client, made.get_absolute_url())


def test_a_form_is_not_for_everybody(opened: models.Priority, client_as: As) -> None:
    for name in ("describe", "reasons", "rank", "adopt", "set_aside", "duo"):
        assert client_as("resident").get(at(opened, name)).status_code == 403
        assert client_as("").post(at(opened, name), {}).status_code == 403


def test_too_early_says_so(draft: models.Priority, client_as: As) -> None:
    assert client_as("organiser").get(at(draft, "adopt")).status_code == 409


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", "a\x00b"), ("statement", "woord " * 3000), ("theme", "x" * 100)],
)
def test_nothing_typed_is_lost(draft: models.Priority, client_as: As, field: str, value: str) -> None:
    sent = {"title": "Titel", "statement": "Mijn zin", "ourselves": "Zelf vegen", field: value}
    answer = client_as("organiser").post(at(draft, "describe"), sent)
    assert answer.status_code in (200, 400)
    if answer.status_code == 200:
        assert "Zelf vegen" in answer.content.decode()


def test_two_people_editing_see_each_others_words(draft: models.Priority, cast: Cast, client_as: As) -> None:
    client = client_as("organiser")
    actions.describe_priority(draft, by=cast.professional, title="Van de ander", statement="Andere zin")
    mine = {"title": "Van mij", "statement": "Mijn zin", "seen": draft.version}
    shown = client.post(at(draft, "describe"), mine)
    words = shown.content.decode()
    assert "Andere zin" in words
    assert "Mijn zin" in words
    again = {**mine, "seen": shown.context["form"]["seen"].value()}
    assert client.post(at(draft, "describe"), again).status_code == 302


def test_adopting_through_the_page(opened: models.Priority, story: Node, client_as: As) -> None:
    client = client_as("organiser")
    client.post(at(opened, "reasons"), {"typed": story.code, "reason": "Veel afval."})
    answer = client.post(at(opened, "adopt"), {"reason": "Samen besloten", "adopted_on": "1-1-2100"})
    assert "Deze dag komt nog" in answer.content.decode()
    assert "Samen besloten" in answer.content.decode()
    client.post(at(opened, "adopt"), {"reason": "Samen besloten", "adopted_on": "1-3-2026"})
    assert models.Priority.objects.get().state == "adopted"


def test_suggestions_come_from_what_other_rooms_published(cycle: Cycle, past: Cycle, opened: models.Priority) -> None:
    codes = [make_node(cycle, kind, f"Titel {kind}").code for kind in ("figure", "contribution", "lesson")]
    words = ("i", "afval", "Afval op straat", "Buurt", "BU1", "2024", "28.8", "value", "%", "")
    figure = Figure(codes[0], *words, deviation=None, source="CBS", table="t", measured=True)
    publish(cycle, "profile", figure)
    publish(cycle, "consultation", Harvest("afval", "Veel troep", (codes[1],), ("table: 1",)))
    publish(past, "monitoring", Lesson(codes[2], "Samen vegen werkt", "vegen", "", "afval"))
    offered = queries.suggestions(cycle, "afval")
    assert offered.figures == ((codes[0], "Afval op straat, Buurt, 2024: 28,8 %"),)
    assert (offered.heard[0][0], offered.heard_codes) == ("afval", (("afval", (codes[1],)),))
    assert offered.lessons == ((codes[2], "Samen vegen werkt"),)


def test_choosing_what_was_heard_adds_all_of_it(cycle: Cycle, opened: models.Priority, client_as: As) -> None:
    codes = tuple(make_node(cycle, "contribution", f"Bijdrage {n}").code for n in range(3))
    publish(cycle, "consultation", Harvest("afval", "Veel troep", codes, ()))
    client = client_as("organiser")
    assert "Veel troep" in text(client, at(opened, "reasons"))
    client.post(at(opened, "reasons"), {"heard": ["afval"], "typed": "", "reason": "Vaak gezegd."})
    assert "3 bijdragen" in text(client, opened.get_absolute_url())


def test_a_resident_says_otherwise_at_the_page(opened: models.Priority, client_as: As) -> None:
    client = client_as("resident")
    client.post(at(opened, "dissent"), {"words": "Liever bankjes.", "said_by": "", "once": "x"})
    again = client.post(at(opened, "dissent"), {"words": "Liever bankjes.", "said_by": "", "once": "x"})
    assert "Dit hadden wij al van u" in again.content.decode()
    assert models.Dissent.objects.count() == 1
    assert "Liever bankjes." in text(client, opened.get_absolute_url())


def test_the_edition_holds_the_agenda_and_no_names(adopted: models.Priority, story: Node, cast: Cast) -> None:
    actions.name_duo(adopted, by=cast.organiser, resident_name="Samira", professional_name="Jan")
    actions.record_dissent(adopted, by=cast.resident, words="Mijn eigen woorden")
    actions.record_dissent(adopted, by=cast.organiser, words="Liever parkeren.", said_by="Een deel")
    cycle = adopted.cycle
    edition = actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="Jongeren")
    (found,) = latest(Priority, cycle)
    assert (found.code, found.stories, found.reason) == (adopted.code, (story.code,), "Iedereen wil dit.")
    assert [(d.words, d.by) for d in latest(Dissent, cycle)][1] == ("Liever parkeren.", "Een deel")
    assert not any(word in edition.content for word in ("Samira", "Jan", "Mijn eigen woorden"))


def test_building_blocks_on_their_page(cycle: Cycle, client_as: As) -> None:
    client = client_as("organiser")
    client.post(f"{INDEX}bouwstenen/scan/", {"progress": "busy", "note": "Rondje gelopen"})
    assert "Rondje gelopen" in text(client, f"{INDEX}bouwstenen/")
    assert client.get(f"{INDEX}bouwstenen/anders/").status_code == 404
    assert "Werk bij" not in text(client_as(""), f"{INDEX}bouwstenen/")


def test_publishing_through_the_page(adopted: models.Priority, client_as: As) -> None:
    client = client_as("organiser")
    client.post(f"{INDEX}uitgeven/", {"reason": "Klaar", "missing": "Jongeren"})
    assert "Uitgave 1" in text(client, INDEX)
    assert client_as("resident").get(f"{INDEX}uitgeven/").status_code == 403


def test_taking_back_your_own_words(opened: models.Priority, cast: Cast, client_as: As) -> None:
    row = actions.record_dissent(opened, by=cast.resident, words="Liever bankjes.")
    url = reverse("agenda:take_back", args=["testbuurt", "2026", opened.code, row.pk])
    assert client_as("neighbour").get(url).status_code == 403
    assert url in text(client_as("resident"), opened.get_absolute_url())
    client_as("resident").post(url, {})
    assert models.Dissent.objects.select_related("text").get().text.erased
    assert "Liever bankjes." not in text(client_as("organiser"), opened.get_absolute_url())
