"""The same ground under other codes: which area of one year is which area of another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from samenspel_sources import SourceError
from samenspel_sources.areas.codes import area_code
from samenspel_sources.areas.names import rows

_Key = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Change:
    """Area `old` (codes of `old_year`) gave `share` of itself to `new` (codes of `new_year`).

    `share` is a share of people where they were counted, else of land; `by` says which: table, people or land.
    """

    old: str
    old_year: int
    new: str
    new_year: int
    share: Fraction = Fraction(1)
    by: str = "table"

    def __post_init__(self) -> None:
        if self.new_year <= self.old_year:
            raise SourceError("areas", "bad_years", old=self.old, new=self.new)
        if not 0 < self.share <= 1:
            raise SourceError("areas", "bad_share", old=self.old, new=self.new, share=str(self.share))


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of an answer: `share` of area `code` (1: all of it)."""

    code: str
    share: Fraction


@dataclass(frozen=True, slots=True)
class Trace:
    """An area of one year in the codes of another. `known` is False when the table does not cover all of it.

    `pieces`: which areas of the other year, and which share of each. `whole`: all pieces are whole areas, so counts
    may be added and nothing is estimated. `by`: what shares were measured by ("" without a change).
    """

    pieces: tuple[Piece, ...]
    known: bool
    by: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether it is exactly a sum of whole areas."""
        return self.known and all(piece.share == 1 for piece in self.pieces)


class Crosswalk:
    """Changes of codes through the years, chained. A code without a change keeps its meaning."""

    def __init__(self, changes: Iterable[Change], valid: Callable[[str, int], bool | None] | None = None) -> None:
        self.changes = tuple(sorted(set(changes), key=lambda one: (one.new_year, one.old, one.new)))
        self._valid = valid
        self._steps = sorted({(one.new_year, one.old_year) for one in self.changes})
        self._from: dict[_Key, list[Change]] = {}
        self._to: dict[_Key, list[Change]] = {}
        for one in self.changes:
            self._from.setdefault((one.new_year, one.old_year, one.old), []).append(one)
            self._to.setdefault((one.new_year, one.old_year, one.new), []).append(one)
        for (year, _old_year, area), parts in self._from.items():
            if sum(part.share for part in parts) > 1:
                raise SourceError("areas", "too_much", area=area, year=year)

    def forward(self, code: str, year: int, to: int) -> Trace:
        """Where the ground of an old area lies in the codes of a later year: shares are of the OLD area."""
        trace = Trace((Piece(code, Fraction(1)),), True)
        for step in self._between(year, to):
            found = {piece.code: self._from.get((*step, piece.code), []) for piece in trace.pieces}
            all_there = all(sum(part.share for part in parts) == 1 for parts in found.values() if parts)
            trace = _step(trace, {code: [(part.new, part) for part in parts] for code, parts in found.items()})
            trace = Trace(trace.pieces, trace.known and all_there, trace.by)
        return self._checked(trace, to)

    def back(self, code: str, year: int, to: int) -> Trace:
        """Of which areas of an earlier year this area is made: shares are of each EARLIER area."""
        trace = Trace((Piece(code, Fraction(1)),), True)
        for step in reversed(self._between(to, year)):
            found = {piece.code: self._made_of(step, piece.code) for piece in trace.pieces}
            trace = _step(trace, {code: [(part.old, part) for part in parts] for code, parts in found.items()})
        return self._checked(trace, to)

    def trace(self, code: str, year: int, to: int) -> Trace:
        """`forward` or `back`, whichever the years ask for."""
        return self.forward(code, year, to) if to >= year else self.back(code, year, to)

    def _made_of(self, step: tuple[int, int], code: str) -> list[Change]:
        """What went into an area. One that took in another, and was there before, is still made of itself."""
        parts = self._to.get((*step, code), [])
        stayed = parts and (*step, code) not in self._from and self._valid is not None and self._valid(code, step[1])
        return [*parts, Change(code, step[1], code, step[0])] if stayed else parts

    def _between(self, low: int, high: int) -> list[tuple[int, int]]:
        return [step for step in self._steps if low < step[0] <= high]

    def _checked(self, trace: Trace, year: int) -> Trace:
        """A code that was not there in that year, as far as the lists tell, is not known."""
        gone = self._valid is not None and any(self._valid(piece.code, year) is False for piece in trace.pieces)
        return Trace(trace.pieces, trace.known and not gone, trace.by)


def _step(trace: Trace, others: dict[str, list[tuple[str, Change]]]) -> Trace:
    """One change of codes; a piece without a change stays what it was."""
    pieces: dict[str, Fraction] = {}
    by = set(trace.by)
    for piece in trace.pieces:
        parts = [(code, part.share, part.by) for code, part in others[piece.code]] or [(piece.code, Fraction(1), "")]
        for code, share, how in parts:
            pieces[code] = min(Fraction(1), pieces.get(code, Fraction(0)) + piece.share * share)
            by.add(how)
    return Trace(tuple(Piece(code, share) for code, share in pieces.items()), trace.known, frozenset(by - {""}))


@cache
def builtin_changes() -> tuple[Change, ...]:
    """Mergers of municipalities 2021-2023, and the neighbourhoods of Amsterdam that only changed code in 2022."""
    return tuple(
        Change(row["old"], int(row["old_year"]), row["new"], int(row["new_year"]), Fraction(row["share"]))
        for row in rows("changes")
    )


def change(old: str, old_year: int, new: str, new_year: int, share: str = "1", by: str = "table") -> Change:
    """A change as a file writes it: codes in any form, the share as 1, 0.25, 0,25, 1/4 or 25%."""
    text = share.strip().replace(",", ".") or "1"
    try:
        part = Fraction(text[:-1].strip()) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise SourceError("areas", "bad_share", old=old, new=new, share=share) from None
    return Change(area_code(old), old_year, area_code(new), new_year, part, by)
