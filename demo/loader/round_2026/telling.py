"""Counted, told and heard in the spring of 2026; what the first round taught opens what is told now."""

from datetime import date

from demo.loader.hearing import Heard, Sheet, Told, hear, tell, type_over
from demo.loader.round_2020.telling import import_year
from demo.loader.world import Strand, World
from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.consultation.actions import Line
from samenspel.stages.profile import actions as profile
from samenspel.stages.profile.models import Figure, Indicator

STORIES = (
    Told("daughter", date(2026, 3, 3), Channel.TABLE, "Verteld in de tuin", "together",
         "Sinds de tuin open is ken ik mijn overburen. Nu wil ik dat mijn dochter ook een plek heeft.",
         lesson="lesson:young", became="need"),
    Told("nights", date(2026, 3, 10), Channel.PHONE, "Aan de telefoon", "income",
         "Ik werk tot zes uur. Het spreekuur is dan dicht. Mijn brieven liggen op de koelkast.",
         lesson="lesson:evening", became="need"),
    Told("peels", date(2026, 3, 19), Channel.STREET, "Op straat, bij het plein", "green",
         "De bakken zijn nu schoon. Maar wij gooien zo veel weg dat nog goed is voor de grond.",
         lesson="lesson:sooner", became="wish"),
    Told("arrived", date(2026, 3, 24), Channel.DESK, "Aan de buurtbalie", "together",
         "I came here two years ago. At the long table somebody asked my name. I still go there every Saturday.", "en"),
    Told("bread", date(2026, 4, 7), Channel.TABLE, "Aan de keukentafel", "together",
         "نخبز معًا كل ثلاثاء. أعلّم جارتي الخبز وهي تعلّمني الهولندية.", "ar"),
)  # fmt: skip

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
    Heard(date(2026, 3, 23), Channel.WEB, "", "need", "housing", "Mijn huis is vochtig en niemand komt kijken."),
    Heard(date(2026, 3, 26), Channel.PHONE, "Aan de telefoon", "need", "together",
          "Ik ben 84. Ik wil graag dat iemand mij op zondag ophaalt."),
    Heard(date(2026, 4, 1), Channel.POST, "Met een brief", "wish", "green",
          "Laat de bomen in de straat staan, ook als de stoep open moet."),
    Heard(date(2026, 4, 9), Channel.DESK, "Aan de buurtbalie", "ambition", "work",
          "Ik wil leren fietsen maken en daar later van leven."),
    Heard(date(2026, 4, 14), Channel.WEB, "", "wish", "leisure", "Een tafeltennistafel die niet wiebelt."),
)  # fmt: skip

SHEET = Sheet(date(2026, 4, 16), "Vel van de jongerentafel", (
    Line("Wij willen zelf beslissen over geld.", "ambition", "voice"),
    Line("Licht op het veldje, dan kunnen wij ook in de winter sporten.", "wish", "leisure"),
    Line("Een bijbaan in de buurt.", "need", "work"),
    Line("Iemand die ons niet wegstuurt.", "need", "together"),
))  # fmt: skip

COUNTED = (
    ("age", "jonger dan 25 jaar", 46), ("age", "25 tot 65 jaar", 71), ("age", "65 jaar en ouder", 29),
    ("language", "praatte in een andere taal dan Nederlands", 33),
)  # fmt: skip


def listen(world: World, cycle: Cycle) -> list[Strand]:
    """Figures first, then a spring of talks, then an edition of what was heard."""
    return [
        _figures(world, cycle), *tell(world, cycle, STORIES), *hear(world, cycle, HEARD),
        type_over(world, cycle, SHEET), _count(world, cycle), _publish(world, cycle), _waits(cycle),
    ]  # fmt: skip


def _figures(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 2, 9)
    import_year(world, 2024)
    figure = Figure.objects.get(indicator__key="below_120_minimum", area_code="WK0363MG", area_year=2024)
    world.things["figure:low"] = profile.cite_figure(cycle, by=world["professional"], figure=figure)


def _count(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 4, 28)
    for dimension, group, count in COUNTED:
        consultation.count_group(
            cycle,
            by=world["professional"],
            dimension=dimension,
            group=group,
            occasion="Het voorjaar van 2026",
            count=count,
        )


def _publish(world: World, cycle: Cycle) -> Strand:
    editor = world["professional"]
    yield date(2026, 5, 7)
    for theme, summary, keys in (
        ("together", "Jongeren willen een eigen plek, en ouderen willen erbij zijn.", ("daughter", "turkish", "cook")),
        ("income", "Hulp is er, maar niet op een tijd dat mensen thuis zijn.", ("nights", "evening")),
        ("green", "De straat is schoner. Nu willen mensen minder weggooien en meer schaduw.", ("peels", "benches")),
    ):
        codes = [world.code(f"contribution:{key}") for key in keys]
        consultation.write_harvest(cycle, by=editor, theme=theme, summary=summary, contributions=codes)
    profile.compare_theme(
        cycle, by=editor, indicator=Indicator.objects.get(key="below_120_minimum"), verdict="agree", shared=True,
        explanation="Veel huishoudens hebben weinig geld. Dat zeggen ook de verhalen.",
    )  # fmt: skip
    yield date(2026, 5, 12)
    missing = "Mensen zonder vast adres."
    profile.publish_edition(cycle, by=editor, reason="De cijfers van 2024 zijn er.", missing=missing)
    consultation.publish_edition(cycle, by=editor, reason="Het voorjaar is verteld.", missing=missing)


def _waits(cycle: Cycle) -> Strand:
    """One contribution waits for the editors, so that a visitor sees what moderation is."""
    yield date(2026, 11, 22)
    consultation.give_contribution(
        cycle, by=Actor(), words="Kan de muziek op het plein zachter?", kind="wish", theme="liveability", example=True
    )
