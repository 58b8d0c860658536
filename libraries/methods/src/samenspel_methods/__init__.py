"""Methods for deciding together: pure functions on plain data, no framework, no input or output.

Here is only what all methods share: how codes become sentences and how amounts are written.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def sentences(package: str, language: str) -> Mapping[str, str]:
    """All sentences of `package` in `language`: code -> sentence with `{parameter}` places."""
    source = files(package).joinpath("texts", f"{language}.toml")
    return dict(tomllib.loads(source.read_text(encoding="utf-8")))


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
