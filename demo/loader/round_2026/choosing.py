"""The agenda of the second round: two priorities chosen, two on the table."""

from datetime import date

from demo.loader.round_2020.choosing import Priority, give_reasons
from demo.loader.world import Strand, World
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.agenda import actions as agenda

PRIORITIES = (
    Priority("young", "Een plek voor jongeren", "together", "Wij willen dat jongeren een eigen plek hebben.",
             "De tuin is van iedereen. Jongeren hebben nu een eigen groep.",
             ("Zelf de regels maken, en zelf opruimen.", "Een sleutel en twee volwassenen.",
              "Zorgen dat de zaal veilig is.", "Plannen maken zonder ons."),
             ("story:daughter", "contribution:daughter", "contribution:girls", "contribution:turkish", "lesson:young"),
             ("Yara (voorbeeld)", "Fatima (voorbeeld)"), "Jongeren werden de vorige keer vergeten."),
    Priority("ends", "Rondkomen, ook in de avond", "income", "Wij willen hulp op een tijd dat mensen thuis zijn.",
             "Het spreekuur van buren en welzijn loopt al vijf jaar.",
             ("Om de beurt een avond openen.", "Een sleutel voor de avond.", "Een collega die ook ’s avonds werkt.", ""),
             ("story:nights", "contribution:nights", "contribution:evening", "lesson:evening", "figure:low"),
             ("Emine (voorbeeld)", "Ruben (voorbeeld)"), "Wie werkt, kon tot nu toe niet komen."),
    Priority("green", "Minder weggooien, meer schaduw", "green", "Wij willen dat goede grond en goede spullen hier blijven.",
             "De bakken zijn schoon en de repareerclub groeit.",
             ("Schillen apart houden, en repareren.", "Een plek voor een wormenhotel.", "Bomen planten die schaduw geven.", ""),
             ("story:peels", "contribution:peels", "contribution:benches", "lesson:sooner")),
    Priority("homes", "Wonen zonder vocht", "housing", "Wij willen dat elk huis droog is.", "", ("", "", "", ""),
             ("contribution:moist", "contribution:damp")),
)  # fmt: skip


def choose(world: World, cycle: Cycle) -> Strand:
    """Written down in May, adopted in June; the last two are still talked about."""
    editor = world["professional"]
    for number, row in enumerate(PRIORITIES):
        yield date(2026, 5, 19 + 3 * number)
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
        made.refresh_from_db()
        world.things[f"priority:2026:{row.key}"] = made
    yield date(2026, 6, 16)
    for row in PRIORITIES:
        if row.adopted:
            world.things[f"priority:2026:{row.key}"] = agenda.adopt_priority(
                world.things[f"priority:2026:{row.key}"], by=editor, reason=row.adopted,
                adopted_by="De redactie, met vijf jongeren",
            )  # fmt: skip
    agenda.publish_edition(cycle, by=editor, reason="De eerste keuze is gemaakt.", missing="Ondernemers.")
