"""A small live vote, prepared through the pages of the organiser."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from tests.journeys.walker import Walker
from tests.journeys.world import World

PLANS = (("Een kamer voor meiden", "8.500"), ("Samen koken", "3.500"), ("Bankjes in de schaduw", "4.800"))

HOLDERS = ("organiser", "board", "finance")
ASKED = tuple(f"E-mailadres van de {which} sleutelhouder" for which in ("eerste", "tweede", "derde"))


@dataclass
class Vote:
    """An open vote: its page, the codes in the letters, and the parts of the key on paper."""

    world: World
    url: str
    codes: list[str]
    parts: dict[str, str]  # holder -> what is on paper

    def voter(self) -> Walker:
        """Somebody new with a letter, on the page of the vote."""
        return Walker().go(self.url).click("Ik heb een code: stemmen")

    def cast(self, code: str, *plans: str) -> Walker:
        """The four screens: code, plans, check, receipt."""
        page = self.voter().send("Verder", {"Uw code": code})
        return choose(page, *plans).send("Ja, dit is mijn stem")

    def close(self) -> Walker:
        """The organiser closes the box."""
        return self.world("organiser", self.url).click("De ronde sluiten").send()

    def hand_in(self, who: str, part: str) -> Walker:
        """A key holder gives a part of the key on the own page."""
        page = self.world(who, self.url).click("Uw deel van de sleutel").click("Lever mijn deel in")
        return page.post("Lever mijn deel in", {"Uw deel van de sleutel": part})


def choose(page: Walker, *plans: str) -> Walker:
    """Tick exactly these plans and go on to the check."""
    rows = {row.text: row for row in page.page.with_class("choice")}
    ticks = {words: any(words.startswith(plan) for plan in plans) for words in rows}
    for words, row in rows.items():
        box = next(row.all("input"))
        box.attrs.pop("checked", None)
        if ticks[words]:
            box.attrs["checked"] = ""
    return page.send("Bewaar en ga verder")


def take_part(world: World, who: str, url: str) -> str:
    """A key holder sees the own part, writes it down and says so."""
    page = world(who, f"{url}sleutel/").send("Toon mijn deel")
    part = next(page.page.with_class("code-words")).text
    page.send("Ja, ik heb mijn deel bewaard")
    return part


def open_vote(cycle: Cycle, cast: Cast, codes: int = 4) -> Vote:
    """Prepare, open, and print the letters."""
    world = World(cast, cycle)
    page = world("organiser", "buurtbesteden/").click("Bereid een ronde voor")
    page.send(values={
        "Hoe heet de ronde?": "Buurtbudget", "Hoeveel geld is er?": "12.500", "Wie legt het geld in?": "Stadsdeel",
        "Wie besluit er volgens de wet?": "Dagelijks bestuur", "Samen hoogstens hoeveel euro kiezen?": "12.500",
    })  # fmt: skip
    url = page.url
    for title, cents in PLANS:
        page.click("Plan op het stembiljet zetten")
        page.send(values={"Hoe heet het plan?": title, "Wat kost het?": cents})
    addresses = [f"{who}@example.org" for who in HOLDERS]
    page.click("Sleutelhouders aanwijzen").send(values=dict(zip(ASKED, addresses, strict=True)))
    parts = {who: take_part(world, who, url) for who in HOLDERS}
    page = world("organiser", url).click("De ronde openen").send()
    page.click("Stemcodes maken en vervangen")
    page.send("Maak de codes", {"Hoeveel codes?": str(codes), "Waarvoor is deze stapel?": "brieven"})
    return Vote(world, url, [code.text for code in page.page.with_class("code-words")], parts)
