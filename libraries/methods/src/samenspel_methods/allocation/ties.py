"""What decides between equals. The lot follows from a text that was published before the count."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from samenspel_methods.allocation.model import Project

TIE = ("lower_cost", "more_votes", "lot")
Key = tuple[tuple[int, str], ...]


def lot(project: str, seed: str | None) -> str:
    """The place of a project in the draw: lower comes first. Anyone can redo it with any SHA-256 tool."""
    return project if seed is None else sha256(f"{seed}:{project}".encode()).hexdigest() + project


def among_equals(project: Project, votes: int, tie: Sequence[str], seed: str | None) -> Key:
    """Sorts equals, first what goes first. The id decides where the rule says nothing."""
    said = {"lower_cost": (project.cost, ""), "higher_cost": (-project.cost, ""), "more_votes": (-votes, ""),
            "id": (0, project.id), "lot": (0, lot(project.id, seed))}  # fmt: skip
    return (*(said[step] for step in tie), (0, project.id))
