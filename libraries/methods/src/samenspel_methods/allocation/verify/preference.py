"""The comparison step once more: per voter, which outcome gives more of what the reglement measures."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from samenspel_methods.allocation.verify.table import Floats, Table


def preferred(
    table: Table, heads: Floats, measure: str, shares: Iterable[int], greedy: Iterable[int]
) -> tuple[int, int, int]:
    """How many voters prefer the outcome of the shares, the greedy one, neither. `heads`: voters in each class."""
    mine, other = _gets(table, measure, shares), _gets(table, measure, greedy)
    for_shares, for_greedy = int(heads[mine > other].sum()), int(heads[mine < other].sum())
    return for_shares, for_greedy, int(heads.sum()) - for_shares - for_greedy


def _gets(table: Table, measure: str, winners: Iterable[int]) -> Floats:
    funded = np.isin(table.what, np.array(sorted(winners), np.int64))
    who, what = table.who[funded], table.what[funded]
    gives: Floats = table.worth[funded].astype(np.float64)
    if measure == "money":
        gives = np.array(table.cost, np.float64)[what]
    found = np.bincount(who, gives, len(table.people)).astype(np.float64)
    return (found > 0).astype(np.float64) if measure == "at_least_one" else found
