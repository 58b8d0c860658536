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
    loads = weights if weights is not None else [1.0] * len(marks)
    places = _places(groups)
    counts = {name: sum(marks[at] is not None and loads[at] > 0 for at in own) for name, own in places.items()}
    shown, sizes = suppress(counts, minimum), populations or {}
    found = {}
    for name, own in sorted(places.items()):
        population = sizes.get(name)
        mark = mean_mark([marks[at] for at in own], [loads[at] for at in own], population=population, minimum=minimum)
        hide = shown[name] is None and mark.mean is not None
        found[name] = hidden("hidden_for_other", minimum) if hide else mark
    return found


def _places(groups: Sequence[str | None]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        if group is not None:
            places.setdefault(group, []).append(at)
    return places
