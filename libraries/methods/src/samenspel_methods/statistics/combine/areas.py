"""One figure for several areas: added, weighed by a named weight, or not at all. Exact: no floats."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said

How = Literal["sum", "weighted", "none"]
Number = int | Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Part:
    """The figure of one area. `value` None = missing. `weight`: what the figure is a share or mean *of* (people,
    households, dwellings), as a count. `share`: the part of this area that lies in the whole, between 0 and 1."""

    value: Number | None
    weight: Number | None = None
    share: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Joined:
    """The figure of the whole, in the unit of the parts, or None with the reason in `said`.

    `coverage`: the part of the weight (of a sum: of the areas) that had a value. `estimated`: an area lies only partly
    in it, so its people are taken to be spread evenly.
    """

    value: Fraction | None
    coverage: Fraction
    said: Said
    combined: bool = True
    estimated: bool = False

    def rounded(self, decimals: int) -> Decimal | None:
        """The figure to so many decimals, halves away from zero."""
        if self.value is None:
            return None
        exact = Decimal(self.value.numerator) / Decimal(self.value.denominator)
        return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def combine(parts: Sequence[Part], how: How, *, weight: str = "") -> Joined:
    """One figure for all parts. `weight` names what is weighed with ("households") and is printed with the result.

    `how`: `sum` for counts, all of which must be there; `weighted` for shares and means; `none` for medians, classes,
    scores of models and whatever else cannot be combined (a mean of medians is not a median). One whole area is
    passed on as it is, whatever `how`.
    Refused: `no_parts`, `share_outside`, `negative_weight`, `weight_unnamed`, `unknown_how`.
    """
    _check(parts, how, weight)
    if len(parts) == 1 and parts[0].share == 1:
        return _straight(parts[0])
    if how == "none":
        return Joined(None, Fraction(0), said("apart", count=len(parts)))
    return _sum(parts) if how == "sum" else _weighted(parts, weight)


def _check(parts: Sequence[Part], how: str, weight: str) -> None:
    if how not in ("sum", "weighted", "none"):
        raise StatisticsError("unknown_how", how=how)
    if not parts:
        raise StatisticsError("no_parts")
    for part in parts:
        if not 0 < part.share <= 1:
            raise StatisticsError("share_outside", share=part.share)
        if part.weight is not None and part.weight < 0:
            raise StatisticsError("negative_weight")
    if how == "weighted" and not weight:
        raise StatisticsError("weight_unnamed")


def _straight(part: Part) -> Joined:
    if part.value is None:
        return Joined(None, Fraction(0), said("nothing_to_combine"), combined=False)
    return Joined(Fraction(part.value), Fraction(1), said("straight"), combined=False)


def _sum(parts: Sequence[Part]) -> Joined:
    known = [part for part in parts if part.value is not None]
    coverage = Fraction(len(known), len(parts))
    if len(known) < len(parts):
        return Joined(None, coverage, said("sum_part_missing", count=len(parts) - len(known), of=len(parts)))
    value = sum((Fraction(part.value) * part.share for part in known if part.value is not None), Fraction(0))
    estimated = any(part.share != 1 for part in parts)
    return Joined(value, coverage, said("summed_shares" if estimated else "summed", count=len(parts)),
                  estimated=estimated)  # fmt: skip


def _weighted(parts: Sequence[Part], weight: str) -> Joined:
    if any(part.weight is None for part in parts):
        lacking = sum(part.weight is None for part in parts)
        return Joined(None, Fraction(0), said("weight_missing", count=lacking, of=len(parts), weight=weight))
    loads = [Fraction(part.weight or 0) * part.share for part in parts]
    pairs = [(Fraction(part.value), load) for part, load in zip(parts, loads, strict=True) if part.value is not None]
    covered, whole = sum((load for _, load in pairs), Fraction(0)), sum(loads, Fraction(0))
    if not covered:
        return Joined(None, Fraction(0), said("nothing_to_combine"))
    coverage = covered / whole
    value = sum((value * load for value, load in pairs), Fraction(0)) / covered
    code = "weighted" if coverage == 1 else "weighted_part"
    statement = said(code, count=len(parts), weight=weight, percent=100 * coverage)
    return Joined(value, coverage, statement, estimated=any(part.share != 1 for part in parts))
