"""A reglement on one page, in plain Dutch (B1) or English."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.statements import ballot, count, money, people
from samenspel_methods.allocation.reglement.words import said

Statements = Iterator[tuple[str, Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the sentences under it. `name` is its code; `listed`: each sentence on its own line."""

    name: str
    heading: str
    sentences: tuple[str, ...]

    @property
    def listed(self) -> bool:
        """Whether the sentences are a list rather than a paragraph."""
        return self.name in {"unclear", "sources"}

    @property
    def text(self) -> str:
        """The heading and the sentences as plain text."""
        lines = "\n".join(f"- {line}" for line in self.sentences) if self.listed else " ".join(self.sentences)
        return f"{self.heading}\n{lines}"


def describe(reglement: Reglement, language: str = "nl") -> str:
    """One page of plain text: a title, then a heading with sentences for each part that says something."""
    title = reglement.title.said(language) or said("no_title", {}, language)
    return "\n\n".join([title, *(part.text for part in sections(reglement, language))]) + "\n"


def sections(reglement: Reglement, language: str = "nl") -> tuple[Section, ...]:
    """The page in parts, for whoever lays it out."""
    found = []
    for name, statements in _parts(reglement, language):
        sentences = tuple(_money(said(code, params, language), reglement) for code, params in statements)
        if sentences:
            found.append(Section(name, said(f"head_{name}", {}, language), sentences))
    return tuple(found)


def _parts(reglement: Reglement, language: str) -> Iterator[tuple[str, Statements]]:
    yield "where", people.where(reglement)
    yield "who", people.who(reglement, language)
    yield "plans", people.plans(reglement, language)
    yield "ballot", ballot.statements(reglement)
    yield "count", count.statements(reglement, language)
    yield "money", money.statements(reglement)
    yield "tie", count.tie(reglement, language)
    yield "unclear", people.unclear(reglement, language)
    yield "sources", people.sources(reglement)


def _money(text: str, reglement: Reglement) -> str:
    return text if reglement.currency in {"", "EUR"} else text.replace("€", reglement.currency)
