"""Two years of one area, or two areas in one year, side by side. Never a list from high to low."""

from dataclasses import dataclass

from samenspel_methods.statistics.compass.model import Compass, Figure
from samenspel_methods.statistics.compass.rings import compass
from samenspel_methods.statistics.compass.yardstick import Basis
from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """`points`: second minus first. `clear`: whether the two ranges lie apart; None when there are no margins."""

    first: float
    second: float
    points: float
    clear: bool | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both compasses over the figures they share. `left_out`: figure -> why it is not in either of them."""

    first: Compass
    second: Compass
    differences: dict[Path, Difference]
    left_out: dict[str, str]

    @property
    def said(self) -> tuple[Said, ...]:
        """What the comparison rests on."""
        shared = said("shared_figures", count=len(self.first.figures))
        out = tuple(sorted(self.left_out))
        return (shared, said("left_out", names=out, count=len(out))) if out else (shared,)


def compare(first: Compass, second: Compass) -> Comparison:
    """The difference of every block, over the figures known in both and measured with the same kind of yardstick.

    Each year is measured against the city of that year: a rise means "better beside the city", not "better".
    Refused: `other_quarters`, when the two circles are divided differently.
    """
    if (first.quarters, first.scale) != (second.quarters, second.scale):
        raise StatisticsError("other_quarters")
    known = ({f.key: f for f in first.figures}, {f.key: f for f in second.figures})
    keys = dict.fromkeys([*known[0], *known[1]])
    out = {key: why for key in keys if (why := _why(known[0].get(key), known[1].get(key)))}
    both = [
        compass([f for f in whole.figures if f.key not in out], whole.quarters, whole.scale)
        for whole in (first, second)
    ]
    return Comparison(both[0], both[1], _differences(both[0], both[1]), out)


def _why(first: Figure | None, second: Figure | None) -> str:
    if first is None or second is None or first.value is None or second.value is None:
        return "only_one"
    bases = {f.yardstick.basis if f.yardstick else Basis.NONE for f in (first, second)}
    if Basis.NONE in bases:
        return "no_measure"
    if len(bases) > 1:
        return "other_measure"
    return "other_meaning" if (first.direction, first.theme) != (second.direction, second.theme) else ""


def _differences(first: Compass, second: Compass) -> dict[Path, Difference]:
    found, others = {}, second.rings
    for path, one in first.rings.items():
        other = others.get(path)
        if other is None or one.score is None or other.score is None:
            continue
        clear = None
        if None not in (one.low, one.high, other.low, other.high):
            clear = (one.high or 0) < (other.low or 0) or (other.high or 0) < (one.low or 0)
        found[path] = Difference(one.score, other.score, other.score - one.score, clear)
    return found
