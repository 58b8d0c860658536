"""The agenda and the proposals."""

from datetime import date
from typing import Any

from demo.loader.world import World, on
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.agenda import actions as agenda
from samenspel.stages.proposals import actions as proposals
from samenspel.stages.proposals.states import Cost

# key, title, theme, statement, what goes well, the four ABCD answers, reasons (keys of things), duo
PRIORITIES = (
    ("meet", "Plekken waar mensen elkaar kennen", "together",
     "Wij willen dat iedereen in de buurt een plek heeft om anderen te leren kennen.",
     "De tuin en het Huis van de Buurt zijn er al. Vrijwilligers doen veel.",
     ("De tuin openhouden en onderhouden.", "Een sleutel, een kraan en een verzekering.",
      "Een pad maken waar een rolstoel over kan.", "Activiteiten bedenken die niemand vroeg."),
     ("story:garden", "contribution:garden", "figure:lonely"), ("Wim (voorbeeld)", "Joost (voorbeeld)")),
    ("ends", "Rondkomen zonder schaamte", "income",
     "Wij willen dat niemand alleen zit met geldzorgen.",
     "Buren helpen elkaar met brieven en met eten.",
     ("Naast iemand zitten en samen een brief lezen.", "Een ruimte en een beetje scholing.",
      "Schulden regelen en regels uitleggen.", "Mensen drie keer hetzelfde laten invullen."),
     ("story:ends", "story:letters", "contribution:ends", "figure:ends"), ("Samira (voorbeeld)", "Ruben (voorbeeld)")),
    ("green", "Groen en schoon, door ons samen", "green",
     "Wij willen straten waar je graag loopt.",
     "Er zijn geveltuinen en er is een groep die opruimt.",
     ("Geveltuinen verzorgen.", "Grond en planten.", "De bakken op tijd legen.", ""),
     ("story:waste", "contribution:2"), ("", "")),
)  # fmt: skip

# key, title, theme, summary, text, costs, priority, codes
PROPOSALS = (
    ("garden", "Maak van de Bogortuin een tuin die verbindt", "together",
     "Een pad, een lange tafel en elke zaterdag open.",
     "Wij maken één lange tafel in plaats van losse bankjes. Er komt een pad voor rolstoelen en een kraan. De tuin is "
     "elke zaterdag open, met koffie.",
     (Cost("euro", 1_500_000, "pad, tafel, planten en een kraan"), Cost("hours", 400, "uren van vrijwilligers in een jaar"),
      Cost("m2", 600, "de tuin zelf")), "meet", ("contribution:garden",)),
    ("desk", "Een spreekuur van buren en welzijn samen", "income",
     "Elke week twee middagen hulp bij brieven en geldzorgen.",
     "Buren die de weg kennen zitten naast een medewerker van welzijn. Er is thee en er is tijd. U hoeft niets mee te "
     "nemen en niets te bewijzen.",
     (Cost("euro", 1_200_000, "scholing, thee en een deel van een medewerker"), Cost("hours", 600, "uren van buren"),
      Cost("m2", 40, "een kamer in het Huis van de Buurt")), "ends", ("contribution:ends",)),
    ("street", "De straat op zondag voor spelende kinderen", "together",
     "Eén zondag in de maand rijden er geen auto's.", "De straat gaat dicht van tien tot vier. Ouders letten samen op.",
     (Cost("euro", 250_000, "hekken en verzekering"),), "meet", ()),
)  # fmt: skip


def choose(world: World, cycle: Cycle) -> None:
    """What has to come first, and what people proposed to do about it."""
    with on(2019, 6, 2):
        for row in PRIORITIES:
            _priority(world, cycle, row)
        _adopt(world, cycle)
    with on(2019, 9, 9):
        for proposal in PROPOSALS:
            _propose(world, cycle, proposal)
    _answer(world, cycle)


