"""What points at one person when it stands together: an age, a place and somebody's own words.

Words are what a story is, so one of the other two stays away. People write ages and places into their words too, in
any language: this finds them. It rather sees one too many than one too few; an editor then leaves a piece out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

ONES = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _written() -> list[str]:
    joined = [f"{one}{'ën' if one.endswith('e') else 'en'}{ten}" for ten in TENS for one in ONES[1:]]
    return sorted({*ONES[2:], *TEENS, *TENS, *joined}, key=len, reverse=True)


N = rf"(?:\d{{1,3}}|{'|'.join(_written())})"
SOMEBODY = (
    r"(?:zoon\w*|dochter\w*|kind|man|vrouw|moeder|vader|oma|opa|zus\w*|broer\w*|buurvrouw|buurman|jongen|meisje|meid"
    r"|tante|oom|mama|papa|kleinzoon|kleindochter|hij|zij|ze)"
)
NO_AGE = r"(?!\s*(?:euro|uur|minuten|keer|mensen|kilo|meter|procent|%|,\d|\.\d|[a-z]+en\b))"
AGES = [re.compile(pattern) for pattern in (
    # Dutch
    rf"\b(?:ik|'k)\s+(?:ben|word|was)\s+(?:\w+\s+)?{N}\b{NO_AGE}", rf"\bben\s+ik\s+(?:\w+\s+)?{N}\b{NO_AGE}",
    rf"\bben\s+(?:nu|al|net|bijna|pas|inmiddels)?\s*{N}\b{NO_AGE}",
    rf"\b{SOMEBODY}\s+(?:is|was|wordt|van)\s+(?:\w+\s+)?{N}\b{NO_AGE}",
    rf"\b{N}[\s-]*jarige?\b", rf"\b{N}\s+jaar\s+(?:oud|jong)\b", rf"\b{N}e\s+(?:verjaardag|levensjaar)\b",
    rf"\bleeftijd\s+(?:van|is)\s+{N}\b", r"\b\d{2}\s*-?\s*plus(?:ser)?\b",
    r"\b(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig(?:er|plusser)s?\b",
    r"\bgeboren\s+(?:in|op)\s+(?:\S+\s+){0,3}(?:19|20)\d\d\b",
    # English
    rf"\bi(?:\s*a|['’])m\s+{N}\b{NO_AGE}", rf"\bi\s+am\s+{N}\b{NO_AGE}", r"\b\d{1,3}[\s-]*years?[\s-]*old\b",
    r"\baged?\s+(?:of\s+)?\d{1,3}\b", r"\bborn\s+in\s+(?:19|20)\d\d\b",
    # Turkish
    r"\b\d{1,3}\s*['’]?\s*yaş\w*", r"\byaşım\w*\s+\d{1,3}\b", r"\b(?:19|20)\d\d\s+doğumlu\w*",
    # Arabic
    r"عمر\w*\s+(?:\w+\s+)?\d{1,3}", r"أبلغ\s+(?:من\s+العمر\s+)?\d{1,3}",
    r"(?:مواليد|ولدت)\s+(?:\w+\s+){0,2}(?:19|20)\d\d",
    # French, Spanish, Polish, Ukrainian
    r"\bj['’]ai\s+\d{1,3}\s+ans\b", r"\bâgée?s?\s+de\s+\d{1,3}\b", r"\btengo\s+\d{1,3}\s+años\b",
    r"\b\d{1,3}\s+años\s+de\s+edad\b", r"\bmam\s+\d{1,3}\s+lat\b", r"\b\d{1,3}-let\w+\b", r"\bмені\s+\d{1,3}\b",
)]  # fmt: skip
ROAD = r"(?:straat|laan|plein|kade|gracht|singel|dijk|steeg|plantsoen|strasse)"
NO_NAME = (
    "school", "speel", "dorps", "winkel", "woon", "zij", "hoofd", "achter", "buurt", "markt", "eigen", "dwars", "kerk",
)  # fmt: skip
STREET = re.compile(rf"\b(?!(?:{'|'.join(NO_NAME)}){ROAD}\b)[\w'’.-]{{3,40}}{ROAD}\b", re.IGNORECASE)
NAMED_STREET = re.compile(r"\b[A-Z][\w'’-]{2,40}(?:weg|hof|park|pad|markt)\b")
NUMBERED = r"\s*,?\s+\d{1,4}\s?(?:[a-z]\b|\b|-\d)"
ADDRESS = re.compile(rf"\b[\w'’.-]{{3,40}}(?:{ROAD[3:-1]}|weg|hof|pad){NUMBERED}", re.IGNORECASE)
POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")


def _plain(text: str) -> str:
    """Any numerals become 0 to 9: somebody who writes in Arabic may write ٨٣."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)


def says_age(text: str) -> bool:
    """Whether somebody's age is said in these words."""
    low = _plain(text).casefold()
    return any(pattern.search(low) for pattern in AGES)


def says_place(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a street, or one of these pieces of the neighbourhood, is named in these words."""
    named = any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names)
    return named or bool(STREET.search(text) or NAMED_STREET.search(text))


def has_address(text: str) -> bool:
    """Whether a street with a number of a house, or a postcode, stands in these words."""
    plain = _plain(text)
    return bool(ADDRESS.search(plain) or POSTCODE.search(plain))
