"""Small numbers stay private: hide them, and hide one more when a subtraction would give them away."""

from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")


def suppress(counts: Mapping[K, int], minimum: int = 10, *, total_known: bool = True) -> dict[K, int | None]:
    """Counts of people below `minimum` become None; zero may be shown.

    If the total is known and exactly one count is hidden, the smallest shown count above zero goes too.
    """
    shown: dict[K, int | None] = {key: n if n == 0 or n >= minimum else None for key, n in counts.items()}
    hidden = [key for key, n in shown.items() if n is None]
    others = [key for key, n in shown.items() if n]
    if total_known and len(hidden) == 1 and others:
        shown[min(others, key=lambda key: counts[key])] = None
    return shown
