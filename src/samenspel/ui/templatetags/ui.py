"""`{% load ui %}`: every component, figure and number filter."""

from samenspel.ui.tags import register

__all__ = ["register"]
