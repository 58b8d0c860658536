"""The agenda and the proposals."""

from datetime import date
from typing import Any, NamedTuple

from demo.loader.world import Strand, World
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.agenda import actions as agenda
from samenspel.stages.proposals import actions as proposals
from samenspel.stages.proposals.states import Cost


class Priority(NamedTuple):
    """What has to come first: the four ABCD answers, the reasons (keys of things) and the duo."""

    key: str
    title: str
    theme: str
    statement: str
    going_well: str
    four: tuple[str, str, str, str]
    reasons: tuple[str, ...]
    duo: tuple[str, str] = ("", "")
    adopted: str = ""


PRIORITIES = (
    Priority("meet", "Plekken waar mensen elkaar kennen", "together",
             "Wij willen dat iedereen in de buurt een plek heeft om anderen te leren kennen.",
             "De tuin en het Huis van de Buurt zijn er al. Vrijwilligers doen veel.",
             ("De tuin openhouden en onderhouden.", "Een sleutel, een kraan en een verzekering.",
              "Een pad maken waar een rolstoel over kan.", "Activiteiten bedenken die niemand vroeg."),
             ("story:garden", "contribution:garden", "contribution:sit", "asset:tools", "figure:lonely"),
             ("Wim (voorbeeld)", "Joost (voorbeeld)"), "Elkaar leren kennen kwam aan de meeste tafels terug."),
    Priority("ends", "Rondkomen zonder schaamte", "income", "Wij willen dat niemand alleen zit met geldzorgen.",
             "Buren helpen elkaar met brieven en met eten.",
             ("Naast iemand zitten en samen een brief lezen.", "Een ruimte en een beetje scholing.",
              "Schulden regelen en regels uitleggen.", "Mensen drie keer hetzelfde laten invullen."),
             ("story:ends", "story:letters", "contribution:ends", "contribution:help", "asset:letters", "figure:ends"),
             ("Samira (voorbeeld)", "Ruben (voorbeeld)"), "De cijfers en de verhalen zeggen hetzelfde."),
    Priority("green", "Groen en schoon, door ons samen", "green", "Wij willen straten waar je graag loopt.",
             "Er zijn geveltuinen en er is een groep die opruimt.",
             ("Geveltuinen verzorgen.", "Grond en planten.", "De bakken op tijd legen.", ""),
             ("story:waste", "contribution:waste", "contribution:plants"),
             ("Henk (voorbeeld)", "Joost (voorbeeld)"), "Veel mensen willen zelf iets doen."),
    Priority("learn", "Leren na school", "education", "Wij willen dat elk kind een rustige plek heeft om te leren.",
             "Oudere kinderen helpen al kleinere kinderen.",
             ("Kinderen van de trap halen en naast hen zitten.", "Een lokaal na drie uur.", "Helpen met moeilijke stof.", ""),
             ("story:homework", "contribution:homework"), ("", ""), "Ouders vroegen dit in drie talen."),
)  # fmt: skip


class Idea(NamedTuple):
    """A proposal and the answer it got."""

    key: str
    who: str
    title: str
    theme: str
    summary: str
    text: str
    costs: tuple[Cost, ...]
    priority: str
    codes: tuple[str, ...]
    accepted: bool
    why: str
    next_step: str = ""
    told: str = "Aan de keukentafel verteld."


PROPOSALS = (
    Idea("garden", "initiatief", "Maak van de Bogortuin een tuin die verbindt", "together",
         "Een pad, een lange tafel en elke zaterdag open.",
         "Wij maken één lange tafel in plaats van losse bankjes. Er komt een pad voor rolstoelen en een kraan. De tuin is "
         "elke zaterdag open, met koffie.",
         (Cost("euro", 1_500_000, "pad, tafel, planten en een kraan"),
          Cost("hours", 400, "uren van vrijwilligers in een jaar"), Cost("m2", 600, "de tuin zelf")),
         "meet", ("contribution:garden",), True, "Ja, het kan. De speelplek moet blijven."),
    Idea("desk", "moeders", "Een spreekuur van buren en welzijn samen", "income",
         "Elke week twee middagen hulp bij brieven en geldzorgen.",
         "Buren die de weg kennen zitten naast een medewerker van welzijn. Er is thee en er is tijd. U hoeft niets mee te "
         "nemen en niets te bewijzen.",
         (Cost("euro", 1_200_000, "scholing, thee en een deel van een medewerker"), Cost("hours", 600, "uren van buren"),
          Cost("m2", 40, "een kamer in het Huis van de Buurt")),
         "ends", ("contribution:ends",), True, "Ja, het kan, als welzijn meedoet."),
    Idea("bins", "bewoner", "Bakken die leeg zijn als de kinderen buiten spelen", "green",
         "Twee keer in de week legen, en buren die bellen als het eerder vol is.",
         "De bak bij het plein is op vrijdag al vol. Als de wagen ook op vrijdag komt, blijft het schoon. Wij letten op en "
         "bellen één vast nummer.",
         (Cost("euro", 300_000, "een extra ronde in de week"), Cost("hours", 100, "buren die opletten")),
         "green", ("contribution:waste",), True, "Ja, de wagen kan vanaf de zomer twee keer rijden.", "",
         "Gebeld, en samen bij de bak gekeken."),
    Idea("homework", "moeders", "Een lokaal waar kinderen na school kunnen leren", "education",
         "Drie middagen in de week, met oudere kinderen als hulp.",
         "De school is na drie uur leeg. Wij vragen één lokaal, met licht en een sleutel.",
         (Cost("euro", 400_000, "schoonmaak en iemand die afsluit"), Cost("m2", 60, "een lokaal"),
          Cost("hours", 450, "oudere kinderen en ouders")),
         "learn", ("contribution:homework",), True, "Ja, als de school een lokaal geeft."),
    Idea("street", "bewoner", "De straat op zondag voor spelende kinderen", "together",
         "Eén zondag in de maand rijden er geen auto's.", "De straat gaat dicht van tien tot vier. Ouders letten samen op.",
         (Cost("euro", 250_000, "hekken en verzekering"),), "meet", (), False, "Nee, de brandweer moet er altijd door.",
         "Vraag een speelstraat aan voor één straat zonder bus. Joost vult het formulier samen met u in.",
         "Langsgegaan, en samen de kaart bekeken."),
)  # fmt: skip


