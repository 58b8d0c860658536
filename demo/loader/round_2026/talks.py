"""The talks of 2026: what people brought in on the street, at tables, by phone, on paper and at the desk."""

from datetime import date

from demo.loader.hearing import Heard, Sheet, hear, type_over
from demo.loader.world import Strand, World
from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.consultation.actions import Line

HEARD = (
    Heard(date(2026, 3, 5), Channel.TABLE, "Tafel 1, Huis van de Buurt", "wish", "green", "Meer bankjes in de schaduw.",
          key="benches"),
    Heard(date(2026, 3, 5), Channel.TABLE, "Tafel 1, Huis van de Buurt", "need", "leisure",
          "Een plek voor meiden van twaalf tot zestien.", key="girls", lesson="lesson:young"),
    Heard(date(2026, 3, 12), Channel.STREET, "Op straat, bij de halte", "ambition", "income",
          "Het spreekuur ook in de avond.", key="evening", lesson="lesson:evening"),
    Heard(date(2026, 3, 12), Channel.STREET, "Op straat, bij de halte", "wish", "mobility",
          "Veiliger oversteken bij de school.", key="crossing"),
    Heard(date(2026, 3, 17), Channel.STREET, "Op straat, bij de markt", "wish", "together",
          "Gençler için akşamları açık bir yer olsun.", "tr", "turkish"),
    Heard(date(2026, 3, 18), Channel.STREET, "Op straat, bij de markt", "need", "health",
          "نحتاج إلى مكان نمشي فيه مع كبار السن.", "ar"),
    Heard(date(2026, 3, 20), Channel.WEB, "", "wish", "together", "A place to cook together on Sundays.", "en", "cook"),
    Heard(date(2026, 3, 23), Channel.WEB, "", "need", "housing", "Mijn huis is vochtig en niemand komt kijken.",
          key="moist"),
    Heard(date(2026, 3, 24), Channel.TABLE, "Tafel 3, Huis van de Buurt", "need", "health",
          "Ik zit veel binnen sinds ik alleen woon. Een vaste wandeling met anderen zou mij helpen.", key="walk"),
    Heard(date(2026, 3, 26), Channel.PHONE, "Aan de telefoon", "need", "together",
          "Ik ben 84. Ik wil graag dat iemand mij op zondag ophaalt."),
    Heard(date(2026, 3, 30), Channel.PHONE, "Aan de telefoon", "need", "health",
          "Ik zorg voor mijn vader. Eén vrije middag in de week zou al helpen.", key="care"),
    Heard(date(2026, 4, 1), Channel.POST, "Met een brief", "wish", "green",
          "Laat de bomen in de straat staan, ook als de stoep open moet."),
    Heard(date(2026, 4, 2), Channel.STREET, "Op straat, bij de speelplek", "wish", "facilities",
          "Een kraantje met drinkwater bij de speelplek."),
    Heard(date(2026, 4, 8), Channel.DESK, "Aan de buurtbalie", "need", "housing",
          "الرطوبة تعود إلى غرفة الأطفال كل شتاء. أريد أن يأتي أحد ويراها بنفسه.", "ar", "damp"),
    Heard(date(2026, 4, 9), Channel.DESK, "Aan de buurtbalie", "ambition", "work",
          "Ik wil leren fietsen maken en daar later van leven."),
    Heard(date(2026, 4, 10), Channel.PHONE, "Aan de telefoon", "wish", "education",
          "Torunuma kitap okuyorum. Kütüphanede iki dilde bir okuma saati olsun.", "tr"),
    Heard(date(2026, 4, 13), Channel.WEB, "", "need", "housing",
          "Onze lift staat vaak stil. Ik wil weten wie ik dan kan bellen.", key="lift"),
    Heard(date(2026, 4, 14), Channel.WEB, "", "wish", "leisure", "Een tafeltennistafel die niet wiebelt."),
    Heard(date(2026, 4, 15), Channel.STREET, "Op straat, bij de bibliotheek", "wish", "leisure",
          "Een avond met spelletjes, ook voor wie alleen komt.", key="games"),
    Heard(date(2026, 9, 22), Channel.DESK, "Aan de buurtbalie", "ambition", "work",
          "Ik kan goed naaien. Ik zoek een plek waar ik dat met anderen kan doen."),
    Heard(date(2026, 10, 6), Channel.WEB, "", "need", "safety",
          "Bij de fietsenrekken is het in de winter heel donker. Daar mag wel een lamp bij."),
    Heard(date(2026, 10, 14), Channel.TABLE, "Tafel 2, buurtavond", "wish", "voice",
          "Zet op één vel wat er met ons geld gebeurt. Dan lees ik het ook."),
)  # fmt: skip

SHEETS = (
    Sheet(date(2026, 4, 16), "Vel van de jongerentafel", (
        Line("Wij willen zelf beslissen over geld.", "ambition", "voice"),
        Line("Licht op het veldje, dan kunnen wij ook in de winter sporten.", "wish", "leisure"),
        Line("Een bijbaan in de buurt.", "need", "work"),
        Line("Iemand die ons niet wegstuurt.", "need", "together"),
    )),
    Sheet(date(2026, 4, 21), "Vel van de koffietafel", (
        Line("Een bank op de hoek. Dan kan ik weer zelf naar de winkel lopen.", "wish", "mobility"),
        Line("De stoep ligt scheef. Mijn rollator blijft steken.", "need", "mobility"),
        Line("Iemand die mij leert bellen met beeld.", "wish", "education"),
    )),
)  # fmt: skip

COUNTED = (
    ("age", "jonger dan 25 jaar", 46), ("age", "25 tot 65 jaar", 71), ("age", "65 jaar en ouder", 29),
    ("language", "praatte in een andere taal dan Nederlands", 33),
)  # fmt: skip


def listen(world: World, cycle: Cycle) -> list[Strand]:
    """Most in the spring, some in the autumn; two sheets of paper, and a count of who was there."""
    sheets = [type_over(world, cycle, sheet) for sheet in SHEETS]
    return [*hear(world, cycle, HEARD), *sheets, _count(world, cycle), _waits(cycle)]


def _count(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 4, 28)
    for dimension, group, count in COUNTED:
        consultation.count_group(
            cycle, by=world["professional"], dimension=dimension, group=group, occasion="Het voorjaar van 2026",
            count=count,
        )  # fmt: skip


def _waits(cycle: Cycle) -> Strand:
    """One contribution waits for the editors, so that a visitor sees what moderation is."""
    yield date(2026, 11, 22)
    consultation.give_contribution(
        cycle, by=Actor(), words="Kan de muziek op het plein zachter?", kind="wish", theme="liveability", example=True
    )
