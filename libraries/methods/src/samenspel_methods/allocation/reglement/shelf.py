"""The presets: rules that a place really used, as data with their source. What a source leaves open stays open."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from samenspel_methods.allocation.reglement.errors import ReglementError
from samenspel_methods.allocation.reglement.file import read
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.plain import to_plain


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


def settle(reglement: Reglement, choices: Mapping[str, object] | None = None, **more: object) -> Reglement:
    """The same rules with open questions answered: `settle(rules, {"ballots.format": "approval"}, rule="phragmen")`.

    The fields get these values, checked as those of a file, and are no longer unclear; other questions stay.
    """
    answers = {**(choices or {}), **more}
    data = reglement.to_json()
    for name, value in answers.items():
        head, _, tail = name.partition(".")
        if tail and isinstance(data.get(head), dict):
            data[head] = data[head] | {tail: to_plain(value)}
        else:
            data |= {name: to_plain(value)}
    settled = Reglement.from_json(data)
    return replace(settled, unclear=tuple(entry for entry in settled.unclear if not _answered(entry.about, answers)))


def _answered(about: str, names: Iterable[str]) -> bool:
    return any(about == name or about.startswith(f"{name}.") for name in names)


def _is_json(name: str) -> bool:
    return name.endswith(".json")
