"""Blocks outward (more than the reference) and inward (less), readable where a star is not."""

from samenspel.ui.drawing.compass.bars import bar
from samenspel.ui.drawing.compass.one import one_ring, small
from samenspel.ui.drawing.compass.rings import rings

__all__ = ["bar", "one_ring", "rings", "small"]
