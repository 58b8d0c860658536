"""The dates of a neighbourhood in people's own calendars."""

from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samenspel.instruments.questions import actions as questions
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import STAFF, Cast

FEED = "/testbuurt/agenda-nl.ics"


def read(client: Client, url: str = FEED) -> dict[str, Any]:
    """The events of a calendar by their fixed name, as a calendar program reads them."""
    answer = client.get(url)
    assert answer.status_code == 200 and answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
    found = icalendar.Calendar.from_ical(answer.content)
    return {str(e["UID"]): e for e in found.walk("VEVENT")}


@pytest.fixture
def council(cycle: Cycle) -> Any:
    """A meeting of the council, with papers two weeks before."""
    return cycles.add_date(
        cycle, by=STAFF, title="Raad over de begroting; deel 1, met, komma's", kind="council", date=date(2026, 12, 14),
        must_arrive_by=date(2026, 12, 1),
    )  # fmt: skip


def ask(cycle: Cycle, cast: Cast, title: str) -> Any:
    asked = questions.ask(cycle, by=cast.resident, kind="budget", title=title, body="Waarom?",
                          addressee=cast.parties["official"])  # fmt: skip
    asked.refresh_from_db()
    return asked


def test_a_meeting_and_its_papers_are_two_whole_days(client: Client, council: Any) -> None:
    found = read(client)
    meeting, papers = (found[f"date-{council.pk}{end}@testserver"] for end in ("", "-papers"))
    assert meeting.decoded("DTSTART") == date(2026, 12, 14) and meeting.decoded("DTEND") == date(2026, 12, 15)
    assert str(meeting["SUMMARY"]) == council.title
    assert papers.decoded("DTSTART") == date(2026, 12, 1) and council.title in str(papers["SUMMARY"])


def test_a_moved_date_keeps_its_name(client: Client, council: Any) -> None:
    before = set(read(client))
    cycles.change_date(council, by=STAFF, date=date(2026, 12, 21), reason="Verplaatst.")
    after = read(client)
    assert set(after) == before - {f"date-{council.pk}-papers@testserver"}
    assert after[f"date-{council.pk}@testserver"].decoded("DTSTART") == date(2026, 12, 21)


def test_steps_of_a_round_are_in_it(client: Client, cycle: Cycle) -> None:
    assert read(client)["2026-begin@testserver"].decoded("DTSTART") == date(2026, 1, 1)
    assert set(read(client, "/testbuurt/2020/agenda-nl.ics")) == {"2020-begin@testserver", "2020-end@testserver"}


def test_english_and_nothing_else(client: Client, council: Any) -> None:
    begins = read(client, "/testbuurt/agenda-en.ics")["2026-begin@testserver"]
    assert begins["UID"] == "2026-begin@testserver"
    assert client.get("/testbuurt/agenda-xx.ics").status_code == 404


def test_who_has_it_hears_that_nothing_changed(client: Client, council: Any) -> None:
    etag = client.get(FEED)["ETag"]
    assert client.get(FEED, headers={"if-none-match": etag}).status_code == 304
    assert client.get(FEED).content == client.get(FEED).content
    cycles.add_date(council.cycle, by=STAFF, title="Kadernota", kind="framework_note", date=date(2027, 1, 5))
    assert client.get(FEED, headers={"if-none-match": etag}).status_code == 200


def test_a_question_that_is_not_public_stays_out(client: Client, cycle: Cycle, cast: Cast) -> None:
    asked = ask(cycle, cast, "Waar ging het geld heen?")
    name = f"{asked.code}-due@testserver"
    assert (name in read(client)) == asked.node.public
    if not asked.node.public:
        questions.let_through(asked, by=cast.professional)
    assert name in read(client)


@pytest.mark.parametrize("many", [1, 12])
def test_the_number_of_queries_does_not_grow(
    client: Client, cycle: Cycle, cast: Cast, many: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(many):
        cycles.add_date(cycle, by=STAFF, title=f"Dag {n}", kind="other", date=timezone.localdate() + timedelta(days=n))
    for url in (FEED, "/testbuurt/2026/agenda-nl.ics", "/testbuurt/in-uw-agenda/", "/testbuurt/2026/in-uw-agenda/"):
        with django_assert_max_num_queries(8):
            assert client.get(url).status_code == 200


def test_the_page_says_what_is_to_come_and_how_to_keep_it(client: Client, council: Any) -> None:
    page = client.get("/testbuurt/2026/in-uw-agenda/").content.decode()
    assert "webcal://testserver/testbuurt/2026/agenda-nl.ics" in page
    home = client.get("/testbuurt/").content.decode()
    assert 'href="/testbuurt/in-uw-agenda/"' in home
    assert 'href="/testbuurt/2026/in-uw-agenda/"' in client.get("/testbuurt/2026/").content.decode()
