"""A page as a tree, just enough to find forms and links the way a reader does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass
class Tag:
    """One element with what is in it."""

    name: str
    attrs: dict[str, str] = field(default_factory=dict)
    inside: list[Tag | str] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Tag]:
        """Every element below with one of these names, in reading order."""
        for part in self.inside:
            if isinstance(part, Tag):
                if part.name in names:
                    yield part
                yield from part.all(*names)

    def with_class(self, name: str) -> Iterator[Tag]:
        """Every element below of a class."""
        for part in self.inside:
            if isinstance(part, Tag):
                if name in part.attrs.get("class", "").split():
                    yield part
                yield from part.with_class(name)

    @property
    def raw(self) -> str:
        """The text as it stands."""
        return "".join(p if isinstance(p, str) else p.raw for p in self.inside)

    @property
    def text(self) -> str:
        """The text as people read it."""
        return " ".join(" ".join(p if isinstance(p, str) else f" {p.text} " for p in self.inside).split())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Tag("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Tag(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in {part.name for part in self.open[1:]}:
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parse(text: str) -> Tag:
    """The tree of a page."""
    builder = _Builder()
    builder.feed(text)
    return builder.root
