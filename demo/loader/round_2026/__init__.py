"""The round that runs now: opened from the lessons of the first one, with figures of 2024 and a live vote."""

from datetime import date

from demo.loader.round_2020.choosing import give_reasons
from demo.loader.round_2020.telling import at_a_table, import_year
from demo.loader.round_2026 import giving, voting
from demo.loader.world import World, on
from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import actions as questions
from samenspel.instruments.stories import actions as stories
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.agenda import actions as agenda
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.monitoring import queries as monitoring
from samenspel.stages.profile import actions as profile
from samenspel.stages.profile.models import Figure
from samenspel.stages.proposals import actions as proposals
from samenspel.stages.proposals.states import Cost

STATES = {
    "profile": "done", "consultation": "open", "agenda": "busy", "proposals": "open", "plan": "not_yet",
    "budget": "busy", "quality": "not_yet", "assessment": "not_yet", "commissioning": "open", "pact": "not_yet",
    "monitoring": "not_yet",
}  # fmt: skip

WISHES = (
    ("wish", "green", "Meer bankjes in de schaduw."),
    ("need", "leisure", "Een plek voor meiden van twaalf tot zestien."),
    ("ambition", "income", "Het spreekuur ook in de avond."),
    ("wish", "mobility", "Veiliger oversteken bij de school."),
)


def play(world: World) -> list[str]:
    """Everything up to today; returns voting codes that a visitor may try."""
    previous = Cycle.objects.get(place=world.place, slug="2020")
    with on(2026, 1, 12):
        cycle = _open(world, previous)
    with on(2026, 3, 3):
        _count_and_tell(world, cycle)
        giving.offer(world, cycle)
    with on(2026, 6, 2):
        _choose(world, cycle)
    with on(2026, 9, 7):
        _propose(world, cycle)
        _ask(world, cycle)
    giving.answer(world)
    giving.promise(world, cycle)
    return voting.open_vote(world, cycle)


def _open(world: World, previous: Cycle) -> Cycle:
    organiser = world["professional"]
    cycle = cycles.open_cycle(
        world.place, by=organiser, slug="2026", title="Ronde 2", opens_on=date(2026, 1, 12), previous=previous,
        lessons=monitoring.lessons_for_next(previous),
    )  # fmt: skip
    for stage in cycle.stages.all():
        cycles.move_stage(stage, by=organiser, state=STATES[stage.stage])
    for title, kind, day, arrive in (
        ("Kadernota 2027", "framework_note", date(2026, 6, 25), date(2026, 5, 4)),
        ("Begroting 2027", "budget", date(2026, 11, 11), date(2026, 9, 1)),
        ("Vergadering van de stadsdeelcommissie", "council", date(2026, 12, 15), date(2026, 12, 1)),
        ("Jaarrekening 2026", "annual_account", date(2027, 5, 27), date(2027, 4, 1)),
    ):
        cycles.add_date(cycle, by=world["ambtenaar"], title=title, kind=kind, date=day, must_arrive_by=arrive)
    for speaker, mark in (("initiatief", "there"), ("ambtenaar", "working"), ("aanbieder", "there")):
        cycles.mark_condition(
            cycle, by=world[speaker], party=world.parties[speaker], condition="trust", mark=mark,
            what_we_do="Wij zeggen het eerder als iets niet lukt.",
        )  # fmt: skip
    return cycle


