"""The talks of the spring of 2019: what people brought in, and the people who were counted there."""

from datetime import date

from demo.loader.hearing import Heard, Sheet, hear, type_over
from demo.loader.world import Strand, World
from samenspel.contracts.actor import Channel
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.consultation.actions import Line

TABLE = "Tafel 4, Huis van de Buurt"

HEARD = (
    Heard(date(2019, 4, 2), Channel.TABLE, TABLE, "wish", "together",
          "Een plek waar je zomaar kunt gaan zitten en iemand leert kennen.", key="sit"),
    Heard(date(2019, 4, 2), Channel.TABLE, TABLE, "need", "income",
          "Hulp bij geldzorgen van iemand die je kent, niet achter een loket.", key="help"),
    Heard(date(2019, 4, 4), Channel.STREET, "Op straat, bij de markt", "wish", "green",
          "Meer groen in de straten, en mensen die ervoor zorgen.", key="plants"),
    Heard(date(2019, 4, 4), Channel.STREET, "Op straat, bij de markt", "wish", "together",
          "Çocuklar için güvenli bir oyun yeri istiyoruz.", "tr"),
    Heard(date(2019, 4, 5), Channel.STREET, "Op straat, bij de school", "need", "education",
          "أريد أن أتعلم اللغة الهولندية مع جيراني.", "ar"),
    Heard(date(2019, 4, 8), Channel.PHONE, "Aan de telefoon", "need", "health",
          "Ik kan de trap niet meer af. Bel mij eens, dan praat ik mee."),
    Heard(date(2019, 4, 8), Channel.WEB, "", "wish", "mobility", "Een veilige plek voor mijn fiets."),
    Heard(date(2019, 4, 10), Channel.WEB, "", "wish", "together",
          "I would like to meet my neighbours, but I do not know where to start.", "en"),
    Heard(date(2019, 4, 11), Channel.DESK, "Aan de buurtbalie", "need", "income",
          "Een plek waar ik mijn post kan laten lezen zonder dat iemand boos wordt."),
    Heard(date(2019, 4, 12), Channel.TABLE, "Tafel 2, Huis van de Buurt", "ambition", "work",
          "Ik wil mijn naaimachine gebruiken om geld te verdienen."),
    Heard(date(2019, 4, 15), Channel.POST, "Met een brief", "wish", "safety",
          "Meer licht in het poortje. Ik loop er ’s avonds niet graag."),
)  # fmt: skip

SHEET = Sheet(date(2019, 4, 16), "Vel van tafel 7, Huis van de Buurt", (
    Line("Wij zoeken een ruimte op zondag, voor oud en jong samen.", "need", "together"),
    Line("Elk kind kan na school ergens huiswerk maken.", "ambition", "education"),
    Line("Minder vuil naast de bakken.", "wish", "green"),
    Line("Een huis voor mijn kinderen, in deze buurt.", "need", "housing"),
    Line("Een keer in de week samen eten.", "wish", "together"),
))  # fmt: skip

# Who sat at the tables, counted without names.
COUNTED = (
    ("age", "jonger dan 25 jaar", 9), ("age", "25 tot 65 jaar", 88), ("age", "65 jaar en ouder", 41),
    ("language", "praatte in een andere taal dan Nederlands", 37),
)  # fmt: skip


def listen(world: World, cycle: Cycle) -> list[Strand]:
    """Eleven voices, a sheet of paper, and a count of who was there."""
    return [*hear(world, cycle, HEARD), type_over(world, cycle, SHEET), _count(world, cycle)]


def _count(world: World, cycle: Cycle) -> Strand:
    yield date(2019, 5, 7)
    for dimension, group, count in COUNTED:
        consultation.count_group(
            cycle, by=world["professional"], dimension=dimension, group=group, occasion="Twaalf tafels in het voorjaar",
            count=count,
        )  # fmt: skip
