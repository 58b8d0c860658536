"""Marks per group (street, age, language), without telling on anybody."""

from collections.abc import Mapping, Sequence

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.suppression import MINIMUM, suppress
from samenspel_methods.statistics.survey.marks import Mark, hidden, mean_mark


def by_group(
    marks: Sequence[int | None],
    groups: Sequence[str | None],
    weights: Sequence[float] | None = None,
    *,
    populations: Mapping[str, int] | None = None,
    minimum: int = MINIMUM,
) -> dict[str, Mark]:
    """The mean mark of each group, in order of name. Who belongs to no known group (None) is in no group.

    A group of fewer than `minimum` answers is hidden, and the smallest others with it when the mark of everybody
    minus the groups that are shown would give it away.
    Refused: `groups_differ`, and what `mean_mark` refuses.
    """
    if len(groups) != len(marks) or (weights is not None and len(weights) != len(marks)):
        raise StatisticsError("groups_differ", marks=len(marks), groups=len(groups))
    places: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        if group is not None:
            places.setdefault(group, []).append(at)
    counts = {
        group: sum(marks[at] is not None and (weights is None or weights[at] > 0) for at in found)
        for group, found in places.items()
    }
    shown = suppress(counts, minimum)
    found = {}
    for group in sorted(places):
        own = [marks[at] for at in places[group]]
        loads = None if weights is None else [weights[at] for at in places[group]]
        size = (populations or {}).get(group)
        visible = shown[group] is not None
        found[group] = mean_mark(own, loads, population=size, minimum=minimum) if visible else hidden(minimum)
    return found
