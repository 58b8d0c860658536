"""What rooms keep of a person: each room registers how to show it and how to erase it.

Registered functions are called from above as plain functions, so the kernel never looks upward.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeAlias

Eraser: TypeAlias = Callable[[int], int]
Reader: TypeAlias = Callable[[int], list[dict[str, object]]]
Renamer: TypeAlias = Callable[[Collection[int], str, str], int]

_ERASERS: dict[str, Eraser] = {}
_READERS: dict[str, Reader] = {}
_RENAMERS: dict[str, Renamer] = {}


def eraser(name: str) -> Callable[[Eraser], Eraser]:
    """Register a plain function (person -> number of rows) that runs inside `people.person.erase`."""

    def register(function: Eraser) -> Eraser:
        _ERASERS[name] = function
        return function

    return register


def own_data(name: str) -> Callable[[Reader], Reader]:
    """Register a query (person -> rows) whose answer goes into the person's own export."""

    def register(function: Reader) -> Reader:
        _READERS[name] = function
        return function

    return register


def renamer(name: str) -> Callable[[Renamer], Renamer]:
    """Register a plain function (nodes, old name, new name) for names that a room copied from what people wrote."""

    def register(function: Renamer) -> Renamer:
        _RENAMERS[name] = function
        return function

    return register


def rename_everywhere(nodes: Collection[int], old: str, new: str) -> int:
    """Run every registered renamer; only inside an action."""
    return sum(rename(nodes, old, new) for _name, rename in sorted(_RENAMERS.items()))


def erase_everywhere(person: int) -> int:
    """Run every registered eraser; only inside an action."""
    return sum(erase(person) for _name, erase in sorted(_ERASERS.items()))


def read_everywhere(person: int) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """Everything that every room keeps of a person."""
    for name, read in sorted(_READERS.items()):
        yield name, read(person)
