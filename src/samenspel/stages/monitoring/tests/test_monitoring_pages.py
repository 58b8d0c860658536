"""Pages of the monitoring room: they answer, stay cheap, and let nothing out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from samenspel.contracts.actor import Actor
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.monitoring import actions
from samenspel.stages.monitoring.models import Lesson, Outcome
from samenspel.stages.monitoring.tests.conftest import CAME, Many, make_node

ROOM = "/testbuurt/2026/opbrengst/"
As = Callable[[str], Client]


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def test_an_empty_room_says_how_to_begin(cycle: Cycle, client_as: As) -> None:
    assert "Zo begint u, ook alleen" in text(client_as(""), ROOM)
    assert "Schrijf een les op" in text(client_as("organiser"), ROOM)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_long_list_costs_no_more(many: Many, client_as: As, count: int, django_assert_max_num_queries: Any) -> None:
    many(count)
    client = client_as("organiser")
    with django_assert_max_num_queries(8):
        shown = text(client, ROOM)
    assert shown.count("Er komen meer kinderen.") == min(count, 50)
    assert f"{count}× het is beter" in shown


@pytest.mark.parametrize("page", ["2", "zes", "-1", "999"])
def test_any_page_number_is_safe(many: Many, client_as: As, page: str) -> None:
    many(3)
    text(client_as(""), f"{ROOM}?page={page}")


def test_one_thing_costs_little(
    outcome: Outcome, lesson: Lesson, client_as: As, django_assert_max_num_queries: Any
) -> None:
    client = client_as("organiser")
    for thing in (outcome, lesson):
        with django_assert_max_num_queries(8):
            text(client, thing.get_absolute_url())


def test_what_we_do_not_know_is_said_kindly(commitment: Node, client_as: As) -> None:
    shown = text(client_as("resident"), ROOM)
    assert "Dat is niet erg." in shown and f"?van={commitment.code}" in shown
    assert commitment.code in text(client_as("resident"), f"{ROOM}vertellen/?van={commitment.code}")


def test_toen_en_nu_is_one_click_away(cycle: Cycle, client_as: As) -> None:
    assert "/testbuurt/2026/toen-en-nu/" in text(client_as(""), ROOM)


def test_telling_on_the_page(commitment: Node, client_as: As) -> None:
    data = {**CAME, "of": commitment.code, "spent_cents": "1.250,50", "story": "Ik ken mijn buren.", "consent": "on"}
    client_as("resident").post(f"{ROOM}vertellen/", data)
    made = Outcome.objects.get()
    shown = text(client_as(""), made.get_absolute_url())
    assert made.spent_cents == 125050 and "Ik ken mijn buren." in shown and "Alice" not in shown


def test_a_story_without_a_yes_is_not_lost(commitment: Node, client_as: As) -> None:
    data = {**CAME, "of": commitment.code, "story": "Ik ken mijn buren."}
    shown = client_as("resident").post(f"{ROOM}vertellen/", data).content.decode()
    assert "Mag het verhaal op de pagina?" in shown and "Ik ken mijn buren." in shown


def test_a_visitor_tells_and_an_editor_reads_it_first(commitment: Node, client_as: As) -> None:
    assert commitment.code in text(client_as(""), ROOM) and "ook zonder account" in text(client_as(""), ROOM)
    told = client_as("").post(f"{ROOM}vertellen/", {**CAME, "of": commitment.code}).content.decode()
    made = Outcome.objects.get()
    assert made.code in told and "De redactie leest het eerst" in told
    for closed in (ROOM, f"/d/?code={made.code}"):
        assert "Er komen meer kinderen." not in client_as("").get(closed).content.decode()
    assert client_as("").get(made.get_absolute_url()).status_code == 404
    assert "nog niet op de site" in text(client_as("organiser"), ROOM)
    client_as("organiser").post(f"{made.get_absolute_url()}klopt/", {"seen": made.version})
    assert "Er komen meer kinderen." in text(client_as(""), made.get_absolute_url())


def test_forms_are_for_those_who_may(outcome: Outcome, lesson: Lesson, client_as: As) -> None:
    assert client_as("resident").get(f"{outcome.get_absolute_url()}klopt/").status_code == 403
    assert client_as("resident").get(f"{ROOM}nieuwe-les/").status_code == 403
    for url in (f"{outcome.get_absolute_url()}klopt/", f"{outcome.get_absolute_url()}weghalen/",
                f"{lesson.get_absolute_url()}tekst/", f"{lesson.get_absolute_url()}delen/"):  # fmt: skip
        assert client_as("organiser").get(url).status_code == 200


def test_confirming_on_the_page(outcome: Outcome, cast: Cast, client_as: As) -> None:
    data = {"party": cast.parties["provider"].pk, "seen": outcome.version}
    assert client_as("provider").post(f"{outcome.get_absolute_url()}klopt/", data).status_code == 302
    assert "Partij Ina" in text(client_as(""), outcome.get_absolute_url())


def test_a_draft_lesson_is_for_writers(lesson: Lesson, client_as: As) -> None:
    assert client_as("resident").get(lesson.get_absolute_url()).status_code == 404
    assert lesson.title not in text(client_as(""), ROOM)
    assert lesson.title in text(client_as("initiative"), ROOM)


def test_a_lesson_from_paper_to_page(cycle: Cycle, client_as: As) -> None:
    client = client_as("organiser")
    assert "Schrijf op wat u zo houdt" in client.post(f"{ROOM}nieuwe-les/", {"title": "Leeg"}).content.decode()
    client.post(f"{ROOM}nieuwe-les/", {"title": "Twee sleutels", "change": "Een bij de buren"})
    made = Lesson.objects.get()
    client.post(f"{made.get_absolute_url()}delen/", {"seen": made.version})
    assert "Een bij de buren" in text(client_as(""), ROOM)


def test_a_hidden_outcome_is_gone_for_visitors(outcome: Outcome, client_as: As) -> None:
    data = {"reason": "Noemt iemand.", "seen": outcome.version}
    client_as("organiser").post(f"{outcome.get_absolute_url()}weghalen/", data)
    assert client_as("").get(outcome.get_absolute_url()).status_code == 404
    assert "Er komen meer kinderen." not in text(client_as(""), ROOM)
    assert "Er komen meer kinderen." in text(client_as("organiser"), ROOM)


def test_publishing_on_the_page(outcome: Outcome, client_as: As) -> None:
    client_as("organiser").post(f"{ROOM}uitgeven/", {"reason": "Klaar", "missing": "ouderen"})
    assert "Wie ontbrak: ouderen" in text(client_as(""), ROOM)


def test_words_are_shown_and_never_run(cycle: Cycle, cast: Cast, client_as: As) -> None:
    evil = "<script>alert(1)</script>"
    node = make_node(cycle, "commitment", evil)
    make_node(cycle, "award", evil)
    made = actions.record_outcome(
        cycle, by=cast.resident, of=node.code, what_came=evil, judged_by=evil, verdict="worse", measured=evil,
        story=evil, consent=True,
    )  # fmt: skip
    row = actions.draft_lesson(cycle, by=cast.organiser, title=evil, keep=evil, change=evil, outcomes=[made.code])
    row = actions.share_lesson(row, by=cast.organiser)
    for url in (ROOM, made.get_absolute_url(), row.get_absolute_url()):
        assert evil not in text(client_as("organiser"), url)


def test_stories_drafts_and_persons_stay_out_of_the_open_export(outcome: Outcome, lesson: Lesson) -> None:
    rows = list(plain_rows(registered()["outcomes"], Actor()))
    assert len(rows) == 1 and "Alice" not in str(rows)
    assert list(plain_rows(registered()["lessons"], Actor())) == []
