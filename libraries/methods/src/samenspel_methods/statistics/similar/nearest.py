"""The nearest neighbourhoods over named indicators, with what makes them alike and what differs most."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import dist, sqrt
from operator import itemgetter

from samenspel_methods.statistics.checks import known
from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said
from samenspel_methods.statistics.similar.standard import Standard, standard

ALIKE = 0.5  # half a usual distance apart is alike
LOOSE = 1.0  # on average more than one usual distance apart is not really alike
FEWEST = 3  # indicators to compare by
Marks = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """A neighbourhood that looks like the one asked about. `alike`: the indicators that are closest, most alike first.
    `differs`: the one furthest apart (None when nothing differs). `loose`: the best there is, but not really alike."""

    code: str
    name: str
    alike: tuple[str, ...]
    differs: str | None
    loose: bool


@dataclass(frozen=True, slots=True)
class Similar:
    """The neighbourhoods in order of name, not of distance. `used`: how each indicator was standardised.
    `left_out`: indicator -> `missing` (this neighbourhood has no figure) or `constant` (the same everywhere).
    `compared` areas had all figures used, `incomplete` ones did not and were not looked at."""

    areas: tuple[Alike, ...]
    used: tuple[Standard, ...]
    left_out: Mapping[str, str]
    compared: int
    incomplete: int

    @property
    def said(self) -> tuple[Said, ...]:
        """The method, to print under the list."""
        names = tuple(each.key for each in self.used)
        found = [said("similar_method", indicators=names, compared=self.compared, incomplete=self.incomplete)]
        if self.left_out:
            found.append(said("similar_left_out", indicators=tuple(self.left_out), count=len(self.left_out)))
        if any(area.loose for area in self.areas):
            found.append(said("similar_loose"))
        return tuple(found)


class Neighbourhoods:
    """All areas with their figures, standardised once, asked often."""

    def __init__(
        self, indicators: Sequence[str], figures: Mapping[str, Sequence[float | None]], names: Mapping[str, str]
    ) -> None:
        """`figures`: code -> value of each indicator in order, None = missing. `names`: code -> name.

        Refused: `double_figure`, `row_too_long` (another number of values than indicators), `not_finite`.
        """
        if len(set(indicators)) < len(indicators):
            raise StatisticsError("double_figure", indicator=max(indicators, key=list(indicators).count))
        for code, row in figures.items():
            if len(row) != len(indicators):
                raise StatisticsError("row_too_long", area=code, found=len(row), wanted=len(indicators))
        self.names = names
        self.standards = tuple(
            standard(key, known((row[at] for row in figures.values()), key)) for at, key in enumerate(indicators)
        )
        self._marks = {code: self._standardised(row) for code, row in figures.items()}

    def _standardised(self, row: Sequence[float | None]) -> Marks:
        return tuple(
            None if value is None or not measure.step else measure.of(value)
            for value, measure in zip(row, self.standards, strict=True)
        )

    def nearest(self, code: str, k: int = 5, *, exclude: Iterable[str] = ()) -> Similar:
        """The `k` areas with the smallest distance: root of the mean squared difference on the common measure.

        `exclude`: codes to leave out (areas around it, areas without people). Equal distances: the lower code.
        Refused: `unknown_area`, `too_few_indicators` (fewer than three are known), `bad_count` (k below 1).
        """
        if k < 1:
            raise StatisticsError("bad_count", count=k)
        own = self._marks.get(code)
        if own is None:
            raise StatisticsError("unknown_area", area=code)
        places = [at for at, mark in enumerate(own) if mark is not None]
        if len(places) < FEWEST:
            raise StatisticsError("too_few_indicators", known=len(places), least=FEWEST)
        pick = itemgetter(*places)
        away = {code, *exclude}
        mine = pick(own)
        others = ((other, pick(marks)) for other, marks in self._marks.items() if other not in away)
        rows = {other: row for other, row in others if None not in row}
        best = nsmallest(k, [(dist(mine, row), other) for other, row in rows.items()])
        used = pick(self.standards)
        areas = [self._alike(other, used, mine, rows[other], far / sqrt(len(places))) for far, other in best]
        areas.sort(key=lambda area: (area.name, area.code))
        looked = sum(other not in away for other in self._marks)
        return Similar(tuple(areas), used, self._left_out(own), len(rows), looked - len(rows))

    def _left_out(self, own: Marks) -> dict[str, str]:
        pairs = zip(self.standards, own, strict=True)
        return {each.key: "missing" if each.step else "constant" for each, mark in pairs if mark is None}

    def _alike(
        self, code: str, used: Sequence[Standard], mine: Sequence[float], row: Sequence[float], distance: float
    ) -> Alike:
        apart = sorted((abs(a - b), each.key) for a, b, each in zip(mine, row, used, strict=True))
        close = tuple(key for gap, key in apart if gap <= ALIKE)[:FEWEST]
        differs = apart[-1][1] if apart[-1][0] > ALIKE else None
        return Alike(code, self.names.get(code, code), close, differs, distance > LOOSE)
