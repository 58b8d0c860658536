"""Looks at every row of a table once, and then says what is odd."""

from collections.abc import Iterable, Sequence

from samenspel_sources.areas import COUNTRY, kind_of
from samenspel_sources.catalogue import Catalogue, Matching
from samenspel_sources.grid import Column, Row
from samenspel_sources.plausible.cells import Ranges, Wholes
from samenspel_sources.plausible.compare import Jumps, total_findings
from samenspel_sources.plausible.model import Finding, Totals
from samenspel_sources.plausible.parts import part_findings
from samenspel_sources.plausible.rates import national_findings, rate_findings
from samenspel_sources.plausible.tally import Tally, Values
from samenspel_sources.plausible.watched import values, watched


class Watch:
    """Give it each row with `see`, then ask `findings`. It keeps sums, never rows.

    `period`: of the table ("2024"); `others`: totals of other readings; `previous`: the same areas, earlier.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        matching: Matching,
        catalogue: Catalogue,
        *,
        period: str = "",
        others: Iterable[Totals] = (),
        previous: Totals | None = None,
    ) -> None:
        self._columns = watched(columns, matching, catalogue)
        self._period = period
        self._others = tuple(others)
        self._tally = Tally(tuple(at for at, one in enumerate(self._columns) if one.adds))
        self._ranges, self._wholes = Ranges(self._columns), Wholes(self._columns)
        self._jumps = Jumps(self._columns, previous) if previous else None
        self._country: Values = [None] * len(self._columns)

    def see(self, row: Row) -> None:
        """One row of the table."""
        numbers, code = values(row.cells, self._columns), row.code.strip()
        self._tally.see(code, numbers)
        self._ranges.see(code, numbers)
        self._wholes.see(code, numbers)
        if self._jumps:
            self._jumps.see(code, numbers)
        if kind_of(code) == COUNTRY:
            self._country = numbers

    def findings(self) -> tuple[Finding, ...]:
        """What is odd, refusals first; one refusal per column is enough."""
        found = [*part_findings(self._tally, self._columns)]
        for other in self._others:
            found += total_findings(self._tally, self._columns, other)
        found += rate_findings(self._tally, self._columns, self._period, self._people())
        found += national_findings(self._country, self._columns)
        found += self._jumps.findings() if self._jumps else ()
        found += [*self._ranges.findings(), *self._wholes.findings()]
        refused: dict[int, Finding] = {}
        for one in found:
            if one.refuses:
                refused.setdefault(one.column, one)
        return (*refused.values(), *(one for one in found if not one.refuses and one.column not in refused))

    def _people(self) -> int | None:
        """Where the inhabitants stand in the tally."""
        for at, place in enumerate(self._tally.places):
            one = self._columns[place].indicator
            if one and one.id == "inhabitants":
                return at
        return None


def check(
    columns: Sequence[Column],
    rows: Iterable[Row],
    matching: Matching,
    catalogue: Catalogue,
    *,
    period: str = "",
    others: Iterable[Totals] = (),
    previous: Totals | None = None,
) -> tuple[Finding, ...]:
    """Look at all rows at once (see `Watch`)."""
    watch = Watch(columns, matching, catalogue, period=period, others=others, previous=previous)
    for row in rows:
        watch.see(row)
    return watch.findings()
