"""A picture of one figure to send around, with where it comes from in the picture itself."""

from samenspel.ui.social.card import card

__all__ = ["card"]
