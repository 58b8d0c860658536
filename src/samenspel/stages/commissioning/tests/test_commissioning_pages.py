"""Pages: what visitors see, what it costs, and that nothing typed by somebody runs."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samenspel.instruments.ballots.actions import UNKNOWN_CODE
from samenspel.instruments.ballots.forms import WRONG_A_MINUTE
from samenspel.instruments.ballots.models import Envelope
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions
from samenspel.stages.commissioning.models import Call, CallOption, JointPlan
from samenspel.stages.commissioning.tests.conftest import (
    Voting,
    count,
    draft_vote,
    give_parts,
    open_vote,
    small_file,
    vote_2020,
)

As = Callable[[str], Client]
NASTY = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    cache.clear()


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def index_of(cycle: Cycle) -> str:
    return reverse("commissioning:index", args=[cycle.place.slug, cycle.slug])


def statements(client: Client, url: str, data: dict[str, object] | None = None, status: int = 200) -> int:
    with CaptureQueriesContext(connection) as seen:
        answer = client.post(url, data) if data is not None else client.get(url)
    assert answer.status_code == status
    return len([q for q in seen if not q["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))])


def test_the_empty_room_says_where_to_begin(cycle: Cycle, client: Client) -> None:
    assert "Praat met wie het ook wil" in text(client, index_of(cycle))


def test_the_index_has_plans_before_rounds(
    cycle: Cycle, voting: Voting, plan: JointPlan, cast: Cast, client: Client
) -> None:
    actions.ask_partners(plan, by=cast.initiative)
    page = text(client, index_of(cycle))
    assert page.index("Samen eten") < page.index("Buurtbudget")
    assert "Ik heb een code" in page


def test_the_result_page_tells_everything(real_vote: Call, client: Client) -> None:
    page = text(client, real_vote.address("result"))
    for words in (
        "17 plannen",
        "€\xa0197.046",
        "€\xa02.954",
        "5.448",
        "Van afval naar compost",
        "3.046",
        "Reken het zelf na",
    ):
        assert words in page
    assert "169 stemmen meer" in page


@pytest.mark.parametrize("name", ["call", "result", "receipts"])
def test_pages_of_a_vote_with_34_plans_cost_few_queries(real_vote: Call, client: Client, name: str) -> None:
    assert statements(client, real_vote.address(name)) <= 8


@pytest.mark.parametrize("many", [1, 3])
def test_the_index_costs_the_same_with_one_and_three(cycle: Cycle, cast: Cast, client: Client, many: int) -> None:
    for number in range(many):
        open_vote(cycle, cast, title=f"Ronde {number}")
        made = actions.draft_plan(cycle, by=cast.organiser, title=f"Plan {number}", what="Iets.")
        for name in ("initiative", "provider"):
            actions.join_plan(made, by=cast.organiser, party=cast.parties[name], task="taak")
        actions.ask_partners(made, by=cast.organiser)
    assert statements(client, index_of(cycle)) <= 7


def test_an_option_an_award_and_a_plan_cost_few_queries(
    real_vote: Call, cast: Cast, client: Client, plan: JointPlan
) -> None:
    actions.decide_call(real_vote, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")
    option = CallOption.objects.select_related("node__place", "node__cycle").get(key="38593")
    assert option.node.cycle
    award = actions.give_award(option.node.cycle, by=cast.finance, option=option, to="Makers", cents=100, reason="Ja.")
    plan = actions.ask_partners(plan, by=cast.initiative)
    for thing in (option, award, plan):
        assert statements(client, thing.get_absolute_url()) <= 8


def test_the_files_of_a_result(real_vote: Call, client: Client) -> None:
    assert client.get(real_vote.address("result_csv")).content.decode().count("\r\n") == 35
    assert client.get(real_vote.address("result_json")).json()["left"] == 2_954_00
    assert b"num_votes;5448" in client.get(real_vote.address("result_pb")).content


def test_sealed_ballots_have_no_file(voting: Voting, cast: Cast, client: Client) -> None:
    call = actions.close_call(voting.call, by=cast.organiser)
    call = count(voting, call)
    assert client.get(call.address("result_pb")).status_code == 404


def test_voting_in_four_screens(voting: Voting, client: Client) -> None:
    call = voting.call
    assert "Wat is uw code?" in text(client, call.address("vote"))
    first = client.post(call.address("vote"), {"code": voting.codes[0].lower()})
    ticket = first.context["ticket"]
    assert "Groen" in first.content.decode() and voting.codes[0] not in first.content.decode()
    second = client.post(call.address("choose"), {"ticket": ticket, "theme": 1, "pick": ["2"], "to": "next"})
    assert "Samen" in second.content.decode() and 'value="2"' in second.content.decode()
    third = client.post(call.address("choose"), {"ticket": ticket, "theme": 2, "pick": ["2", "3"], "to": "next"})
    assert "Klopt dit?" in third.content.decode()
    last = client.post(call.address("cast"), {"ticket": ticket, "pick": ["2", "3"]}, follow=True)
    assert "BN-" in last.content.decode() and last["Cache-Control"] == "no-store"
    assert {page["Cache-Control"] for page in (first, second, third)} == {"private, no-cache"}
    assert last["Clear-Site-Data"] == '"cache"'
    assert Envelope.objects.count() == 1 and "sessionid" not in client.cookies


def test_casting_costs_at_most_eight_statements(voting: Voting, client: Client) -> None:
    ticket = client.post(voting.call.address("vote"), {"code": voting.codes[0]}).context["ticket"]
    assert statements(client, voting.call.address("cast"), {"ticket": ticket, "pick": ["2"]}, status=302) <= 8


def test_too_much_in_a_theme_stays_on_the_theme_with_the_reason(voting: Voting, client: Client) -> None:
    ticket = client.post(voting.call.address("vote"), {"code": voting.codes[0]}).context["ticket"]
    data = {"ticket": ticket, "theme": 1, "pick": ["1", "2"], "to": "next"}
    page = client.post(voting.call.address("choose"), data).content.decode()
    assert "Uw plannen bij Groen kosten samen" in page and page.count(" checked") == 2


def test_a_forged_ticket_asks_for_the_code_and_keeps_nothing(voting: Voting, client: Client) -> None:
    page = client.post(voting.call.address("cast"), {"ticket": "verzonnen", "pick": ["2"]}).content.decode()
    assert "Vul uw code nog eens in" in page and 'name="pick"' not in page
    assert not Envelope.objects.exists()


@pytest.mark.parametrize("step", ["choose", "cast"])
def test_an_old_ticket_keeps_the_choice_until_the_ballot_is_in(
    voting: Voting, client: Client, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    ticket = client.post(voting.call.address("vote"), {"code": voting.codes[0]}).context["ticket"]
    late, data = voting.call.address(step), {"ticket": ticket, "pick": ["2"]}
    with monkeypatch.context() as later:
        later.setattr("samenspel.instruments.ballots.forms.LIFETIME", -1)
        later.setattr("samenspel.instruments.ballots.forms._in.__defaults__", (-1,))
        page = client.post(late, data).content.decode()
        assert "Uw keuze staat er nog" in page and '<input type="hidden" name="pick" value="2">' in page
    client.post(voting.call.address("cast"), data)
    monkeypatch.setattr("samenspel.instruments.ballots.forms._in.__defaults__", (-1,))
    page = client.post(late, data).content.decode()
    assert "Uw stem zit al in de bus" in page and 'name="pick"' not in page


def test_a_ticket_of_another_vote_does_not_open_this_one(
    voting: Voting, cycle: Cycle, cast: Cast, client: Client
) -> None:
    other = open_vote(cycle, cast, title="Ander")
    ticket = client.post(voting.call.address("vote"), {"code": voting.codes[0]}).context["ticket"]
    client.post(other.address("cast"), {"ticket": ticket, "pick": ["2"]})
    assert not Envelope.objects.exists()


def test_every_wrong_code_gets_the_same_page(voting: Voting, client: Client) -> None:
    pages = set()
    for code in ("ACDEFGHJKMNP", "acde-fghj-kmnq", NASTY, "é" * 12, "1' OR '1'='1 -- alle codes"):
        page = client.post(voting.call.address("vote"), {"code": code}).content.decode()
        assert str(UNKNOWN_CODE) in page and "<script>alert" not in page
        pages.add(page.count("error-line"))
    assert len(pages) == 1


def test_many_wrong_codes_are_slowed_but_a_good_one_passes(voting: Voting, client: Client) -> None:
    answers = [
        client.post(voting.call.address("vote"), {"code": "FOUT FOUT FOUT"}).status_code
        for _n in range(WRONG_A_MINUTE + 2)
    ]
    assert (answers[0], answers[-1]) == (200, 429)
    assert "ticket" in client.post(voting.call.address("vote"), {"code": voting.codes[0]}).context


def test_nobody_votes_when_it_is_not_open(voting: Voting, cast: Cast, client: Client) -> None:
    ticket = client.post(voting.call.address("vote"), {"code": voting.codes[0]}).context["ticket"]
    actions.close_call(voting.call, by=cast.organiser)
    for name in ("vote", "choose", "cast"):
        assert client.post(voting.call.address(name), {"ticket": ticket}).status_code == 409
    assert not Envelope.objects.exists()


@pytest.mark.parametrize("data", [{}, {"to": "zzz", "theme": "x"}, {"theme": "99999999999"}, {"pick": ["\x00"] * 3}])
def test_odd_data_never_breaks_the_flow(voting: Voting, client: Client, data: dict[str, object]) -> None:
    ticket = client.post(voting.call.address("vote"), {"code": voting.codes[0]}).context["ticket"]
    for name in ("vote", "choose", "cast"):
        assert client.post(voting.call.address(name), {"ticket": ticket, **data}).status_code in (200, 302, 400)


def test_a_desk_types_in_paper(voting: Voting, client_as: As) -> None:
    desk, url = client_as("professional"), voting.call.address("paper")
    page = desk.post(url, {"code": voting.codes[0], "picks": ["2", "3"]}).content.decode()
    assert "zit in de bus" in page and "BN-" in page
    assert "Uw plannen bij Groen" in desk.post(url, {"code": voting.codes[1], "picks": ["1", "2"]}).content.decode()
    assert Envelope.objects.count() == 1


def test_a_stack_of_paper_stands_in_the_journal_without_choices(voting: Voting, client_as: As) -> None:
    page = client_as("professional").post(voting.call.address("stack"), {"ballots": 12, "reason": "bus in de Meevaart"})
    assert "staat in het logboek" in page.content.decode()
    entry = Entry.objects.get(verb="ballots.ballot.report", subject=voting.call.code)
    assert entry.texts.get(field="reason").body == "12 biljetten op papier: bus in de Meevaart"


def test_a_visitor_does_not_type_in_paper(voting: Voting, client: Client) -> None:
    for name in ("paper", "stack", "codes", "reissue", "block"):
        assert client.get(voting.call.address(name)).status_code == 403


def test_codes_are_shown_once_and_are_on_no_other_page(voting: Voting, client_as: As) -> None:
    organiser, url = client_as("organiser"), voting.call.address("codes")
    answer = organiser.post(url, {"count": 2, "reason": "balie"})
    code = answer.context["issued"][0].code
    assert code in answer.content.decode() and answer["Cache-Control"] == "no-store"
    assert code not in organiser.get(url).content.decode()


def test_a_whole_file_comes_in_and_half_a_file_does_not(past: Cycle, client_as: As) -> None:
    url = reverse("commissioning:import_vote", args=[past.place.slug, past.slug])
    facts = {"title": "Proef", "body": "Bestuur", "source": "Pabulib"}
    organiser = client_as("organiser")
    half = organiser.post(url, {**facts, "file": SimpleUploadedFile("a.pb", vote_2020()[:90_000])})
    assert "niets ingelezen" in half.content.decode() and not Call.objects.exists()
    assert organiser.post(url, {**facts, "file": SimpleUploadedFile("a.pb", small_file())}).status_code == 302


def test_a_body_over_the_limit_is_refused_before_it_is_read(voting: Voting, client: Client) -> None:
    assert client.post(voting.call.address("vote"), {"code": "x" * 1_100_000}).status_code == 413


def test_what_people_type_does_not_run(cycle: Cycle, cast: Cast, client: Client) -> None:
    call = actions.draft_call(
        cycle, by=cast.organiser, title=NASTY, budget_cents=100_00, body=NASTY, about=NASTY, who=NASTY, funder=NASTY
    )
    actions.add_option(call, by=cast.organiser, title=NASTY, cents=1_00, category=NASTY, summary=NASTY, makers=NASTY)
    give_parts(call, cast)
    call = actions.open_call(call, by=cast.organiser)
    plan = actions.draft_plan(cycle, by=cast.organiser, title=NASTY, what=NASTY)
    for name in ("initiative", "provider"):
        actions.join_plan(plan, by=cast.organiser, party=cast.parties[name], task=NASTY)
    plan = actions.ask_partners(plan, by=cast.organiser)
    option = CallOption.objects.select_related("node__place", "node__cycle").get()
    for url in (call.get_absolute_url(), plan.get_absolute_url(), option.get_absolute_url(), index_of(cycle)):
        page = text(client, url)
        assert "<script>alert" not in page and "<img src=x" not in page


def test_a_draft_is_not_found_by_a_visitor(cycle: Cycle, cast: Cast, client: Client, plan: JointPlan) -> None:
    for thing in (draft_vote(cycle, cast.organiser), plan):
        assert client.get(thing.get_absolute_url()).status_code == 404


def test_a_partner_answers_on_the_page(plan: JointPlan, cast: Cast, cycle: Cycle, client_as: As) -> None:
    plan = actions.ask_partners(plan, by=cast.initiative)
    partner = plan.partners.get(party=cast.parties["provider"])
    url = reverse("commissioning:answer", args=[cycle.place.slug, cycle.slug, plan.code, partner.pk])
    assert client_as("provider").post(url, {"answer": "yes"}).status_code == 302
    assert client_as("resident").get(url).status_code == 403


def test_making_a_round_on_the_web(cycle: Cycle, client_as: As) -> None:
    organiser = client_as("organiser")
    url = reverse("commissioning:new_call", args=[cycle.place.slug, cycle.slug])
    facts = {"title": "Buurtbudget", "route": "vote", "budget_cents": "10.000", "body": "Bestuur", "binds": "advice",
             "max_cost": "1.000", "closes_on": "31-12-2030"}  # fmt: skip
    assert organiser.post(url, facts).status_code == 302
    call = Call.objects.get()
    assert (call.budget_cents, '"max_cost":100000' in call.rule_set) == (10_000_00, True)
    step = reverse("commissioning:call_step", args=[cycle.place.slug, cycle.slug, call.code, "plan-toevoegen"])
    assert organiser.post(step, {"title": "Boom", "cents": "100"}).status_code == 302


def test_receipts_can_be_looked_up(voting: Voting, cast: Cast, client: Client) -> None:
    slip = voting.cast(voting.codes[0], "2")
    call = actions.close_call(voting.call, by=cast.organiser)
    call = count(voting, call)
    assert "zat in de bus" in text(client, f"{call.address('receipts')}?bon={slip.code.lower()}")
    assert "staat niet in de lijst" in text(client, f"{call.address('receipts')}?bon=BN-AAAA-AAAA")
