"""In which years a code was there, from the lists of codes that were read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samenspel_sources.areas.names import FIRST, LAST, municipalities


@dataclass(frozen=True, slots=True)
class Validity:
    """Codes per year of the lists we have. A year without a list tells nothing."""

    years: Mapping[int, frozenset[str]]

    @classmethod
    def of(cls, lists: Mapping[int, Iterable[str]]) -> "Validity":
        """From lists of codes per year (padded codes are fine)."""
        return cls({year: frozenset(code.strip() for code in codes) for year, codes in sorted(lists.items())})

    def valid(self, code: str, year: int) -> bool | None:
        """Whether a code was there in a year; None when we have no list of that kind of area for that year."""
        codes, plain = self.years.get(year, frozenset()), code.strip()
        if plain in codes:
            return True
        return False if any(one[:2] == plain[:2] for one in codes) else None

    def span(self, code: str) -> tuple[int, int] | None:
        """First and last year in which a code was seen; None when never."""
        seen = [year for year, codes in self.years.items() if code.strip() in codes]
        return (min(seen), max(seen)) if seen else None

    def joined(self, other: "Validity") -> "Validity":
        """Both sets of lists together."""
        years = sorted({*self.years, *other.years})
        empty: frozenset[str] = frozenset()
        return Validity({year: self.years.get(year, empty) | other.years.get(year, empty) for year in years})

    def year_of(self, codes: Iterable[str]) -> tuple[int, ...]:
        """The years whose list holds all of these codes: which year a file without a year can be of."""
        wanted = {code.strip() for code in codes}
        return tuple(year for year, known in self.years.items() if wanted <= known)


def municipal() -> Validity:
    """The lists of municipalities this library knows: 2017 and 2020 to 2025."""
    known = [year for year in range(FIRST, LAST + 1) if year not in (2018, 2019)]
    return Validity.of({year: [one.code for one in municipalities(year)] for year in known})
