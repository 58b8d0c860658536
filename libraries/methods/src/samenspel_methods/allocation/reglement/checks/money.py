"""The pot, and money per theme or area; sets of plans."""

from collections.abc import Iterator

from samenspel_methods.allocation.model import Fault
from samenspel_methods.allocation.reglement.checks import lists
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.terms import NO_COUNT


def faults(reglement: Reglement) -> Iterator[Fault]:
    """Contradictions about money and sets of plans."""
    if reglement.budget == 0 and reglement.rule not in NO_COUNT:
        yield Fault("empty_pot")
    yield from lists.twice(reglement.categories)
    yield from lists.twice(reglement.areas)
    for division, known in (("category", reglement.categories), ("area", reglement.areas)):
        yield from _caps(reglement, division, known)
    yield from _sets(reglement)


def _caps(reglement: Reglement, division: str, known: tuple[str, ...]) -> Iterator[Fault]:
    caps = [cap for cap in reglement.caps if cap.division == division]
    yield from lists.twice(cap.name for cap in caps)
    yield from lists.unknown((cap.name for cap in caps), known, f"unknown_{division}")
    for cap in caps:
        if cap.cap is not None and cap.floor > cap.cap:
            yield Fault("floor_above_cap", {"name": cap.name, "floor": cap.floor, "cap": cap.cap})
        if cap.cap is not None and cap.cap < reglement.entry.min_cost:
            params = {"name": cap.name, "cap": cap.cap, "cheapest": reglement.entry.min_cost}
            yield Fault("cap_below_cheapest", params)
        if cap.cap is None and not cap.floor:
            yield Fault("cap_of_nothing", {"name": cap.name})
    total = sum(cap.floor for cap in caps)
    if reglement.budget is not None and total > reglement.budget:
        yield Fault("floors_above_pot", {"total": total, "budget": reglement.budget})


def _sets(reglement: Reglement) -> Iterator[Fault]:
    yield from lists.twice(reglement.mandatory)
    for group in reglement.exclusive:
        yield from lists.twice(group)
        if len(set(group)) < 2:
            yield Fault("exclusive_of_one", {"names": group})
        both = tuple(sorted(set(group) & set(reglement.mandatory)))
        if len(both) > 1:
            yield Fault("mandatory_and_exclusive", {"names": both})
