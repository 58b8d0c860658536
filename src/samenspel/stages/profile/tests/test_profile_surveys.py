"""Pages of surveys: from the first question to the outcome, without an account and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.instruments.surveys import actions
from samenspel.instruments.surveys.models import Kept, Response, Survey
from samenspel.instruments.surveys.tests.conftest import Wave, make_wave
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.tests.cast import Cast

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@pytest.fixture
def wave(cycle: Cycle, cast: Cast) -> Wave:
    return make_wave(cycle, cast.organiser, codes=12)


@pytest.fixture
def everybody(cycle: Cycle, cast: Cast) -> Wave:
    return make_wave(cycle, cast.organiser, themes=("safety", "overall"))


def page(survey: Survey, name: str) -> str:
    return Survey.objects.select_related("node__place", "node__cycle").get(pk=survey.pk).address(name)


def send(client: Client, url: str, before: str, **facts: str) -> str:
    """Send a screen with what it carried along."""
    carried: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(before):
        carried.setdefault(name, []).append(value)
    return client.post(url, {**carried, **facts}, follow=True).content.decode()


def through(client: Client, url: str, code: str = "", **answers: str) -> str:
    """All screens up to the check."""
    shown = client.post(url, {"begin": "1", "code": code}).content.decode()
    for _n in range(12):
        if 'name="at" value=""' in shown:
            break
        here = {name: value for name, value in answers.items() if f'name="{name}"' in shown}
        shown = send(client, url, shown, to="next", **here)
    return shown


def test_a_resident_answers_from_begin_to_thanks(wave: Wave, client: Client) -> None:
    url = page(wave.survey, "fill_survey")
    check = through(client, url, wave.codes[0], **{"a-mark_day": "7", "a-age": "2"})
    assert "25 tot en met 44 jaar" in check
    assert "Dank u wel" in send(client, url, check, to="send")
    assert Response.objects.get().answers == '{"mark_day": [7], "age": [2]}'


def test_wrong_used_and_blocked_codes_get_the_same_page(wave: Wave, client: Client) -> None:
    url = page(wave.survey, "fill_survey")
    wave.answer(0, mark_day=7)
    actions.block_code(wave.survey, by=wave.organiser, serial=2, reason="kwijt")
    tried = ("ACDE FGHJ KMNP", wave.codes[0], wave.codes[1])
    said = {re.sub(r'value="[^"]*"', "", client.post(url, {"begin": "1", "code": c}).content.decode()) for c in tried}
    assert len(said) == 1


def test_who_goes_back_finds_the_answer(wave: Wave, client: Client) -> None:
    url = page(wave.survey, "fill_survey")
    first = client.post(url, {"begin": "1", "code": wave.codes[0]}).content.decode()
    second = send(client, url, first, to="next", **{"a-mark_day": "9"})
    back = send(client, url, second, to="back")
    assert re.search(r'name="a-mark_day" value="9"[^>]*checked', back)


def test_a_condition_decides_what_comes_next(everybody: Wave, client: Client) -> None:
    url = page(everybody.survey, "fill_survey")
    for answer, asked in (("3", True), ("1", False)):
        check = through(client, url, **{"a-change": answer, "a-mark_day": "7"})
        assert ("Wat werd er slechter?" in check) is asked


def test_half_a_survey_is_kept_and_taken_up_again(wave: Wave, client: Client) -> None:
    url = page(wave.survey, "fill_survey")
    first = client.post(url, {"begin": "1", "code": wave.codes[0]}).content.decode()
    kept = send(client, url, first, to="keep", **{"a-mark_day": "9"})
    code = re.search(r'dir="ltr">([A-Z0-9 ]{14})<', kept)
    assert code and code[1] not in client.get(url).content.decode()
    again = Client().post(url, {"begin": "1", "kept": code[1]}).content.decode()
    assert re.search(r'name="a-mark_day" value="9"[^>]*checked', again)
    answer = {"a-mark_day": "9"}
    check = send(client, url, send(client, url, again, to="go-nothing", **answer), to="send")
    assert "Dank u wel" in check and not Kept.objects.exists()


def test_an_answer_without_a_ticket_is_not_taken(wave: Wave, client: Client) -> None:
    client.post(page(wave.survey, "fill_survey"), {"to": "send", "a-mark_day": "7", "ticket": "zelf:gemaakt"})
    assert not Response.objects.exists()


def test_the_same_open_form_twice_is_one_answer(everybody: Wave, client: Client) -> None:
    url = page(everybody.survey, "fill_survey")
    check = through(client, url, **{"a-mark_day": "7"})
    assert all("Dank u wel" in send(client, url, check, to="send") for _again in range(2))
    assert Response.objects.count() == 1


def test_nobody_who_is_logged_in_is_noted(everybody: Wave, client_as: As) -> None:
    client, url = client_as("resident"), page(everybody.survey, "fill_survey")
    send(client, url, through(client, url, **{"a-mark_day": "7"}), to="send")
    entry = Entry.objects.get(verb="surveys.response.give")
    assert '"person":null' in entry.canonical.replace(" ", "") or "Alice" not in entry.canonical


def test_a_desk_reads_back_before_it_sends(wave: Wave, client_as: As) -> None:
    client, url = client_as("professional"), page(wave.survey, "survey_desk")
    facts = {"code": wave.codes[0], "channel": "paper", "a-mark_day": "7"}
    check = client.post(url, {**facts, "to": "check"}).content.decode()
    assert "Ik heb het teruggelezen" in check and not Response.objects.exists()
    client.post(url, {**facts, "to": "send", "read_back": "on"})
    assert Response.objects.get().channel == "paper"
    assert client_as("resident").get(url).status_code == 403


def test_a_closed_draft_is_on_no_page(cycle: Cycle, cast: Cast, client: Client, client_as: As) -> None:
    draft = actions.start_survey(cycle, by=cast.organiser, title="Geheim plan", period="2026")
    index = page(draft, "survey").split("enquete/")[0] + "enquetes/"
    assert "Geheim plan" not in client.get(index).content.decode()
    assert "Geheim plan" in client_as("organiser").get(index).content.decode()
    for name in ("survey", "fill_survey", "survey_paper", "preview_survey"):
        assert client.get(page(draft, name)).status_code in (403, 404)


def test_nothing_is_counted_in_public_before_it_is_published(wave: Wave, client: Client) -> None:
    for number in range(12):
        wave.answer(number, mark_day=7, remarks={})
    wave.survey = actions.close_survey(wave.survey, by=wave.organiser)
    assert "Rapportcijfers" not in client.get(page(wave.survey, "survey")).content.decode()
    wave.survey = actions.publish_survey(wave.survey, by=wave.organiser, reason="Geteld.")
    assert "Rapportcijfers" in client.get(page(wave.survey, "survey")).content.decode()


def test_letters_come_as_pages_and_as_a_file_for_the_printer(wave: Wave, client_as: As) -> None:
    url, codes = page(wave.survey, "survey_letters"), {"codes_made": f"1 {wave.codes[0]}\n2 {wave.codes[1]}"}
    addresses = "=1+1; Javastraat 1\nBewoner; Javastraat 2"
    assert client_as("organiser").post(url, codes).content.decode().count('class="a4 letter') == 2
    file = client_as("organiser").post(url, {**codes, "addresses": addresses, "kind": "csv"}).content.decode()
    assert f"1;{wave.codes[0]};http" in file and "'=1+1" in file
    assert client_as("resident").post(url, codes).status_code == 403


def test_paper_has_a_code_for_each_question_and_sheet(wave: Wave, client: Client) -> None:
    text = client.get(page(wave.survey, "survey_paper")).content.decode()
    assert "V01" in text and "V06" in text and f"{wave.survey.code} {wave.survey.form_digest[:8]} 1/1" in text


@pytest.mark.parametrize("answers", [12, 60])
def test_few_questions_to_the_database(cycle: Cycle, cast: Cast, client: Client, answers: int) -> None:
    wave = make_wave(cycle, cast.organiser, codes=answers)
    for number in range(answers):
        wave.answer(number, mark_day=7, age=1 + number % 2)
    urls = [page(wave.survey, name) for name in ("survey", "fill_survey", "survey_paper")]
    wave.finish()
    for url in [*urls, urls[0].split("enquete/")[0] + "enquetes/"]:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(url)
        assert len(asked) <= 8, url
