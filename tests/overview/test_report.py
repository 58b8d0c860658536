"""The participation report of a round: frozen, without small counts, and with words that can be taken back."""

import csv
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.contracts.report import Change, Missing, Passed, TakingPart
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import publish_report
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import broken_editions, read
from samenspel.kernel.handover.report import public_acts, taking_part
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.proposals import actions as proposals
from samenspel.ui.tests.reading import needs_pango, pages_of

WORDS = {"reason": "De ronde is klaar.", "missing": "Jongeren.", "change": "Eerder naar buiten."}


def hand_in(cycle: Cycle, cast: Cast, times: int) -> None:
    for number in range(times):
        proposals.hand_in(cycle, by=cast.resident, title=f"Bankje {number}", text="Een bankje.")


@pytest.fixture
def made(cycle: Cycle, cast: Cast) -> Edition:
    return publish_report(cycle, by=cast.organiser, **WORDS)


def address(made: Edition, name: str, *more: object) -> str:
    return reverse(f"handover:{name}", args=[made.cycle.place.slug, made.cycle.slug, *more])


def test_a_report_says_who_was_missing_and_what_changes(made: Edition, client: Client) -> None:
    page = client.get(address(made, "edition", "report", made.number)).content.decode()
    assert "Verslag van de ronde" in page and "Jongeren." in page and "Eerder naar buiten." in page
    assert made.hash in page and broken_editions([made]) == []


def test_taking_part_is_what_everybody_may_do() -> None:
    acts = public_acts()
    assert acts["consultation.contribution.give"] == "consultation" and acts["stories.story.tell"] == "profile"
    assert "agenda.priority.adopt" not in acts


@pytest.mark.parametrize(("times", "told"), [(4, None), (5, 5)])
def test_small_counts_are_not_told(cycle: Cycle, cast: Cast, times: int, told: int | None) -> None:
    hand_in(cycle, cast, times)
    assert TakingPart("proposals", "web", told) in taking_part(cycle)


def test_what_happened_in_another_round_is_not_counted(cycle: Cycle, past: Cycle, cast: Cast) -> None:
    hand_in(cycle, cast, 5)
    assert taking_part(past) == []


def test_what_a_room_published_is_taken_along(cycle: Cycle, cast: Cast) -> None:
    hand_in(cycle, cast, 1)
    proposals.publish_edition(cycle, by=cast.organiser, reason="Klaar.", missing="Winkeliers.")
    made = publish_report(cycle, by=cast.organiser, **WORDS)
    assert [(p.step, p.title) for p in read(Passed, made)] == [("proposed", "Bankje 0")]
    assert [(m.room, m.words) for m in read(Missing, made)] == [("proposals", "Winkeliers.")]


def test_a_name_that_was_changed_is_no_longer_said_in_the_report(cycle: Cycle, cast: Cast, client: Client) -> None:
    own = proposals.hand_in(cycle, by=cast.resident, title="Bankje van Kees", text="Een bankje.")
    proposals.publish_edition(cycle, by=cast.organiser, reason="Klaar.", missing="Winkeliers.")
    made = publish_report(cycle, by=cast.organiser, **WORDS)
    proposals.amend(own, by=cast.resident, title="Bankje", text="Een bankje.")
    assert [p.title for p in read(Passed, made)] == ["Bankje"] and broken_editions([made]) == []
    assert "Kees" not in client.get(address(made, "edition", "report", made.number)).content.decode()


def test_the_same_report_is_not_made_twice(made: Edition, cast: Cast) -> None:
    with pytest.raises(BadInput, match="niets veranderd"):
        publish_report(made.cycle, by=cast.organiser, **WORDS)


def test_a_resident_makes_no_report(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    with pytest.raises(NotAllowed):
        publish_report(cycle, by=cast.resident, **WORDS)
    url = reverse("handover:publish_report", args=[cycle.place.slug, cycle.slug])
    assert client_as("resident").get(url).status_code == 403


def test_an_organiser_makes_it_from_the_page_of_editions(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    organiser, where = client_as("organiser"), [cycle.place.slug, cycle.slug]
    url = reverse("handover:publish_report", args=where)
    assert url in organiser.get(reverse("handover:editions", args=where)).content.decode()
    once = organiser.get(url).context["form"]["once"].value()
    answer = organiser.post(url, {**WORDS, "once": once})
    assert answer.status_code == 302 and [c.change for c in read(Change, Edition.objects.get())] == [WORDS["change"]]


def test_its_numbers_are_a_table(cycle: Cycle, cast: Cast, client: Client) -> None:
    hand_in(cycle, cast, 6)
    made = publish_report(cycle, by=cast.organiser, **WORDS)
    table = client.get(address(made, "sheet", "report", made.number, "TakingPart")).content.decode()
    assert list(csv.reader(table.splitlines()))[1] == ["proposals", "web", "6"]


@needs_pango
def test_it_prints_and_is_a_pdf(made: Edition, client: Client) -> None:
    assert "flow report" in client.get(address(made, "report_sheet", made.number)).content.decode()
    assert pages_of(client.get(address(made, "report_pdf", made.number)).content) >= 1


def test_reading_it_costs_the_same_with_much_in_it(
    cycle: Cycle, cast: Cast, client: Client, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    hand_in(cycle, cast, 9)
    made = publish_report(cycle, by=cast.organiser, **WORDS)
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        client.get(address(made, "edition", "report", made.number))
