"""Where the rules are from, who votes, which plans take part, and what is still open."""

from collections.abc import Iterator, Mapping

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.parts import Words
from samenspel_methods.allocation.reglement.words import has, said

Statements = Iterator[tuple[str, Mapping[str, object]]]


def where(reglement: Reglement) -> Statements:
    """Place, time, pot, themes."""
    if reglement.place:
        yield "where_and_when" if reglement.date else "where", {"place": reglement.place, "date": reglement.date}
    if reglement.budget is not None:
        yield "pot", {"budget": reglement.budget}
    if reglement.categories:
        yield "themes", {"names": reglement.categories}
    if reglement.areas:
        yield "areas", {"names": reglement.areas}


def who(reglement: Reglement, language: str) -> Statements:
    """Who decides and who may vote."""
    person = reglement.eligibility
    yield f"decides_{reglement.decided_by}", {}
    yield from _words(person.words, language)
    if person.min_age is not None:
        yield "age_from", {"age": person.min_age}
    if person.max_age is not None:
        yield "age_to", {"age": person.max_age}
    if person.consent_under is not None:
        yield "consent", {"age": person.consent_under}
    yield from _words(person.proof, language)


def plans(reglement: Reglement, language: str) -> Statements:
    """Which plans take part."""
    entry = reglement.entry
    yield from _words(entry.words, language)
    if entry.min_age is not None:
        yield "submit_from", {"age": entry.min_age}
    if entry.most_per_applicant is not None:
        yield "submit_most" if entry.most_per_applicant != 1 else "submit_one", {"most": entry.most_per_applicant}
    if entry.likes:
        yield "likes", {"least": entry.likes}
    if entry.min_cost:
        yield "plan_min_cost", {"cost": entry.min_cost}
    if entry.max_cost is not None:
        yield "plan_max_cost", {"cost": entry.max_cost}
    if entry.most_plans is not None:
        yield "most_plans", {"most": entry.most_plans}
    yield from _words(entry.check, language)


def unclear(reglement: Reglement, language: str) -> Statements:
    """What is still open, in words people know."""
    for entry in reglement.unclear:
        label = f"field_{entry.about.replace('.', '_')}"
        about = said(label, {}, language) if has(label, language) else entry.about
        # Free text of a file can be long; the page stays one page.
        note = entry.note.said(language)
        note = f" {note}" if len(note) <= 200 else f" {note[:200].rsplit(' ', 1)[0]} ..."
        yield f"unclear_{entry.why}", {"name": about, "note": note.rstrip()}


def sources(reglement: Reglement) -> Statements:
    """Where the rules are found."""
    for source in reglement.sources:
        date = f" ({source.date})" if source.date else ""
        yield "source", {"where": source.where, "date": date}


def _words(words: Words, language: str) -> Statements:
    if text := words.said(language):
        yield "as_said", {"text": text}
