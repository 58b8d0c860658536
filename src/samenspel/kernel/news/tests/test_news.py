"""Following and mail: who is told what, once, in their own words, and never against their will."""

from __future__ import annotations

import re
import smtplib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from samenspel.contracts.actor import Actor
from samenspel.kernel.action.guard import acting
from samenspel.kernel.action.machine import keep
from samenspel.kernel.action.registry import ACTIONS
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.daily.jobs import SITE, start_waiting
from samenspel.kernel.journal.clock import at_moment
from samenspel.kernel.journal.models import Entry, Notice
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.news import actions, links, queries, sending, tasks
from samenspel.kernel.news.happened import HAPPENED
from samenspel.kernel.news.models import Follow, Reader
from samenspel.kernel.news.queries import Target
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.queries import own_data
from samenspel.kernel.tests.cast import STAFF, Cast

SECRET = "Om 8 uur bij mevrouw Jansen thuis"


@pytest.fixture
def node(cycle: Cycle) -> Node:
    with acting():
        return new_node("proposal", "Meer bankjes", cycle=cycle, public=True)


@pytest.fixture
def target(node: Node) -> Target:
    return Target(node.place, node.title, node.get_absolute_url(), node=node)


def proven(cast: Cast, name: str, rhythm: str = "direct", speaks: str = "nl", by: str = "email") -> Person:
    """Somebody of the cast with a confirmed address, who agreed to mail."""
    EmailAddress.objects.filter(user=cast.accounts[name]).update(verified=True)
    person = cast.accounts[name].person
    assert person is not None
    return people.prefer(person, by=cast.actors[name], name=person.name, speaks=speaks, place=person.place,
                         notice_by=by, notice_rhythm=rhythm)  # fmt: skip


def happen(cycle: Cycle, node: Node, by: Actor, verb: str = "proposals.proposal.answer") -> Entry:
    """Something happens to a thing, with words of a person beside it."""
    from samenspel.kernel.journal.writing import append

    with acting():
        return append(cycle.place_id, verb, node.code, by, {}, {"reason": SECRET}, timezone.now())


def notify(person: Person, node: Node, text: str = SECRET) -> Notice:
    with acting():
        return keep(Notice(person=person.pk, place=node.place_id, verb="proposals.proposal.answer",
                           subject=node.code, text=text, at=timezone.now()))  # fmt: skip


def follower(cast: Cast, target: Target, name: str = "resident", **how: str) -> Reader:
    person = proven(cast, name, **how)
    made = actions.follow(queries.reader_of(person), by=cast.actors[name], target=target)
    return made.reader


def asked(client: Client, node: Node, email: str = "Sara@Example.org ") -> Any:
    """A visitor fills in an address; the worker then does its work."""
    answer = client.post(f"/d/{node.code}/volgen/", {"email": email})
    for row in DBTaskResult.objects.filter(status="READY").order_by("enqueued_at"):
        if row.task_path.endswith("send_link"):
            tasks.send_link.func(*row.args_kwargs["args"])
            DBTaskResult.objects.filter(pk=row.pk).delete()
    return answer


def link_in(message: Any, page: str) -> str:
    found = re.search(rf"http://[^/\s]+(/nieuws/{page}\S+)", message.body)
    assert found
    return found[1]


def test_a_follower_hears_what_happened_once(cycle: Cycle, cast: Cast, node: Node, target: Target) -> None:
    follower(cast, target)
    happen(cycle, node, cast.official)
    assert (sending.send_all(), sending.send_all()) == (1, 0)
    (message,) = mail.outbox
    assert message.to == ["resident@example.org"]
    assert "Meer bankjes" in message.body and f"/d/{node.code}/" in message.body


def test_nothing_that_people_wrote_is_in_a_mail(cycle: Cycle, cast: Cast, node: Node, target: Target) -> None:
    reader = follower(cast, target)
    happen(cycle, node, cast.official)
    assert reader.person is not None
    notify(reader.person, node)
    sending.send_all()
    assert SECRET not in str(mail.outbox[0].message()) and "Esra" not in mail.outbox[0].body


def test_nobody_hears_of_their_own_act(cycle: Cycle, cast: Cast, node: Node, target: Target) -> None:
    follower(cast, target)
    happen(cycle, node, cast.resident)
    assert sending.send_all() == 0


def test_what_is_not_public_is_not_told(cycle: Cycle, cast: Cast, node: Node, target: Target) -> None:
    follower(cast, target)
    with acting():
        Node.objects.filter(pk=node.pk).update(public=False)
    happen(cycle, node, cast.official)
    assert sending.send_all() == 0


