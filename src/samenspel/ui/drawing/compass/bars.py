"""The same block, lying down: for a table on a phone."""

from dataclasses import dataclass

from samenspel.ui.drawing.shapes import coord
from samenspel.ui.figures import Compass, CompassRings

BAR = 240.0


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """One figure as a bar from the line of the reference."""

    x: str
    width: str
    zero: str
    style: str


def bar(compass: Compass | CompassRings, index: float, judged: bool = True) -> DrawnBar:
    """More than the reference goes on in the direction of reading, less goes back."""
    inside = min(max(index, compass.low), compass.high)
    zero, at = (BAR * (value - compass.low) / ((compass.high - compass.low) or 1) for value in (100, inside))
    style = "plain" if not judged else "out" if index >= 100 else "in"
    return DrawnBar(coord(min(zero, at)), coord(max(abs(at - zero), 3)), coord(zero), style)
