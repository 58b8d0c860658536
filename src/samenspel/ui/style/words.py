"""Samples of the components with words. Names and numbers are an example."""

from typing import Any

from samenspel.ui.figures import (
    ActionCard,
    Cell,
    Column,
    Crumb,
    DataTable,
    FirstStep,
    Party,
    Receipt,
    Room,
    Row,
    Seat,
)
from samenspel.ui.figures.base import Text

ARABIC = "في الحديقة كل مجموعة تجلس على مقعدها الخاص. هذا مؤسف، فهي حديقتنا الوحيدة."
LONG = "Samen maken we van de binnentuinen, stoepen en gevels van de Indische Buurt de groenste wijk van Amsterdam"
UNBROKEN = "Woningcorporatieoverlegplatformbijeenkomstverslagcommissie"


def parts() -> dict[str, Any]:
    """Rows, cards, tables and slips."""
    return {
        "arabic": ARABIC,
        "long": LONG,
        "unbroken": UNBROKEN,
        "room": Room(3, "Buurtagenda", "#room"),
        "trail": [Crumb("Prioriteiten", "#"), Crumb("Ruimte om te spelen")],
        "brand_place": {"name": "Indische Buurt", "url": "/"},
        "nav": [
            ("De tafel", "/"),
            ("Geld", "#geld"),
            ("Beloften", "#beloften"),
            ("Wie mag wat", "#rol"),
            ("Zoeken", "#zoek"),
            ("Taal", "#language"),
        ],
        "footer_links": [("Alle elf borden", "#a"), ("Open gegevens", "#b"), ("Toegankelijkheid", "#c")],
        "footer_note": "Liever praten? Buurtbalie in de Meevaart, maandag tot en met vrijdag van 10 tot 17 uur.",
        "cards": cards(),
        "rows": rows(),
        "table": table(),
        "seats": seats(),
        "parties": parties(),
        "first_steps": first_steps(),
        "slip": Receipt(
            "BN-4W9H",
            "Bonnetje",
            "appel-fiets-18",
            ("11 plannen, 23 november 2026, 10.42 uur",),
            "Niemand ziet aan dit bonnetje wat u koos.",
        ),
        "pairs": [("Code", "PR-7K4R"), ("Trekkers", "Samira en Jan"), ("Verhaal", ARABIC)],
    }


def cards() -> list[ActionCard]:
    """Every picture once."""
    return [
        ActionCard(
            "Stem over 200.000 euro",
            "U kreeg een brief met een code. Nog 21 dagen.",
            "Ik heb een code",
            "#1",
            9,
            "letter",
        ),
        ActionCard(
            "Vertel wat beter kan",
            "Typ, spreek in of stuur een foto. In elke taal.",
            "Ik wil iets vertellen",
            "#2",
            2,
            "talk",
        ),
        ActionCard(
            "Kom praten over de speeltuin", "Donderdag half acht, in de Meevaart.", "Ik kom ook", "#3", 8, "table"
        ),
        ActionCard("Schrijf een plan", LONG, "Ik heb een plan", "#4", 4, "pen"),
        ActionCard("Kijk waar het geld is", "Elke euro is te volgen.", "Laat zien", "#5", 6, "coins"),
        ActionCard("أخبرنا", ARABIC, "أريد أن أحكي", "#6", 10, "hands"),
        ActionCard("Loop mee door de buurt", "Zaterdag om tien uur.", "Ik loop mee", "#7", 1, "map"),
    ]


def rows() -> list[Row]:
    """A decision, a long one, one in Arabic, a bare one."""
    return [
        Row(
            "17 plannen krijgen geld",
            "#",
            "Geld",
            "20 oktober 2026",
            "5.448 mensen stemden over 200.000 euro.",
            room=6,
            state="done",
            code="PR-7K4R",
            actions=(("Bekijk de uitslag", "#u"), ("Download", "#d")),
        ),
        Row(
            f"{LONG} en daarna nog verder",
            "#",
            "Beter of anders?",
            "20 oktober 2026",
            "Tuingroep Bogor: nu nog niet.",
            "er zijn vier vrijwilligers, zeven zijn nodig. In maart opnieuw.",
            8,
            "late",
            note="Wat kan wel: vraag eerst de eigenaar van het dak.",
        ),
        Row(UNBROKEN, kicker="Ophalen", room=2, text=ARABIC, state="open"),
        Row("Alleen een titel"),
    ]


def table() -> DataTable:
    """Numbers, a bar, a state, a missing figure."""
    columns = [
        Column("Plan"),
        Column("Stemmen"),
        Column("Kost", number=True),
        Column("Stand"),
        Column("Reden"),
    ]
    cells: list[list[Cell | Text]] = [
        [
            Cell("Van afval naar compost", "#", "Klimaat", 6),
            Cell("3.046", part=0.56),
            "€ 15.000",
            Cell("Gekozen", state="done"),
            "Er was nog € 200.000. Dat was genoeg.",
        ],
        [Cell(LONG, sub="Meer groen"), Cell("1.243", part=0.23), "€ 17.000", Cell("", state="busy"), ARABIC],
        [UNBROKEN, Cell("geen cijfer"), "€ 7.500", Cell("", state="stopped"), ""],
    ]
    return DataTable("De plannen, met reden", columns, cells, "Volle balk: alle 5.448 stemmers.", 6)


def seats() -> list[Seat]:
    """Two who pull, and a free chair."""
    return [Seat("Samira", "bewoner", "#"), Seat("Jan", "gemeente"), Seat("Hier is plaats", free=True)]


def parties() -> list[Party]:
    """The same chair for all."""
    return [
        Party("Bewoners", "#p1", "1.904 deden dit jaar mee", "8 beloften: 6 gehouden, 2 lopen nog"),
        Party("Gemeente Amsterdam", "#p2", "stadsdeel Oost", "7 beloften: 3 gehouden, 3 lopen nog, 1 te laat"),
        Party(UNBROKEN, "#p3", "drie verhuurders", "3 beloften: 1 gehouden, 2 lopen nog"),
        Party("جمعية الحي", "#p4", "جيران", "nog geen beloften"),
        Party("Hier is plaats", "#p5", "voor uw groep of organisatie", "Aanschuiven kan in een minuut.", free=True),
    ]


def first_steps() -> list[FirstStep]:
    """Three small ones."""
    return [
        FirstStep("Print het profiel", "De cijfers van uw buurt staan al klaar.", "Print het profiel", "#s1"),
        FirstStep("Vraag drie buren", "Wat gaat goed? Wat moet eerst?", "Print het vragenvel", "#s2"),
        FirstStep("Zoek een tweede trekker", "Samen kiest u de eerste prioriteit."),
    ]
