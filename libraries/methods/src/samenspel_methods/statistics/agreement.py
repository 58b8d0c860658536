"""Do the figure and the residents say the same? A simple rule, published, to start a conversation with."""

from dataclasses import dataclass
from typing import Literal

from samenspel_methods.statistics.checks import finite
from samenspel_methods.statistics.explain import Said, said

Side = Literal["better", "same", "worse"]
Verdict = Literal["agree", "shifted", "unknown"]

NEAR = 5.0  # points on the compass: a quarter of the usual distance
POOR, GOOD = 6.0, 7.5  # a mark without a mark of the city beside it


@dataclass(frozen=True, slots=True)
class Agreement:
    """`agree`: both on the same side of the city. `shifted`: on different sides. `unknown`: one of them has no side.
    `opposite`: the one better, the other worse."""

    verdict: Verdict
    figure: Side | None
    residents: Side | None
    said: Said

    @property
    def opposite(self) -> bool:
        """Whether one says better than the city and the other worse: the first thing to ask about."""
        return {self.figure, self.residents} == {"better", "worse"}


def figure_side(score: float | None, low: float | None = None, high: float | None = None) -> Side | None:
    """The side of a figure: more than 5 points from 100 on the compass is better or worse, else about the same.

    With a range, both ends must lie on that side; a range over more than one side has no side (None).
    """
    if score is None:
        return None
    ends = {_side(end - 100, NEAR) for end in (score, low, high) if end is not None}
    return ends.pop() if len(ends) == 1 else None


def mark_side(
    mark: float | None, margin: float | None = None, city: float | None = None, city_margin: float | None = None
) -> Side | None:
    """The side of the residents' mark (1 to 10).

    With the mark of the city: better or worse when they differ by more than both margins together (the root of the sum
    of squares; without margins: half a point). Without: below 6 is worse, 7.5 and up is better.
    """
    if mark is None:
        return None
    finite(mark, "mark")
    if city is None:
        return "worse" if mark < POOR else "better" if mark >= GOOD else "same"
    known = [each for each in (margin, city_margin) if each is not None]
    doubt = sum(each**2 for each in known) ** 0.5 if known else 0.5
    return _side(mark - city, doubt)


def agreement(figure: Side | None, residents: Side | None) -> Agreement:
    """The verdict for the confrontation table, with the sentence to print. It says nothing about who is right."""
    if figure is None or residents is None:
        lacking = "both" if figure is residents else "figure" if figure is None else "mark"
        return Agreement("unknown", figure, residents, said(f"agreement_no_{lacking}"))
    verdict: Verdict = "agree" if figure == residents else "shifted"
    return Agreement(verdict, figure, residents, said(f"agreement_{verdict}", figure=figure, residents=residents))


def _side(difference: float, near: float) -> Side:
    return "same" if abs(difference) <= near else "better" if difference > 0 else "worse"
