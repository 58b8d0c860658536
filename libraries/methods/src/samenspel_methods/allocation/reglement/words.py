"""Codes about rules become sentences: `texts/reglement.<language>.toml`, then the texts of the package."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from samenspel_methods import euros, number, sentences
from samenspel_methods.allocation.model import Fault

PACKAGE = "samenspel_methods.allocation"
# Parameters that are amounts in cents.
MONEY = frozenset({"cost", "limit", "budget", "cheapest", "floor", "cap", "amount", "total", "step"})


def sentence(fault: Fault, language: str = "nl") -> str:
    """What is wrong with a ballot or with rules, and the remedy, in plain words."""
    return said(fault.code, fault.params, language)


def said(code: str, params: Mapping[str, object], language: str) -> str:
    """The sentence of `code`; amounts, shares and names written as people write them."""
    text = next(texts[code] for texts in _texts(language) if code in texts)
    return text.format(**{name: shown(name, value, language) for name, value in params.items()})


def has(code: str, language: str) -> bool:
    """Whether there is a sentence for this code."""
    return any(code in texts for texts in _texts(language))


def _texts(language: str) -> Iterator[Mapping[str, str]]:
    """Where to look, in order; a language without its own sentences gets the English ones."""
    for name in (f"reglement.{language}", language, "reglement.en", "en"):
        try:
            yield sentences(PACKAGE, name)
        except FileNotFoundError:
            continue


def shown(name: str, value: object, language: str) -> str:
    """A value as people write it."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return listed(value, language) if isinstance(value, tuple) else str(value)
    if isinstance(value, Fraction) and name == "share" and 100 % value.denominator == 0:
        return f"{value * 100}%"
    if isinstance(value, Fraction) and value.denominator > 1:
        return str(value)
    value = int(value)
    return euros(value, language) if name in MONEY else number(value, language)


def listed(names: tuple[object, ...], language: str) -> str:
    """`a, b en c`."""
    words = [str(name) for name in names]
    joint = " en " if language == "nl" else " and "
    return joint.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
