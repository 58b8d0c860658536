"""The pages: what a visitor reads, what a form does, and what never shows."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.stages.plan import actions
from samenspel.stages.plan.models import PlanLine
from samenspel.stages.plan.tests.conftest import Draft

As = Callable[[str], Client]
NASTY = "<script>alert(1)</script>\u202e'\"; DROP TABLE"


def _url(cycle: Cycle, name: str, code: str = "") -> str:
    return reverse(f"plan:{name}", args=[cycle.place.slug, cycle.slug, *([code] if code else [])])


def test_an_empty_plan_says_what_to_do(client: Client, cycle: Cycle) -> None:
    page = client.get(_url(cycle, "index")).content.decode()
    assert "Een plan begint met één regel" in page


@pytest.mark.parametrize(("name", "number"), [("index", 1), ("index", 3), ("index", 200), ("whole", 3)])
def test_eight_queries_at_most(
    client: Client, cycle: Cycle, draft: Draft, cast: Cast, agenda: list[str], name: str, number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    def make(n: int) -> PlanLine:
        line = draft(title=f"Lijn {n}", partners=[cast.parties["initiative"]], resident_name="A", professional_name="B")
        return actions.propose(line, by=cast.official)

    that_many(number, make)
    url = _url(cycle, name)
    with django_assert_max_num_queries(8):
        page = client.get(url).content.decode()
    assert f"Lijn {min(number, 3) - 1}" in page and "Partij Carla" in page


def test_a_line_shows_it_all(
    client: Client, decided: PlanLine, cycle: Cycle, cast: Cast, agenda: list[str],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    actions.answer_priority(decided, by=cast.official, priority=agenda[0], reason="Omdat het warm is")
    actions.report_progress(decided, by=cast.official, text="De **eerste** staan.")
    with django_assert_max_num_queries(8):
        page = client.get(_url(cycle, "plan_line", decided.code)).content.decode()
    for words in ("Past bij de agenda.", "Dagelijks bestuur", "Omdat het warm is", "<strong>eerste</strong>", "2.500"):
        assert words in page


def test_nasty_words_do_nothing(client: Client, draft: Draft, cycle: Cycle, cast: Cast, body: Body) -> None:
    line = actions.propose(draft(title=NASTY, action=NASTY), by=cast.official)
    actions.decide(line, by=cast.board, body=body, yes=False, reason=NASTY)
    for url in (_url(cycle, "index"), _url(cycle, "whole"), _url(cycle, "plan_line", line.code)):
        assert "<script>alert" not in client.get(url).content.decode()


def test_a_draft_has_no_page_for_visitors(client: Client, draft: Draft, cycle: Cycle) -> None:
    line = draft(title="Geheim plan")
    assert client.get(_url(cycle, "plan_line", line.code)).status_code == 404
    assert "Geheim plan" not in client.get(_url(cycle, "index")).content.decode()


def test_a_line_is_made_with_a_form(client_as: As, cycle: Cycle, cast: Cast) -> None:
    facts = {
        "title": "Bomen", "action": "Twintig bomen.", "needs_cents": "1.250,50", "starts": "1 mei 2026",
        "ends": "2026-06-01", "partners": [cast.parties["initiative"].pk],
    }  # fmt: skip
    answer = client_as("official").post(_url(cycle, "draft"), facts, follow=True)
    line = PlanLine.objects.get()
    assert line.needs_cents == 125_050 and line.partners.count() == 1
    assert "Het is nog een concept" in answer.content.decode()


WRONG = (
    ({"starts": "1-6-2026", "ends": "1-5-2026"}, "De einddatum ligt voor de begindatum."),
    ({"needs_cents": "-5"}, "onder nul"),
    ({"needs_cents": "twaalf"}, "cijfers"),
    ({"starts": "31-02-2026"}, "datum"),
    ({"action": ""}, "in"),
    ({"needs_hours": "999999999999999"}, "1000000"),
    ({"resident_name": "Samira"}, "Vul beide namen in"),
)


def test_a_wrong_form_keeps_what_was_typed(client_as: As, cycle: Cycle) -> None:
    official = client_as("official")
    for facts, words in WRONG:
        answer = official.post(_url(cycle, "draft"), {"title": "Mijn bomen", "action": "Iets", **facts})
        page = answer.content.decode()
        assert answer.status_code == 200 and words in page and "Mijn bomen" in page
    assert not PlanLine.objects.exists()


def test_the_walk_in_the_browser(client_as: As, proposed: PlanLine, cycle: Cycle, body: Body) -> None:
    board, official = client_as("board"), client_as("official")
    board.post(_url(cycle, "decide", proposed.code), {"body": body.pk, "yes": "yes", "reason": "Goed"})
    official.post(_url(cycle, "report_progress", proposed.code), {"text": "Begonnen"})
    official.post(_url(cycle, "finish", proposed.code), {"text": "Klaar"})
    assert PlanLine.objects.get(pk=proposed.pk).state == "done"


def test_a_no_in_the_browser_is_a_no(client_as: As, proposed: PlanLine, cycle: Cycle, body: Body) -> None:
    client_as("board").post(_url(cycle, "decide", proposed.code), {"body": body.pk, "yes": "no", "reason": "Nee"})
    assert PlanLine.objects.get(pk=proposed.pk).state == "declined"


FORMS = [
    "describe",
    "name_owners",
    "answer_priority",
    "take_proposal",
    "propose",
    "decide",
    "report_progress",
    "finish",
    "stop",
]


def test_every_form_opens(client_as: As, proposed: PlanLine, cycle: Cycle, agenda: list[str]) -> None:
    for name in FORMS:
        who = client_as("board" if name == "decide" else "official")
        answer = who.get(_url(cycle, name, proposed.code))
        assert answer.status_code == 200 and "<form" in answer.content.decode(), name


def test_a_form_of_somebody_else_changes_nothing(client: Client, proposed: PlanLine, cycle: Cycle) -> None:
    page = client.post(_url(cycle, "stop", proposed.code), {"reason": "Weg ermee"}).content.decode()
    assert "Dit mag u hier niet doen" in page
    assert PlanLine.objects.get(pk=proposed.pk).state == "proposed"


def test_an_edition_is_made_from_the_page(client_as: As, proposed: PlanLine, cycle: Cycle) -> None:
    answer = client_as("organiser").post(_url(cycle, "publish"), {"reason": "Klaar", "missing": "Jongeren"})
    assert answer.status_code == 302
    assert "Jongeren" in client_as("").get(_url(cycle, "index")).content.decode()
