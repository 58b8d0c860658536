"""Natural breaks: the division with the smallest spread inside the classes, exact.

Fisher, "On grouping for maximum homogeneity", JASA 53, 1958; for maps Jenks, 1977. The best last border only moves
right when more values come in, so it is looked for by halves (as in Grønlund et al., "Fast exact k-means, k-medians
and Bregman divergence clustering in 1D", 2017): about n log n looks per class instead of n squared.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from samenspel_methods.statistics.errors import StatisticsError

MOST = 5_000
Sums = tuple[list[float], list[float], list[float]]


def natural(numbers: Sequence[float], k: int) -> list[float]:
    """The borders: the lowest value of each class, and the highest of all. Equal values are never parted."""
    counted = Counter(numbers)
    different = sorted(counted)
    if len(different) > MOST:
        raise StatisticsError("too_many_values", count=len(different), most=MOST)
    k = min(k, len(different))
    sums = _sums(different, counted)
    best = [0.0] + [_cost(sums, 0, end) for end in range(1, len(different) + 1)]
    starts: list[list[int]] = []
    for parts in range(2, k + 1):
        best, start = _layer(best, sums, parts)
        starts.append(start)
    end, lowest = len(different), []
    for start in reversed(starts):
        end = start[end]
        lowest.append(different[end])
    return [different[0], *reversed(lowest), different[-1]]


def _sums(different: Sequence[float], counted: Counter[float]) -> Sums:
    """Running sums of counts, values and squares, around the middle value so that no digits are lost."""
    middle = different[len(different) // 2]
    counts = [0.0, *accumulate(float(counted[value]) for value in different)]
    values = [0.0, *accumulate(counted[value] * (value - middle) for value in different)]
    squares = [0.0, *accumulate(counted[value] * (value - middle) ** 2 for value in different)]
    return counts, values, squares


def _cost(sums: Sums, start: int, end: int) -> float:
    """The squared distances to the mean of the values from `start` up to `end`."""
    counts, values, squares = sums
    n, total = counts[end] - counts[start], values[end] - values[start]
    return squares[end] - squares[start] - total * total / n if n else 0.0


def _layer(before: list[float], sums: Sums, parts: int) -> tuple[list[float], list[int]]:
    """The best division in `parts` of the first so many values, from the best in one part less."""
    size = len(before)
    best, start = [float("inf")] * size, [0] * size
    waiting = [(parts, size - 1, parts - 1, size - 2)]
    counts, values, squares = sums
    while waiting:
        first, last, low, high = waiting.pop()
        if first > last:
            continue
        end = (first + last) // 2
        count, value, square = counts[end], values[end], squares[end]
        found, place = float("inf"), low
        for at in range(low, min(high, end - 1) + 1):
            total = value - values[at]
            cost = before[at] + square - squares[at] - total * total / (count - counts[at])
            if cost < found:
                found, place = cost, at
        best[end], start[end] = found, place
        waiting += [(first, end - 1, low, place), (end + 1, last, place, high)]
    return best, start
