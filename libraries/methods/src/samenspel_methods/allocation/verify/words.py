"""What is wrong with a result, by code and in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from samenspel_methods import euros, number, sentences

MONEY = frozenset({"cost", "share", "found"})
PACKAGE = "samenspel_methods.allocation"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not follow from the ballots. Amounts in `params` are cents."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str = "nl") -> str:
        """For people; `nl`, or else English."""
        shown = "nl" if language == "nl" else "en"
        params = {name: _said(name, value, shown) for name, value in self.params.items()}
        return sentences(PACKAGE, f"audit.{shown}")[self.code].format(**params)


def unchecked(code: str, language: str = "nl") -> str:
    """What was not looked at, for people."""
    return sentences(PACKAGE, f"audit.{'nl' if language == 'nl' else 'en'}")[f"unchecked_{code}"]


def _said(name: str, value: object, language: str) -> str:
    if isinstance(value, int | Fraction):
        return euros(round(value), language) if name in MONEY else number(int(value), language)
    return str(value)
