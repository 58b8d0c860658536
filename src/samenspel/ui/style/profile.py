"""Samples of the figures of a profile. Names and numbers are an example."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from samenspel.ui.drawing.outlines import fit, near
from samenspel.ui.figures import (
    ColumnBar,
    ColumnChart,
    Compass,
    CompassItem,
    CompassRings,
    Confrontation,
    ConfrontRow,
    FigureCard,
    MapValue,
    MapYear,
    MapYears,
    MarkChart,
    MarkRow,
    Outlines,
    ShapeMap,
    TrendLine,
    TrendPoint,
)
from samenspel.ui.style.words import ARABIC, LONG

SIDE = 14  # areas along a side of the sample map
LIMITS = (12, 16, 20, 26)


def figures() -> dict[str, Any]:
    """Compass in all its looks, maps, lines, the table of figures and people, pictures of a survey."""
    outlines = squares()
    values, own = rates(outlines, 0), ["a67", "a68", "a81"]
    return {
        "full_compass": full_compass(), "two_years": two_years(), "rings": rings(),
        "city_map": ShapeMap("Waar is het krap?", outlines, values, LIMITS, own, lambda code: f"#{code}", "procent",
                             mean=("Stad", "18,4"), key="city"),
        "near_map": ShapeMap("Dichtbij", outlines, values, LIMITS, own, lambda code: f"#{code}", "procent",
                             view=near(outlines, own), key="near"),
        "map_years": MapYears("Elk jaar dezelfde kleuren", outlines, [
            MapYear(str(2019 + at), rates(outlines, at), "#", "andere telling" if at == 3 else "") for at in range(6)
        ], LIMITS, own, "procent", whole={"2019": "18,9", "2024": "18,4"}, whole_name="Stad"),
        "long_trend": trend(), "confrontation": confrontation(), "mark_chart": mark_chart(),
        "marks_given": ColumnChart("Welk cijfer gaven mensen?", [
            ColumnBar(str(n), None if n in (1, 2) else count, missing="te weinig antwoorden")
            for n, count in enumerate((2, 3, 9, 14, 22, 41, 66, 48, 17, 5), 1)
        ], "cijfer van 1 tot 10", "mensen", 6.6, "gemiddeld een 6,6"),
        "weights": ColumnChart("Hoe zwaar telt elk antwoord?", [
            ColumnBar(f"{0.4 + at * 0.2:.1f}".replace(".", ","), count)
            for at, count in enumerate((4, 22, 61, 88, 40, 18, 9, 4, 1))
        ], "gewicht", "antwoorden", 4, "1: telt gewoon mee"),
        "figure_card": FigureCard("Mensen die zich eenzaam voelen", "54,1%", "van de bewoners",
                                  "Iets meer dan in de stad: 53,2%.", "RIVM 2020, een schatting", "#", "#", "Buurt"),
        "arabic_card": FigureCard(ARABIC, "١٢", "", LONG, "CBS"),
    }  # fmt: skip


def scattered(seed: float) -> Iterator[float]:
    """Numbers between 0 and 1, evenly scattered and each time the same."""
    return ((seed + n * 0.618034) % 1 for n in count())


def full_compass() -> Compass:
    """Sure, unsure, without judgement, missing, and marks of residents."""
    items = [
        CompassItem("Inkomen per inwoner", 84, "€\u00a032.600", "€\u00a038.600", url="#k1"),
        CompassItem("Moeite met rondkomen", 131, "29,6%", "24,3%", url="#k2", low=112, high=149),
        CompassItem("Eenzaam", 97, "54,1%", "53,2%", url="#k3", low=88, high=106),
        CompassItem("School dichtbij", 204, "0,3 km", "0,6 km", url="#k4"),
        CompassItem("Bewoners onder de 25", 119, "31%", "27%", url="#k5", judged=False),
        CompassItem("Mantelzorg", None, missing="te weinig antwoorden", url="#k6"),
        CompassItem("Veilig in de avond", 116, "6,8", "6,3", url="#k7", marks=True, low=109, high=123),
        CompassItem(LONG, 66, "4,9", "6,4", url="#k8"),
    ]
    return Compass("Kompas: wij en de stad", items, "Buurt", "stad", note="* Buiten de schaal.")


def two_years() -> Compass:
    """Now, and as an outline what it was."""
    items = [
        CompassItem("Rondkomen", 84, "5,4", "6,1", other=73, other_value="5,1"),
        CompassItem("Samen leven", 124, "7,1", "6,6", other=108, other_value="6,8"),
        CompassItem("Gezondheid", 92, "6,2", "6,4", other=113, other_value="6,6"),
        CompassItem("Wonen", 103, "6,9", "6,8", other=100, other_value="6,8"),
        CompassItem("Groen en schoon", 71, "4,9", "6,4", other=None),
    ]
    return Compass("Nu en vier jaar geleden", items, "2024", "stad", other="2020")


def rings() -> CompassRings:
    """Four quarters, one of them without judgement."""
    dice = scattered(0.2)
    names = (
        ("Hoe wonen wij?", ("Wonen", "Groen en schoon", "Onderweg", "Voorzieningen"), True),
        ("Hoe gaat het met ons?", ("Rondkomen", "Gezondheid", "Leren", "Werk"), True),
        ("Hoe leven wij samen?", ("Samen leven", "Veiligheid", "Meebeslissen"), True),
        ("Wie wonen hier?", ("Leeftijd", "Herkomst", "Huishoudens"), False),
    )
    quarters = [
        CompassItem(name, 84 + 30 * next(dice) if judged else None, judged=judged, url="#", missing="geen oordeel",
                    inside=[_theme(theme, judged, dice) for theme in themes])
        for name, themes, judged in names
    ]  # fmt: skip
    whole = CompassItem("De hele buurt", 96, inside=quarters, url="#")
    return CompassRings(
        "Het hele kompas", whole, "Buurt", "stad", note="Elk vak is het gemiddelde van wat erbuiten ligt."
    )


def _theme(name: str, judged: bool, dice: Iterator[float]) -> CompassItem:
    figures = [
        CompassItem(f"{name}, cijfer {at + 1}", _index(next(dice)), "12,3%", "11,8%",
                    judged=judged, url="#", marks=at == 3)
        for at in range(3 + int(3 * next(dice)))
    ]  # fmt: skip
    known = [item.index for item in figures if item.index is not None]
    return CompassItem(
        name, sum(known) / len(known) if judged and known else None, judged=judged, inside=figures, url="#"
    )


def _index(part: float) -> float | None:
    return None if part < 0.1 else 45 + 110 * part


def squares() -> Outlines:
    """Crooked squares: enough to fold the list."""
    dice = scattered(0.4)
    corners = {
        (x, y): (x + 0.6 * next(dice) - 0.3, y * 0.62 + 0.3 * next(dice) - 0.15)
        for x in range(SIDE + 1)
        for y in range(SIDE + 1)
    }
    return fit(
        {
            f"a{y * SIDE + x}": (
                f"Buurt {y * SIDE + x}",
                [[corners[x, y], corners[x + 1, y], corners[x + 1, y + 1], corners[x, y + 1]]],
            )
            for x in range(SIDE)
            for y in range(SIDE)
        }
    )


def rates(outlines: Outlines, year: int) -> dict[str, MapValue]:
    """Most have a figure; some are secret, missing or not known yet."""
    values = {}
    for at, (code, part) in enumerate(zip(outlines.shapes, scattered(0.1 + year / 9), strict=False)):
        why = ("missing", "secret", "not_yet")[at % 3]
        values[code] = MapValue(round(6 + year / 2 + 26 * part, 1)) if part > 0.06 else MapValue(None, why=why)
    return values


def trend() -> TrendLine:
    """Margins, a gap, a break, another code, and the city beside it."""
    here = (
        (2009, 17.9),
        (2011, 18.7),
        (2013, 19.5),
        (2015, None),
        (2017, 22.8),
        (2019, 21.0),
        (2020, 20.2),
        (2024, 17.4),
    )
    points = [
        TrendPoint(
            str(year), value, "geheim" if value is None else "", low=value and value - 1.1, high=value and value + 1.1,
            city=16 + (year - 2009) / 8, broken="andere manier van tellen" if year == 2017 else "",
            recoded="de buurt kreeg andere codes" if year == 2020 else "",
        )
        for year, value in here
    ]  # fmt: skip
    return TrendLine("Huishoudens met weinig geld", points, "Buurt", "Stad", "procent")


def confrontation() -> Confrontation:
    """They agree, they do not, and nobody knows."""
    rows = [
        ConfrontRow("Rondkomen", "#", "29,6%", "2024", "24,3%", trend(), "5,8", "± 0,3", "van 214 mensen",
                    12, "#", 0, "", 3, "#", "agree", "", "Cijfer en bewoners zeggen hetzelfde: het is krap."),
        ConfrontRow("Eenzaamheid", "#", "54,1%", "2020, een schatting", "53,2%", None, "5,2", "± 0,4", "van 187 mensen",
                    17, "#", 2, "#", 0, "", "shifted", "",
                    "Het cijfer lijkt op de stad. De verhalen gaan over alleen zijn.",
                    "Wie ziet u nooit op straat? Hoe komt dat?"),
        ConfrontRow(LONG, "", "", "te weinig bewoners", "17,0%", None, "", "", "te weinig antwoorden",
                    None, "", None, "", None, "", "unknown", "", "", ARABIC),
    ]  # fmt: skip
    return Confrontation(
        "Cijfer naast verhaal", rows, "Buurt", "Stad", note="Klopt het cijfer met wat bewoners zeggen?"
    )


def mark_chart() -> MarkChart:
    """A sure mean, an unsure one, and none."""
    rows = [
        MarkRow("Prettig wonen", 7.1, 6.9, 7.3, 231, 6.8, url="#"),
        MarkRow("Schone stoep", 4.9, 4.2, 5.6, 87, 5.4),
        MarkRow("Vrijwilligers", None, missing="te weinig antwoorden"),
    ]
    return MarkChart("Wat geven bewoners?", rows, "in 2020")
