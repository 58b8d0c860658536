"""Every page of places, people and rounds, over HTTP."""

import re
from collections.abc import Callable, Iterable

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samenspel.kernel.access import actions as access
from samenspel.kernel.access.queries import mandates_of
from samenspel.kernel.cycle import queries as cycles
from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.people import queries as people
from samenspel.kernel.people.models import Account, Party, Person
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast

Browser = Callable[[str], Client]
GROUP = "/testbuurt/groep/partij-carla/"
PUBLIC = (
    "/testbuurt/groep/", GROUP, "/testbuurt/2026/", "/testbuurt/2026/afspraak/", "/testbuurt/2026/kalender/",
    "/testbuurt/2026/toen-en-nu/", "/testbuurt/besluiten-door-wie/", "/testbuurt/rollen/", "/mijn/gewist/",
    "/inloggen/login/", "/inloggen/signup/", "/inloggen/login/code/",
)  # fmt: skip
MINE = (
    "/mijn/", "/mijn/berichten/", "/mijn/gegevens/", "/mijn/gegevens.json", "/mijn/e-mailadres/",
    "/mijn/e-mailadres/code/", "/mijn/wissen/", "/testbuurt/groep/nieuw/", f"{GROUP}meedoen/",
    f"{GROUP}stoppen/", "/testbuurt/belang/", "/inloggen/2fa/", "/inloggen/2fa/webauthn/",
    "/inloggen/2fa/webauthn/add/", "/inloggen/2fa/totp/activate/", "/inloggen/3rdparty/",
)  # fmt: skip
OF_THE_GROUP = (
    *(f"{GROUP}{page}/" for page in ("bijwerken", "splitsen", "samengaan", "opheffen", "schakels")),
    "/testbuurt/2026/afspraak/trust/", "/testbuurt/2026/toen-en-nu/schrijven/",
)  # fmt: skip
OF_THE_ORGANISER = (
    "/testbuurt/2026/opbrengst/volgende-ronde/", "/testbuurt/2026/afsluiten/", "/testbuurt/2026/stap/agenda/",
    "/testbuurt/2026/stap/agenda/overslaan/", "/testbuurt/2026/kalender/nieuw/",
    "/testbuurt/besluiten-door-wie/nieuw/", "/testbuurt/rollen/nieuw/",
)  # fmt: skip


