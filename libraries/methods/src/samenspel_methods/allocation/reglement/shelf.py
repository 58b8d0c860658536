"""The presets: rules that a place really used, as data with their source. What a source leaves open stays open."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from samenspel_methods.allocation.reglement.errors import ReglementError
from samenspel_methods.allocation.reglement.file import read
from samenspel_methods.allocation.reglement.model import Reglement


@cache
def presets() -> tuple[Reglement, ...]:
    """All presets, by id."""
    folder = files("samenspel_methods.allocation.reglement").joinpath("presets")
    texts = sorted((file.name, file.read_text(encoding="utf-8")) for file in folder.iterdir() if _is_json(file.name))
    return tuple(read(text) for _, text in texts)


def preset(name: str) -> Reglement:
    """The preset with this id."""
    for reglement in presets():
        if reglement.id == name:
            return reglement
    raise ReglementError("unknown_preset", name=name, names=tuple(reglement.id for reglement in presets()))


def settle(reglement: Reglement, **choices: Any) -> Reglement:
    """The same rules with open questions answered: the fields get these values and are no longer unclear."""
    names = frozenset(choices)
    left = tuple(entry for entry in reglement.unclear if entry.about.partition(".")[0] not in names)
    return replace(reglement, **choices, unclear=left)


def _is_json(name: str) -> bool:
    return name.endswith(".json")
