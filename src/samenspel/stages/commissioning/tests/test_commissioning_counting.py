"""Counting is work of the worker: asked for in a request, done once, and done again when it went wrong."""

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django_tasks_db.models import DBTaskResult

from samenspel.kernel.action import Changed, NotAllowed, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.daily import jobs
from samenspel.kernel.daily.jobs import SITE
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions, queries, tasks
from samenspel.stages.commissioning.models import Call, ResultLine
from samenspel.stages.commissioning.queries import work_out as working
from samenspel.stages.commissioning.tests.conftest import Voting, count, counted, read, small_file
from samenspel.stages.commissioning.tests.test_commissioning_votes import IMPORT
from samenspel_methods.allocation.command import main as check_file
from samenspel_methods.allocation.counting import count as count_ballots

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db
NOW = "De stemmen worden nu geteld."


@pytest.fixture
def call(past: Cycle, cast: Cast) -> Call:
    """A vote from a file, read in and not counted."""
    return actions.import_vote(past, by=cast.organiser, vote=read(small_file()), **IMPORT)


@pytest.fixture
def asked(call: Call, client_as: As) -> Call:
    """Somebody pressed the button."""
    assert client_as("organiser").post(f"{call.address('call')}doe/tellen/").status_code == 302
    call.refresh_from_db()
    return call


def broken(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*given: Any, **more: Any) -> None:
        raise error

    monkeypatch.setattr(working, "count", fail)


def waiting() -> list[str]:
    rows = DBTaskResult.objects.filter(status="READY").values_list("task_path", flat=True)
    return [path for path in rows if path.endswith("count_votes")]


def text(client: Client, call: Call) -> str:
    return client.get(call.get_absolute_url()).content.decode()


def test_a_request_asks_and_the_worker_counts(asked: Call, client: Client) -> None:
    assert (asked.state, len(waiting()), ResultLine.objects.count()) == ("counting", 1, 0)
    assert client.get(asked.address("result")).status_code == 404
    call = counted(asked)
    assert (call.state, call.voters, ResultLine.objects.count()) == ("counted", 3, 3)
    assert NOW not in text(client, call) and "vendor/htmx" not in text(client, call)
    assert client.get(call.address("result")).status_code == 200


def test_who_waits_sees_when_it_is_done(asked: Call, client: Client) -> None:
    page, live = text(client, asked), {"HX-Request": "true"}
    assert NOW in page and "Kijk opnieuw" in page and 'hx-trigger="every' in page and "vendor/htmx" in page
    assert NOW in client.get(asked.get_absolute_url(), headers=live).content.decode()
    call = counted(asked)
    answer = client.get(call.get_absolute_url(), headers=live)
    assert (answer.headers["HX-Refresh"], answer.content) == ("true", b"")


def test_asking_twice_counts_once(asked: Call, client_as: As, cast: Cast) -> None:
    assert client_as("organiser").post(f"{asked.address('call')}doe/opnieuw-tellen/").status_code == 302
    assert len(waiting()) == 2
    assert (tasks.count_votes.func(), tasks.count_votes.func()) == (1, 0)
    assert Entry.objects.filter(verb="commissioning.result.seal", subject=asked.code).count() == 1
    with pytest.raises(WrongState):
        actions.count_call(asked, by=cast.organiser)


def test_a_second_worker_finds_it_counted(asked: Call) -> None:
    worked = working.work_out(asked)
    actions.store_count(asked, by=SITE, worked=worked)
    assert tasks._count(asked, lambda call: worked) is False
    assert ResultLine.objects.count() == 3


