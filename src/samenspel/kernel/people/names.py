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
# Signs that show nothing, besides the category of such signs: fillers, selectors, and room kept for more of them.
HIDDEN = (
    (0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x16FE4, 0x16FE4), (0xE0000, 0xE0FFF),
)  # fmt: skip
JOINERS = frozenset("\u200c\u200d")  # Persian words and small pictures need these
# What a reader sees as the same: figures, whole words in another alphabet, and rare letters.
SAME = str.maketrans(
    "01iı|авекмнорстухіјѕԁԛԝһαβεικνορτυχɡɑɩɪǀ",
    "ollllabekmhopctyxljsdqwhabelkvoptuxgalll",
)


def _hidden(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf" or any(first <= ord(sign) <= last for first, last in HIDDEN)


def _plain(name: str) -> str:
    """Without direction marks and other signs that nobody sees."""
    return " ".join("".join(c for c in name if c in JOINERS or not _hidden(c)).split())


def name_key(name: str) -> str:
    """What a name looks like: capitals, accents, spaces, stops and look-alikes make no difference."""
    shown = unicodedata.normalize("NFKC", "".join(c for c in name if not _hidden(c)))
    apart = unicodedata.normalize("NFKD", shown.casefold())
    letters = "".join(c for c in apart if unicodedata.category(c)[0] in "LN").translate(SAME)
    return letters.replace("rn", "m").replace("vv", "w")


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
    if any(unicodedata.category(c) in ("Cn", "Co", "Cs") for c in shown):
        raise BadInput(
            _(
                "Deze naam heeft een teken dat niet iedereen kan lezen. Er is niets bewaard. "
                "Haal het teken weg, of schrijf de naam met gewone letters."
            )
        )
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