def test_a_room_tells_of_its_own_things_and_step_only(cycle: Cycle, cast: Cast, node: Node) -> None:
    plan = Target(cycle.place, "", "", cycle=cycle, room="plan")
    whole = Target(cycle.place, "", "", cycle=cycle)
    follower(cast, plan)
    follower(cast, whole, "neighbour")
    happen(cycle, node, cast.official)
    cycles.move_stage(cycle.stages.get(stage="plan"), by=STAFF, state="busy")
    sending.send_all()
    told = {m.to[0]: m.body for m in mail.outbox}
    assert "Meer bankjes" in told["neighbour@example.org"] and "Meer bankjes" not in told["resident@example.org"]
    assert all("Ronde 2: Gebiedsplan" in body for body in told.values())


def test_a_message_goes_by_mail_only_to_who_agreed(cast: Cast, node: Node) -> None:
    agreed, silent = proven(cast, "resident"), proven(cast, "neighbour", by="page")
    notify(agreed, node)
    notify(silent, node)
    sending.send_all()
    assert [m.to for m in mail.outbox] == [["resident@example.org"]]
    assert Notice.objects.get(person=agreed.pk).sent_at and not Notice.objects.get(person=silent.pk).sent_at


def test_an_address_that_was_never_proven_gets_no_mail(cycle: Cycle, cast: Cast, node: Node, target: Target) -> None:
    follower(cast, target)
    EmailAddress.objects.update(verified=False)
    happen(cycle, node, cast.official)
    assert sending.send_all() == 0 and not mail.outbox


def test_the_mail_speaks_the_language_of_the_reader(cycle: Cycle, cast: Cast, node: Node, target: Target) -> None:
    follower(cast, target, speaks="en")
    happen(cycle, node, cast.official)
    sending.send_all()
    assert timezone.localdate().strftime("%B") in mail.outbox[0].body


@pytest.mark.parametrize(("rhythm", "days", "mails"), [("direct", 0, 1), ("day", 0, 0), ("day", 2, 1),
                                                       ("week", 2, 0), ("week", 8, 1), ("never", 60, 0)])  # fmt: skip
