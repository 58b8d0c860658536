"""Where one class ends and the next begins."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from math import ceil, floor, fsum, inf, log10
from typing import Literal

from samenspel_methods.statistics.checks import known
from samenspel_methods.statistics.classes.model import Class, Classes
from samenspel_methods.statistics.classes.natural import natural
from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said

Method = Literal["quantile", "equal", "round", "natural"]
FEWEST, MOST = 2, 9
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def classes(values: Sequence[float | None], k: int = 5, method: Method = "round") -> Classes:
    """At most `k` classes (2 to 9) of all values; None = missing.

    `quantile`: about as many areas in each; equal values stay together, so counts may differ and classes may be fewer.
    `equal`: equally wide. `round`: equally wide with round borders (1, 2, 2.5, 5 times a power of ten), which may begin
    below the lowest value. `natural`: the smallest spread inside classes (Fisher 1958, Jenks 1977), exact, for at most
    5,000 different values. All values equal: one class. None known: no classes.
    Refused: `bad_count`, `unknown_how`, `not_finite`, `too_many_values`.
    """
    if not FEWEST <= k <= MOST:
        raise StatisticsError("bad_count", count=k)
    if method not in DIVIDING:
        raise StatisticsError("unknown_how", how=method)
    numbers = sorted(known(values))
    missing = len(values) - len(numbers)
    if not numbers:
        return Classes((), missing, 1.0, (said("classes_nothing"),))
    if numbers[0] == numbers[-1]:
        one = Class(numbers[0], numbers[0], len(numbers))
        return Classes((one,), missing, 1.0, _said("classes_all_equal", 1, k, missing))
    found = _counted(numbers, DIVIDING[method](numbers, k))
    return Classes(found, missing, _fit(numbers, found), _said(f"classes_{method}", len(found), k, missing))


def _quantile(numbers: Sequence[float], k: int) -> list[float]:
    """A border is a value that occurs, and the first of its equals."""
    places = {-(-part * len(numbers) // k) for part in range(1, k)} - {len(numbers)}
    cuts = {numbers[place] for place in places}
    return [numbers[0], *sorted(cuts - {numbers[0]}), numbers[-1]]


def _equal(numbers: Sequence[float], k: int) -> list[float]:
    low, high = numbers[0], numbers[-1]
    borders = [low + (high / k - low / k) * part for part in range(k)]
    return [*sorted(set(borders)), high]


def _round(numbers: Sequence[float], k: int) -> list[float]:
    """The smallest round step with which `k` classes hold everything."""
    low, high = numbers[0], numbers[-1]
    width = (high - low) / k
    if not 0 < width < inf:  # too small or too large for a round border
        return _equal(numbers, k)
    power = floor(log10(width))
    for exponent in (power, power + 1):
        for step in STEPS:
            first, last = floor(_parts(low, step, exponent)), ceil(_parts(high, step, exponent))
            if last - first <= k:
                borders = [_times(at * step, exponent) for at in range(first, last + 1)]
                return [min(borders[0], low), *borders[1:-1], max(borders[-1], high)]
    raise AssertionError("ten times the width is always wide enough")


def _parts(value: float, step: float, exponent: int) -> float:
    """How many steps a value is, safe from the last digit: 0.3 is three times 0.1."""
    return round(_times(value, -exponent) / step, 9)


def _times(value: float, exponent: int) -> float:
    return value * 10.0**exponent if exponent >= 0 else value / 10.0**-exponent


DIVIDING: dict[str, Callable[[Sequence[float], int], list[float]]] = {
    "quantile": _quantile, "equal": _equal, "round": _round, "natural": natural,
}  # fmt: skip


def _counted(numbers: Sequence[float], borders: Sequence[float]) -> tuple[Class, ...]:
    """Between the borders; the last class holds its upper border too."""
    places = [bisect_left(numbers, border) for border in borders[:-1]] + [len(numbers)]
    return tuple(
        Class(low, high, after - before)
        for low, high, before, after in zip(borders, borders[1:], places, places[1:], strict=False)
    )


def _fit(numbers: Sequence[float], found: Sequence[Class]) -> float:
    """Goodness of variance fit: 1 - spread inside classes / all spread."""
    inside, at = 0.0, 0
    for each in found:
        inside += _squares(numbers[at : at + each.count])
        at += each.count
    whole = _squares(numbers)
    return 1 - inside / whole if whole else 1.0


def _squares(numbers: Sequence[float]) -> float:
    mean = fsum(numbers) / len(numbers) if numbers else 0.0
    return fsum((number - mean) ** 2 for number in numbers)


def _said(code: str, found: int, asked: int, missing: int) -> tuple[Said, ...]:
    every = [said(code, count=found)]
    if found < asked and code == "classes_quantile":
        every.append(said("classes_fewer", count=found, asked=asked))
    if missing:
        every.append(said("classes_missing", count=missing))
    return tuple(every)