def _count_and_tell(world: World, cycle: Cycle) -> None:
    editor = world["professional"]
    import_year(world, 2024)
    figure = Figure.objects.get(indicator__key="below_120_minimum", area_code="WK0363MG", area_year=2024)
    world.things["figure:low"] = profile.cite_figure(cycle, by=editor, figure=figure)
    table = at_a_table(world, "Verteld in het Huis van de Buurt")
    story = stories.tell_story(
        cycle, by=table, theme="together", may_show=True, may_quote=True, place_text="Verteld in de tuin", example=True,
        words="Sinds de tuin open is ken ik mijn overburen. Nu wil ik dat mijn dochter ook een plek heeft.",
        lesson=world.things["lesson:young"].code,
    )  # fmt: skip
    world.things["story:daughter"] = stories.show_story(story, by=editor)
    made = consultation.contribution_from_story(world.things["story:daughter"], by=editor, kind="need", example=True)
    rows = [made]
    for kind, theme, words in WISHES:
        rows.append(consultation.give_contribution(cycle, by=table, words=words, kind=kind, theme=theme, example=True))
    for row in rows:
        row.refresh_from_db()
        if row.state == "received":
            consultation.show_contribution(row, by=editor)
    world.things["contribution:daughter"] = rows[0]
    # One contribution waits for the editors, so that a visitor sees what moderation is.
    consultation.give_contribution(
        cycle, by=Actor(), words="Kan de muziek op het plein zachter?", kind="wish", theme="liveability", example=True
    )
    profile.publish_edition(
        cycle, by=editor, reason="De cijfers van 2024 zijn er.", missing="Mensen zonder vast adres."
    )


def _choose(world: World, cycle: Cycle) -> None:
    editor = world["professional"]
    rows = (
        ("young", "Een plek voor jongeren", "together", "Wij willen dat jongeren een eigen plek hebben.",
         ("story:daughter", "contribution:daughter", "lesson:young")),
        ("ends", "Rondkomen, ook in de avond", "income", "Wij willen hulp op een tijd dat mensen thuis zijn.",
         ("figure:low",)),
    )  # fmt: skip
    for key, title, theme, statement, reasons in rows:
        made = agenda.draft_priority(cycle, by=editor, title=title, theme=theme, statement=statement, example=True)
        made = agenda.open_priority(made, by=editor)
        give_reasons(world, made, reasons)
        made.refresh_from_db()
        world.things[f"priority:2026:{key}"] = made
    world.things["priority:2026:young"] = agenda.adopt_priority(
        world.things["priority:2026:young"], by=editor, reason="Jongeren werden de vorige keer vergeten.",
        adopted_by="De redactie, met vijf jongeren",
    )  # fmt: skip
    agenda.publish_edition(cycle, by=editor, reason="De eerste keuze is gemaakt.", missing="Ondernemers.")


def _propose(world: World, cycle: Cycle) -> None:
    rows = (
        ("room", "Een kamer voor meiden in het Huis van de Buurt", "Elke woensdag en zaterdag, door meiden zelf.",
         (Cost("euro", 850_000, "inrichting en begeleiding"), Cost("m2", 50, "een kamer"), Cost("hours", 300, "begeleiders"))),
        ("sport", "Sporten op het plein onder goed licht", "Lampen en een kast met ballen.",
         (Cost("euro", 600_000, "lampen en een kast"),)),
        ("cook", "Samen koken op zondag", "Jong en oud koken samen in de grote keuken.",
         (Cost("euro", 350_000, "eten en een kok"), Cost("hours", 200, "koks uit de buurt"))),
    )  # fmt: skip
    for key, title, summary, costs in rows:
        world.things[f"proposal:2026:{key}"] = proposals.hand_in(
            cycle, by=world["bewoner"], title=title, text=summary, summary=summary, theme="together", costs=costs,
            priority=world.things["priority:2026:young"].code, name="Samira (voorbeeld)", show_name=True, example=True,
        )  # fmt: skip


def _ask(world: World, cycle: Cycle) -> None:
    questions.ask(
        cycle, by=world["raadslid"], title="Hoeveel geld is er in 2027 voor jongeren in deze buurt?",
        body="Wij zien het niet terug in de begroting. Kunt u het bedrag per buurt geven?",
        addressee=world.parties["ambtenaar"], due=date(2026, 12, 7), example=True,
    )  # fmt: skip
    questions.ask(
        cycle, by=world["initiatief"], title="Een buurtfeest mag pas na twaalf weken wachten", kind="rule",
        body="Voor koffie op de stoep vragen wij dezelfde vergunning als voor een festival. Kan dat korter?",
        addressee=world.parties["ambtenaar"], due=date(2026, 10, 19), example=True,
    )  # fmt: skip
