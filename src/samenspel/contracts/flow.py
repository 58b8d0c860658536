"""Who reads whose editions. Import of a stage's contracts by another stage must be named here.

Reads of the previous cycle close the circle; they are marked so, because only they may run backwards.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flow:
    """Stages whose editions a stage reads: in this cycle, and in the previous one."""

    reads: tuple[str, ...] = ()
    reads_previous: tuple[str, ...] = ()


FLOW: dict[str, Flow] = {
    "profile": Flow(reads_previous=("monitoring", "profile")),
    "consultation": Flow(reads=("profile",), reads_previous=("monitoring",)),
    "agenda": Flow(reads=("profile", "consultation"), reads_previous=("monitoring",)),
    "proposals": Flow(reads=("agenda",)),
    "plan": Flow(reads=("agenda", "proposals")),
    "budget": Flow(reads=("plan",)),
    "quality": Flow(reads=("plan", "budget")),
    "assessment": Flow(reads=("budget", "quality")),
    "commissioning": Flow(reads=("proposals", "plan", "quality", "assessment")),
    "pact": Flow(reads=("plan", "commissioning")),
    "monitoring": Flow(reads=("commissioning", "pact", "quality")),
}
