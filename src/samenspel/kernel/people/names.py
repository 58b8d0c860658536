"""Names of parties: one key for everything that looks alike, so that nobody passes for somebody else."""

from __future__ import annotations

import unicodedata

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action import BadInput

NAME_TAKEN = _("Er is hier al een groep met deze naam, of met een naam die er erg op lijkt. Kies een andere naam.")

# Alphabets whose letters look like each other, so that one name could be written in two ways.
ALIKE = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})
# Scripts that people write through each other.
TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK", "BOPOMOFO": "CJK"}
# Marks on letters, and letters and signs that show nothing.
UNSEEN = frozenset(map(chr, [*range(0x300, 0x370), *range(0xFE00, 0xFE10), 0x115F, 0x1160, 0x17B4, 0x17B5]))
JOINERS = frozenset("\u200c\u200d")  # Persian words and small pictures need these
# What a reader sees as the same: figures, and whole words in another alphabet.
SAME = str.maketrans(
    "01iı|авекмнорстухіјѕԁԛԝһαβεικνορτυχ",
    "ollllabekmhopctyxljsdqwhabelkvoptux",
)


def _plain(name: str) -> str:
    """Without direction marks and other signs that nobody sees."""
    seen = (c for c in name if unicodedata.category(c) != "Cf" or c in JOINERS)
    return " ".join("".join(seen).split())


def name_key(name: str) -> str:
    """What a name looks like: capitals, accents, spaces, stops and look-alikes make no difference."""
    shown = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf")
    apart = unicodedata.normalize("NFKD", shown.casefold())
    letters = "".join(c for c in apart if c not in UNSEEN).translate(SAME)
    return " ".join("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in letters).split())


def _alphabets(word: str) -> set[str]:
    found = (unicodedata.name(c, "").split(" ")[0] for c in word if unicodedata.category(c) in ("Lu", "Ll", "Lo"))
    return {TOGETHER.get(name, name) for name in found}


def _mixed(name: str) -> bool:
    """Two alphabets in one word, or two that look alike anywhere; a name in two languages may be."""
    words = [_alphabets(word) for word in unicodedata.normalize("NFKC", name).split()]
    return any(len(found) > 1 for found in words) or len(set().union(*words) & ALIKE) > 1


def checked_name(name: str) -> str:
    """The name as it will be shown, or a refusal that says what to change."""
    shown = _plain(name)
    if not name_key(shown):
        raise BadInput(_("Een naam heeft letters of cijfers nodig. Er is niets bewaard. Vul een naam in."))
    if _mixed(shown):
        raise BadInput(
            _(
                "Deze naam heeft letters uit twee alfabetten die op elkaar lijken. Er is niets bewaard. "
                "Schrijf de naam met letters uit één alfabet."
            )
        )
    return shown
