"""A map of hundreds of areas as one piece of SVG: written as text, because a template for each area takes too long."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.ui.drawing.outlines import box_of
from samenspel.ui.drawing.shapes import coord
from samenspel.ui.figures.maps import MISSING, NOT_YET, SECRET, Box, MapShape, MapValue, ShapeMap
from samenspel.ui.numbers import decimals, number

MOST_LIMITS = 4
LETTER = 0.6  # width of a letter, as a part of its height
VALUE, NAME, PHONE = 17.0, 12.5, 2.4  # letters on a map of 1000 wide; how much bigger on a phone
NOTHING = MapValue(None)
PATTERNS = {MISSING: "hatched", SECRET: "dotted", NOT_YET: "later"}
Writer = Callable[[MapValue], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: the look of a class, what it means, how many areas are in it."""

    style: str
    words: str
    count: str = ""


def missing_words() -> dict[str, str]:
    """Why there is no figure, in words."""
    return {
        MISSING: pgettext("missing number", "geen cijfer"),
        SECRET: pgettext("missing number", "geheim"),
        NOT_YET: pgettext("missing number", "nog niet bekend"),
    }


def style_of(value: MapValue, limits: Sequence[float]) -> str:
    """The class a value is in; without a value the pattern of the reason."""
    if value.value is None:
        return PATTERNS.get(value.why, "hatched")
    return f"class-{sum(value.value >= limit for limit in limits)}"


def writer(values: Mapping[str, MapValue], places: int | None) -> Writer:
    """How each value is written: alike in all areas, and each number formatted once."""
    needed = decimals(value.value for value in values.values()) if places is None else places
    words, known = missing_words(), dict[float, str]()

    def write(value: MapValue) -> str:
        if value.value is None:
            return value.shown or words.get(value.why, words[MISSING])
        if value.shown:
            return value.shown
        if value.value not in known:
            known[value.value] = number(value.value, needed)
        return known[value.value]

    return write


def grouped(codes: Iterable[str], values: Mapping[str, MapValue], limits: Sequence[float]) -> dict[str, list[str]]:
    """The areas of each class, so that the look is said once."""
    found: dict[str, list[str]] = {}
    for code in codes:
        found.setdefault(style_of(values.get(code, NOTHING), limits), []).append(code)
    return found


def seen(shape: MapShape, view: Box | None) -> bool:
    """Whether any of a shape lies in the part that is shown."""
    if view is None or not shape.path:
        return bool(shape.path)
    x, y, wide, high = box_of(shape)
    return x < view[0] + view[2] and x + wide > view[0] and y < view[1] + view[3] and y + high > view[1]


def patterns(key: str, unit: float) -> str:
    """The three ways of having no figure, as large on this map as on every other."""
    size = f'patternUnits="userSpaceOnUse" patternTransform="scale({unit:.3f})'
    paper = '<rect width="10" height="10" class="on-paper"/>'
    return (
        f'<defs><pattern id="{key}-hatched" width="10" height="10" {size} rotate(45)">{paper}'
        f'<path class="hatch-line" d="M0,0V10"/></pattern><pattern id="{key}-dotted" width="9" height="9" {size}">'
        f'{paper}<circle class="ink" cx="4.5" cy="4.5" r="1.7"/></pattern><pattern id="{key}-later" width="14" '
        f'height="9" {size}"><rect width="14" height="9" class="on-paper"/><path class="hatch-line" d="M0,4.5H7"/>'
        f"</pattern></defs>"
    )


def group(style: str, key: str) -> str:
    """The look of a class: a colour of the theme, or a pattern of this map."""
    return f'<g fill="url(#{key}-{style})">' if style in PATTERNS.values() else f'<g class="{style}">'


def view_box(box: Box) -> str:
    """As an attribute."""
    return " ".join(coord(side) for side in box)


def drawing(map_: ShapeMap, write: Writer) -> str:
    """The whole SVG. It is a picture for who sees and points; the list beside it is for everybody."""
    shapes, view = map_.outlines.shapes, map_.view or map_.outlines.box
    shown = [code for code, shape in shapes.items() if seen(shape, map_.view)]
    own = [code for code in dict.fromkeys(map_.own) if code in shapes and shapes[code].path]
    parts = [
        f'<svg viewBox="{view_box(view)}" aria-hidden="true" focusable="false">{patterns(map_.key, view[2] / 1000)}',
        *(f'<path class="neighbour" d="{escape(path)}"/>' for path in map_.around),
        *_areas(map_, shown, write),
        outlined(shapes, own),
        _words(map_, shown, frozenset(own), write),
        "</svg>",
    ]
    return "".join(parts)


