"""Money at true scale: every item as wide as it costs, over a number of shelves of a round amount."""

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.ui.drawing.shapes import coord, wrapped
from samenspel.ui.figures import Pot, ShelfItem
from samenspel.ui.numbers import euro

STEP, TOP, FLOOR = 138, 6, 98
CURVE, GAP = 16.0, 2.0
ROOM_FOR_NUMBER, LETTER = 30.0, 9.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an item on one shelf."""

    fill: str
    edge: str
    style: str
    number: str
    name: str
    x: str
    number_y: str
    name_y: str
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Shelves:
    """A drawing of shelves."""

    width: int
    height: int
    floors: list[tuple[int, int, str]]
    pieces: list[Piece]


def shelves(pot: Pot, count: int, width: int) -> Shelves:
    """Fill the shelves from left to right; what is left over is dashed."""
    spent = sum(item.cents for item in pot.items if item.cents > 0)
    whole = max(pot.total_cents, spent, 1)
    each = _round_up(-(-whole // max(count, 1)))
    count = -(-whole // each)
    pieces: list[Piece] = []
    start = 0
    for at, item in enumerate(pot.items, start=1):
        if item.cents > 0:
            style = "" if at % 2 else "even"
            pieces += _pieces(item, str(at), style, start, each, width)
            start += item.cents
    if whole > spent:
        rest = ShelfItem(pot.rest_label or "", whole - spent)
        pieces += _pieces(rest, "", "rest", start, each, width)
    floors = [(at * STEP + FLOOR + 5, at * STEP + 128, euro(each * (at + 1))) for at in range(count)]
    return Shelves(width, count * STEP + 6, floors, pieces)


def _round_up(cents: int) -> int:
    """The next amount that people say easily: 25.000, 40.000, 250.000 euro. At least one euro."""
    ten: int = 10 ** max(2, len(str(cents)) - 1)
    amounts = [ten // 10 * part for part in (10, 15, 20, 25, 30, 40, 50, 60, 80, 100)]
    return next(amount for amount in amounts if amount >= cents)


def _pieces(item: ShelfItem, number: str, style: str, start: int, each: int, width: int) -> Iterator[Piece]:
    """Cut an item where a shelf ends. Lengths are exact until the last moment."""
    end = start + item.cents
    first, last = start // each, (end - 1) // each
    widest = max(range(first, last + 1), key=lambda at: min(end, (at + 1) * each) - max(start, at * each))
    for shelf in range(first, last + 1):
        left = max(start - shelf * each, 0) / each * width
        right = min(end - shelf * each, each) / each * width
        begins, ends = shelf == first, shelf == last
        x0, x1 = left + (GAP if begins else 0), right - (GAP if ends else 0)
        words = number, str(item.name) if number and shelf == widest else ""
        yield _piece(item, words, style, shelf * STEP, (x0, max(x1, x0 + 1)), (begins, ends))


def _piece(
    item: ShelfItem,
    words: tuple[str, str],
    style: str,
    y: int,
    at: tuple[float, float],
    rounded: tuple[bool, bool],
) -> Piece:
    x0, x1 = at
    room = x1 - x0
    curve = min(CURVE, room / 2)
    top, floor = y + TOP, y + FLOOR
    left = f"V{coord(top + curve)} Q{coord(x0)},{top} {coord(x0 + curve)},{top}" if rounded[0] else f"V{top}"
    turn = (
        f"H{coord(x1 - curve)} Q{coord(x1)},{top} {coord(x1)},{coord(top + curve)}" if rounded[1] else f"H{coord(x1)}"
    )
    outline = f"M{coord(x0)},{floor} {left} {turn} V{floor}"
    edge = outline if rounded[0] else f"M{coord(x0)},{top} {turn} V{floor}"
    if not rounded[1]:
        edge = edge.removesuffix(f" V{floor}")
    letters = int((room - 20) / LETTER)
    name = wrapped(words[1], letters, 1)[0] if letters >= 4 and words[1] else ""
    return Piece(
        fill=f"{outline} Z", edge=edge, style=style, number=words[0] if room >= ROOM_FOR_NUMBER else "", name=name,
        x=coord(x0 + 12), number_y=str(y + 44), name_y=str(y + 84), url=item.url,
        title=f"{item.name} {euro(item.cents)}".strip(),
    )  # fmt: skip
