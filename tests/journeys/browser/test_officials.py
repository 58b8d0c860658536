"""Four people at a desk: a neighbourhood professional, a civil servant, a council member and a provider."""

from __future__ import annotations

import pytest

from tests.journeys.browser.conftest import Street
from tests.journeys.browser.person import Person
from tests.journeys.world import ASKED, NEXT_YEAR

pytestmark = pytest.mark.browser
SHEET = ("Minder plastic in het park.", "Meer bankjes voor ouderen.")


def test_a_professional_enters_paper_reads_harvests_and_publishes(street: Street) -> None:
    visitor = street.world("visitor", "ophalen/").click("Breng iets in")
    visitor.send("Geef het door", {"In uw eigen woorden": "Een fontein."})
    desk = street("professional", "/testbuurt/").click("Ophalen").click("Voer een papieren blad in")
    desk.send("Voer het blad in", {
        "Welk blad of welke tafel?": "Tafel 4", "Regel 1": SHEET[0], "Thema van regel 1": "Groen en schoon",
        "Regel 2": SHEET[1], "Thema van regel 2": "Groen en schoon", "Hoe kwam dit binnen?": "paper",
        "Waar of bij welke tafel?": "tafel 4, 12 maart", "Voor wie schrijft u dit op?": "mensen aan tafel 4",
        "Ik heb het teruggelezen en het klopt": True})  # fmt: skip
    desk.sees(*SHEET)
    desk.click("Klaar").click("Lees nieuwe bijdragen")
    while desk.button("Toon deze bijdrage").count():
        desk.send("Toon deze bijdrage")
    harvest(desk)
    publish(desk)
    street("visitor", "ophalen/").sees("Groen mag schoner")
    street.journal().sees("op papier", "Bijdrage tonen", "Het is af genoeg.")


def harvest(desk: Person) -> None:
    """Two lines of a sheet become what was heard."""
    desk.go("/testbuurt/2026/ophalen/").click("Groen en schoon").click("Schrijf op wat we hoorden")
    desk.send("Bewaar", {"Wat we hoorden": "Groen mag schoner, en er mag meer te zitten zijn."})


def publish(desk: Person) -> None:
    desk.go("/testbuurt/2026/ophalen/").click("Geef uit wat we hoorden")
    desk.send("Geef dit uit", dict(zip(ASKED, ("Het is af genoeg.", "Winkeliers."), strict=True)))
    desk.sees("Ophalen, uitgave 1")


def test_a_civil_servant_weighs_answers_plans_and_shows_money(street: Street) -> None:
    wait_for_the_official(street)
    desk = street("official", "/testbuurt/")
    weigh(desk)
    answer(desk)
    plan(desk)
    money(desk)
    street("visitor", "geld/vragen/").sees("Wanneer komt de kraan terug?")
    street.journal().sees("Voorlopig wegen", "Antwoord geven", "Een planregel maken", "Een bedrag opschrijven")


def wait_for_the_official(street: Street) -> None:
    """A proposal is in, and a question that the editors let through."""
    world = street.world
    world("visitor", "voorstellen/inleveren/").send("Lever het voorstel in", {
        "Hoe heet uw voorstel?": "Een kraan op het plein", "Wat wilt u doen?": "Water voor iedereen."})  # fmt: skip
    world("visitor", "geld/").click("Stel een vraag").send("Stel de vraag", {
        "Uw vraag in één zin": "Wanneer komt de kraan terug?", "Waarom wilt u dit weten?": "Het is warm.",
        "Aan wie vraagt u het?": "Partij Esra"})  # fmt: skip
    world("professional", "geld/vragen/nieuw/").click("Wanneer komt de kraan terug?")
    world("professional", world.walkers["professional"].url).click("Toon deze vraag").send("Toon deze vraag")


def weigh(desk: Person) -> None:
    desk.click("Mijn pagina").click("Dit wacht op u").click("Voorstellen zonder voorlopige weging")
    desk.click("Een kraan op het plein").click("Voorlopig wegen")
    desk.send("Bewaar de voorlopige weging", {"Wat is het antwoord?": "Ja", "Waarom?": "Het past bij het plan."})
    desk.sees("Voorlopig")


