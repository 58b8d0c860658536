"""Arabic and Turkish: the same texts, with the same holes, in as many forms as the language counts with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samenspel.config.languages import FLOWS
from scripts.compile_messages import Entry, read
from tests.architecture.test_dutch import sentences
from tests.architecture.test_english import HOLES, VARIABLE
from tests.languages.files import WHOLE
from tests.security.places import routes

LOCALE = Path(__file__).resolve().parents[2] / "locale"
FORMS = {"ar": 6, "tr": 2}
SCRIPT = {"ar": re.compile(r"[\u0600-\u06ff]"), "tr": re.compile(r"[a-zçğıöşüâ]", re.IGNORECASE)}


def entries(language: str) -> list[Entry]:
    return [entry for entry in read(LOCALE / language / "LC_MESSAGES" / "django.po") if entry.ident]


@pytest.mark.parametrize("language", FORMS)
def test_nothing_is_empty_and_every_form_is_there(language: str) -> None:
    wanted = FORMS[language]
    wrong = [e.ident for e in entries(language) if len(e.strings) != (wanted if e.plural else 1) or not e.usable]
    assert wrong == []


@pytest.mark.parametrize("language", FORMS)
def test_holes_are_the_same(language: str) -> None:
    """Small numbers may be written out; the last form is for any number."""
    wrong = []
    for entry in entries(language):
        holes, last = set(HOLES.findall((entry.ident or "") + (entry.plural or ""))), max(entry.strings)
        strange = any(set(HOLES.findall(text)) - holes for text in entry.strings.values())
        if strange or set(HOLES.findall(entry.strings[last])) != set(HOLES.findall(entry.plural or entry.ident or "")):
            wrong.append(entry.ident)
    assert wrong == []


@pytest.mark.parametrize("language", FORMS)
def test_texts_are_in_the_language(language: str) -> None:
    assert [e.ident for e in entries(language) if not SCRIPT[language].search(e.strings[0])] == []


def test_both_have_the_same_texts() -> None:
    arabic, turkish = ({e.key for e in entries(language)} for language in FORMS)
    assert arabic ^ turkish == set()


def test_every_text_of_these_files_is_there() -> None:
    """Whoever writes a new text here gets it said in Arabic and Turkish in the same change."""
    known = {e.ident for e in entries("ar")} | {e.plural for e in entries("ar")}
    texts = {VARIABLE.sub(r"%(\1)s", text) for where, text, _ in sentences() if where.startswith(WHOLE)}
    assert sorted(texts - known) == []


def test_every_page_of_a_flow_exists() -> None:
    ours = {route.name for route in routes()} | {"set_language"}
    assert sorted(name for name in FLOWS - ours if not name.startswith("account_")) == []
