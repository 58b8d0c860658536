"""Figures in old codes, said in new ones: through the parts of each old area that lie in each new one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from samenspel_methods.statistics.combine.areas import How, Joined, Part, combine
from samenspel_methods.statistics.errors import StatisticsError


@dataclass(frozen=True, slots=True)
class Link:
    """`share`: the part of the old area (of its people, or of its surface) that lies in the new one."""

    old: str
    new: str
    share: Fraction = Fraction(1)


def through(figures: Mapping[str, Part], links: Iterable[Link], how: How, *, weight: str = "") -> dict[str, Joined]:
    """The figure of every new area. An old area without a figure counts as missing.

    One old area that lies wholly in one new area, alone, keeps its figure whatever `how`. An old area may lie in the
    new ones for less than the whole (the rest went to another municipality), never for more.
    Refused: `share_outside`, `parts_above_whole`, `double_link`, and what `combine` refuses.
    """
    found: dict[str, dict[str, Fraction]] = {}
    used: dict[str, Fraction] = {}
    for link in links:
        olds = found.setdefault(link.new, {})
        if link.old in olds:
            raise StatisticsError("double_link", old=link.old, new=link.new)
        olds[link.old] = link.share
        used[link.old] = used.get(link.old, Fraction(0)) + link.share
    if over := [old for old, share in used.items() if share > 1]:
        raise StatisticsError("parts_above_whole", areas=tuple(sorted(over)))
    nothing = Part(None)
    return {
        new: combine([_part(figures.get(old, nothing), share) for old, share in olds.items()], how, weight=weight)
        for new, olds in found.items()
    }


def _part(figure: Part, share: Fraction) -> Part:
    return Part(figure.value, figure.weight, figure.share * share)
