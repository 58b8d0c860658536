"""Small numbers stay private: hide them, and hide more where a subtraction would give them away."""

from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")

MINIMUM = 10


def suppress(counts: Mapping[K, int], minimum: int = MINIMUM, *, total_known: bool = True) -> dict[K, int | None]:
    """Counts of people below `minimum` become None; zero may be shown.

    If the total is known, the smallest shown counts above zero go too, until at least two are hidden that together
    are at least `minimum`: otherwise the total minus the rest gives them away. When nothing is left to hide, the total
    itself gives the count away: then leave out the total.
    """
    shown: dict[K, int | None] = {key: n if n == 0 or n >= minimum else None for key, n in counts.items()}
    hidden = [key for key, n in shown.items() if n is None]
    others = sorted((key for key, n in shown.items() if n), key=lambda key: counts[key])
    while total_known and hidden and others and (len(hidden) < 2 or sum(counts[key] for key in hidden) < minimum):
        hidden.append(others.pop(0))
        shown[hidden[-1]] = None
    return shown
