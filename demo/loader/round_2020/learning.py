"""What became of the promises and the money, and what the neighbourhood takes along."""

from datetime import date

from demo.loader.world import Strand, World
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import publish_report
from samenspel.stages.monitoring import actions as monitoring
from samenspel.stages.plan import actions as plans

# key, of what, who records, title, what came, judged by, verdict, measured, cents spent
OUTCOMES = (
    ("garden", "promise:open", "initiatief", "Groepen zitten nu aan één tafel",
     "Elke zaterdag zitten mensen van vijf groepen aan de lange tafel. Twee bezoekers begonnen samen een kookgroep.",
     "Vijftig bezoekers van de tuin", "better", "38 van de 50 bezoekers kennen nu iemand van een andere groep.", None),
    ("award", "award:garden", "ambtenaar", "De tuin is klaar", "Het pad, de tafel en de kraan zijn er. Er bleef niets over.",
     "De tuingroep en stadsdeel Oost", "better", "", 1_500_000),
    ("tap", "promise:tap", "initiatief", "Er is water, vijf maanden later",
     "De kraan kwam te laat. De planten gingen bijna dood. Buren sjouwden met emmers.",
     "De tuingroep", "same", "153 dagen te laat.", None),
    ("desk", "promise:staff", "aanbieder", "Mensen komen eerder met hun brief",
     "Tweehonderd mensen kregen hulp. De meesten kwamen voordat er een boete was.",
     "Wie hulp kreeg", "better", "Van de 200 mensen wachtten er 12 langer dan een week.", 1_150_000),
    ("bins", "promise:bins", "bewoner", "Het plein is schoon als het weekend begint",
     "Sinds juni komt de wagen ook op vrijdag. Drie maanden lag er vuil, en toen niet meer.",
     "Buren van het plein", "better", "Van juni tot oktober was de bak twee keer te vol.", None),
)  # fmt: skip

# key, title, what to keep, what to change, theme, outcomes
LESSONS = (
    ("young", "Vraag jongeren zelf", "Praten aan tafels, met iemand die opschrijft.",
     "Ga naar jongeren toe. Aan onze tafels zaten zij niet.", "together", ("garden",)),
    ("owner", "Zoek eerst uit van wie iets is", "Een belofte openlijk verzetten, met de reden erbij.",
     "Vraag voor de belofte wie de eigenaar is.", "voice", ("tap", "award")),
    ("evening", "Hulp ook als mensen werken", "Buren en welzijn aan één tafel.",
     "Ga ook in de avond open.", "income", ("desk",)),
    ("sooner", "Bel elkaar voordat het misgaat", "Eén vast nummer, en een mens die opneemt.",
     "Zeg het in de eerste week als iets niet lukt, niet in de vierde.", "green", ("bins",)),
)  # fmt: skip


def learn(world: World, cycle: Cycle) -> Strand:
    """Recorded in the autumn of 2021."""
    yield date(2021, 11, 9)
    for key, of, who, title, came, judged, verdict, measured, spent in OUTCOMES:
        row = monitoring.record_outcome(
            cycle, by=world[who], of=world.things[of].code, what_came=came, judged_by=judged, verdict=verdict,
            title=title, measured=measured, spent_cents=spent, party=world.parties.get(who), on=date(2021, 11, 9),
            example=True,
        )  # fmt: skip
        world.things[f"outcome:{key}"] = monitoring.confirm_outcome(row, by=world["professional"])
    yield date(2021, 11, 23)
    for key, title, keep, change, theme, outcomes in LESSONS:
        codes = [world.things[f"outcome:{o}"].code for o in outcomes]
        lesson = monitoring.draft_lesson(
            cycle, by=world["professional"], title=title, keep=keep, change=change, theme=theme, outcomes=codes,
            example=True,
        )  # fmt: skip
        world.things[f"lesson:{key}"] = monitoring.share_lesson(lesson, by=world["professional"])
    monitoring.publish_edition(
        cycle, by=world["professional"], reason="De ronde is bekeken.", missing="Mensen die zijn verhuisd."
    )
    yield date(2021, 12, 7)
    plans.publish_edition(
        cycle, by=world["professional"], reason="Zo staat het plan er aan het eind van de ronde voor.", missing="Niemand."
    )
    publish_report(
        cycle, by=world["professional"], reason="De ronde is klaar.",
        missing="Jongeren en winkeliers deden bijna niet mee. Wonen in Oost kwam niet aan tafel.",
        change="Wij gaan eerder naar buiten: naar scholen en winkels. Wij vragen jongeren zelf. "
        "Wij vertellen elk half jaar wat er van een belofte kwam.",
    )  # fmt: skip