def mailed_code() -> str:
    """The code in the last mail, on a line of its own."""
    found = re.search(r"^[0-9A-Z]{3,}-?[0-9A-Z]{3,}$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found is not None
    return found[0]


def statuses(browser: Client, urls: Iterable[str]) -> set[int]:
    return {browser.get(url).status_code for url in urls}


def test_everybody_reads(cast: Cast, cycle: Cycle, body: Body, client: Client) -> None:
    assert statuses(client, PUBLIC) == {200}


def test_a_visitor_is_asked_to_log_in(cast: Cast, cycle: Cycle, client: Client) -> None:
    answers = [client.get(url) for url in MINE + OF_THE_GROUP + OF_THE_ORGANISER]
    assert {(a.status_code, a["Location"][:10]) for a in answers} == {(302, "/inloggen/")}


def test_my_pages_open_for_everybody_logged_in(cycle: Cycle, client_as: Browser) -> None:
    EmailAddress.objects.update(verified=True)
    assert statuses(client_as("resident"), MINE) == {200}


def test_only_the_group_writes_its_pages(cycle: Cycle, client_as: Browser) -> None:
    assert statuses(client_as("initiative"), OF_THE_GROUP) == {200}
    assert statuses(client_as("resident"), OF_THE_GROUP) == {403}


def test_only_the_organiser_runs_the_round(cycle: Cycle, client_as: Browser) -> None:
    assert statuses(client_as("organiser"), OF_THE_ORGANISER) == {200}
    assert statuses(client_as("resident"), OF_THE_ORGANISER) == {403}


def test_what_is_not_there_says_so(cycle: Cycle, client_as: Browser) -> None:
    gone = (
        "/nergens/groep/",
        "/nergens/2026/",
        "/testbuurt/1999/",
        "/testbuurt/groep/niemand/",
        "/testbuurt/2026/stap/x/",
    )
    assert statuses(client_as("organiser"), gone) == {404}


def test_place_and_round_cost_one_query(
    cycle: Cycle, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4):  # round, stages, lessons, warnings
        client.get("/testbuurt/2026/")


def test_no_page_asks_much_of_the_database(
    cast: Cast, cycle: Cycle, body: Body, client_as: Browser, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_as("initiative")
    for url in PUBLIC[:8]:
        with django_assert_max_num_queries(8):
            browser.get(url)


def test_a_page_that_only_reads_takes_no_form(cycle: Cycle, client: Client) -> None:
    answer = client.post("/testbuurt/2026/")
    assert answer.status_code == 405
    assert "GET" in answer["Allow"]


def test_a_group_in_a_minute(cast: Cast, place: Place, client_as: Browser) -> None:
    form = {"name": "De Tuin", "kind": "community"}
    answer = client_as("resident").post("/testbuurt/groep/nieuw/", form, follow=True)
    assert answer.redirect_chain[-1][0] == "/testbuurt/groep/de-tuin/"
    assert "De Tuin" in answer.content.decode()


def test_sending_twice_begins_one_group(cast: Cast, place: Place, client_as: Browser) -> None:
    browser, form = client_as("resident"), {"name": "De Tuin", "kind": "community", "once": "same"}
    browser.post("/testbuurt/groep/nieuw/", form)
    again = browser.post("/testbuurt/groep/nieuw/", form)
    assert again.status_code == 200
    assert Party.objects.filter(name="De Tuin").count() == 1


def test_two_people_editing_is_noticed(cast: Cast, place: Place, client_as: Browser) -> None:
    browser, form = client_as("initiative"), {"name": "Partij Carla", "phase": "start", "seen": 99, "needs": "Grond"}
    answer = browser.post(f"{GROUP}bijwerken/", form)
    assert answer.status_code == 200
    assert "Grond" in answer.content.decode()


def test_joining_and_leaving(cast: Cast, place: Place, client_as: Browser) -> None:
    browser, party = client_as("resident"), cast.parties["initiative"]
    browser.post(f"{GROUP}meedoen/", {"shown": "on"})
    assert people.membership(party, cast.resident.person) is not None
    browser.post(f"{GROUP}stoppen/")
    assert people.membership(party, cast.resident.person) is None


def test_the_group_lets_somebody_speak(cast: Cast, place: Place, client_as: Browser) -> None:
    client_as("resident").post(f"{GROUP}meedoen/")
    row = people.membership(cast.parties["initiative"], cast.resident.person)
    assert row is not None
    client_as("initiative").post(f"{GROUP}woordvoerder/{row.pk}/", {"speaks": "1"})
    row.refresh_from_db()
    assert row.speaks_for


def test_the_organiser_moves_and_skips_a_stage(cycle: Cycle, client_as: Browser) -> None:
    browser = client_as("organiser")
    browser.post("/testbuurt/2026/stap/agenda/", {"state": "busy"})
    browser.post("/testbuurt/2026/stap/plan/overslaan/", {"reason": "Volgend jaar"})
    states = {s.stage: s.state for s in cycles.stages_of(cycle)}
    assert (states["agenda"], states["plan"]) == ("busy", "skipped")


def test_a_party_marks_a_condition(cast: Cast, cycle: Cycle, client_as: Browser) -> None:
    form = {"party": cast.parties["official"].pk, "mark": "working", "what_we_do": "Wij komen elke maand"}
    client_as("official").post("/testbuurt/2026/afspraak/trust/", form)
    assert "Wij komen elke maand" in Client().get("/testbuurt/2026/afspraak/").content.decode()


def test_a_party_never_marks_for_another(cast: Cast, cycle: Cycle, client_as: Browser) -> None:
    form = {"party": cast.parties["initiative"].pk, "mark": "there"}
    assert client_as("official").post("/testbuurt/2026/afspraak/trust/", form).status_code == 200
    assert all(row.marks == () for row in cycles.start_agreement(cycle))


def test_giving_and_ending_a_role(cast: Cast, place: Place, client_as: Browser) -> None:
    browser = client_as("organiser")
    browser.post(
        "/testbuurt/rollen/nieuw/", {"person": "resident@example.org", "role": "editor", "given_by": "overleg"}
    )
    mandate = mandates_of(cast.accounts["resident"].person_id or 0).get()
    browser.post(f"/testbuurt/rollen/{mandate.pk}/einde/", {"reason": "Verhuisd"})
    assert not mandates_of(cast.accounts["resident"].person_id or 0).exists()


@pytest.mark.parametrize("page", ["/testbuurt/wie-mag-wat/", "/testbuurt/wacht-op-u/", "/mijn/"])
def test_an_organiser_finds_where_to_give_roles(page: str, cycle: Cycle, client_as: Browser) -> None:
    assert 'href="/testbuurt/rollen/"' in client_as("organiser").get(page).content.decode()
    assert 'href="/testbuurt/rollen/"' not in client_as("resident").get(page).content.decode()


def test_own_data_holds_the_own_address_only(cast: Cast, client_as: Browser) -> None:
    text = client_as("resident").get("/mijn/gegevens.json").content.decode()
    assert "resident@example.org" in text
    assert "neighbour@example.org" not in text


def test_erasing_logs_out_and_forgets(cast: Cast, client_as: Browser) -> None:
    browser = client_as("resident")
    assert browser.post("/mijn/wissen/").status_code == 200
    assert browser.post("/mijn/wissen/", {"sure": "on"})["Location"] == "/mijn/gewist/"
    assert browser.get("/mijn/").status_code == 302
    assert Person.objects.get(pk=cast.resident.person or 0).name == ""


def test_acting_for_a_party_is_remembered(cast: Cast, place: Place, client_as: Browser) -> None:
    browser, own = client_as("initiative"), cast.parties["initiative"].pk
    browser.post("/mijn/namens/", {"party": own})
    assert browser.session["acting_party"] == own
    browser.post("/mijn/namens/", {"party": cast.parties["official"].pk})
    assert browser.session["acting_party"] is None


def test_another_address_needs_the_code_from_the_mail(cast: Cast, client_as: Browser) -> None:
    browser = client_as("resident")
    browser.post("/mijn/e-mailadres/", {"email": "nieuw@example.org"})
    code = re.findall(r"\b\d{6}\b", str(mail.outbox[0].body))[0]
    assert (mail.outbox[0].to, code in mail.outbox[0].body) == (["nieuw@example.org"], True)
    assert browser.post("/mijn/e-mailadres/code/", {"code": "geraden"}).status_code == 200
    browser.post("/mijn/e-mailadres/code/", {"code": code})
    assert Account.objects.get(pk=cast.accounts["resident"].pk).email == "nieuw@example.org"
    assert mail.outbox[-1].to == ["resident@example.org"]


def test_signing_up_by_mailed_code_reaches_the_journal(place: Place, client: Client) -> None:
    client.post("/inloggen/signup/", {"email": "nieuw@example.org"})
    client.post("/inloggen/confirm-email/", {"code": mailed_code()})
    assert client.get("/mijn/").status_code == 200
    assert Account.objects.get(email="nieuw@example.org").person is not None
    assert Entry.objects.filter(verb="people.account.register").count() == 1


def test_logging_in_by_mailed_code(cast: Cast, client: Client) -> None:
    client.post("/inloggen/login/", {"login": "resident@example.org"})
    client.post("/inloggen/login/code/confirm/", {"code": mailed_code()})
    assert client.get("/mijn/").status_code == 200


@pytest.mark.parametrize("url", ["/inloggen/email/", "/inloggen/password/change/", "/inloggen/password/reset/"])
def test_pages_of_the_library_that_do_not_belong_here_lead_away(url: str, db: None, client: Client) -> None:
    assert client.get(url).status_code == 302


def test_a_staff_session_page_exists_only_for_administrators(cast: Cast, client_as: Browser) -> None:
    Authenticator.objects.create(user=cast.accounts["neighbour"], type=Authenticator.Type.WEBAUTHN, data={})
    access.make_staff(cast.accounts["neighbour"], by=STAFF, given_by="bestuur")
    assert client_as("resident").get("/beheer/").status_code == 404
    assert client_as("neighbour").get("/beheer/").status_code == 200
