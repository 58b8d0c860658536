"""Methods for deciding together: pure functions on plain data, no framework, no input or output.

Here is only what all methods share: how codes become sentences and how amounts are written.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def sentences(package: str, language: str) -> Mapping[str, str]:
    """All sentences of `package` in `language`: code -> sentence with `{parameter}` places.

    `language` may name a part (`reasons.nl`). What is not there in a language is there in English.
    """
    part, dot, code = language.rpartition(".")
    found: dict[str, str] = {}
    for name in dict.fromkeys(("en", code)):
        source = files(package).joinpath("texts", f"{part}{dot}{name}.toml")
        if source.is_file():
            found |= tomllib.loads(source.read_text(encoding="utf-8"))
    return found


def euros(cents: int, language: str = "nl") -> str:
    """An amount as people write it: `€ 1.250` or `€ 1.250,50`."""
    whole, rest = divmod(abs(cents), 100)
    text = f"{whole:,}" + (f".{rest:02d}" if rest else "")
    if language != "en":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"{'-' if cents < 0 else ''}€ {text}"


def number(value: int, language: str = "nl") -> str:
    """A whole number with its thousands set apart."""
    text = f"{value:,}"
    return text if language == "en" else text.replace(",", ".")
