"""Counting and telling: figures of 2020, stories, and what was heard."""

from datetime import date

from demo.loader import hearing
from demo.loader.hearing import Told
from demo.loader.round_2020 import talks
from demo.loader.world import DATA, STAFF, Strand, World
from samenspel.contracts.actor import Channel
from samenspel.instruments.offers import actions as offers
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.profile import actions as profile
from samenspel.stages.profile import tasks as profile_tasks
from samenspel.stages.profile.models import Indicator
from samenspel_sources import figures as sources
from samenspel_sources.recognise import Hints, recognise_together

CITY = {2020: "84799NED", 2024: "85984NED"}  # year -> table

STORIES = (
    Told("garden", date(2019, 3, 12), Channel.TABLE, "Aan de straattafel bij de tuin", "together",
         "In de Bogortuin zit elke groep op een eigen bankje. Zonde. Het is onze enige tuin.", became="need"),
    Told("ends", date(2019, 3, 14), Channel.TABLE, "Aan de keukentafel", "income",
         "Aan het eind van de maand koken wij met vier gezinnen samen. Dat is gezellig. Maar het is ook omdat het moet.",
         became="need"),
    Told("letters", date(2019, 3, 20), Channel.DESK, "Aan de buurtbalie", "income",
         "Ik kreeg een brief van de gemeente en begreep er niets van. Mijn buurvrouw hielp. Anders had ik de brief "
         "weggegooid."),
    Told("waste", date(2019, 3, 23), Channel.STREET, "Op straat, bij de bakken", "green",
         "Elke week ligt er vuil naast de bakken. De kinderen spelen ertussen.", became="wish"),
    Told("homework", date(2019, 4, 3), Channel.PHONE, "Aan de telefoon", "education",
         "Wij wonen met zeven mensen in drie kamers. Mijn zoon maakt zijn huiswerk op de trap.", became="need"),
    Told("tea", date(2019, 4, 9), Channel.STREET, "Op straat, bij de markt", "together",
         "Ben burada otuz yıldır oturuyorum. Eskiden kapılar açıktı, herkes birbirine çay getirirdi.", "tr"),
)  # fmt: skip


def tell(world: World, cycle: Cycle) -> list[Strand]:
    """What was counted, told and heard in 2019."""
    told = hearing.tell(world, cycle, STORIES)
    return [_count(world, cycle), *told, _assets(world, cycle), *talks.listen(world, cycle), _publish(world, cycle)]


def read(name: str) -> bytes:
    """A file of the demo data."""
    return (DATA / name).read_bytes()


def import_year(world: World, year: int) -> None:
    """The figures whose areas have the codes of one year."""
    figures = [f for f in sources.read_figures(read("figures.csv")) if f.area_year == year]
    profile.import_figures(
        world.place, by=STAFF, source=f"figures.csv, gebieden van {year}", figures=figures,
        indicators=sources.read_indicators(read("indicators.csv")), areas=sources.read_areas(read("areas.csv")),
        spreads=sources.read_spreads(read("spreads.csv")),
    )  # fmt: skip


def import_city(year: int) -> None:
    """A few figures of all neighbourhoods of the city, and with the newest their outlines: what a map needs."""
    hints = Hints(source="CBS", table=CITY[year], period=str(year), area_year=year, licence="CC BY 4.0")
    (found,) = recognise_together([(f"city-{year}.csv.gz", read(f"city-{year}.csv.gz"))], hints=hints)
    for grid in found.grids:
        profile_tasks.take_in(grid, by=STAFF)
    if year == max(CITY):
        (drawn,) = recognise_together(
            [("city-outlines.geojson.gz", read("city-outlines.geojson.gz"))], hints=Hints(source="Gemeente Amsterdam")
        )
        profile.put_outlines(None, by=STAFF, drawings=profile_tasks.draw(drawn.outlines))


def _count(world: World, cycle: Cycle) -> Strand:
    yield date(2019, 2, 4)
    import_year(world, 2020)
    import_city(2020)
    for key, indicator in (("ends", "trouble_making_ends_meet"), ("lonely", "lonely")):
        world.things[f"figure:{key}"] = profile.cite_figure(
            cycle, by=world["professional"], indicator=indicator, area_code="WK036332", period="2020"
        )


def _assets(world: World, cycle: Cycle) -> Strand:
    yield date(2019, 4, 1)
    for key, title, kind, offered in (
        (
            "kitchen",
            "Een grote keuken op zondag",
            "location",
            "De keuken van het Huis van de Buurt, om samen te koken.",
        ),
        ("letters", "Hulp bij brieven in vijf talen", "people", "Een groep buren die brieven leest en uitlegt."),
        ("tools", "Tuingereedschap om te lenen", "thing", "Scheppen, harken en een kruiwagen, in de Bogortuin."),
    ):
        asset = offers.offer_asset(
            cycle, by=world["initiatief"], title=title, kind=kind, offers=offered, where="Indische Buurt", example=True
        )
        if asset.state == "offered" and not asset.node.public:
            asset = offers.show_asset(asset, by=world["professional"])
        world.things[f"asset:{key}"] = asset


def _publish(world: World, cycle: Cycle) -> Strand:
    yield date(2019, 5, 14)
    editor = world["professional"]
    heard = {
        "together": (
            "Mensen wonen naast elkaar, niet met elkaar. Zij missen plekken om elkaar te leren kennen.",
            "garden",
        ),
        "income": ("Veel mensen hebben zorgen over geld. Zij durven het niet te zeggen.", "ends"),
        "green": ("Mensen willen schone straten. Velen willen zelf meedoen.", "waste"),
        "education": ("Kinderen missen een rustige plek om te leren.", "homework"),
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