def answer(desk: Person) -> None:
    desk.click("Mijn pagina").click("Dit wacht op u").click("Vragen die op uw antwoord wachten")
    desk.click("Wanneer komt de kraan terug?").click("Geef antwoord")
    desk.send("Geef antwoord", {
        "Het antwoord, met de reden": "In april. Dan vriest het niet meer.", "Uw naam en functie": "Esra, gebiedsteam",
    })  # fmt: skip
    desk.sees("In april.")


def plan(desk: Person) -> None:
    desk.click("De tafel").click("Gebiedsplan").click("Maak een planregel")
    desk.send("Bewaar als concept", {
        "Hoe heet het, in één zin?": "Een kraan op het plein", "Wat gaan we doen?": "Een kraan plaatsen.",
        "Wanneer is het klaar?": "30 juni 2099", "Hoeveel geld is er nodig?": "4.500"})  # fmt: skip
    desk.sees("4.500")


def money(desk: Person) -> None:
    desk.click("Geld").click("Zo begint u met geld").click("Schrijf een bedrag op").click("Voeg een bron toe")
    desk.send("Bewaar", {
        "Van wie is het?": "Gemeente Testdam", "Welk stuk is het?": "Begroting", "Hoe ver is dit geld?": "adopted",
    })  # fmt: skip
    desk.send("Bewaar", {
        "Waar is dit geld voor?": "Drinkwater", "Waar staat het?": "Gemeente Testdam", "Jaar": "2026",
        "Hoe ver is dit geld?": "adopted", "Hoeveel is het?": "4.500", "Hoe zeker is het?": "measured",
        "Hoe is het gerekend?": "Bladzijde 12."})  # fmt: skip
    desk.sees("Drinkwater", "4.500")


def test_a_council_member_reads_asks_and_pledges(street: Street) -> None:
    desk = street("councillor", "/testbuurt/").click("De buurt in tien minuten")
    assert desk.heading == "De buurt in tien minuten"
    desk.click("Stel een vraag").send("Stel de vraag", {
        "Uw vraag in één zin": "Hoeveel geld is er voor groen?", "Waarom wilt u dit weten?": "Voor de begroting.",
        "Of schrijf de naam op": "De wethouder"})  # fmt: skip
    desk.sees("Hoeveel geld is er voor groen?")
    desk.click("De tafel").click("Iedereen die meedoet").click("Begin een groep")
    desk.send("Begin de groep", {"Hoe heet uw groep?": "Fractie Hugo", "Wat doet u samen?": "Wij zitten in de raad."})
    promise(desk, "Fractie Hugo", "Wij vragen de wethouder in juni naar het groen.")
    street("visitor", "/testbuurt/beloften/").sees("Fractie Hugo")
    street.journal().sees("Fractie Hugo")


def promise(desk: Person, party: str, words: str) -> None:
    desk.click("De tafel").click("Buurtpact").click("Beloof iets")
    desk.send("Beloof dit", {
        "Wie belooft dit?": party, "Wat belooft u?": words, "Of aan wie?": "Alle bewoners",
        "Voor welke dag?": NEXT_YEAR})  # fmt: skip
    desk.sees(words)


def test_a_provider_says_what_is_good_promises_and_reports(street: Street) -> None:
    desk = street("provider", "/testbuurt/").click("Kwaliteit").click("Schrijf op wat goed is")
    desk.send("Begin de afspraak", {
        "Hoe heet de afspraak?": "Goede zorg thuis", "Waarover spreekt u af wat goed is?": "De zorg aan huis",
        "Namens welke partij?": "Partij Ina"})  # fmt: skip
    desk.send("Bewaar de zin", {"Wij spreken van goed als …": "er steeds dezelfde mensen komen."})
    desk.click("Op tafel leggen").send("Leg dit op tafel")
    desk.click("Tekenen namens een partij").send("Wij tekenen", {"Namens welke partij?": "Partij Ina"})
    desk.sees("Partij Ina")
    promise(desk, "Partij Ina", "Elke klant krijgt één vaste verzorger.")
    desk.click("De belofte is gehouden").send("Ja, dit is gedaan", {"Hoe ging het?": "Sinds mei is het zo."})
    street("visitor", "/testbuurt/beloften/").sees("Partij Ina")
    street.journal().sees("Goede zorg thuis", "De belofte is gehouden")
