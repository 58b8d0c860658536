"""The picture of a figure: 1200 by 630, as sites that show a link want it."""

from io import BytesIO
from typing import TYPE_CHECKING

from samenspel.ui.paper.drawing import colour
from samenspel.ui.social.letters import fitting, width, write

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1200, 630
EDGE, FOOT = 72, 516  # where words begin; where the line of the source begins
ROOM = WIDTH - 2 * EDGE
BOLD, BOLDEST, PLAIN = 700, 800, 500
ROOMS = range(1, 12)
LATER = "…"


def card(
    title: str, value: str, unit: str = "", compared: str = "", source: str = "", *, room: int = 1, place: str = ""
) -> bytes:
    """A PNG with the figure in large letters, what it is compared with, and its source below."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, HEIGHT), colour(f"room-{room}-fill" if room in ROOMS else "table"))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, FOOT, WIDTH, HEIGHT), fill=colour("paper"))
    draw.line((0, FOOT, WIDTH, FOOT), fill=colour("ink"), width=5)
    _table(draw, room)
    under = _title(draw, title)
    _figure(draw, value, unit, under)
    rows, size = fitting(compared, range(44, 29, -2), PLAIN, ROOM, 2)
    for at, row in enumerate(rows):
        write(draw, (EDGE, FOOT - 34 - (len(rows) - 1 - at) * size * 1.2), row, size, PLAIN, colour("ink"), ROOM)
    _foot(draw, source, place)
    made = BytesIO()
    image.quantize(64).save(made, "PNG", optimize=True)
    return made.getvalue()


def _title(draw: "ImageDraw", title: str) -> float:
    """At most two lines; gives where they end."""
    rows, size = fitting(title, range(56, 35, -2), BOLD, ROOM - 190, 2)
    for at, row in enumerate(rows):
        write(draw, (EDGE, 104 + at * size * 1.15), row, size, BOLD, colour("ink"), ROOM - 190)
    return 104 + (len(rows) - 1) * size * 1.15


def _figure(draw: "ImageDraw", value: str, unit: str, under: float) -> None:
    """The figure as large as there is room for, its unit beside it."""
    high = int(min(190, FOOT - 130 - under - 30))
    beside = width(unit, 54, BOLD) + 28 if unit else 0
    rows, size = fitting(value, range(high, 39, -4), BOLDEST, ROOM - min(beside, 500), 1)
    foot = under + 40 + size * 0.78
    text = rows[0] if rows else LATER
    write(draw, (EDGE, foot), text, size, BOLDEST, colour("ink"))
    if unit:
        units, small = fitting(unit, range(54, 29, -2), BOLD, ROOM - width(text, size, BOLDEST) - 28, 1)
        write(draw, (EDGE + width(text, size, BOLDEST) + 28, foot), units[0], small, BOLD, colour("ink"))


def _foot(draw: "ImageDraw", source: str, place: str) -> None:
    if place:
        rows, size = fitting(place, range(34, 25, -2), BOLD, ROOM, 1)
        write(draw, (EDGE, FOOT + 50), rows[0], size, BOLD, colour("ink"), ROOM)
    rows, size = fitting(source, range(28, 21, -2), PLAIN, ROOM, 1 if place else 2)
    for at, row in enumerate(rows):
        write(draw, (EDGE, FOOT + (92 if place else 56) + at * 36), row, size, PLAIN, colour("ink-soft"), ROOM)


def _table(draw: "ImageDraw", room: int) -> None:
    """The small table with its plates: whose picture this is, without a word."""
    from samenspel.ui.drawing.shapes import on_circle

    ink, middle, around = colour("ink"), (WIDTH - EDGE - 76, 130), 76
    draw.ellipse(_round(middle, around), fill=colour("table"), outline=ink, width=5)
    for number in ROOMS:
        spot = on_circle(number * 360 / 11, 53)
        full = ink if number == room else colour("paper")
        draw.ellipse(_round((middle[0] + spot.x, middle[1] + spot.y), 11), fill=full, outline=ink, width=3)


def _round(middle: tuple[float, float], radius: float) -> tuple[float, float, float, float]:
    x, y = middle
    return x - radius, y - radius, x + radius, y + radius
