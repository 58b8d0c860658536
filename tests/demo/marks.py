"""Finding what a page shows of invented things, and whether it says so there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.journeys.html import Tag, parse

UNITS = frozenset(["li", "tr", "article", "figure", "blockquote", "header", "section", "main"])
CODE = re.compile(r"\b[A-Z]{2}-[0-9A-Z]{4}\b")
NAMED = re.compile(r"(?!\d)\w+ \(voorbeeld\)")  # the mark of a person is not the mark of a thing
SKIPPED = frozenset(["script", "style", "head", "form"])


@dataclass(frozen=True)
class Page:
    """A page as a visitor sees it."""

    url: str
    html: str

    def unmarked(self, examples: frozenset[str]) -> Iterator[str]:
        """Codes of invented things shown here without the mark beside them."""
        main = next(parse(self.html).all("main"), None)
        own = set(CODE.findall(self.url))
        if main is not None:
            yield from sorted(set(_without_mark(main, main, own, examples)))


def _without_mark(tag: Tag, unit: Tag, own: set[str], examples: frozenset[str]) -> Iterator[str]:
    """Walk down; the nearest row, card or section must say it."""
    for part in tag.inside:
        if isinstance(part, str) or part.name in SKIPPED:
            continue
        inner = part if part.name in UNITS else unit
        for code in _shown(part):
            if code in examples and code not in own and not says_so(inner):
                yield code
        yield from _without_mark(part, inner, own, examples)


def _shown(tag: Tag) -> list[str]:
    """Codes this very element shows: where it leads, or the code itself."""
    words = " ".join(p for p in tag.inside if isinstance(p, str))
    return CODE.findall(words) + (CODE.findall(tag.attrs.get("href", "")) if tag.name == "a" and tag.text else [])


def says_so(tag: Tag) -> bool:
    """Whether the mark stands there."""
    return "voorbeeld" in NAMED.sub("", tag.text)


def links(page: Page, within: tuple[str, ...]) -> set[str]:
    """Pages of the neighbourhood that this page leads to."""
    found = {a.attrs.get("href", "").partition("#")[0] for a in parse(page.html).all("a")}
    return {url for url in found if url.startswith(within) and "?" not in url and "." not in url.rsplit("/", 1)[-1]}