def _priority(world: World, cycle: Cycle, row: Any) -> None:
    key, title, theme, statement, well, four, reasons, duo = row
    editor = world["professional"]
    made = agenda.draft_priority(cycle, by=editor, title=title, theme=theme, statement=statement, example=True)
    made = agenda.describe_priority(
        made, by=editor, title=title, theme=theme, statement=statement, going_well=well,
        ourselves=four[0], little_help=four[1], professionals=four[2], stop=four[3],
    )  # fmt: skip
    made = agenda.open_priority(made, by=editor)
    give_reasons(world, made, reasons)
    if duo[0]:
        made = agenda.name_duo(made, by=editor, resident_name=duo[0], professional_name=duo[1])
    world.things[f"priority:{key}"] = made


WHY = {
    "figure:lonely": "Veel mensen voelen zich alleen. Dat zeggen de cijfers.",
    "figure:ends": "Rondkomen is hier vaak moeilijk. Dat zeggen de cijfers.",
    "figure:low": "Het cijfer laat zien hoeveel huishoudens weinig geld hebben.",
    "lesson:young": "Jongeren werden vergeten. Dat leerden wij van de vorige ronde.",
    "story:": "Bewoners vertelden dit zelf.",
    "contribution:": "Dit kwam aan de tafels terug.",
}


def give_reasons(world: World, priority: Any, keys: Any) -> None:
    """Each reason in its own words: what was counted, told, wished and learnt."""
    for key in keys:
        why = next(words for start, words in WHY.items() if key.startswith(start))
        agenda.add_reasons(priority, by=world["professional"], codes=[_code(world.things[key])], reason=why)


def _code(thing: Any) -> str:
    return str(thing.node.code)


def _adopt(world: World, cycle: Cycle) -> None:
    editor = world["professional"]
    agenda.record_dissent(
        world.things["priority:green"], by=world["aanbieder"],
        words="Groen is mooi, maar eerst moeten mensen eten hebben.", said_by="Welzijn in de buurt",
    )  # fmt: skip
    for key, why in (
        ("meet", "Elkaar leren kennen kwam aan de meeste tafels terug."),
        ("ends", "De cijfers en de verhalen zeggen hetzelfde."),
        ("green", "Veel mensen willen zelf iets doen."),
    ):
        priority = world.things[f"priority:{key}"]
        priority.refresh_from_db()
        world.things[f"priority:{key}"] = agenda.adopt_priority(
            priority, by=editor, reason=why, adopted_by="Negen redacteuren uit vijf partijen"
        )
    agenda.publish_edition(cycle, by=editor, reason="De buurt koos drie dingen.", missing="Winkeliers deden niet mee.")


def _propose(world: World, cycle: Cycle, row: Any) -> None:
    key, title, theme, summary, text, costs, priority, codes = row
    made = proposals.hand_in(
        cycle, by=world["initiatief"], title=title, text=text, summary=summary, theme=theme,
        priority=world.things[f"priority:{priority}"].code, codes=[_code(world.things[c]) for c in codes], costs=costs,
        name="Wim (voorbeeld)", show_name=True, on=date(2019, 9, 9), example=True,
    )  # fmt: skip
    world.things[f"proposal:{key}"] = made


def _answer(world: World, cycle: Cycle) -> None:
    official = world["ambtenaar"]
    verdicts = {
        "garden": (True, "Ja, het kan. De speelplek moet blijven.", ""),
        "desk": (True, "Ja, het kan, als welzijn meedoet.", ""),
        "street": (
            False,
            "Nee, de brandweer moet er altijd door.",
            "Vraag een speelstraat aan voor één straat zonder bus.",
        ),
    }
    for key, (positive, reason, following) in verdicts.items():
        row = world.things[f"proposal:{key}"]
        with on(2019, 10, 14):
            proposals.name_contact(row, by=official, name="Joost (voorbeeld)", reach="via de buurtbalie")
            row = proposals.weigh_provisionally(row, by=official, positive=positive, why=reason, next_step=following)
        with on(2019, 11, 4):
            row = proposals.tell_submitter(row, by=official, how="Aan de keukentafel verteld.")
        with on(2019, 11, 18):
            row = proposals.decide(
                row,
                by=official,
                accept=positive,
                reason=reason,
                next_step=following,
                decided_by="Gebiedsteam stadsdeel Oost",
            )
        world.things[f"proposal:{key}"] = row
    with on(2019, 11, 25):
        proposals.publish_edition(
            cycle, by=world["professional"], reason="Alle antwoorden zijn gegeven.", missing="Niemand."
        )
