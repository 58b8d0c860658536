"""What was read, refused and repaired. Nothing happens in silence."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from samenspel_sources import sentences

KEPT = 500


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was put right or decided, by code; `package` has its sentence under `repair_<code>`."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    package: str = "grid"

    def sentence(self, language: str = "nl") -> str:
        """The repair for people."""
        return sentences(f"samenspel_sources.{self.package}", language)[f"repair_{self.code}"].format(**self.params)


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was left out, and why; `package` has its sentence, with a remedy, under `<code>`."""

    line: int
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    package: str = "grid"

    def sentence(self, language: str = "nl") -> str:
        """The refusal for people."""
        known = sentences(f"samenspel_sources.{self.package}", language)
        return known[self.code].format(**{"line": self.line, **self.params})


class Report:
    """Fills while rows stream. All refusals are counted; of each code the first 500 are kept with their line."""

    def __init__(self) -> None:
        self.read = 0
        self.refused: list[Refused] = []
        self.refusals: Counter[tuple[str, str]] = Counter()
        self._repairs: list[Repair] = []
        self._counts: Counter[tuple[str, str]] = Counter()

    @property
    def refused_count(self) -> int:
        """How many lines were left out in all."""
        return self.refusals.total()

    @property
    def repaired(self) -> list[Repair]:
        """All repairs; those that happen line by line once, with their `count`."""
        counted = [Repair(code, {"count": count}, package) for (package, code), count in self._counts.items()]
        return self._repairs + counted

    def refuse(self, line: int, code: str, package: str = "grid", **params: object) -> None:
        """Note a line that is left out."""
        self.refusals[package, code] += 1
        if self.refusals[package, code] <= KEPT:
            self.refused.append(Refused(line, code, params, package))

    def repair(self, code: str, package: str = "grid", **params: object) -> None:
        """Note one repair; the same repair twice is one."""
        if (made := Repair(code, params, package)) not in self._repairs:
            self._repairs.append(made)

    def count(self, code: str, package: str = "grid", times: int = 1) -> None:
        """Note a repair that happens on many lines; its sentence has `{count}`."""
        self._counts[package, code] += times

    def sentences(self, language: str = "nl") -> list[str]:
        """The report for people: what was read, then repairs, then refusals with their line."""
        known = sentences("samenspel_sources.grid", language)
        said = [known["read"].format(count=self.read)] if self.read else []
        said += [repair.sentence(language) for repair in self.repaired]
        said += [refused.sentence(language) for refused in self.refused]
        if more := self.refused_count - len(self.refused):
            said.append(known["more_refused"].format(count=more))
        return said
