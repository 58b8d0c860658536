"""Whether text is the code of an area, and of what kind. Letters in codes are as good as digits."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

CBS, AMSTERDAM = "CBS", "Amsterdam"
_CBS = re.compile(r"(?:GM|gm)\d{4}|(?:WK|wk)\d{4}[0-9A-Za-z]{2}|(?:BU|bu)\d{4}[0-9A-Za-z]{4}")
_WIDE = re.compile(r"(?:NL0[01]|LD0[1-4]|PV[23]\d|CR\d\d|VR\d\d|GG\d{2,4}|JZ\d\d|ES\d\d|RES\d\d)", re.IGNORECASE)
_AMSTERDAM = re.compile(r"STAD|[A-Z]{2}\d{2}|[A-Z]\d{2}[a-z]?|[A-Z][A-Z]|[A-Z]|[A-Z]xxx")
_AMSTERDAM_SURE = re.compile(r"STAD|[ABEFGKMNSTD][A-Z]\d{2}|[ABEFKMNST]\d{2}[a-z]|[A-Z]xxx")
_KINDS = {"NL": "country", "GM": "municipality", "WK": "ward", "BU": "neighbourhood"}
LETTERS = "2022"  # the first year in which codes of wards and neighbourhoods had letters
PREFIXES = {"municipality": "GM", "ward": "WK", "neighbourhood": "BU"}
LENGTHS = {"municipality": 4, "ward": 6, "neighbourhood": 8}
PROVINCES = {
    "20": "Groningen", "21": "Fryslân", "22": "Drenthe", "23": "Overijssel", "24": "Flevoland", "25": "Gelderland",
    "26": "Utrecht", "27": "Noord-Holland", "28": "Zuid-Holland", "29": "Zeeland", "30": "Noord-Brabant",
    "31": "Limburg",
}  # fmt: skip
# How publishers call the levels, in the columns that tell them and in headers.
KIND_WORDS = {
    "land": "country",
    "gemeente": "municipality",
    "wijk": "ward",
    "buurt": "neighbourhood",
    "country": "country",
    "municipality": "municipality",
    "district": "ward",
    "ward": "ward",
    "neighbourhood": "neighbourhood",
    "neighborhood": "neighbourhood",
}


@lru_cache(maxsize=1 << 15)
def is_cbs(text: str) -> bool:
    """A code of Statistics Netherlands with its prefix, padded or not."""
    plain = text.strip()
    return bool(_CBS.fullmatch(plain) or _WIDE.fullmatch(plain))


def is_amsterdam(text: str, *, sure: bool = False) -> bool:
    """A code of the municipality of Amsterdam (`MF01`, `M31a`, `DX14`, `STAD`). `sure`: not also an abbreviation."""
    return bool((_AMSTERDAM_SURE if sure else _AMSTERDAM).fullmatch(text.strip()))


def clean(text: str, scheme: str = CBS) -> str:
    """A code as it is kept: no spaces, capitals (those of Amsterdam keep their small letter). The country is NL00."""
    plain = text.strip()
    if scheme != CBS:
        return plain
    return "NL00" if plain.upper() == "NL01" else plain.upper()


def kind_of(code: str, scheme: str = CBS) -> str:
    """country, municipality, ward, neighbourhood or other."""
    if scheme == CBS:
        return _KINDS.get(code[:2], "other")
    if scheme != AMSTERDAM:
        return "other"
    if code == "STAD":
        return "municipality"
    if re.fullmatch(r"[GD][A-Z]\d\d", code):
        return "other"
    if re.fullmatch(r"[A-Z]{2}\d\d|[A-Z]\d\d[a-z]", code):
        return "neighbourhood"
    return "ward" if re.fullmatch(r"[A-Z]{2}|[A-Z]\d\d", code) else "other"


def parent_of(code: str) -> str:
    """The area a code of CBS says it lies in."""
    return {"BU": "WK" + code[2:8], "WK": "GM" + code[2:6]}.get(code[:2], "")


def completed(text: str, kind: str) -> str:
    """`140000` (or `00140000`) in a column of neighbourhoods is BU00140000; "" when it cannot be a code."""
    plain = text.strip().removesuffix(".0")
    width = LENGTHS.get(kind, 0)
    if kind == "country":
        return "NL00"
    if kind == "province":
        return f"PV{plain}" if plain in PROVINCES else ""
    if not re.fullmatch(rf"\d{{1,{width or 1}}}|\d{{4}}[0-9A-Z]{{{max(width - 4, 0)}}}", plain) or not width:
        return ""
    return PREFIXES[kind] + plain.zfill(width)


def is_province(text: str, name: str) -> bool:
    """Whether `24` and `Flevoland` (or `27` and `Noord Holland`) belong together."""
    plain = "friesland" if name.strip().casefold() in ("fryslân", "fryslan") else name.strip().casefold()
    known = {**PROVINCES, "21": "Friesland"}.get(text.strip().removesuffix(".0"), "")
    return bool(known) and plain.replace(" ", "-") == known.casefold()


def mixed_years(codes: Iterable[str]) -> str:
    """A municipality that occurs both with digits and with letters in its codes: two years in one file."""
    digits: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    for code in codes:
        if code[:2] in ("BU", "WK") and not code[6:].startswith(("97", "98", "99")):
            (digits if code[2:].isdecimal() else letters)[code[2:6]] += 1
    both = [found for found in digits if letters[found]]
    return f"GM{min(both)}" if both else ""


def is_code_key(text: str) -> bool:
    """A key of a json object that can only be an area."""
    return is_cbs(text) or is_amsterdam(text, sure=True)


def has_letters(code: str) -> bool:
    """Whether a code of a ward or neighbourhood has letters after its prefix."""
    return code[:2] in ("BU", "WK") and not code[2:].isdecimal()
