"""Drawing a tag in a test."""

from html.parser import HTMLParser
from typing import Any

from django.template import Context, Template

EVIL = '"><script>x</script>'
VOID = {"br", "hr", "img", "input", "meta", "link", "base"}


def draw(text: str, **context: Any) -> str:
    """A piece of template with every tag of this app."""
    return Template("{% load ui %}" + text).render(Context(context))


class Nesting(HTMLParser):
    """Every element that opens is closed, in order; no attribute comes twice; no name is used twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember it, unless it never has an end."""
        if len({name for name, _value in attrs}) != len(attrs):
            self.wrong.append(f"twice the same attribute in {tag}")
        ident = dict(attrs).get("id")
        if ident in self.names:
            self.wrong.append(f"twice the name {ident}")
        self.names |= {ident} if ident else set()
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of a drawing that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """It must be the one that opened last."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"wrong end of {tag}")


def wrong_in(html: str) -> list[str]:
    """What is wrong with the nesting of a piece of HTML."""
    reader = Nesting()
    reader.feed(html)
    reader.close()
    return reader.wrong + [f"{tag} is not closed" for tag in reader.open]
