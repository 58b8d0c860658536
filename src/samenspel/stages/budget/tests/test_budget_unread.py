"""What a visitor asks is read by an editor before everybody can read it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import actions, queries
from samenspel.instruments.questions.models import Question
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.queries import messages_for
from samenspel.kernel.tests.cast import Cast

As = Callable[[str], Client]
ROOM = "/testbuurt/2026/geld/"


@pytest.fixture
def asked(cycle: Cycle, cast: Cast) -> Question:
    """A visitor asks the municipality something."""
    return actions.ask(
        cycle, by=Actor(), title="Wat kost het groen?", body="Ik zie geen bedrag.", addressee=cast.parties["official"]
    )


def test_a_visitor_gets_a_code_and_nobody_reads_along(cycle: Cycle, cast: Cast, client_as: As) -> None:
    sent = {"title": "Wie betaalt dit?", "body": "Zeg het.", "kind": "budget", "addressee_name": "De wijkraad"}
    page = Client().post(f"{ROOM}vraag-stellen/", sent).content.decode()
    made = Question.objects.get()
    assert made.code in page and "De redactie leest de vraag eerst" in page
    assert "Wie betaalt dit?" not in Client().get(f"{ROOM}vragen/").content.decode()
    assert Client().get(made.get_absolute_url()).status_code == 404
    assert "Dit is binnen sinds" in Client().get(f"/d/{made.code}/").content.decode()


def test_the_party_hears_of_it_when_an_editor_has_read_it(asked: Question, cast: Cast, client_as: As) -> None:
    assert not messages_for(cast.official.person or 0).filter(verb__startswith="questions.").exists()
    assert asked.title in client_as("professional").get(f"{ROOM}vragen/nieuw/").content.decode()
    client_as("professional").post(f"{ROOM}vraag/{asked.code}/doorlaten/")
    assert asked.title in Client().get(f"{ROOM}vragen/").content.decode()
    assert messages_for(cast.official.person or 0).filter(verb="questions.question.let_through").exists()


def test_the_clock_runs_from_the_day_it_is_shown(asked: Question, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    given, later = asked.due - asked.asked_on, timezone.now() + timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    shown = actions.let_through(asked, by=cast.professional)
    assert (shown.asked_on, shown.due - shown.asked_on) == (timezone.localdate(later), given)


def test_what_is_hidden_unread_waits_no_longer(asked: Question, cycle: Cycle, cast: Cast) -> None:
    hidden = actions.hide_question(asked, by=cast.professional, reason="Er staat een naam in.")
    assert not hidden.node.public and not queries.unread(cycle).exists()


def test_the_work_list_warns_after_a_day(asked: Question, client_as: As, monkeypatch: pytest.MonkeyPatch) -> None:
    late, editor = "Vragen die al langer dan een dag op u wachten", client_as("professional")
    fresh = editor.get("/testbuurt/wacht-op-u/").content.decode()
    assert "Vragen om te lezen" in fresh and late not in fresh
    later = timezone.now() + timedelta(hours=25)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert late in editor.get("/testbuurt/wacht-op-u/").content.decode()
    assert client_as("resident").get(f"{ROOM}vragen/nieuw/").status_code == 403


@pytest.mark.parametrize(("name", "kind"), [("ask", "budget"), ("ask_rule", "rule")])
def test_sending_twice_gives_the_same_receipt(client: Client, cycle: Cycle, name: str, kind: str) -> None:
    sent = {"title": "Waarom?", "body": "Daarom.", "kind": kind, "addressee_name": "De gemeente", "once": "tweemaal"}
    url = reverse(f"budget:{name}", args=[cycle.place.slug, cycle.slug])
    pages = [client.post(url, sent).content.decode() for _time in range(2)]
    code = Question.objects.get().code
    assert all(code in page and "Er is nog iets niet goed" not in page for page in pages)


@pytest.mark.parametrize(("who", "asked"), [("resident", False), ("official", False), ("professional", True)])
def test_whom_we_know_is_not_asked_where_to_answer(client_as: As, cycle: Cycle, who: str, asked: bool) -> None:
    page = client_as(who).get(reverse("budget:ask", args=["testbuurt", "2026"])).content.decode()
    assert ('name="contact"' in page) == asked
