"""What may be wrong with a table of figures, in codes and sentences."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from samenspel_sources import sentences

REFUSE, WARN = "refuse", "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd about one column. `refuse`: do not use the figures of this column; `warn`: look at it.

    `column` is its index (-1: the whole table), `indicator` what it should be ("" when not matched).
    """

    code: str
    severity: str
    indicator: str
    column: int
    name: str
    name_en: str
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """Whether the column must not be used."""
        return self.severity == REFUSE

    def sentence(self, language: str = "nl") -> str:
        """The finding for people: what, why, and what to do."""
        texts = sentences("samenspel_sources.plausible", language)
        name = (self.name_en if language != "nl" else "") or self.name
        shown = {key: number(value, language) for key, value in self.params.items()}
        return texts[self.code].format(**{"name": name, **shown}) + " " + texts[self.severity]


@dataclass(frozen=True, slots=True)
class Totals:
    """Figures of another reading to compare with: (indicator id, area code) -> value in the unit of the catalogue."""

    source: str
    period: str
    values: Mapping[tuple[str, str], Decimal]


def number(value: object, language: str) -> str:
    """A number as people write it: 1.590.945 and 2,5 in Dutch, 1,590,945 and 2.5 in English; text stays text."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value)
    if not math.isfinite(value):
        return "?"
    size = abs(float(value))
    text = f"{value:,.0f}" if size >= 100 or value == int(value) else f"{value:,.{1 if size >= 1 else 3}f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text
