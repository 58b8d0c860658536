"""From figures to themes to quarters to the whole: each block is the plain mean of the blocks outside it."""

from collections.abc import Iterable, Sequence
from math import fsum

from samenspel_methods.statistics.checks import finite
from samenspel_methods.statistics.compass.model import STATUSES, Compass, Figure, Level, Quarter, Ring
from samenspel_methods.statistics.compass.score import PUBLISHED, Direction, Scale
from samenspel_methods.statistics.compass.yardstick import Basis
from samenspel_methods.statistics.errors import StatisticsError


def compass(figures: Iterable[Figure], quarters: Sequence[Quarter], scale: Scale = PUBLISHED) -> Compass:
    """The compass of one area in one year.

    Refused: `unknown_theme` (in no quarter), `double_theme` (in two), `double_figure`, `unknown_status`,
    `negative_margin`, `no_quarters`.
    """
    every = tuple(figures)
    _check(every, quarters)
    rings = tuple(_quarter(quarter, every, scale) for quarter in quarters)
    return Compass(_mean("", Level.WHOLE, rings, True), every, tuple(quarters), scale)


def _check(figures: Sequence[Figure], quarters: Sequence[Quarter]) -> None:
    themes = [theme for quarter in quarters for theme in quarter.themes]
    if not quarters:
        raise StatisticsError("no_quarters")
    if twice := _twice(themes):
        raise StatisticsError("double_theme", theme=twice)
    if twice := _twice([figure.key for figure in figures]):
        raise StatisticsError("double_figure", indicator=twice)
    for figure in figures:
        if figure.theme not in themes:
            raise StatisticsError("unknown_theme", theme=figure.theme, indicator=figure.key)
        if figure.missing not in STATUSES:
            raise StatisticsError("unknown_status", status=figure.missing, indicator=figure.key)
        if figure.margin is not None and finite(figure.margin, "margin") < 0:
            raise StatisticsError("negative_margin", indicator=figure.key)


def _twice(keys: Sequence[str]) -> str:
    return next((key for at, key in enumerate(keys) if key in keys[:at]), "")


def _quarter(quarter: Quarter, figures: Sequence[Figure], scale: Scale) -> Ring:
    themes = []
    for theme in quarter.themes:
        inside = tuple(_indicator(figure, quarter, scale) for figure in figures if figure.theme == theme)
        themes.append(_mean(theme, Level.THEME, inside, quarter.judged))
    return _mean(quarter.key, Level.QUARTER, tuple(themes), quarter.judged)


def _indicator(figure: Figure, quarter: Quarter, scale: Scale) -> Ring:
    """The outer ring. In a quarter without judgement more is just further out, whatever the direction."""
    judged = quarter.judged and figure.direction is not Direction.NEITHER
    direction = figure.direction if judged else Direction.NEITHER
    measure = figure.yardstick
    basis = measure.basis if measure else Basis.NONE
    if figure.value is None or measure is None or measure.basis is Basis.NONE:
        why = figure.missing if figure.value is None else "no_city" if measure is None else "no_measure"
        return Ring(figure.key, Level.INDICATOR, None, 0, 1, judged=judged, basis=basis, why=why)
    score = measure.score(figure.value, direction, scale)
    if figure.margin is None:
        return Ring(figure.key, Level.INDICATOR, score, 1, 1, judged=judged, basis=basis)
    ends = [measure.score(figure.value + step, direction, scale) for step in (-figure.margin, figure.margin)]
    low, high = sorted(end for end in ends if end is not None)
    return Ring(figure.key, Level.INDICATOR, score, 1, 1, low, high, judged, basis)


def _mean(key: str, level: Level, inside: tuple[Ring, ...], judged: bool) -> Ring:
    """Unweighted. The range is that of all margins going the same way: wide, and safe without knowing how they go."""
    counting = [ring for ring in inside if ring.judged] if judged else []
    found = [ring for ring in counting if ring.score is not None]
    if not found:
        unjudged = bool(inside) and not counting
        why = "not_judged" if unjudged else "nothing_known"
        return Ring(key, level, None, 0, len(counting), judged=judged and not unjudged, why=why, inside=inside)
    score = fsum(ring.score for ring in found if ring.score is not None) / len(found)
    low = high = None
    if any(ring.low is not None for ring in found):
        low = fsum(_end(ring.low, ring) for ring in found) / len(found)
        high = fsum(_end(ring.high, ring) for ring in found) / len(found)
    return Ring(key, level, score, len(found), len(counting), low, high, judged, inside=inside)


def _end(end: float | None, ring: Ring) -> float:
    return end if end is not None else ring.score or 0.0
