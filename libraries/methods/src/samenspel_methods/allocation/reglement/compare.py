"""Which rules to lay side by side on the same ballots. Nothing is counted here: this says what to run."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass

from samenspel_methods.allocation.model import Fault
from samenspel_methods.allocation.reglement.checks import contradictions
from samenspel_methods.allocation.reglement.model import Reglement

# What a reglement says about itself: no difference in the rules.
LABELS = frozenset({"version", "id", "title", "place", "date", "sources", "unclear"})
# A knapsack ballot is read as picks, and points are points.
ALIKE = {"knapsack": "approval", "scoring": "cumulative"}


@dataclass(frozen=True, slots=True)
class Run:
    """One count to run, under a label that is its own."""

    label: str
    reglement: Reglement


@dataclass(frozen=True, slots=True)
class Comparison:
    """`runs` in the order given; `differs`: the fields in which they are not all equal; `refused` with the reason."""

    runs: tuple[Run, ...]
    differs: tuple[str, ...]
    refused: tuple[Fault, ...]


def compare(reglements: Iterable[Reglement]) -> Comparison:
    """The counts to run. Refused is what cannot be counted, contradicts itself or asks for other ballots."""
    runs: list[Run] = []
    refused: list[Fault] = []
    for reglement in reglements:
        label = _label(reglement, {run.label for run in runs})
        if reason := _reason(reglement, runs):
            refused.append(Fault(reason, {"name": label}))
        else:
            runs.append(Run(label, reglement))
    return Comparison(tuple(runs), differences([run.reglement for run in runs]), tuple(refused))


def differences(reglements: Iterable[Reglement]) -> tuple[str, ...]:
    """The fields in which these rules are not all equal, such as `rule` or `ballots.max_picks`."""
    every = [_flat(reglement) for reglement in reglements]
    return tuple(name for name in (every[0] if every else ()) if len({row[name] for row in every}) > 1)


def _reason(reglement: Reglement, runs: list[Run]) -> str:
    if not reglement.countable:
        return "compare_not_countable"
    if contradictions(reglement):
        return "compare_contradiction"
    kinds = {ALIKE.get(r.ballots.format, r.ballots.format) for r in (reglement, *(run.reglement for run in runs))}
    return "compare_other_ballots" if len(kinds) > 1 else ""


def _label(reglement: Reglement, taken: set[str]) -> str:
    name = reglement.id or reglement.title.said("nl") or reglement.rule
    numbers = (f"{name} ({number})" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(label for label in numbers if label not in taken)


def _flat(reglement: Reglement) -> dict[str, object]:
    rows: dict[str, object] = {}
    for field in fields(reglement):
        value = getattr(reglement, field.name)
        if field.name in LABELS:
            continue
        if is_dataclass(value):
            rows |= {f"{field.name}.{part.name}": getattr(value, part.name) for part in fields(value)}
        else:
            rows[field.name] = value
    return rows
