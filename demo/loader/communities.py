"""The groups of the neighbourhood, each begun by the people themselves and each in its own phase."""

from datetime import date
from typing import NamedTuple

from demo.loader.world import STAFF, Strand, World
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Account


class Group(NamedTuple):
    """A group, who began it and where it stands now."""

    slug: str
    name: str
    speaker: str
    begun: date
    phase: str
    why: str
    what: str
    for_whom: str
    needs: str
    gives: str
    strong: str = "dream"
    better: str = "means"


GROUPS = (
    Group("moeders", "Moeders aan de keukentafel", "Emine (voorbeeld)", date(2019, 2, 25), "running",
          "Wij kennen elkaar van het schoolplein en wilden meer dan praten.",
          "Elke dinsdag koffie, taal en hulp met brieven.", "Moeders, en hun dochters.",
          "Een ruimte met een speelhoek.", "Koffie, vertalen in drie talen, en een oor.", "connection"),
    Group("repareerclub", "Repareerclub Oost", "Henk (voorbeeld)", date(2019, 11, 11), "growing",
          "Weggooien is zonde. Repareren is gezellig.", "Elke tweede zaterdag repareren wij samen wat stuk is.",
          "Iedereen met iets dat stuk is.", "Een opslag van tien vierkante meter.", "Handige mensen en gereedschap.",
          "talents"),
    Group("kookgroep", "Kookgroep van de lange tafel", "Rosa (voorbeeld)", date(2021, 9, 6), "running",
          "Twee bezoekers van de tuin begonnen samen te koken. Nu zijn wij met twaalf.",
          "Eén keer in de maand koken voor de straat.", "Wie niet graag alleen eet.", "Een grote oven.",
          "Maaltijden, en recepten uit acht landen.", "talents"),
    Group("jongeren", "Jongeren aan zet", "Yara (voorbeeld)", date(2026, 2, 16), "start",
          "Er werd over ons gepraat. Nu praten wij zelf.", "Een eigen plek maken, en meebeslissen over geld.",
          "Iedereen van 12 tot 20 jaar.", "Een sleutel, en twee volwassenen die helpen.", "Ideeën, en handen.",
          "dream", "ownership"),
    Group("muziek", "Straatmuziek op zondag", "Kofi (voorbeeld)", date(2019, 5, 6), "resting",
          "Muziek brengt mensen naar buiten.", "In de zomer speelden wij op het plein.", "Wie wil luisteren of spelen.",
          "Nieuwe spelers. Drie van ons zijn verhuisd.", "Een set boxen, te leen.", "dream", "ownership"),
    Group("daktuin", "Een tuin op ons dak", "Mei (voorbeeld)", date(2026, 5, 18), "dream",
          "Wij wonen op vier hoog en willen ook groen.", "Nog niets. Wij zoeken mensen die meedromen.",
          "Bewoners zonder tuin.", "Iemand die kan uitrekenen wat een dak draagt.", "Onze zondagen.", "dream",
          "connection"),
)  # fmt: skip


def begin(world: World, year: int, until: int) -> list[Strand]:
    """The groups that begin in these years."""
    return [_begin(world, row) for row in GROUPS if year <= row.begun.year < until]


def _begin(world: World, row: Group) -> Strand:
    yield row.begun
    account = Account(email=f"{row.slug}@voorbeeld.invalid")
    account = people.register_account(account, by=STAFF, name=row.speaker, place=world.place)
    party = people.found_party(
        world.place, by=actor_of(account), name=row.name, why=row.why, what=row.what, for_whom=row.for_whom
    )
    world.accounts[row.slug], world.actors[row.slug], world.parties[row.slug] = account, actor_of(account), party
    speaker = world[row.slug]
    party = people.describe_party(party, by=speaker, phase=row.phase, needs=row.needs, gives=row.gives)
    people.mark_link(party, by=speaker, link=row.strong, mark="strong")
    people.mark_link(party, by=speaker, link=row.better, mark="better")