def choose(world: World, cycle: Cycle) -> Strand:
    """What has to come first, and what people proposed to do about it."""
    for number, row in enumerate(PRIORITIES):
        yield date(2019, 6, 2 + 2 * number)
        _priority(world, cycle, row)
    yield date(2019, 6, 24)
    _adopt(world, cycle)


def propose(world: World, cycle: Cycle) -> list[Strand]:
    """Handed in by the people who thought of it, and answered in the autumn."""
    return [*(_idea(world, cycle, idea, number) for number, idea in enumerate(PROPOSALS)), _publish(world, cycle)]


def _priority(world: World, cycle: Cycle, row: Priority) -> None:
    editor = world["professional"]
    made = agenda.draft_priority(
        cycle, by=editor, title=row.title, theme=row.theme, statement=row.statement, example=True
    )
    made = agenda.describe_priority(
        made, by=editor, title=row.title, theme=row.theme, statement=row.statement, going_well=row.going_well,
        ourselves=row.four[0], little_help=row.four[1], professionals=row.four[2], stop=row.four[3],
    )  # fmt: skip
    made = agenda.open_priority(made, by=editor)
    give_reasons(world, made, row.reasons)
    if row.duo[0]:
        made = agenda.name_duo(made, by=editor, **world.pair(*row.duo))
    world.things[f"priority:{row.key}"] = made


WHY = {
    "figure:lonely": "Veel mensen voelen zich alleen. Dat zeggen de cijfers.",
    "figure:ends": "Rondkomen is hier vaak moeilijk. Dat zeggen de cijfers.",
    "figure:low": "Het cijfer laat zien hoeveel huishoudens weinig geld hebben.",
    "lesson:young": "Jongeren werden vergeten. Dat leerden wij van de vorige ronde.",
    "lesson:evening": "Wie overdag werkt kon niet komen. Dat leerden wij van de vorige ronde.",
    "lesson:sooner": "De bakken bleven schoon toen wij elkaar eerder belden. Daar bouwen wij op.",
    "asset:": "Dit is er al. Daar kunnen wij op rekenen.",
    "story:": "Bewoners vertelden dit zelf.",
    "contribution:": "Dit brachten mensen zelf in.",
}


def give_reasons(world: World, priority: Any, keys: tuple[str, ...]) -> None:
    """Each reason in its own words: what was counted, told, wished and learnt."""
    for key in keys:
        why = next(words for start, words in WHY.items() if key.startswith(start))
        agenda.add_reasons(priority, by=world["professional"], codes=[world.code(key)], reason=why)


def _adopt(world: World, cycle: Cycle) -> None:
    editor = world["professional"]
    agenda.record_dissent(
        world.things["priority:green"], by=world["aanbieder"],
        words="Groen is mooi, maar eerst moeten mensen eten hebben.", said_by="Welzijn in de buurt",
    )  # fmt: skip
    for row in PRIORITIES:
        priority = world.things[f"priority:{row.key}"]
        priority.refresh_from_db()
        world.things[f"priority:{row.key}"] = agenda.adopt_priority(
            priority, by=editor, reason=row.adopted, adopted_by="Negen redacteuren uit vijf partijen"
        )
    agenda.publish_edition(cycle, by=editor, reason="De buurt koos vier dingen.", missing="Winkeliers deden niet mee.")


def _idea(world: World, cycle: Cycle, row: Idea, number: int) -> Strand:
    """Weighed in October, told in person, answered after that; who weighs does not decide."""
    official = world["ambtenaar"]
    yield date(2019, 9, 3 + 2 * number)
    made = world.things[f"proposal:{row.key}"] = proposals.hand_in(
        cycle, by=world[row.who], title=row.title, text=row.text, summary=row.summary, theme=row.theme,
        priority=world.code(f"priority:{row.priority}"), codes=[world.code(c) for c in row.codes], costs=row.costs,
        name=world[row.who].name, show_name=True, example=True,
    )  # fmt: skip
    yield date(2019, 10, 14 + number)
    proposals.name_contact(made, by=official, name="Joost (voorbeeld)", reach="via de buurtbalie")
    made = proposals.weigh_provisionally(made, by=official, positive=row.accepted, why=row.why, next_step=row.next_step)
    yield date(2019, 11, 4 + number)
    made = proposals.tell_submitter(made, by=official, how=row.told)
    yield date(2019, 11, 26)
    world.things[f"proposal:{row.key}"] = proposals.decide(
        made, by=world["griffier"], accept=row.accepted, reason=row.why, next_step=row.next_step,
        decided_by="Dagelijks bestuur van stadsdeel Oost",
    )  # fmt: skip


def _publish(world: World, cycle: Cycle) -> Strand:
    yield date(2019, 11, 28)
    proposals.publish_edition(
        cycle, by=world["professional"], reason="Alle antwoorden zijn gegeven.", missing="Niemand."
    )
