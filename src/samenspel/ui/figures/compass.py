"""Inputs of the compass: 100 is the reference, blocks go outward and inward from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.ui.figures.base import Text


@dataclass(frozen=True, slots=True)
class CompassItem:
    """One block. Index 100 is the same as the reference; None: no figure, `missing` says why.

    `low`, `high`: the index with its margin. `judged=False`: more is not better and not worse, its own quiet look.
    `marks`: a mark that residents gave, drawn with a round end. `other`: the index to compare with, as an outline.
    `inside`: the blocks of the next ring outward.
    """

    name: Text
    index: float | None
    value: Text = ""
    reference: Text = ""
    missing: Text = ""
    url: str = ""
    low: float | None = None
    high: float | None = None
    judged: bool = True
    marks: bool = False
    other: float | None = None
    other_value: Text = ""
    inside: Sequence[CompassItem] = ()


@dataclass(frozen=True, slots=True)
class Compass:
    """Blocks outward (above 100) and inward (below 100). `other`: name of the year or area to compare with."""

    title: Text
    items: Sequence[CompassItem]
    here: Text = ""
    reference: Text = ""
    room: int = 1
    note: Text = ""
    low: float = 40
    high: float = 160
    other: Text = ""


@dataclass(frozen=True, slots=True)
class CompassRings:
    """All rings: `whole` in the middle holds quarters, quarters hold themes, themes hold figures (`inside`)."""

    title: Text
    whole: CompassItem
    here: Text = ""
    reference: Text = ""
    room: int = 1
    note: Text = ""
    low: float = 40
    high: float = 160
    other: Text = ""