def test_a_count_that_fails_says_so_and_can_be_done_again(
    asked: Call, client_as: As, client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as later, caplog.at_level(logging.ERROR):
        broken(later, ZeroDivisionError("boom"))
        assert tasks.count_votes.func() == 0
    page = text(client, asked)
    assert "Het tellen lukte niet." in page and "boom" not in page and NOW not in page
    assert asked.code in caplog.text and "boom" in caplog.text
    assert not queries.count_waits() and tasks.count_votes.func() == 0, "not over and over again"
    client_as("organiser").post(f"{asked.address('call')}doe/opnieuw-tellen/")
    assert counted(asked).state == "counted"


def test_a_database_that_is_away_is_no_failure(asked: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        broken(later, OperationalError("gone"))
        with pytest.raises(OperationalError):
            tasks.count_votes.func()
    assert counted(asked).state == "counted"


def test_a_worker_that_was_killed_leaves_the_vote_waiting(asked: Call) -> None:
    DBTaskResult.objects.filter(status="READY").update(status="RUNNING")  # nobody will finish these
    assert jobs.start_waiting() == ["commissioning.count"] and len(waiting()) == 1
    assert counted(asked).state == "counted" and jobs.start_waiting() == []


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_votes_are_counted(asked: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []

    def watched(work: Any) -> Any:
        def working_on(*given: Any, **more: Any) -> Any:
            held.append(connection.in_atomic_block)
            return work(*given, **more)

        return working_on

    for name in ("count", "check", "explain", "needs"):
        monkeypatch.setattr(working, name, watched(getattr(working, name)))
    assert counted(asked).state == "counted" and held == [False] * 4


def test_a_count_of_other_ballots_is_not_stored(asked: Call, past: Cycle, cast: Cast) -> None:
    other = actions.import_vote(past, by=cast.organiser, vote=read(small_file(4)), **IMPORT)
    with pytest.raises(Changed):
        actions.store_count(asked, by=SITE, worked=working.work_out(other))


def test_ballots_that_changed_are_not_counted(asked: Call, caplog: pytest.LogCaptureFixture) -> None:
    assert asked.box
    with acting():
        type(asked.box).objects.update(input_hash="0" * 64)
    assert counted(asked).count_failed and "other ballots" in caplog.text


def test_a_result_that_the_check_refuses_is_not_stored(asked: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = count_ballots
    monkeypatch.setattr(working, "count", lambda *given, **more: replace(whole(*given, **more), voters=4))
    call = counted(asked)
    assert call.count_failed and call.state == "counting" and not call.certificate
    assert not ResultLine.objects.exists()


def test_nobody_but_the_site_writes_a_result(asked: Call, cast: Cast) -> None:
    worked = working.work_out(asked)
    for by in (cast.organiser, cast.board, cast.resident):
        with pytest.raises(NotAllowed):
            actions.store_count(asked, by=by, worked=worked)
        with pytest.raises(NotAllowed):
            actions.fail_count(asked, by=by)


def test_no_part_of_a_key_is_in_a_task(voting: Voting, cast: Cast) -> None:
    voting.cast(voting.codes[0], "2")
    count(voting, actions.close_call(voting.call, by=cast.organiser))
    kept = json.dumps(list(DBTaskResult.objects.values("args_kwargs", "task_path")), default=str)
    assert not any(part in kept for part in voting.parts.values())


def test_the_published_files_verify_on_the_command_line(
    asked: Call, client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = counted(asked)
    names = {"result_pb": "votes.pb", "result_json": "result.json"}
    for address, name in names.items():
        (tmp_path / name).write_bytes(client.get(call.address(address)).content)
    command = ("verify-result", [str(tmp_path / name) for name in names.values()])
    assert check_file(*command) == 0
    result = tmp_path / "result.json"
    result.write_text(result.read_text().replace('"votes": 2', '"votes": 3'))
    assert check_file(*command) == 1 and capsys.readouterr()


def test_every_result_can_be_checked_at_any_time(asked: Call) -> None:
    call = counted(asked)
    assert working.wrong_results() == []
    with acting():
        Call.objects.filter(pk=call.pk).update(certificate=call.certificate.replace('"total": ', '"total": 1'))
    assert [code for code, _why in working.wrong_results()] == [call.code]
