"""Pages of the assessment room: they answer, stay cheap, and let nothing out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from samenspel.contracts.actor import Actor
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.stages.assessment import actions
from samenspel.stages.assessment.models import Assessment, Task, Voice
from samenspel.stages.assessment.tests.conftest import ADVICE, Many, facts

ROOM = "/testbuurt/2026/beter-of-anders/"
As = Callable[[str], Client]


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def test_an_empty_room_says_how_to_begin(cycle: Cycle, client_as: As) -> None:
    assert "Zo begint u, ook alleen" in text(client_as(""), ROOM)
    assert "Schrijf een taak op" in text(client_as("official"), ROOM)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_long_register_costs_no_more(
    many: Many, client_as: As, count: int, django_assert_max_num_queries: Any
) -> None:
    many(count)
    client = client_as("organiser")
    with django_assert_max_num_queries(8):
        shown = text(client, ROOM)
    assert shown.count("31 december 2027") == min(count, 50)


@pytest.mark.parametrize("page", ["2", "zes", "-1", "999"])
def test_any_page_number_is_safe(many: Many, client_as: As, page: str) -> None:
    many(3)
    text(client_as(""), f"{ROOM}?page={page}")


def test_task_and_talk_pages_cost_little(
    heard: Assessment, task: Task, cast: Cast, client_as: As, django_assert_max_num_queries: Any
) -> None:
    that_many(60, lambda n: actions.add_voice(heard, by=cast.resident, side="user", words=f"Stem {n}"))
    client = client_as("organiser")
    for url in (task.get_absolute_url(), heard.get_absolute_url()):
        with django_assert_max_num_queries(8):
            text(client, url)


def test_an_unknown_amount_is_said_so(cycle: Cycle, cast: Cast, client_as: As) -> None:
    made = actions.register_task(cycle, by=cast.official, **facts(cast, yearly_cents=None, contract_ends=None))
    assert "geen cijfer" in text(client_as(""), ROOM)
    assert "niet bekend" in text(client_as(""), made.get_absolute_url())


STEPS = {"zeggen/": 200, "maat/": 403, "advies/": 403, "antwoord/": 403}


@pytest.mark.parametrize(("step", "expected"), STEPS.items())
def test_a_visitor_may_speak_and_no_more(talk: Assessment, client_as: As, step: str, expected: int) -> None:
    assert client_as("").get(talk.get_absolute_url() + step).status_code == expected


def test_task_forms_are_for_those_who_may(task: Task, client_as: As) -> None:
    for step in ("verbeteren/", "gesprek/"):
        assert client_as("resident").get(task.get_absolute_url() + step).status_code == 403
        assert client_as("provider").get(task.get_absolute_url() + step).status_code == 200


def test_a_visitor_speaks_on_the_page(talk: Assessment, client_as: As) -> None:
    answer = client_as("").post(
        f"{talk.get_absolute_url()}zeggen/", {"side": "user", "words": "Het is om vijf uur dicht."}
    )
    assert answer.status_code == 302
    assert "Het is om vijf uur dicht." in text(client_as(""), talk.get_absolute_url())


def test_the_desk_writes_for_somebody(talk: Assessment, client_as: As) -> None:
    data = {"side": "resident", "words": "Fijn.", "channel": "desk", "on_behalf_of": "Een buurvrouw", "read_back": "on"}
    client_as("professional").post(f"{talk.get_absolute_url()}zeggen/", data)
    row = Voice.objects.select_related("text").get()
    assert (row.person, row.text.read_back) == (None, True)


def test_registering_on_the_page(cycle: Cycle, cast: Cast, client_as: As) -> None:
    data = {"title": "Gras", "provider_name": "Groenbedrijf", "yearly_cents": "1.250,50", "open_to_challenge": "True"}
    assert client_as("official").post(f"{ROOM}nieuwe-taak/", data).status_code == 302
    made = Task.objects.get()
    assert (made.yearly_cents, made.open_to_challenge) == (125050, True)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"open_to_challenge": "False", "provider_name": "X"}, "Zeg waarom anderen"),
        ({"open_to_challenge": "True"}, "Zeg wie deze taak doet"),
    ],
)
def test_what_is_missing_is_said_beside_it(cycle: Cycle, client_as: As, data: dict[str, str], said: str) -> None:
    shown = client_as("official").post(f"{ROOM}nieuwe-taak/", {"title": "Gras", **data}).content.decode()
    assert said in shown and "Gras" in shown


def test_correcting_shows_what_stands_there(task: Task, cast: Cast, client_as: As) -> None:
    url = f"{task.get_absolute_url()}verbeteren/"
    assert "120.000" in text(client_as("provider"), url)
    data = {
        "title": "Jongerenwerk", "provider": cast.parties["provider"].pk, "open_to_challenge": "True",
        "reason": "Mag nu wel.", "seen": task.version,
    }  # fmt: skip
    assert client_as("provider").post(url, data).status_code == 302
    assert "Ja, dat mag." in text(client_as(""), task.get_absolute_url())


def test_advice_and_reply_on_the_page(heard: Assessment, client_as: As) -> None:
    client_as("organiser").post(f"{heard.get_absolute_url()}advies/", ADVICE)
    assert "moet nog antwoorden" in text(client_as(""), heard.get_absolute_url())
    client_as("official").post(
        f"{heard.get_absolute_url()}antwoord/", {"answer": "Wij gaan.", "reason": "Het is goed."}
    )
    shown = text(client_as(""), heard.get_absolute_url())
    assert "Anders doen" in shown and "Wij gaan." in shown and "De gemeente" in shown


def test_taken_away_words_are_gone_for_visitors(heard: Assessment, cast: Cast, client_as: As) -> None:
    row = Voice.objects.get(side="resident")
    client_as("organiser").post(f"{heard.get_absolute_url()}zeggen/{row.pk}/weghalen/", {"reason": "Noemt iemand."})
    assert "Ik zie ze nooit." not in text(client_as(""), heard.get_absolute_url())
    assert "Ik zie ze nooit." in text(client_as("organiser"), heard.get_absolute_url())


def test_publishing_on_the_page(task: Task, client_as: As) -> None:
    client_as("organiser").post(f"{ROOM}uitgeven/", {"reason": "Klaar", "missing": "jongeren"})
    assert "Wie ontbrak: jongeren" in text(client_as(""), ROOM)


def test_words_are_shown_and_never_run(cycle: Cycle, cast: Cast, client_as: As) -> None:
    evil = "<script>alert(1)</script>"
    task = actions.register_task(cycle, by=cast.official, **facts(cast, title=evil, what=evil, why=evil, source=evil))
    talk = actions.open_talk(task, by=cast.official, cycle=cycle, where=evil)
    actions.add_voice(talk, by=cast.resident, side="user", words=evil, said_by=evil)
    actions.conclude(talk, by=cast.organiser, verdict="keep", reason=evil, advice=evil, differences=evil)
    for url in (ROOM, task.get_absolute_url(), talk.get_absolute_url()):
        assert evil not in text(client_as("organiser"), url)


def test_words_and_names_stay_out_of_the_open_export(heard: Assessment) -> None:
    rows = list(plain_rows(registered()["assessment_voices"], Actor()))
    assert len(rows) == 3
    assert "nooit" not in str(rows) and "drie jongens" not in str(rows)
