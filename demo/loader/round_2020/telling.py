"""Counting and telling: figures of 2020, stories, and what was heard."""

from dataclasses import replace

from demo.loader.world import DATA, World, on
from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.offers import actions as offers
from samenspel.instruments.stories import actions as stories
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.profile import actions as profile
from samenspel.stages.profile.models import Figure, Indicator
from samenspel_sources import figures as sources

# key, theme, words, where it was told
STORIES = (
    ("garden", "together", "In de Bogortuin zit elke groep op een eigen bankje. Zonde. Het is onze enige tuin.",
     "Verteld aan de straattafel"),
    ("ends", "income", "Aan het eind van de maand koken wij met vier gezinnen samen. Dat is gezellig. Maar het is ook "
     "omdat het moet.", "Verteld aan de straattafel"),
    ("letters", "income", "Ik kreeg een brief van de gemeente en begreep er niets van. Mijn buurvrouw hielp. Anders had "
     "ik de brief weggegooid.", "Verteld aan de balie"),
    ("waste", "green", "Elke week ligt er vuil naast de bakken. De kinderen spelen ertussen.", "Verteld op straat"),
)  # fmt: skip

# kind, theme, words
WISHES = (
    ("wish", "together", "Een plek waar je zomaar kunt gaan zitten en iemand leert kennen."),
    ("need", "together", "Wij zoeken een ruimte op zondag, voor oud en jong samen."),
    ("wish", "green", "Meer groen in de straten, en mensen die ervoor zorgen."),
    ("need", "income", "Hulp bij geldzorgen van iemand die je kent, niet achter een loket."),
    ("ambition", "education", "Elk kind kan na school ergens huiswerk maken."),
    ("wish", "green", "Minder vuil naast de bakken."),
)


def tell(world: World, cycle: Cycle) -> None:
    """What was counted, told and heard in 2019."""
    with on(2019, 2, 4):
        _figures(world, cycle)
    with on(2019, 3, 12):
        _stories(world, cycle)
        _assets(world, cycle)
    with on(2019, 4, 16):
        _contributions(world, cycle)
    with on(2019, 5, 14):
        _publish(world, cycle)


def read(name: str) -> bytes:
    """A file of the demo data."""
    return (DATA / name).read_bytes()


def import_year(world: World, year: int) -> None:
    """The figures whose areas have the codes of one year."""
    figures = [f for f in sources.read_figures(read("figures.csv")) if f.area_year == year]
    profile.import_figures(
        world.place, by=world["professional"], source=f"figures.csv, gebieden van {year}", figures=figures,
        indicators=sources.read_indicators(read("indicators.csv")), areas=sources.read_areas(read("areas.csv")),
        spreads=sources.read_spreads(read("spreads.csv")),
    )  # fmt: skip


def _figures(world: World, cycle: Cycle) -> None:
    import_year(world, 2020)
    for key, indicator in (("ends", "trouble_making_ends_meet"), ("lonely", "lonely")):
        figure = Figure.objects.get(indicator__key=indicator, area_code="WK036332", area_year=2020)
        world.things[f"figure:{key}"] = profile.cite_figure(cycle, by=world["professional"], figure=figure)


def at_a_table(world: World, where: str) -> Actor:
    """The professional who writes down what a resident says, and reads it back."""
    return replace(world["professional"], channel=Channel.TABLE, at=where, on_behalf_of="een bewoner", read_back=True)


def _stories(world: World, cycle: Cycle) -> None:
    for key, theme, words, where in STORIES:
        story = stories.tell_story(
            cycle, by=at_a_table(world, where), words=words, theme=theme, may_show=True, may_quote=True,
            place_text=where, example=True,
        )  # fmt: skip
        world.things[f"story:{key}"] = stories.show_story(story, by=world["professional"])


def _assets(world: World, cycle: Cycle) -> None:
    for title, kind, offered in (
        ("Een grote keuken op zondag", "location", "De keuken van het Huis van de Buurt, voor wie samen wil koken."),
        ("Hulp bij brieven in vijf talen", "people", "Een groep buren die brieven leest en uitlegt."),
        ("Tuingereedschap om te lenen", "thing", "Scheppen, harken en een kruiwagen, in de Bogortuin."),
    ):
        asset = offers.offer_asset(
            cycle, by=world["initiatief"], title=title, kind=kind, offers=offered, where="Indische Buurt", example=True
        )
        if asset.state == "offered" and not asset.node.public:
            offers.show_asset(asset, by=world["professional"])


def _contributions(world: World, cycle: Cycle) -> None:
    for key in ("garden", "ends"):
        made = consultation.contribution_from_story(
            world.things[f"story:{key}"], by=world["professional"], kind="need", example=True
        )
        world.things[f"contribution:{key}"] = made
    helper = at_a_table(world, "tafel 4, Huis van de Buurt")
    for number, (kind, theme, words) in enumerate(WISHES):
        made = consultation.give_contribution(cycle, by=helper, words=words, kind=kind, theme=theme, example=True)
        world.things[f"contribution:{number}"] = made
    for key in [k for k in world.things if k.startswith("contribution:")]:
        row = world.things[key]
        row.refresh_from_db()
        if row.state == "received":
            world.things[key] = consultation.show_contribution(row, by=world["professional"])


def _publish(world: World, cycle: Cycle) -> None:
    editor = world["professional"]
    heard = {
        "together": (
            "Mensen wonen naast elkaar, niet met elkaar. Zij missen plekken om elkaar te leren kennen.",
            "garden",
        ),
        "income": ("Veel mensen hebben zorgen over geld. Zij durven het niet te zeggen.", "ends"),
    }
    for theme, (summary, key) in heard.items():
        codes = [world.things[f"contribution:{key}"].code]
        consultation.write_harvest(cycle, by=editor, theme=theme, summary=summary, contributions=codes)
    indicator = Indicator.objects.get(key="trouble_making_ends_meet")
    profile.compare_theme(
        cycle, by=editor, indicator=indicator, verdict="agree", shared=True,
        explanation="Geld is krap. Dat zeggen cijfers en verhalen.",
    )  # fmt: skip
    indicator = Indicator.objects.get(key="lonely")
    profile.compare_theme(
        cycle, by=editor, indicator=indicator, verdict="shifted", shared=True,
        explanation="Het cijfer is net als in de stad. De verhalen zijn zwaarder.",
    )  # fmt: skip
    missing = "Jongeren en mensen die pas in Nederland zijn."
    profile.publish_edition(
        cycle, by=editor, reason="De cijfers en de eerste verhalen liggen naast elkaar.", missing=missing
    )
    consultation.publish_edition(cycle, by=editor, reason="Aan twaalf tafels is gepraat.", missing=missing)
