"""Can these figures be right? Parts against totals, numbers against people, ranges, jumps, parts of a whole."""

from samenspel_sources.plausible.model import REFUSE, WARN, Finding, Totals
from samenspel_sources.plausible.watch import Watch, check

__all__ = ["REFUSE", "WARN", "Finding", "Totals", "Watch", "check"]
