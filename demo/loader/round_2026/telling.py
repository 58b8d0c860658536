"""Counted, told and heard in the spring of 2026; what the first round taught opens what is told now."""

from datetime import date

from demo.loader.hearing import Told, tell
from demo.loader.round_2020.telling import import_city, import_year
from demo.loader.round_2026 import comparing, talks
from demo.loader.world import Strand, World
from samenspel.contracts.actor import Channel
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.profile import actions as profile

STORIES = (
    Told("daughter", date(2026, 3, 3), Channel.TABLE, "Verteld in de tuin", "together",
         "Sinds de tuin open is ken ik mijn overburen. Nu wil ik dat mijn dochter ook een plek heeft.",
         lesson="lesson:young", became="need", photo="Een getekend voorbeeld: een bank in een tuin, met struiken en de zon."),
    Told("nights", date(2026, 3, 10), Channel.PHONE, "Aan de telefoon", "income",
         "Ik werk tot zes uur. Het spreekuur is dan dicht. Mijn brieven liggen op de koelkast.",
         lesson="lesson:evening", became="need"),
    Told("peels", date(2026, 3, 19), Channel.STREET, "Op straat, bij het plein", "green",
         "De bakken zijn nu schoon. Maar wij gooien zo veel weg dat nog goed is voor de grond.",
         lesson="lesson:sooner", became="wish"),
    Told("arrived", date(2026, 3, 24), Channel.DESK, "Aan de buurtbalie", "together",
         "I came here two years ago. At the long table somebody asked my name. I still go there every Saturday.", "en"),
    Told("bread", date(2026, 4, 7), Channel.TABLE, "Aan de keukentafel", "together",
         "نخبز معًا كل ثلاثاء. أعلّم جارتي الخبز وهي تعلّمني الهولندية.", "ar", area="BU0363MF02",
         translated=(("nl", "Wij bakken elke dinsdag samen brood. Ik leer mijn buurvrouw bakken en zij leert mij Nederlands.",
                      "een buurvrouw (voorbeeld)"),)),
    Told("monday", date(2026, 3, 27), Channel.PHONE, "Aan de telefoon", "health",
         "Na mijn operatie durfde ik niet naar buiten. Nu loop ik elke maandag met de buurvrouw van drie hoog. "
         "Het begon met één rondje om het blok.",
         said="U hoort drie tonen. Dit is een voorbeeld van een opname, zonder iemands stem."),
    Told("stairs", date(2026, 4, 2), Channel.TABLE, "Verteld aan tafel, Huis van de Buurt", "housing",
         "Wij wonen op drie hoog. Mijn knie wil de trap niet meer op, maar ik wil deze straat niet uit.",
         became="need"),
    Told("library", date(2026, 4, 14), Channel.STREET, "Op straat, bij de bibliotheek", "education",
         "Kızım ödevlerini kütüphanede yapıyor. Orası sessiz. Bir şey sorunca bir öğrenci yardım ediyor.", "tr", area="BU0363MG03",
         translated=(("nl", "Mijn dochter maakt haar huiswerk in de bibliotheek. Daar is het stil. Een student helpt als zij "
                      "iets vraagt.", "een student (voorbeeld)"),)),
    Told("jobs", date(2026, 4, 16), Channel.STREET, "Op straat, bij de halte", "income",
         "Ik heb twee banen. Toch schuif ik elke maand één rekening door."),
    Told("chairs", date(2026, 4, 20), Channel.DESK, "Aan de buurtbalie", "liveability",
         "In de zomer zetten wij onze stoelen op de stoep. Dan let iedereen een beetje op elkaar."),
)  # fmt: skip

HARVESTS = (
    ("together", "Jongeren willen een eigen plek, en ouderen willen erbij zijn.", ("daughter", "turkish", "cook")),
    ("income", "Hulp is er, maar niet op een tijd dat mensen thuis zijn.", ("nights", "evening")),
    ("green", "De straat is schoner. Nu willen mensen minder weggooien en meer schaduw.", ("peels", "benches")),
    ("health", "Mensen willen samen naar buiten. En wie voor een ander zorgt, wil soms een middag vrij.", ("walk", "care")),
    ("housing", "Vocht, trappen en een lift die stilstaat. Mensen willen weten wie er komt, en wanneer.",
     ("moist", "damp", "lift", "stairs")),
    ("leisure", "Meiden willen een eigen plek. Anderen zoeken een avond waar je ook alleen naartoe kunt.",
     ("girls", "games")),
)  # fmt: skip


def listen(world: World, cycle: Cycle) -> list[Strand]:
    """Figures first, then a spring of talks, then an edition of what was heard."""
    return [
        _figures(world, cycle), *tell(world, cycle, STORIES), *talks.listen(world, cycle), _publish(world, cycle),
        *comparing.recognise(world, cycle),
    ]  # fmt: skip


def _figures(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 2, 9)
    import_year(world, 2024)
    import_city(2024)
    world.things["figure:low"] = profile.cite_figure(
        cycle, by=world["professional"], indicator="below_120_minimum", area_code="WK0363MG", period="2023"
    )


def _publish(world: World, cycle: Cycle) -> Strand:
    editor = world["professional"]
    yield date(2026, 5, 7)
    for theme, summary, keys in HARVESTS:
        codes = [world.code(f"contribution:{key}") for key in keys]
        consultation.write_harvest(cycle, by=editor, theme=theme, summary=summary, contributions=codes)
    comparing.compare(world, cycle)
    yield date(2026, 5, 12)
    missing = "Mensen zonder vast adres."
    profile.publish_edition(cycle, by=editor, reason="De cijfers van 2024 zijn er.", missing=missing)
    consultation.publish_edition(cycle, by=editor, reason="Het voorjaar is verteld.", missing=missing)