def _areas(map_: ShapeMap, shown: Sequence[str], write: Writer) -> Iterable[str]:
    shapes, values = map_.outlines.shapes, map_.values
    for style, codes in sorted(grouped(shown, values, sorted(map_.limits)[:MOST_LIMITS]).items()):
        yield group(style, map_.key)
        for code in codes:
            shape = shapes[code]
            title = f"<title>{escape(shape.name)}: {escape(write(values.get(code, NOTHING)))}</title>"
            path = f'<path d="{shape.path}">{title}</path>'
            yield f'<a href="{escape(map_.url(code))}" tabindex="-1">{path}</a>' if map_.url else path
        yield "</g>"


def outlined(shapes: Mapping[str, MapShape], own: Sequence[str]) -> str:
    """A light line under a heavy one: seen on every class."""
    paths = "".join(shapes[code].path for code in own)
    return "".join(f'<path class="{style}" d="{paths}"/>' for style in ("own-halo", "own")) if paths else ""


def _words(map_: ShapeMap, shown: Sequence[str], own: frozenset[str], write: Writer) -> str:
    """Values where they fit, those of the own areas last and so on top."""
    view = map_.view or map_.outlines.box
    unit = view[2] / 1000
    texts = [
        text
        for code in sorted(shown, key=own.__contains__)
        if _whole(map_.outlines.shapes[code], view, unit)
        for text in _word(map_.outlines.shapes[code], write(map_.values.get(code, NOTHING)), unit, code in own)
    ]
    return f'<g class="map-words" font-size="{coord(VALUE * unit)}">{"".join(texts)}</g>'


def _whole(shape: MapShape, view: Box, unit: float) -> bool:
    """Whether words at a shape would not be cut by the edge."""
    x, y, edge = shape.x - view[0], shape.y - view[1], 45 * unit
    return edge < x < view[2] - edge and edge / 3 < y < view[3] - edge / 3


def _word(shape: MapShape, text: str, unit: float, mine: bool) -> Iterable[str]:
    """The value, if it fits (`roomy`: also on a phone); in an own area its name below, if there is room for it."""
    size, small = VALUE * unit, NAME * unit
    needed = max(len(text) * LETTER * size / 2, size * 0.7)
    if shape.air < needed * (0.6 if mine else 1):
        return
    style = f"value{' mine' if mine else ''}{' roomy' if shape.air >= needed * PHONE * 0.8 else ''}"
    yield f'<text class="{style}" x="{coord(shape.x)}" y="{coord(shape.y)}">{escape(text)}</text>'
    if mine and shape.air > max(len(shape.name) * small * LETTER / 2 * 0.7, size * 1.3):
        where = f'x="{coord(shape.x)}" y="{coord(shape.y + small * 1.35)}"'
        yield f'<text class="name" font-size="{coord(small)}" {where}>{escape(shape.name)}</text>'


def legend(map_limits: Sequence[float], values: Iterable[MapValue]) -> list[Entry]:
    """Every class with its limits and how many areas are in it, and the kinds of missing that occur."""
    limits = sorted(map_limits)[:MOST_LIMITS]
    counted = Counter(style_of(value, limits) for value in values)
    entries = [
        Entry(f"class-{at}", words, _areas_in(counted[f"class-{at}"])) for at, words in enumerate(class_words(limits))
    ]
    words = missing_words()
    without = [(style, words[why]) for why, style in PATTERNS.items() if counted[style]]
    return entries + [Entry(style, word, _areas_in(counted[style])) for style, word in without]


def class_words(limits: Sequence[float]) -> list[str]:
    """What each class holds: "tot 15", "15 tot 20", "20 en meer"."""
    if not limits:
        return [_("alle cijfers")]
    edges = [number(limit, decimals(limits)) for limit in limits]
    between = [_("%(start)s tot %(end)s") % {"start": a, "end": b} for a, b in pairwise(edges)]
    return [_("tot %(end)s") % {"end": edges[0]}, *between, _("%(start)s en meer") % {"start": edges[-1]}]


def _areas_in(count: int) -> str:
    return ngettext("%(n)s gebied", "%(n)s gebieden", count) % {"n": number(count, 0)}
