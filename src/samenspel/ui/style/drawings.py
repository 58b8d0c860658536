"""Samples of the figures. Names and numbers are an example."""

from typing import Any

from samenspel.contracts.rooms import QUESTIONS, ROOMS
from samenspel.ui.figures import (
    Area,
    AreaMap,
    Bar,
    BarChart,
    Chair,
    Compass,
    CompassItem,
    DotChart,
    DotRow,
    LineChart,
    Plate,
    Point,
    Pot,
    Series,
    ShelfItem,
    Step,
    Table,
)
from samenspel.ui.style.words import ARABIC, LONG

PLATES = (
    ("22.045", "bewoners", "done"),
    ("312", "verhalen", "open"),
    ("4", "dingen eerst", "done"),
    ("34", "plannen", "done"),
    ("17", "acties", "done"),
    ("€ 200.000", "te verdelen", "open"),
    ("6", "afspraken", "busy"),
    ("3", "taken", "busy"),
    ("7", "plannen in uitvoering", "busy"),
    ("23", "beloften in ronde 2", "later"),
    ("14", "gehouden in ronde 2", "later"),
)
COSTS = (
    ("Compost", 15000),
    ("Eco-box", 11000),
    ("Kinderkunst", 7650),
    ("Flevoschool", 5430),
    ("Studiehulp", 6982),
    ("Zakgeld", 5500),
    ("Groene bushokjes", 15000),
    ("Kansenbank", 10000),
    ("Theater over afval", 19150),
    ("Moestuin", 6990),
    ("Krachtmoeders", 23820),
    ("Sport en spel", 8000),
    ("Armoede te lijf", 13500),
    ("Koffie op de stoep", 9524),
    ("Groenste wijk", 17000),
    ("Bogortuin", 15000),
    ("Meiden gezond", 7500),
)
SQUARES = {
    "Makassarpleinbuurt": ((4.940, 52.364), (4.947, 52.364), (4.946, 52.368), (4.940, 52.368)),
    "Timorpleinbuurt": ((4.932, 52.364), (4.940, 52.364), (4.940, 52.368), (4.932, 52.367)),
    "Ambonpleinbuurt": ((4.932, 52.360), (4.940, 52.359), (4.940, 52.364), (4.932, 52.364)),
    "Flevopark": ((4.947, 52.357), (4.959, 52.358), (4.957, 52.368), (4.946, 52.368)),
    "Sumatraplantsoen": ((4.940, 52.359), (4.947, 52.357), (4.947, 52.364), (4.940, 52.364)),
}
RATES = {
    "Makassarpleinbuurt": 31.4,
    "Timorpleinbuurt": 20.2,
    "Ambonpleinbuurt": 9.3,
    "Sumatraplantsoen": 25.0,
}


def figures() -> dict[str, Any]:
    """Table, thread, shelves, charts, compass and map."""
    return {
        "round_table": round_table(),
        "empty_table": Table("Nieuwe buurt", plates(False), join_url="#"),
        "thread_steps": thread(),
        "pot": Pot(20_000_000, [ShelfItem(name, euros * 100, f"#i{euros}") for name, euros in COSTS]),
        "bars": BarChart(
            "Waar gaan de verhalen over?",
            [Bar("spelen", 212), Bar("afval", 96), Bar(LONG, 41), Bar("rust", None)],
            "verhalen",
            2,
        ),
        "lines": lines(),
        "dots": dots(),
        "compass": compass(),
        "area_map": area_map(),
        "trend_points": [Point("2011", 18.7), Point("2013", 19.5), Point("2015", None), Point("2017", 17.8)],
    }


def plates(filled: bool = True) -> list[Plate]:
    """Eleven plates, with or without something on them."""
    question = {item.key: item.text for item in QUESTIONS}
    return [
        Plate(
            room.number,
            room.name,
            *(content if filled else ("0", "nog niets", "later")),
            url=f"#bord-{room.number}",
            question=question[room.question],
        )
        for room, content in zip(ROOMS, PLATES, strict=True)
    ]


def round_table() -> Table:
    """A neighbourhood in its third round, with more parties than chairs."""
    names = (
        "Bewoners",
        "Stichting Meevaart",
        "Gemeente",
        "Welzijn en zorg",
        "جمعية الحي",
        "Woningcorporaties",
        "Tuingroep Bogor",
        "Scholen",
    )
    chairs = [Chair(name, f"#stoel-{at}") for at, name in enumerate(names)]
    return Table("de Indische Buurt", plates(), chairs, 9, "Ronde 3", "2026", 12, "#anderen", "#aanschuiven")


