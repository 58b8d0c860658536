"""Letters on a picture: our own font where it has the sign, another where it has not."""

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from django.contrib.staticfiles import finders

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    Font = FreeTypeFont | ImageFont

PUNCTUATION = range(0x2000, 0x2070)
BETWEEN = " .,:;!?()/–-"  # written by the font of what stands before it
OTHERS = ("NotoSansArabic-Bold.ttf", "NotoSansArabic-Regular.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans.ttf")
OWN, EXTENDED, OTHER = "vendor/fonts/legible-latin.woff2", "vendor/fonts/legible-latin-ext.woff2", ""
ZERO = "vendor/fonts/open-zero.woff2"  # in a figure a zero has no stroke through it


def which(sign: str) -> str:
    """The file that has a sign; the same division as in the style sheet."""
    code = ord(sign)
    if sign == "0":
        return ZERO
    if code < 0x100 or code in PUNCTUATION or sign in "€™−ı":
        return OWN
    return EXTENDED if code < 0x300 or 0x1E00 <= code < 0x1F00 else OTHER


@lru_cache(maxsize=64)
def font(name: str, size: int, weight: int) -> "Font":
    """A font of the house if it was installed, else one of the machine, else the plain one of the library."""
    from PIL import ImageFont

    found = finders.find(name) if name else None
    for path in [str(found)] if found else OTHERS:
        try:
            made = ImageFont.truetype(path, size)
        except OSError:
            continue
        if name:
            made.set_variation_by_axes([weight])
        return made
    return ImageFont.load_default(size)


def leftward(text: str) -> bool:
    """Whether a line is read from right to left."""
    return any(bidirectional(sign) in ("R", "AL") for sign in text)


def runs(text: str) -> list[tuple[str, str]]:
    """Pieces that one font can write, from left to right as they stand on the picture."""
    names: list[str] = []
    for sign in text:
        names.append(names[-1] if names and names[-1] == OTHER and sign in BETWEEN else which(sign))
    pairs = groupby(zip(names, text, strict=True), key=itemgetter(0))
    pieces = [(name, "".join(sign for _name, sign in group)) for name, group in pairs]
    if not leftward(text):
        return pieces
    ours = [list(group) for _other, group in groupby(pieces, key=lambda piece: piece[0] == OTHER)]
    return [piece for group in reversed(ours) for piece in group]


def width(text: str, size: int, weight: int) -> float:
    """How wide a line is."""
    return sum(font(name, size, weight).getlength(piece) for name, piece in runs(text))


def write(
    draw: "ImageDraw", at: tuple[float, float], text: str, size: int, weight: int, colour: str, room: float = 0
) -> None:
    """A line; `at` is the left end of its foot. With `room` a line read from the right ends at the right."""
    x, y = at
    if room and leftward(text):
        x += max(room - width(text, size, weight), 0)
    for name, piece in runs(text):
        face = font(name, size, weight)
        try:
            draw.text((x, y), piece, font=face, fill=colour, anchor="ls")
        except (ValueError, UnicodeError):  # the plainest font knows no anchor and few letters
            draw.text((x, y - size), piece.encode("ascii", "replace").decode(), font=face, fill=colour)
        x += face.getlength(piece)


def lines(text: str, size: int, weight: int, room: float) -> list[str]:
    """Broken where it does not fit."""
    rows: list[str] = []
    for word in text.split():
        if rows and width(f"{rows[-1]} {word}", size, weight) <= room:
            rows[-1] = f"{rows[-1]} {word}"
        else:
            rows.append(word)
    return rows


def fitting(text: str, sizes: range, weight: int, room: float, most: int) -> tuple[list[str], int]:
    """The largest size at which a text fits in so many lines; at the smallest it ends in an ellipsis."""
    for size in sizes:
        rows = lines(text, size, weight, room)
        if len(rows) <= most and all(width(row, size, weight) <= room for row in rows):
            return rows, size
    rows, size = lines(text, sizes[-1], weight, room), sizes[-1]
    cut = [_cut(row, size, weight, room, len(rows) > most and at == most - 1) for at, row in enumerate(rows[:most])]
    return cut, size


def _cut(row: str, size: int, weight: int, room: float, more: bool) -> str:
    if not more and width(row, size, weight) <= room:
        return row
    while row and width(f"{row}…", size, weight) > room:
        row = row[:-1]
    return f"{row.rstrip()}…"
