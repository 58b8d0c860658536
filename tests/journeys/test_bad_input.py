"""What people get wrong, too late or twice: a clear sentence, and what was there is still there."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from samenspel.instruments.stories.models import Story
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.agenda.models import Priority
from samenspel.stages.pact.models import Commitment
from samenspel.stages.plan.models import PlanLine
from samenspel.stages.proposals.models import Proposal
from tests.journeys.ballot import open_vote
from tests.journeys.walker import Walker
from tests.journeys.world import NEXT_YEAR, World

ALPHABET = "ACDEFHKMNPRTWY"  # signs of a code that look like no other


@pytest.fixture
def world(cycle: Cycle, cast: Cast) -> World:
    return World(cast, cycle)


def hand_in(world: World, **more: str) -> Walker:
    page = world("visitor", "voorstellen/inleveren/")
    words = {"Hoe heet uw voorstel?": "Samen koken", "Wat wilt u doen?": "Elke zondag koken."}
    return page.post("Lever het voorstel in", {**words, **more})


def draft(world: World) -> Walker:
    page = world("professional", "agenda/nieuw/")
    return page.send("Bewaar het concept", {"In een paar woorden": "Groen", "Wat willen wij?": "Meer bomen."})


# Codes


def test_a_slip_in_a_code_is_caught_and_answered_with_the_right_one(world: World) -> None:
    code = hand_in(world).code()
    wrong = code[:-1] + next(sign for sign in ALPHABET if sign != code[-1])
    for typed in (f"/d/{wrong}/", f"/d/?code={wrong.lower()}"):
        page = Walker().go(typed, 404)
        assert page.has("Er zit een tikfout in deze code.") and page.has("Bedoelt u misschien een van deze?")
        assert page.click(code).has("Samen koken")


def test_a_code_may_be_typed_without_a_dash_and_in_small_letters(world: World) -> None:
    code = hand_in(world).code()
    for typed in (code.lower(), code.replace("-", " "), code.replace("-", ""), f"  {code} "):
        assert Walker().go(f"/d/?code={typed}").url.endswith(f"/d/{code}/")


def test_a_voting_code_never_gets_a_suggestion(world: World) -> None:
    vote = open_vote(world.cycle, world.cast, codes=1)
    code = vote.codes[0]
    wrong = ("Z" if code[0] != "Z" else "Y") + code[1:]
    page = vote.voter().post("Verder", {"Uw code": wrong})
    assert not page.has("Bedoelt u") and not page.has(code) and not page.has(wrong)
    for typed in (code, wrong):
        page = Walker().go(f"/d/?code={typed}", 404)
        assert not page.has("Bedoelt u") and vote.url not in {a.attrs.get("href") for a in page.page.all("a")}


# Limits


def test_a_body_over_the_limit_is_not_read(world: World) -> None:
    url = f"{world.round}profiel/verhalen/vertellen/"
    answer = Client().post(url, {"words": "x" * 1_100_000})
    assert answer.status_code == 413 and "te groot" in answer.content.decode()
    assert not Story.objects.exists()


@pytest.mark.parametrize("address", ["/d/a%00b/", "/d/?code=%00", "/testbuurt/zoeken/?q=%00", "/d/?code=" + "x" * 5000])
def test_an_address_that_cannot_be_is_400(world: World, address: str) -> None:
    assert Walker().go(address, 400).has("Er is niets veranderd en niets weg.")


def test_a_sign_that_cannot_be_kept_is_said_beside_the_field(world: World) -> None:
    page = hand_in(world, **{"Hoe heet uw voorstel?": "Samen\x00koken"})
    assert "een teken dat wij niet kunnen bewaren" in page.complaints()[0]
    assert page.has("Elke zondag koken.") and not Proposal.objects.exists()


@pytest.mark.parametrize("page", ["0", "-1", "x", "9999", "1'"])
def test_a_page_that_is_not_there_is_no_error(world: World, page: str) -> None:
    for room in ("voorstellen/", "profiel/verhalen/", "ophalen/bijdragen/", "geld/subsidies/", "agenda/"):
        assert world("visitor", f"{room}?page={page}").status == 200


# Twice, and two people


def test_sending_the_same_form_twice_gives_one_proposal_and_the_same_receipt(world: World) -> None:
    page = world("visitor", "voorstellen/inleveren/")
    form, url = page.page, page.url
    words = {"Hoe heet uw voorstel?": "Samen koken", "Wat wilt u doen?": "Elke zondag koken."}
    first = page.send("Lever het voorstel in", words).url
    page.page, page.url = form, url
    page.send("Lever het voorstel in", words)
    if page.has("Dit lijkt op een ander voorstel"):  # their own, a moment ago: pressing on shows the receipt
        page.send("Lever het voorstel in")
    assert page.url == first and Proposal.objects.count() == 1


def test_pressing_a_button_twice_says_that_it_was_done(world: World) -> None:
    page = draft(world).click("Aan de buurt voorleggen")
    form, url = page.page, page.url
    page.send("Leg dit voor")
    page.page, page.url = form, url
    said = " ".join(page.post("Leg dit voor").complaints()) or page.page.text
    assert "Dit hadden wij al van u." in said or "Dit kan nu niet" in said
    assert Priority.objects.get().state == "open"


def test_two_people_editing_see_each_others_words(world: World) -> None:
    url = draft(world).url
    one, other = world("professional", url).click("Tekst aanpassen"), world("organiser", url).click("Tekst aanpassen")
    one.send("Bewaar de tekst", {"Wat willen wij?": "Bomen in elke straat."})
    other.post("Bewaar de tekst", {"Wat willen wij?": "Bloemen."})
    assert other.has("Iemand anders was u voor") and other.has("Bomen in elke straat.") and other.has("Bloemen.")
    assert Priority.objects.get().statement == "Bomen in elke straat."
    other.send("Bewaar de tekst", {"Wat willen wij?": "Bomen en bloemen."})
    assert Priority.objects.get().statement == "Bomen en bloemen."


# Dates and amounts


def test_a_promise_for_a_day_that_has_been(world: World) -> None:
    page = world("initiative", "pact/").click("Beloof iets")
    facts = {"Wie belooft dit?": "Partij Carla", "Wat belooft u?": "Een pad.", "Of aan wie?": "Alle bewoners"}
    yesterday = (timezone.localdate() - timedelta(days=1)).strftime("%d-%m-%Y")
    for day in (yesterday, "31-2-2027", "morgen", "1 maart 1999"):
        page.post("Beloof dit", {**facts, "Voor welke dag?": day})
        assert page.complaints() and "Een pad." in {kept.attrs.get("value") for kept in page.page.all("input")}, day
        facts = {}  # said before; it travels along
    assert not Commitment.objects.exists()
    page.send("Beloof dit", {"Voor welke dag?": NEXT_YEAR})
    assert Commitment.objects.get().title == "Een pad."


AMOUNTS = {
    "-5": "Een bedrag kan hier niet onder nul zijn.",
    "1,5": "Na de komma staan twee cijfers.",
    "tien": "In een bedrag staan alleen cijfers.",
    "1.2.3": "Dit bedrag begrijpen wij niet.",
    "1e9": "In een bedrag staan alleen cijfers.",
    "99999999999999": "Dit bedrag is te hoog.",
}


def test_wrong_amounts_are_said_beside_the_field(world: World) -> None:
    page = world("official", "plan/nieuw/")
    facts = {"Hoe heet het, in één zin?": "De tuin", "Wat gaan we doen?": "Een pad."}
    for typed, sentence in AMOUNTS.items():
        page.post("Bewaar als concept", {**facts, "Hoeveel geld is er nodig?": typed})
        assert sentence in " ".join(page.complaints()) and page.has("Een pad."), typed
    assert not PlanLine.objects.exists()


@pytest.mark.parametrize("typed", ["1.250,50", "€ 1250,50", "1 250,50", "1250.50"])
def test_amounts_as_people_write_them(world: World, typed: str) -> None:
    page = world("official", "plan/nieuw/")
    facts = {"Hoe heet het, in één zin?": "De tuin", "Wat gaan we doen?": "Een pad."}
    page.send("Bewaar als concept", {**facts, "Hoeveel geld is er nodig?": typed})
    assert PlanLine.objects.get().needs_cents == 125_050


# Too late


def test_a_ballot_paper_that_lay_too_long_asks_the_code_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    vote = open_vote(world.cycle, world.cast, codes=1)
    page = vote.voter().send("Verder", {"Uw code": vote.codes[0]})
    later = time.time() + 3 * 60 * 60
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert page.post("Bewaar en ga verder").has("Dit duurde te lang. Vul uw code nog eens in.")


def test_a_mailed_code_that_is_too_old_changes_nothing(
    world: World, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = world("resident", "/mijn/e-mailadres/").send(values={"Uw nieuwe e-mailadres": "nieuw@example.org"})
    code = re.findall(r"\b\d{6}\b", str(mailoutbox[-1].body))[0]
    later = time.time() + 60 * 60
    monkeypatch.setattr("samenspel.kernel.people.new_email.time.time", lambda: later)
    page.post("", {"Code uit de e-mail": code})
    assert "Deze code klopt niet, of is te oud. Vraag zo nodig een nieuwe code." in " ".join(page.complaints())
    assert page.go("/mijn/e-mailadres/").has("resident@example.org")


def test_a_form_without_its_hidden_token_is_refused_with_a_way_back(world: World) -> None:
    page = Walker().go(f"{world.round}voorstellen/inleveren/")
    page.client.cookies.clear()
    page.post("Lever het voorstel in", {"Hoe heet uw voorstel?": "Samen", "Wat wilt u doen?": "Koken"})
    assert page.status == 403 and not Proposal.objects.exists()
    assert page.page.text and "CSRF" not in page.page.text
