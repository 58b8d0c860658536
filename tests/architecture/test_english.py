"""English is complete: every text of the interface has an English one, with the same holes."""

import re
from pathlib import Path

import pytest

from scripts.compile_messages import Entry, read
from tests.architecture.test_dutch import sentences

PO = Path(__file__).resolve().parents[2] / "locale" / "en" / "LC_MESSAGES" / "django.po"
VARIABLE = re.compile(r"\{\{ *(\w+) *\}\}")
HOLES = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}")


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return [e for e in read(PO) if e.ident]


def test_nothing_is_empty_or_doubtful(entries: list[Entry]) -> None:
    assert [e.ident for e in entries if e.fuzzy or not all(e.strings.values())] == []


def test_holes_are_the_same(entries: list[Entry]) -> None:
    """In a plural form the number itself may be written out."""
    wrong = [
        e.ident
        for e in entries
        for text in e.strings.values()
        if set(HOLES.findall(text)) - set(HOLES.findall((e.ident or "") + (e.plural or "")))
    ]
    assert wrong == []


def test_every_text_is_known(entries: list[Entry]) -> None:
    """A new Dutch text gets its English one in the same change: ./samenspel manage makemessages -l en"""
    known = {e.ident for e in entries} | {e.plural for e in entries}
    texts = {VARIABLE.sub(r"%(\1)s", text) for _where, text, _context in sentences()}
    assert sorted(texts - known) == []
