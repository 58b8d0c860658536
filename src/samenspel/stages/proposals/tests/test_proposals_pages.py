"""The pages of the proposals: what they show, to whom, and at which cost."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.proposals import actions, rules
from samenspel.stages.proposals.forms import amount_of
from samenspel.stages.proposals.models import CostLine, Feasibility, Proposal
from samenspel.stages.proposals.tests.conftest import COSTS, TEXT, TITLE, VISITOR, Many

As = Callable[[str], Client]
INDEX = "/testbuurt/2026/voorstellen/"
HAND_IN = f"{INDEX}inleveren/"
LEAK = "Overlast van de familie Jansen"
SENT = {"title": TITLE, "text": TEXT, "summary": "Samen eten.", "once": "token-1"}


def at(row: Proposal, name: str) -> str:
    return reverse(f"proposals:{name}", args=["testbuurt", "2026", row.code])


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.content[:400]
    return answer.content.decode()


def test_an_empty_list_says_how_to_begin(cycle: Cycle, client: Client) -> None:
    shown = text(client, INDEX)
    assert "Nog geen voorstellen" in shown
    assert HAND_IN in shown


@pytest.mark.parametrize(("count", "who"), [(1, ""), (1, "organiser"), (3, "resident"), (3, ""), (200, "organiser")])
def test_the_list_costs_eight_queries_at_most(
    many: Many, client_as: As, django_assert_max_num_queries: DjangoAssertNumQueries, count: int, who: str
) -> None:
    many(count)
    client = client_as(who)
    with django_assert_max_num_queries(8):
        client.get(INDEX)


@pytest.mark.parametrize("who", ["", "resident", "official"])
def test_a_proposal_costs_eight_queries_at_most(
    told: Proposal, cast: Cast, client_as: As, django_assert_max_num_queries: DjangoAssertNumQueries, who: str
) -> None:
    actions.check_feasibility(told, by=cast.official, answers={"law": ("yes", "")})
    client = client_as(who)
    with django_assert_max_num_queries(8):
        client.get(told.get_absolute_url())


def test_the_list_adds_up_what_is_needed(anonymous: Proposal, client: Client) -> None:
    shown = text(client, INDEX)
    assert "1.250,50" in shown
    assert "40 uur, 60 m²" in shown


def test_choosing_a_part(many: Many, theirs: Proposal, client: Client) -> None:
    many(3)
    assert TITLE not in text(client, f"{INDEX}?theme=thema 1")
    assert "4 voorstellen gevonden" in text(client, f"{INDEX}?state=handed_in")
    assert "Hier is niets bij" in text(client, f"{INDEX}?state=accepted")


@pytest.mark.parametrize("query", ["state=x'--", "theme=%3Cscript%3E", "page=999", "page=-1", "state=handed_in&page=a"])
def test_a_strange_choice_shows_everything(many: Many, client: Client, query: str) -> None:
    many(2)
    assert "Plan 1" in text(client, f"{INDEX}?{query}")


def test_the_page_shows_verdict_reason_and_role(told: Proposal, cast: Cast, client: Client) -> None:
    actions.name_contact(told, by=cast.official, name="Els", reach="020 1", stand_in="Ali")
    actions.decide(told, by=cast.board, accept=False, reason="Te duur.", next_step="Vraag het fonds.")
    shown = text(client, told.get_absolute_url())
    wanted = ("Te duur.", "dagelijks bestuur", "Vraag het fonds.", "De keuken is vol.", "gebiedsteam", "Els", "Ali")
    assert [words for words in wanted if words not in shown] == []


@pytest.mark.parametrize(
    ("who", "seen"), [("", False), ("neighbour", False), ("councillor", False), ("resident", True), ("official", True)]
)
def test_the_maker_hears_the_weighing_first(weighed: Proposal, client_as: As, who: str, seen: bool) -> None:
    client = client_as(who)
    shown = text(client, weighed.get_absolute_url())
    assert [words in shown for words in ("De keuken is vol.", "Kook bij de buren.", "voorlopig: nee")] == [seen] * 3
    assert "De keuken is vol." not in text(client, INDEX)
    assert list(plain_rows(registered()["proposal_weighings"], Actor())) == []


def test_everybody_sees_a_weighing_that_was_told(told: Proposal, client: Client) -> None:
    assert "De keuken is vol." in text(client, INDEX)
    assert "voorlopig: nee" in text(client, told.get_absolute_url())
    assert len(list(plain_rows(registered()["proposal_weighings"], Actor()))) == 1


def test_themes_have_names(cycle: Cycle, client: Client) -> None:
    made = actions.hand_in(cycle, by=VISITOR, title=TITLE, text=TEXT, theme="Samen leven")
    assert made.theme == "together"
    for url in (INDEX, made.get_absolute_url()):
        assert "Samen leven" in text(client, url)
    assert '<option value="together" selected>Samen leven' in text(client, f"{INDEX}?theme=samen-leven")


def test_a_title_that_is_too_long_is_refused(cycle: Cycle, client: Client) -> None:
    assert 'maxlength="120"' not in text(client, HAND_IN)
    answer = client.post(HAND_IN, {**SENT, "title": "a" * 400})
    assert "400" in answer.content.decode()
    assert not Proposal.objects.exists()


def test_what_is_not_public_never_leaks(cycle: Cycle, cast: Cast, client_as: As) -> None:
    draft = actions.draft_proposal(cycle, by=cast.resident, title=LEAK, text=LEAK, summary=LEAK, theme=LEAK)
    gone = actions.hand_in(cycle, by=VISITOR, title=LEAK, text=LEAK, summary=LEAK, theme=LEAK, costs=COSTS)
    actions.hide_proposal(gone, by=cast.organiser, reason="Noemt iemand.")
    for who in ("", "neighbour", "official"):
        client = client_as(who)
        assert LEAK not in text(client, INDEX) + client.get(HAND_IN).content.decode()
        assert [client.get(row.get_absolute_url()).status_code for row in (draft, gone)] == [404, 404]
        assert client.get(at(gone, "receipt")).status_code == 404
    assert LEAK in text(client_as("organiser"), gone.get_absolute_url())
    assert LEAK in text(client_as("resident"), draft.get_absolute_url())


def test_tables_leave_the_house_without_what_is_hidden(cycle: Cycle, cast: Cast, anonymous: Proposal) -> None:
    actions.check_feasibility(anonymous, by=cast.official, answers={"law": ("no", LEAK)})
    actions.hide_proposal(anonymous, by=cast.organiser, reason="Noemt iemand.")
    for name in ("proposals", "proposal_costs", "proposal_checks"):
        assert list(plain_rows(registered()[name], Actor())) == []
    assert CostLine.objects.count() == 3
    assert Feasibility.objects.count() == 1


def test_public_means_visible_to_everybody(cycle: Cycle, cast: Cast, many: Many) -> None:
    many(2)
    actions.draft_proposal(cycle, by=cast.resident, title=LEAK, text=LEAK)
    seen = Proposal.objects.filter(rules.visible_to(Actor()))
    assert set(seen) == set(Proposal.objects.filter(node__public=True))


def test_what_people_type_is_only_text(cycle: Cycle, client: Client) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>[x](javascript:alert(3))"
    made = actions.hand_in(
        cycle, by=VISITOR, title=evil, text=evil, summary=evil, theme="<b>x</b>", where=evil, name=evil, show_name=True
    )
    shown = "".join(text(client, url) for url in (INDEX, made.get_absolute_url(), at(made, "receipt")))
    for bad in ("<script>alert", "<img src=x", "<b>x</b>", 'href="javascript'):
        assert bad not in shown


def test_handing_in_without_an_account_ends_with_a_receipt(cycle: Cycle, client: Client) -> None:
    answer = client.post(HAND_IN, SENT)
    made = Proposal.objects.get()
    assert answer.headers["Location"] == at(made, "receipt")
    shown = text(client, at(made, "receipt"))
    assert made.code in shown
    assert made.node.words in shown


def test_sending_twice_leads_to_the_same_receipt(cycle: Cycle, client: Client) -> None:
    client.post(HAND_IN, SENT)
    again = client.post(HAND_IN, {**SENT, "anyway": "1"})
    assert again.headers["Location"] == at(Proposal.objects.get(), "receipt")


def test_a_second_click_on_a_first_proposal_is_no_likeness(cycle: Cycle, client: Client) -> None:
    first = client.post(HAND_IN, SENT)
    again = client.post(HAND_IN, SENT)
    assert (again.status_code, again.headers.get("Location")) == (302, first.headers["Location"])


def test_alike_is_shown_once_and_never_blocks(anonymous: Proposal, client: Client) -> None:
    first = client.post(HAND_IN, SENT)
    assert "Dit lijkt op een ander voorstel" in first.content.decode()
    assert TEXT in first.content.decode()
    anyway = first.context["form"]["anyway"].value()
    assert client.post(HAND_IN, {**SENT, "anyway": anyway}).status_code == 302
    assert Proposal.objects.count() == 2


def test_a_priority_of_the_agenda_can_be_chosen(priority: Node, cycle: Cycle, client: Client) -> None:
    assert "Elkaar kennen" in client.post(HAND_IN, {**SENT, "step": 1}).content.decode()
    client.post(HAND_IN, {**SENT, "priority": priority.code})
    assert "Elkaar kennen" in text(client, Proposal.objects.get().get_absolute_url())


def test_handing_in_asks_one_thing_a_screen(cycle: Cycle, client: Client) -> None:
    first = client.get(HAND_IN).content.decode()
    assert "Stap 1 van 4" in first and "Hoeveel euro?" not in first
    second = client.post(HAND_IN, {**SENT, "step": 1}).content.decode()
    assert "Stap 2 van 4" in second and TEXT in second and not Proposal.objects.exists()
    assert "Stap 1 van 4" in client.post(HAND_IN, {**SENT, "step": 2, "back": "1"}).content.decode()
    assert client.post(HAND_IN, {**SENT, "step": 4}).status_code == 302


def test_a_wrong_amount_shows_on_its_own_screen(cycle: Cycle, client: Client) -> None:
    sent = {**SENT, "cost_euro": "veel"}
    assert "Stap 2 van 4" in client.post(HAND_IN, {**sent, "step": 1}).content.decode()
    wrong = client.post(HAND_IN, {**sent, "step": 4}).content.decode()
    assert "Stap 3 van 4" in wrong and "error-summary" in wrong


def test_costs_as_people_type_them(cycle: Cycle, client: Client) -> None:
    client.post(HAND_IN, {**SENT, "cost_euro": "€ 1.250,50", "cost_hours": "40 uur", "cost_m2": "60 m2"})
    assert list(CostLine.objects.values_list("kind", "amount")) == [("euro", 125_050), ("hours", 40), ("m2", 60)]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"cost_euro": "-5"}, "min"),
        ({"cost_euro": "veel"}, "alleen cijfers"),
        ({"cost_hours": "-5"}, "niet minder dan nul"),
        ({"cost_hours": "2,5"}, "heel getal"),
        ({"cost_m2": "0"}, "meer dan nul"),
        ({"cost_m2": "9" * 20}, "heel getal"),
        ({"title": ""}, "Vul het in"),
        ({"title": "a\x00b"}, "teken dat wij niet kunnen bewaren"),
        ({"summary": "woord " * 3000}, "te lang"),
    ],
)
def test_nothing_typed_is_lost(cycle: Cycle, client: Client, line: dict[str, str], says: str) -> None:
    answer = client.post(HAND_IN, {**SENT, **line})
    assert not Proposal.objects.exists()
    if answer.status_code == 400:  # NUL: refused at the front door
        return
    shown = answer.content.decode()
    assert TEXT in shown
    assert says in shown


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"what_0": "Eten", "amount_0": "-5", "kind_0": "euro"}, "min"),
        ({"what_0": "Eten", "amount_0": "", "kind_0": "euro"}, "Vul in hoeveel"),
        ({"what_0": "", "amount_0": "5", "kind_0": "euro"}, "waarvoor dit is"),
        ({"what_0": "Eten", "amount_0": "5", "kind_0": "kip"}, ""),
    ],
)
def test_a_wrong_cost_line_keeps_the_others(theirs: Proposal, client_as: As, line: dict[str, str], says: str) -> None:
    good = {"what_1": "Goede regel", "amount_1": "5,50", "kind_1": "euro"}
    shown = client_as("resident").post(at(theirs, "costs"), {**good, **line}).content.decode()
    assert "Goede regel" in shown
    assert says in shown
    assert not CostLine.objects.exists()


def test_three_thousand_words_fit(cycle: Cycle, client: Client) -> None:
    client.post(HAND_IN, {**SENT, "text": "woord " * 3000})
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "typed", "amount"), [("euro", "12", 1200), ("hours", "1.200", 1200), ("m2", "12 m²", 12)]
)
def test_amounts(kind: str, typed: str, amount: int) -> None:
    assert amount_of(kind, typed) == amount


def test_the_desk_enters_paper_for_somebody(cycle: Cycle, client_as: As) -> None:
    paper = {**SENT, "channel": "paper", "on_behalf_of": "Fatima", "name": "", "contact": "f@b.nl", "read_back": "on"}
    client_as("professional").post(HAND_IN, paper)
    made = Proposal.objects.select_related("person", "text").get()
    assert made.person is not None
    assert (made.person.name, made.person.channel, made.text.read_back) == ("Fatima", "paper", True)


def test_screens_are_not_for_everybody(theirs: Proposal, client_as: As) -> None:
    for name in (
        "amend",
        "costs",
        "answer",
        "check",
        "contact",
        "weigh",
        "tell",
        "decide",
        "merge",
        "hide",
        "withdraw",
    ):
        assert client_as("neighbour").get(at(theirs, name)).status_code == 403
        assert client_as("").post(at(theirs, name), {}).status_code == 403


def test_too_early_says_so(theirs: Proposal, client_as: As) -> None:
    assert client_as("official").get(at(theirs, "decide")).status_code == 409


def test_two_people_editing_see_each_others_words(theirs: Proposal, cast: Cast, client_as: As) -> None:
    client = client_as("resident")
    actions.amend(theirs, by=cast.professional, title="Van de ander", text="Woorden van de ander")
    mine = {"title": "Van mij", "text": "Mijn woorden", "seen": theirs.version}
    shown = client.post(at(theirs, "amend"), mine)
    assert "Woorden van de ander" in shown.content.decode()
    assert "Mijn woorden" in shown.content.decode()
    again = {**mine, "seen": shown.context["form"]["seen"].value()}
    assert client.post(at(theirs, "amend"), again).status_code == 302


def test_the_whole_way_through_the_pages(theirs: Proposal, client_as: As) -> None:
    official, board = client_as("official"), client_as("board")
    checks = {f"{part}_{name}": {"answer": "yes", "note": ""}[part] for part in ("answer", "note") for name in CHECKS}
    official.post(at(theirs, "check"), checks)
    official.post(at(theirs, "contact"), {"name": "Els", "reach": "020 1", "stand_in": "Ali"})
    verdict = {"verdict": "no", "reason": "Te duur.", "next_step": "", "on": ""}
    assert "Zet bij een nee wat er wel kan." in official.post(at(theirs, "weigh"), verdict).content.decode()
    official.post(at(theirs, "weigh"), {**verdict, "next_step": "Vraag de buren."})
    official.post(at(theirs, "tell"), {"how": "Gebeld", "on": ""})
    board.post(at(theirs, "decide"), {"verdict": "no", "reason": "Echt te duur.", "next_step": "Vraag het fonds."})
    assert Proposal.objects.get().state == "declined"
    assert Feasibility.objects.filter(answer="yes").count() == 10


CHECKS = ("budget", "one_off", "upkeep", "law", "policy", "owner", "permit", "spot_free", "no_clash", "common_good")


def test_makers_change_their_costs_and_step_back(theirs: Proposal, client_as: As) -> None:
    client = client_as("resident")
    client.post(at(theirs, "costs"), {"what_0": "Thee", "amount_0": "3,50", "kind_0": "euro"})
    assert CostLine.objects.get().amount == 350
    assert "3,50" in text(client, at(theirs, "costs"))
    client.post(at(theirs, "withdraw"), {})
    assert "Het lukt de maker nu niet" in text(client, theirs.get_absolute_url())


def test_merging_taking_away_and_publishing(theirs: Proposal, anonymous: Proposal, client_as: As) -> None:
    client = client_as("organiser")
    both = {"into": anonymous.code, "maker_agrees": "on", "other_maker_agrees": "on", "agreed": "Aan tafel"}
    client.post(at(theirs, "merge"), both)
    client.post(at(anonymous, "hide"), {"reason": "Fout"})
    client.post(at(anonymous, "show"), {"reason": "Toch goed"})
    client.post(f"{INDEX}uitgeven/", {"reason": "Klaar", "missing": "Jongeren"})
    assert "Uitgave 1" in text(client, INDEX)
    assert "Aan tafel" in text(client, theirs.get_absolute_url())


def test_a_draft_is_handed_in_later(cycle: Cycle, client_as: As) -> None:
    client = client_as("resident")
    assert client_as("").get(f"{INDEX}concept/").status_code == 403
    client.post(f"{INDEX}concept/", {"title": TITLE, "text": TEXT})
    made = Proposal.objects.get()
    assert client_as("").get(made.get_absolute_url()).status_code == 404
    assert TITLE in text(client, INDEX)
    client.post(at(made, "hand_in_draft"), {})
    assert TITLE in text(client_as(""), INDEX)


def test_stepping_back_after_a_yes(told: Proposal, cast: Cast, client: Client) -> None:
    actions.decide(told, by=cast.board, accept=True, reason="Goed plan.")
    actions.withdraw(told, by=cast.resident)
    shown = text(client, told.get_absolute_url())
    assert "Het lukt de maker nu niet" in shown
    assert "Goed plan." not in shown
