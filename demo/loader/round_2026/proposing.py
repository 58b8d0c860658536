"""Thirteen proposals of 2026, each somewhere else on its way: weighed, told, answered, merged or put aside."""

from datetime import date, timedelta
from typing import NamedTuple

from demo.loader.world import Strand, World
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.proposals import actions as proposals
from samenspel.stages.proposals.states import Cost

BOARD = "Dagelijks bestuur van stadsdeel Oost"


class Idea(NamedTuple):
    """A proposal, and how far it came: `handed_in`, `weighed`, `told` or `answered`."""

    key: str
    who: str
    title: str
    theme: str
    summary: str
    costs: tuple[Cost, ...]
    priority: str
    came: str
    positive: bool = True
    why: str = ""
    next_step: str = ""
    codes: tuple[str, ...] = ()


def euro(euros: int, what: str) -> Cost:
    """A cost line in whole euros."""
    return Cost("euro", euros * 100, what)


IDEAS = (
    Idea("room", "jongeren", "Een kamer voor meiden in het Huis van de Buurt", "together",
         "Elke woensdag en zaterdag, door meiden zelf.",
         (euro(8500, "inrichting en begeleiding"), Cost("m2", 50, "een kamer"), Cost("hours", 300, "begeleiders")),
         "young", "answered", True, "Ja, de kamer staat vrij op woensdag en zaterdag.", codes=("contribution:girls",)),
    Idea("sport", "bewoner", "Sporten op het plein onder goed licht", "together", "Lampen en een kast met ballen.",
         (euro(6000, "lampen en een kast"),), "young", "answered", True,
         "Ja, de lampen passen op de masten die er staan."),
    Idea("cook", "kookgroep", "Samen koken op zondag", "together", "Jong en oud koken samen in de grote keuken.",
         (euro(3500, "eten en een kok"), Cost("hours", 200, "koks uit de buurt")), "young", "answered", True,
         "Ja, de keuken is op zondag vrij.", codes=("contribution:cook",)),
    Idea("books", "repareerclub", "Een ruilkast voor boeken en spullen", "green", "Neem iets mee, zet iets terug.",
         (euro(1200, "hout en een dakje"),), "green", "answered", True, "Ja, de kast mag bij de ingang van de tuin."),
    Idea("benches", "bewoner", "Bankjes in de schaduw", "green", "Vier banken onder de bomen, met een leuning.",
         (euro(4800, "vier banken"),), "green", "answered", True, "Ja, onder vier bomen is genoeg plaats.",
         codes=("contribution:benches",)),
    Idea("evening", "moeders", "Het spreekuur ook op dinsdagavond", "income", "Van zeven tot negen, met buren en welzijn.",
         (euro(2400, "een medewerker in de avond"), Cost("hours", 150, "uren van buren")), "ends", "answered", True,
         "Ja, welzijn heeft iemand die graag in de avond werkt.", codes=("contribution:nights", "contribution:evening")),
    Idea("worms", "initiatief", "Een wormenhotel op elk plein", "green", "Schillen worden grond voor de tuin.",
         (euro(1500, "twee bakken met wormen"),), "green", "told", True, "Ja, als iemand per bak opslaat wat er misgaat.",
         codes=("contribution:peels",)),
    Idea("mural", "jongeren", "Een muurschildering op de blinde muur", "leisure", "Jongeren tekenen, een kunstenaar helpt.",
         (euro(3000, "verf en een steiger"),), "young", "told", False, "Nee, de eigenaar isoleert deze muur volgend jaar.",
         "Schilder nu de schutting van de tuin. De eigenaar betaalt in 2027 mee aan de nieuwe muur."),
    Idea("bus", "bewoner", "Een bushalte dichter bij de markt", "mobility", "Ouderen lopen nu te ver.",
         (), "", "answered", False, "Nee, de halte ligt vast tot 2030. Het vervoerbedrijf beslist hierover.",
         "Joost gaat in januari samen met u naar het vervoerbedrijf. Tot dan rijdt de buurtbus op afspraak."),
    Idea("repair", "repareerclub", "Een vaste werkplaats voor de repareerclub", "green", "Tien vierkante meter met een slot.",
         (Cost("m2", 10, "opslag"), euro(600, "een werkbank")), "green", "weighed", True, "Ja, in de oude fietsenstalling."),
    Idea("crossing", "moeders", "Veilig oversteken bij de school", "mobility", "Een drempel, en ouders met hesjes.",
         (euro(9000, "een drempel"),), "", "handed_in", codes=("contribution:crossing",)),
    Idea("lights", "muziek", "Lichtjes en muziek in december", "together", "Een avond buiten, met soep.",
         (euro(800, "lichtjes en soep"),), "", "handed_in"),
    Idea("ball", "jongeren", "Ballen en netten voor het veldje", "leisure", "Een kist die open kan met een code.",
         (euro(700, "een kist"),), "young", "handed_in"),
)  # fmt: skip


def propose(world: World, cycle: Cycle) -> list[Strand]:
    """Handed in from September on; each goes its own way from there."""
    return [*(_idea(world, cycle, row, number) for number, row in enumerate(IDEAS)), _go_together(world), _rest(world)]


def _idea(world: World, cycle: Cycle, row: Idea, number: int) -> Strand:
    """Weighed by the area team, told in person, answered by the board: one step at a time."""
    day, official = date(2026, 9, 1) + timedelta(days=2 * number), world["ambtenaar"]
    yield day
    made = world.things[f"proposal:2026:{row.key}"] = proposals.hand_in(
        cycle, by=world[row.who], title=row.title, text=row.summary, summary=row.summary, theme=row.theme, costs=row.costs,
        priority=world.code(f"priority:2026:{row.priority}") if row.priority else "",
        codes=[world.code(c) for c in row.codes], name=world[row.who].name, show_name=True, example=True,
    )  # fmt: skip
    if row.came == "handed_in":
        return
    yield day + timedelta(days=27)
    proposals.name_contact(made, by=official, name="Joost (voorbeeld)", reach="via de buurtbalie")
    made = proposals.weigh_provisionally(made, by=official, positive=row.positive, why=row.why, next_step=row.next_step)
    if row.came == "weighed":
        return
    yield day + timedelta(days=35)
    made = proposals.tell_submitter(made, by=official, how="Gebeld, en daarna langsgegaan.")
    if row.came == "told":
        return
    yield max(date(2026, 10, 27), day + timedelta(days=40))
    made = proposals.decide(
        made, by=world["griffier"], accept=row.positive, next_step=row.next_step, decided_by=BOARD,
        reason=f"{row.why} De buurt mag nu kiezen." if row.positive else row.why,
    )  # fmt: skip
    world.things[f"proposal:2026:{row.key}"] = made


def _go_together(world: World) -> Strand:
    """The balls go on with the lights on the square, with a yes of both makers."""
    yield date(2026, 9, 29)
    proposals.merge(
        world.things["proposal:2026:ball"], by=world["professional"], into=world.code("proposal:2026:sport"),
        agreed="Yara en Samira zeiden ja, op het veldje zelf.", maker_agrees=True, other_maker_agrees=True,
    )  # fmt: skip


def _rest(world: World) -> Strand:
    """Volunteers may step back without a reason."""
    yield date(2026, 10, 8)
    proposals.withdraw(world.things["proposal:2026:lights"], by=world["muziek"])
