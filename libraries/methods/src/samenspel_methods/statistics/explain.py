"""What a method says about its own result: a code with parameters, and the sentence for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from samenspel_methods import number, sentences

PACKAGE = "samenspel_methods.statistics"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement. `params`: counts are int, figures float or Fraction, names str, lists tuple[str, ...]."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


def said(code: str, **params: object) -> Said:
    """A statement with its parameters."""
    return Said(code, params)


def sentence(statement: Said, language: str = "nl", names: Mapping[str, str] | None = None) -> str:
    """A statement in plain words, in `nl` or `en`. `names`: what to call indicators, areas, categories.

    A sentence about exactly one thing has a code of its own: `<code>_one`, used when `count` is 1.
    """
    text = sentences(PACKAGE, "en" if language == "en" else "nl")
    key = statement.code
    if statement.params.get("count") == 1 and f"{key}_one" in text:
        key = f"{key}_one"
    shown = {name: _shown(value, text, language, names or {}) for name, value in statement.params.items()}
    return text[key].format(**shown)


def _shown(value: object, text: Mapping[str, str], language: str, names: Mapping[str, str]) -> str:
    if isinstance(value, str):
        return names.get(value) or text.get(f"word_{value}", value)
    if isinstance(value, int):
        return number(value, language)
    if isinstance(value, float | Fraction | Decimal):
        return figure(value, language)
    if isinstance(value, Sequence):
        return listed([_shown(each, text, language, names) for each in value], text["and"])
    return str(value)


def figure(value: float | Fraction | Decimal, language: str = "nl", decimals: int = 1) -> str:
    """A figure to so many decimals, with the comma of the language and without zeros at the end."""
    exact = Fraction(value)
    tenths = (Decimal(exact.numerator) / exact.denominator).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{tenths:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = "0" if text == "-0" else text
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def listed(words: Sequence[str], joined: str) -> str:
    """`a, b en c`."""
    return joined.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
