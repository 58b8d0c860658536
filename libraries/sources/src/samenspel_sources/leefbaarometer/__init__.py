"""Leefbaarometer: how liveable areas are, estimated by a model."""

from samenspel_sources.leefbaarometer.read import Leefbaarometer

__all__ = ["Leefbaarometer"]