def test_the_rhythm(
    cycle: Cycle, cast: Cast, node: Node, target: Target, rhythm: str, days: int, mails: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    follower(cast, target, rhythm=rhythm)
    happen(cycle, node, cast.official)
    later = timezone.now() + timedelta(days=days)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert sending.send_all() == mails


class Broken(EmailBackend):
    """A mail server that says no."""

    def send_messages(self, messages: Any) -> int:
        raise smtplib.SMTPServerDisconnected("sara@example.org is full")


def test_a_mail_server_that_refuses_is_tried_again_later(
    cycle: Cycle, cast: Cast, node: Node, target: Target, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    reader = follower(cast, target)
    happen(cycle, node, cast.official)
    good, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Broken"
    assert sending.send_all() == 0
    reader.refresh_from_db()
    assert reader.tries == 1 and reader.next_at > timezone.now() and "sara" not in caplog.text
    settings.EMAIL_BACKEND = good
    with at_moment(timezone.now() + timedelta(minutes=2)):
        assert sending.send_to(reader) and len(mail.outbox) == 1


def test_a_second_worker_finds_a_reader_taken(cycle: Cycle, cast: Cast, node: Node, target: Target) -> None:
    reader = follower(cast, target)
    happen(cycle, node, cast.official)
    assert actions.claim(reader, by=SITE)
    assert not sending.send_to(reader) and not mail.outbox


def test_after_a_crash_the_same_mail_goes_again(
    cycle: Cycle, cast: Cast, node: Node, target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sent, and stopped before it was written down: better twice than never, under the same number."""
    reader = follower(cast, target)
    happen(cycle, node, cast.official)
    with monkeypatch.context() as crash:
        crash.setattr(actions, "settle", lambda *a, **k: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            sending.send_to(reader)
    with at_moment(timezone.now() + actions.LEASE + timedelta(seconds=1)):
        assert sending.send_to(reader)
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_the_worker_starts_sending_only_when_something_waits(
    cycle: Cycle, cast: Cast, node: Node, target: Target
) -> None:
    assert "news.send" not in start_waiting()
    follower(cast, target)
    happen(cycle, node, cast.official)
    assert "news.send" in start_waiting()
    assert DBTaskResult.objects.count() == 1


def test_one_click_stops_all_mail_without_login(cycle: Cycle, cast: Cast, node: Node, target: Target) -> None:
    reader = follower(cast, target)
    happen(cycle, node, cast.official)
    sending.send_all()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = headers["List-Unsubscribe"].strip("<>").partition("8000")[2]
    visitor = Client(enforce_csrf_checks=True)
    assert visitor.get(url).status_code == 200 and queries.reader_by_pk(reader.pk).how_often == "direct"  # type: ignore[union-attr]
    assert visitor.post(url, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert queries.reader_by_pk(reader.pk).how_often == "never"  # type: ignore[union-attr]


@pytest.mark.parametrize("token", ["1.x", "x", "99999999999999999999.x", "²."])
def test_a_wrong_link_opens_nothing(cast: Cast, client: Client, token: str) -> None:
    for page in (f"/nieuws/{token}/", f"/nieuws/{token}/stop/", f"/nieuws/bevestig/{token}/"):
        assert client.get(page).status_code == 404


def test_another_address_ends_the_old_links(cast: Cast, target: Target) -> None:
    reader = follower(cast, target)
    token = links.news_path(reader, "resident@example.org").split("/")[2]
    assert links.reader_by(token) == reader
    people.change_email(cast.accounts["resident"], by=cast.resident, email="nieuw@example.org")
    assert links.reader_by(token) is None


def test_an_address_alone_is_told_only_after_its_link(cycle: Cycle, cast: Cast, client: Client, node: Node) -> None:
    asked(client, node)
    happen(cycle, node, cast.official)
    assert sending.send_all() == 0
    link = link_in(mail.outbox[0], "bevestig/")
    assert client.get(link).status_code == 200 and not Follow.objects.get().confirmed_at  # opening is not yet a yes
    client.post(link)
    Reader.objects.get()
    happen(cycle, node, cast.official)
    with at_moment(timezone.now() + timedelta(days=8)):
        assert queries.due(timezone.now() + timedelta(days=8)).count() == 1


def test_the_answer_is_the_same_for_every_address(cast: Cast, client: Client, node: Node, target: Target) -> None:
    follower(cast, target)
    sent = ("resident@example.org", "nobody@example.org", "nobody@example.org")
    pages = {re.sub(r'value="\w{64}"', "", asked(client, node, email).content.decode()) for email in sent}
    assert len(pages) == 1


@pytest.mark.parametrize(("verb", "words"), [
    ("proposals.proposal.decide", "Er is antwoord gegeven"), ("pact.commitment.renegotiate", "Er is een nieuwe datum"),
    ("monitoring.lesson.change", "De les aanpassen"),
])  # fmt: skip
def test_mail_says_what_happened(cycle: Cycle, cast: Cast, node: Node, target: Target, verb: str, words: str) -> None:
    reader = follower(cast, target)
    happen(cycle, node, cast.official, verb)
    assert [line.what for line in queries.news_for(reader, timezone.now()).followed] == [words]


def test_only_deeds_that_exist_have_words_for_mail() -> None:
    assert set(HAPPENED) <= set(ACTIONS)


@pytest.mark.parametrize("demo", [True, False])
def test_the_example_says_where_its_mail_appears(client: Client, node: Node, settings: Settings, demo: bool) -> None:
    settings.SAMENSPEL_DEMO = demo
    assert ("De e-mail gaat nergens heen" in client.get(f"/d/{node.code}/volgen/").content.decode()) is demo


def test_one_address_gets_a_few_links_an_hour(client: Client, cycle: Cycle) -> None:
    with acting():
        nodes = [new_node("story", f"Verhaal {n}", cycle=cycle, public=True) for n in range(7)]
    assert {asked(client, node).status_code for node in nodes} == {200}
    assert len(mail.outbox) == actions.PENDING == Follow.objects.count()


def test_an_address_with_a_plus_is_the_same_mailbox(client: Client, node: Node) -> None:
    def mails(email: str) -> int:
        asked(client, node, email)
        return len(mail.outbox)

    assert [mails(f"Slachtoffer+{n}@Example.nl") for n in range(9)][-1] == actions.PENDING
    assert mails("slachtoffer@example.nl") == actions.PENDING
    others = ["slachtoffer2@example.nl", "slachtoffer+1@example.com", "s_achtoffer@example.nl"]
    assert [mails(email) - actions.PENDING for email in others] == [1, 2, 3]


def test_asking_the_same_again_sends_no_second_link_within_the_hour(client: Client, node: Node) -> None:
    pages = {re.sub(r'value="\w{64}"', "", asked(client, node).content.decode()) for _time in range(8)}
    assert len(mail.outbox) == 1 == len(pages)
    with at_moment(timezone.now() + timedelta(minutes=61)):
        asked(client, node)
    assert len(mail.outbox) == 2


def test_a_link_that_was_used_still_counts(client: Client, cycle: Cycle) -> None:
    with acting():
        nodes = [new_node("story", f"Verhaal {n}", cycle=cycle, public=True) for n in range(7)]
    for node in nodes:
        asked(client, node)
        client.post(link_in(mail.outbox[-1], "bevestig/"))
    assert len(mail.outbox) == actions.PENDING


def test_who_asks_at_the_same_moment_waits_for_the_other(cast: Cast, client: Client, node: Node) -> None:
    asked(client, node)
    with CaptureQueriesContext(connection) as done:
        asked(client, node)
    reads = [query["sql"] for query in done if query["sql"].startswith('SELECT "kernel_reader"')]
    assert connection.vendor == "sqlite" or "FOR UPDATE" in reads[0]


def test_one_place_cannot_ask_without_end(client: Client, node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.kernel.news.views.AN_HOUR", 2)
    assert [asked(client, node, f"a{n}@example.org").status_code for n in range(3)] != [200, 200, 200]
    assert Reader.objects.count() == 2


def test_what_was_not_confirmed_is_forgotten_after_a_week(client: Client, node: Node) -> None:
    asked(client, node)
    tasks.forget_unconfirmed.func()
    assert Reader.objects.count() == 1
    with acting():
        Follow.objects.update(asked_at=timezone.now() - timedelta(days=7, hours=1))
    tasks.forget_unconfirmed.func()
    assert not Reader.objects.exists() and not Follow.objects.exists()


def test_stopping_the_last_one_forgets_an_address(client: Client, node: Node) -> None:
    asked(client, node)
    client.post(link_in(mail.outbox[0], "bevestig/"))
    reader = Reader.objects.get()
    page = links.news_path(reader, "sara@example.org")
    assert "Meer bankjes" in client.get(page).content.decode()
    client.post(page, {"rhythm": "day"})
    assert queries.reader_by_pk(reader.pk).rhythm == "day"  # type: ignore[union-attr]
    client.post(page, {"stop": Follow.objects.get().pk})
    assert not Reader.objects.exists()


def test_mine_shows_and_stops_only_my_own(
    cast: Cast, target: Target, node: Node, client_as: Callable[[str], Client]
) -> None:
    follower(cast, target)
    follower(cast, target, "neighbour")
    theirs = Follow.objects.get(reader__person__name="Bob")
    me = client_as("resident")
    me.post("/mijn/volgen/", {"stop": theirs.pk})
    assert Follow.objects.count() == 2
    me.post("/mijn/volgen/", {"stop": Follow.objects.exclude(pk=theirs.pk).get().pk})
    assert Follow.objects.get() == theirs
    me.post(f"/d/{node.code}/volgen/", {"once": "x"})
    assert Follow.objects.count() == 2 and node.code in me.get("/mijn/volgen/").content.decode()


def test_following_twice_is_once(cast: Cast, target: Target, node: Node, client_as: Callable[[str], Client]) -> None:
    follower(cast, target)
    answer = client_as("resident").post(f"/d/{node.code}/volgen/", {"once": "y"})
    assert answer.status_code == 200 and Follow.objects.count() == 1


def test_every_page_of_a_thing_a_room_and_a_round_says_where_to_follow(
    client: Client, cycle: Cycle, node: Node
) -> None:
    pages = {f"/d/{node.code}/": f"/d/{node.code}/volgen/", "/testbuurt/2026/": "/testbuurt/2026/volgen/",
             "/testbuurt/2026/plan/": "/testbuurt/2026/volgen/plan/"}  # fmt: skip
    for page, where in pages.items():
        assert f'href="{where}"' in client.get(page).content.decode()
        assert client.get(where).status_code == 200


def test_taking_back_takes_what_was_followed_too(cast: Cast, target: Target, client: Client, node: Node) -> None:
    reader = follower(cast, target)
    asked(client, node, "resident@example.org")
    person = reader.person
    assert person is not None and len(own_data(person.pk)["following"]) == 2
    people.erase_person(person, by=cast.resident)
    assert not Reader.objects.exists()


def test_news_costs_as_much_for_many_as_for_one(
    cycle: Cycle, cast: Cast, target: Target, node: Node, django_assert_max_num_queries: Any
) -> None:
    reader = follower(cast, target)
    for n in range(5):
        with acting():
            more = new_node("story", f"Verhaal {n}", cycle=cycle, public=True)
        actions.follow(reader, by=cast.resident, target=Target(cycle.place, "", "", node=more))
        happen(cycle, more, cast.official)
    with django_assert_max_num_queries(6):
        assert len(queries.news_for(reader, timezone.now()).followed) == 5
