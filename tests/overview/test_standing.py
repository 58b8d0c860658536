"""What happened with my idea? The page of a code says it first, and home and the council page say yes or no."""

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots import queries as boxes
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import now
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.commissioning import actions as commissioning
from samenspel.stages.commissioning.models import Call
from samenspel.stages.proposals import actions as proposals
from samenspel.stages.proposals.models import Proposal

HOLDERS = ("resident", "initiative", "board")


def _page(code: str) -> str:
    return Client(headers={"accept-language": "nl"}).get(f"/d/{code}/").content.decode()


def _answered(cycle: Cycle, cast: Cast, *, yes: bool) -> Proposal:
    made = proposals.hand_in(cycle, by=cast.resident, title="Een bankje", text="Zitten op het plein.")
    can = "" if yes else "Vraag het stadsdeel om een stoel."
    weighed = proposals.weigh_provisionally(
        made, by=cast.official, positive=yes, why="Het plein is van iedereen.", next_step=can
    )
    told = proposals.tell_submitter(weighed, by=cast.official, how="gebeld")
    reason = "Het plein is van iedereen."
    return proposals.decide(told, by=cast.board, accept=yes, reason=reason, next_step=can, decided_by="De raad")


def _on_ballot(cycle: Cycle, cast: Cast, proposal: Proposal) -> Call:
    """A vote that is open now, with the plan of this proposal."""
    call = commissioning.draft_call(
        cycle, by=cast.organiser, title="Buurtbudget", budget_cents=100_00, body="De raad", opens_at=now(),
        closes_at=now().replace(year=2040, month=6, day=30, hour=12),
    )  # fmt: skip
    commissioning.add_option(call, by=cast.organiser, title="Een bankje", cents=50_00, proposal=proposal.code)
    people = [person for name in HOLDERS if (person := cast.accounts[name].person)]
    commissioning.name_holders(call, by=cast.organiser, holders=people)
    for name, holder in zip(HOLDERS, boxes.holders(call.code), strict=True):
        ballots.show_part(holder, by=cast.actors[name])
        ballots.take_part(holder, by=cast.actors[name])
    return commissioning.open_call(call, by=cast.organiser)


@pytest.mark.parametrize("yes", [True, False])
def test_the_answer_stands_under_the_title(cycle: Cycle, cast: Cast, yes: bool) -> None:
    html = _page(_answered(cycle, cast, yes=yes).code).split("<section", 2)[1]
    assert ("het antwoord is ja" if yes else "het antwoord is nee") in html
    assert "Het plein is van iedereen." in html and "Er is antwoord op dit voorstel." in html
    assert ("Wat wel kan:" in html) is not yes


def test_a_plan_on_the_ballot_is_on_the_thread_with_the_last_day(
    cycle: Cycle, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    code = _answered(cycle, cast, yes=True).code
    call = _on_ballot(cycle, cast, Proposal.objects.get(node__code=code))
    with django_assert_max_num_queries(8):
        html = _page(code)
    assert "Stemmen kan tot en met 30 juni 2040." in html and call.get_absolute_url() in html
    assert "1 ding kwam hiervan." in html and "Hier kwam nog niets van." not in html


@pytest.mark.parametrize(("many", "folds"), [(6, 1), (7, 2)])
def test_a_long_road_before_it_stands_in_a_closed_fold(cycle: Cycle, many: int, folds: int) -> None:
    with acting():
        end = new_node("priority", "Wat moet eerst", cycle=cycle, public=True)
        for n in range(many):
            told = new_node("story", f"Verhaal {n}", cycle=cycle, public=True)
            link(told, end, "supports", by=STAFF, reason="daarom")
    html = _page(end.code).split("<main", 1)[1]
    assert html.count('<details class="fold">') == folds and "<details open" not in html
    assert html.index("<h3 dir=\"auto\">Wat moet eerst") < html.index("<h3 dir=\"auto\">Verhaal 0")


@pytest.mark.parametrize("page", ["", "raad/"])
@pytest.mark.parametrize("yes", [True, False])
def test_a_list_of_decisions_says_yes_or_no(cycle: Cycle, cast: Cast, page: str, yes: bool) -> None:
    _answered(cycle, cast, yes=yes)
    html = Client(headers={"accept-language": "nl"}).get(f"/{cycle.place.slug}/{page}").content.decode()
    shown = html[html.index("Laatst gekozen") :]
    assert ("</svg>ja</" in shown) is yes and ("</svg>nee</" in shown) is not yes


def test_the_council_reads_which_vote_is_open(
    cycle: Cycle, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"/{cycle.place.slug}/raad/"
    assert "Er is nu geen stemming open." in Client().get(address).content.decode()
    call = _on_ballot(cycle, cast, _answered(cycle, cast, yes=True))
    with django_assert_max_num_queries(8):
        html = Client().get(address).content.decode()
    assert call.get_absolute_url() in html and "stemmen kan tot en met 30 juni 2040" in html


def test_a_vote_says_once_until_when_it_is_open(cycle: Cycle, cast: Cast) -> None:
    call = _on_ballot(cycle, cast, _answered(cycle, cast, yes=True))
    html = _page(call.code)
    assert "#mark-open" in html.split("<h1", 1)[1].split("</section", 1)[0]
    assert html.count("Open tot en met 30 juni 2040.") == 1 and "Dit staat nu in de stemming" not in html


def test_what_led_to_a_plan_says_that_it_is_on_the_ballot(cycle: Cycle, cast: Cast) -> None:
    made = _answered(cycle, cast, yes=True)
    with acting():
        wish = new_node("contribution", "Ik wil zitten", cycle=cycle, public=True)
        beside = new_node("contribution", "Ik ook", cycle=cycle, public=True)
        for node in (wish, beside):
            link(node, made.node, "led_to", by=STAFF, reason="daarom")
    _on_ballot(cycle, cast, made)
    assert "Wat hiervan kwam, staat nu in de stemming" in _page(wish.code)
    assert "(hoort erbij)" in _page(made.code) and "zijdraad" not in _page(made.code)


def test_print_opens_every_fold_and_a_name_stands_apart_from_its_head() -> None:
    css = (settings.ROOT / "src/samenspel/ui/static/ui/layout.css").read_text()
    assert "details::details-content { content-visibility: visible !important;" in css.split("@media print", 1)[1]
    assert '.thread-list .who > b::after { content: ": " }' in css
