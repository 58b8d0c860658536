"""What is there already in 2026, what was brought together, and promises that are running."""

from datetime import date
from typing import Any

from demo.loader.world import Strand, World
from samenspel.instruments.offers import actions as offers
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.pact import actions as pact

# key, who offers, title, kind, words
ASSETS = (
    ("hall", "initiatief", "De zaal van het Huis van de Buurt", "location", "Op woensdag en zaterdag vrij, voor jongeren."),
    ("cooks", "kookgroep", "Vier koks uit de buurt", "people", "Zij koken graag samen met jongeren."),
    ("balls", "initiatief", "Een kast met ballen en netten", "thing", "Te leen, bij de tuingroep."),
    ("menders", "repareerclub", "Mensen die van alles kunnen maken", "people", "Van broodrooster tot fiets. U helpt zelf mee."),
    ("speakers", "muziek", "Een set boxen om te lenen", "thing", "Voor een feest op straat. Wij brengen ze."),
    ("coffee", "moeders", "Koffie op dinsdag", "activity", "U hoeft niets mee te nemen. Kinderen mogen mee."),
)  # fmt: skip

# Space, work and what is looked for: who, title, kind, words, and what goes with it
MORE: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    ("initiatief", "De lege winkel op de hoek", "premises", "Om te vergaderen, te repareren of iets te beginnen.",
     {"owner_name": "een woningcorporatie (voorbeeld)", "size_m2": 85, "price": "Alleen de kosten van licht en warmte",
      "until": date(2027, 1, 31), "area": "bu0363mg01"}),
    ("muziek", "Oefenruimte gezocht, één avond in de week", "premises", "Wij zijn met zes en maken geluid tot tien uur.",
     {"side": "ask", "price": "Tot € 15 per avond", "area": "bu0363mf03"}),
    ("initiatief", "Beheerder en gastvrouw of gastheer", "stacked_job", "Acht uur beheer en acht uur koken, samen één baan.",
     {"price": "Volgens de cao welzijn", "area": "bu0363mf02"}),
    ("repareerclub", "Leerplek bij de fietsenmaker", "learning_place", "U leert het vak van twee vrijwilligers.",
     {"price": "Gratis, met een reiskostenvergoeding"}),
    ("jongeren", "Stage bij het jongerenpanel", "internship", "Voor wie op het mbo sociaal werk doet.", {}),
    ("kookgroep", "Wie heeft er twintig borden?", "thing", "Voor de buurtmaaltijd. Wij wassen ze af.",
     {"side": "ask", "area": "bu0363mf01"}),
)  # fmt: skip

# who promises, what, day, measure, kind, thing it comes from
PROMISES = (
    ("ambtenaar", "Stadsdeel Oost laat zien wat er voor jongeren in de begroting staat.", date(2026, 11, 2),
     "Het bedrag staat bij Begroting.", "other"),
    ("aanbieder", "Welzijn zoekt twee jongerenwerkers voor de avond.", date(2026, 12, 8), "Twee mensen met een naam.",
     "hours"),
    ("jongeren", "Jongeren aan zet ruimen de kamer zelf op.", date(2027, 1, 30), "Een rooster aan de muur.", "hours"),
    ("kookgroep", "De kookgroep kookt voor de buurtavond.", date(2026, 11, 14), "Zestig borden soep.", "hours"),
)  # fmt: skip


def give(world: World, cycle: Cycle) -> list[Strand]:
    """Offers in the spring, connections in the summer, promises in the autumn."""
    gifts = [_offer(world, cycle), _more(world, cycle), *_match(world), _still_so(world)]
    return [*gifts, _promise(world, cycle), _soup(world), _asked(world)]


def _offer(world: World, cycle: Cycle) -> Strand:
    for number, (key, who, title, kind, words) in enumerate(ASSETS):
        yield date(2026, 3, 9 + 3 * number)
        asset = offers.offer_asset(
            cycle, by=world[who], title=title, kind=kind, offers=words, where="Indische Buurt", party=world.parties[who],
            example=True,
        )  # fmt: skip
        world.things[f"asset:2026:{key}"] = asset


def _more(world: World, cycle: Cycle) -> Strand:
    for number, (who, title, kind, words, more) in enumerate(MORE):
        yield date(2026, 9, 3 + 2 * number)
        offers.offer_asset(
            cycle, by=world[who], title=title, kind=kind, offers=words, party=world.parties[who], example=True, **more
        )


def _asked(world: World) -> Strand:
    """A resident reacts to the coffee; nobody said yes yet."""
    yield date(2026, 11, 18)
    offers.react(
        world.things["asset:2026:coffee"], by=world["bewoner"], need="Mijn buurvrouw wil graag mee",
        words="Zij spreekt nog weinig Nederlands. Is dat goed?",
    )  # fmt: skip


def _still_so(world: World) -> Strand:
    """In September who offers says that it is still so; of one nobody said it yet."""
    for number, (key, who, *_rest) in enumerate(ASSETS[:-1]):
        yield date(2026, 9, 20 + number)
        offers.confirm_asset(world.things[f"asset:2026:{key}"], by=world[who])


def _match(world: World) -> list[Strand]:
    return [
        _connect(world, "hall", date(2026, 5, 12), None, "Jongeren zoeken een plek op woensdag.", "jongeren"),
        _connect(world, "menders", date(2026, 5, 20), date(2026, 6, 6), "De speelgoedkast van het Huis is stuk.", ""),
        _connect(world, "speakers", date(2026, 6, 9), date(2026, 6, 28), "Boxen voor de buurtavond.", "kookgroep"),
    ]


def _connect(world: World, key: str, day: date, done: date | None, need: str, who: str) -> Strand:
    """Offer and ask are brought together; some time later it worked."""
    yield day
    asset = offers.match_asset(
        world.things[f"asset:2026:{key}"], by=world["professional"], need=need, party=world.parties.get(who)
    )
    if done:
        yield done
        offers.finish_asset(asset, by=world["professional"])


def _promise(world: World, cycle: Cycle) -> Strand:
    for number, (giver, what, due, measure, kind) in enumerate(PROMISES):
        yield date(2026, 10, 20 + number)
        world.things[f"promise:2026:{giver}"] = pact.promise(
            cycle, by=world[giver], giver=world.parties[giver], what=what, due=due, kind=kind,
            receiver_name="iedereen in de buurt", measure=measure, example=True,
        )  # fmt: skip


def _soup(world: World) -> Strand:
    """One is kept, and one is past its day: something to ask about."""
    yield date(2026, 11, 9)
    pact.mark_late(
        world.things["promise:2026:ambtenaar"], by=world["professional"], why="Het bedrag staat er nog niet."
    )
    yield date(2026, 11, 15)
    pact.keep_promise(world.things["promise:2026:kookgroep"], by=world["kookgroep"], how="Er waren 72 borden soep.")
