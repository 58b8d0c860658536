"""Translations compiled without gettext say the same as gettext would."""

import gettext
from pathlib import Path

import pytest

from scripts.compile_messages import PoError, compile_file

PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#. a note
#: somewhere.py:3
msgid "Vertel uw verhaal"
msgstr "Tell "
"your \"story\""

msgctxt "agenda"
msgid "Punt"
msgstr "Item"

msgid "%(n)s buur"
msgid_plural "%(n)s buren"
msgstr[0] "%(n)s neighbour"
msgstr[1] "%(n)s neighbours"

#, fuzzy
msgid "Twijfel"
msgstr "Doubt"

msgid "Nog niet"
msgstr ""

#~ msgid "Oud"
#~ msgstr "Old"
"""


@pytest.fixture
def english(tmp_path: Path) -> gettext.GNUTranslations:
    path = tmp_path / "django.po"
    path.write_text(PO, encoding="utf-8")
    compile_file(path)
    with path.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_sentences_contexts_and_plurals(english: gettext.GNUTranslations) -> None:
    assert english.gettext("Vertel uw verhaal") == 'Tell your "story"'
    assert english.pgettext("agenda", "Punt") == "Item"
    assert english.ngettext("%(n)s buur", "%(n)s buren", 2) == "%(n)s neighbours"


@pytest.mark.parametrize("sentence", ["Twijfel", "Nog niet", "Oud"])
def test_what_is_doubtful_stays_dutch(english: gettext.GNUTranslations, sentence: str) -> None:
    assert english.gettext(sentence) == sentence


def test_a_broken_file_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "django.po"
    path.write_text('msgid "goed"\nmsgstr "half\n', encoding="utf-8")
    with pytest.raises(PoError, match=r"django\.po:2"):
        compile_file(path)
