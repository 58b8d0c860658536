"""Which party stands behind a promise or money: each room tells it of its own kind, so that no room knows another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from samenspel.kernel.lineage.models import Node

Giver: TypeAlias = Callable[[int], int | None]
_GIVERS: dict[str, Giver] = {}


def giver(kind: str) -> Callable[[Giver], Giver]:
    """Register a query (node -> party) for one kind of thing."""

    def register(function: Giver) -> Giver:
        _GIVERS[kind] = function
        return function

    return register


def giver_of(node: Node) -> int | None:
    """The party that promised this, or that got this money to do it."""
    ask = _GIVERS.get(node.kind)
    return ask(node.pk) if ask else None