def thread() -> list[Step]:
    """From a story to an outcome, with a stop on the way."""
    return [
        Step(
            2,
            "Ophalen",
            "maart 2019",
            "Een verhaal aan de straattafel",
            quote=ARABIC,
            code="VH-3D8M",
            url="#t1",
            who="een bewoner, met hulp van een straatwerker",
            reason="58 verhalen gaan over elkaar kennen.",
        ),
        Step(
            3,
            "Buurtagenda",
            "juni 2019",
            "Prioriteit: plekken waar mensen elkaar kennen",
            code="PT-5H2C",
            text="Het verhaal telde mee met 57 andere.",
            who="negen redacteuren",
            url="#t2",
            reason="twee buren lazen de agenda en schreven een plan.",
        ),
        Step(
            4,
            "Voorstellen",
            "september 2019",
            LONG,
            code="PR-7K4R",
            state="done",
            state_label="Haalbaar",
            url="#t3",
            gap="De brief lag zes weken bij de verkeerde afdeling. Nu is er één loket.",
        ),
        Step(
            6,
            "Geld",
            "november 2020",
            "De buurt kiest dit plan",
            figure="1.153 stemmen",
            who="5.448 stemmers",
            text="Er was nog € 25.454. Het plan kost € 15.000. Het past.",
            code="EU-8R5T",
        ),
        Step(10, "Buurtpact", "februari 2021", "Drie beloften", state="late", code="BL-6T3W", branch=True),
        Step(11, "Opbrengst", "nog te komen", "Wat leverde het op?", future=True, url="#t6"),
    ]


def lines() -> LineChart:
    """Two series and a hole."""
    here = [
        Point("2011", 18.7),
        Point("2013", 19.5),
        Point("2015", None),
        Point("2017", 17.8),
        Point("2020", 16.1),
    ]
    city = [
        Point("2011", 17.0),
        Point("2013", 17.1),
        Point("2015", 16.6),
        Point("2017", 16.2),
        Point("2020", 15.3),
    ]
    return LineChart("Huishoudens met weinig geld", [Series("Buurt", here), Series("Stad", city)], "procent", 1)


def dots() -> DotChart:
    """Three marks per row."""
    rows = [
        DotRow("Moeite met rondkomen", (28.8, 30.6, 24.3), 2.1),
        DotRow("Vrijwilligerswerk", (15.3, None, 17.0)),
    ]
    return DotChart("Buurt naast stad", ("West", "Oost", "Stad"), rows, 0, 60, "procent", 1, spread=((12, 41), None))


def compass() -> Compass:
    """Above, below, beyond, and no figure."""
    items = [
        CompassItem("Inkomen per inwoner", 85, "€\u00a032.600", "€\u00a038.600"),
        CompassItem("Leeft van minder dan 120% van het minimum", 141, "26,0%", "18,4%"),
        CompassItem("Moeite met rondkomen", 122, "29,6%", "24,3%"),
        CompassItem("School dichtbij", 204, "0,3 km", "0,6 km"),
        CompassItem("Heel veel stress", 109, "25,6%", "23,6%"),
        CompassItem("Eenzaam", 102, "54,1%", "53,2%"),
        CompassItem("Vrijwilligerswerk", 89, "15,1%", "17,0%"),
        CompassItem("Mantelzorg", None, missing="te weinig antwoorden"),
    ]
    return Compass(
        "Kompas: wij en de stad",
        items,
        "Buurt",
        "stad",
        note="* Buiten de schaal. Kompas = 100 x buurt : stad.",
    )


def area_map() -> AreaMap:
    """Five areas, one without a figure."""
    areas = [
        Area(
            name,
            {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
            RATES.get(name),
            missing="te weinig bewoners",
        )
        for name, ring in SQUARES.items()
    ]
    around = {
        "type": "Polygon",
        "coordinates": [[(4.92, 52.35), (4.97, 52.35), (4.97, 52.357), (4.92, 52.36), (4.92, 52.35)]],
    }
    return AreaMap("Waar wonen mensen met weinig geld?", areas, (15, 20, 25, 30), "procent", neighbours=(around,))
