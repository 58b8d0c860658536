"""Codes of areas as CBS writes them, and the many ways in which files write them."""

import re

from samenspel_sources import SourceError

COUNTRY, PROVINCE, MUNICIPALITY, WARD, NEIGHBOURHOOD, OTHER = (
    "country", "province", "municipality", "ward", "neighbourhood", "other",
)  # fmt: skip
PREFIX = {MUNICIPALITY: "GM", WARD: "WK", NEIGHBOURHOOD: "BU"}
LENGTH = {MUNICIPALITY: 4, WARD: 6, NEIGHBOURHOOD: 8}
# Since 2022 wards and neighbourhoods may have letters (WK0363MF, BU0363MF01); the municipality stays four digits.
_SHAPES = {
    COUNTRY: re.compile(r"NL(?:0[01])?"),
    PROVINCE: re.compile(r"PV\d\d"),
    MUNICIPALITY: re.compile(r"GM\d{4}"),
    WARD: re.compile(r"WK\d{4}[0-9A-Z]{2}"),
    NEIGHBOURHOOD: re.compile(r"BU\d{4}[0-9A-Z]{4}"),
}
_BARE = re.compile(r"\d{4}(?:[0-9A-Z]{2}|[0-9A-Z]{4})?")
_NUMBER = re.compile(r"(\d+)(?:\.0+)?")
_WATER = ("9997", "9998")
_ABROAD, _UNKNOWN = ("0998", "9999"), ("0000",)
_NOWHERE = re.compile(r"\b(?:onbekend|niet in te delen|niet gecodeerd|unknown)\b", re.IGNORECASE)


def kind_of(code: str) -> str:
    """country, province, municipality, ward, neighbourhood or other, by the shape of a code (spaces do not matter)."""
    plain = code.strip().upper()
    return next((kind for kind, shape in _SHAPES.items() if shape.fullmatch(plain)), OTHER)


def area_code(text: str, kind: str = "") -> str:
    """The code in full: `BU03630000`. `kind` tells what a code without letters in front is about.

    Understands spaces, small letters, `363` (kind municipality), `00140000`, `140000.0` (kind neighbourhood), `NL`.
    SourceError `bad_code` when it is no code, `wrong_kind` when it is one of another kind.
    """
    plain = re.sub(r"\s", "", text).upper().strip("\"'")
    if (found := kind_of(plain)) == OTHER and (bare := _bare(plain, kind)):
        plain, found = bare, kind_of(bare)
    if found == OTHER:
        raise SourceError("areas", "bad_code", area=text.strip()[:40])
    if kind and found != kind:
        raise SourceError("areas", "wrong_kind", area=text.strip()[:40], kind=kind, found=found)
    return "NL00" if found == COUNTRY else plain


def _bare(plain: str, kind: str) -> str:
    """A code without its two letters: by its length, or by the kind with the zeros in front put back."""
    if number := _NUMBER.fullmatch(plain):
        plain = number[1].zfill(LENGTH.get(kind, 0))
    if not _BARE.fullmatch(plain):
        return ""
    by_length = {length: of_kind for of_kind, length in LENGTH.items()}
    return PREFIX[by_length[len(plain)]] + plain


def municipality_of(code: str) -> str:
    """The municipality of a ward or neighbourhood (or the municipality itself); "" for anything else."""
    plain = code.strip().upper()
    return f"GM{plain[2:6]}" if kind_of(plain) in PREFIX else ""


def parent_of(code: str) -> str:
    """The area just above: neighbourhood -> ward -> municipality -> NL00; "" for the country and the unknown."""
    plain = code.strip().upper()
    match kind_of(plain):
        case "neighbourhood":
            return f"WK{plain[2:8]}"
        case "ward":
            return f"GM{plain[2:6]}"
        case "municipality" | "province":
            return "NL00"
    return ""


def within(code: str, area: str) -> bool:
    """Whether one area lies in another (or is it), by their codes alone. Provinces have no code in common: False."""
    plain, around = code.strip().upper(), area.strip().upper()
    if kind_of(around) == COUNTRY:
        return kind_of(plain) != OTHER
    while plain and plain != around:
        plain = parent_of(plain)
    return bool(plain)


def pseudo(code: str, name: str = "") -> str:
    """Why an area is no place where people live: "abroad", "water" or "unknown"; "" for a real area."""
    plain = code.strip().upper()
    if kind_of(plain) in PREFIX:
        place, rest = plain[2:6], plain[6:]
        if place in _ABROAD or name.strip().casefold() == "buitenland":
            return "abroad"
        if place in _UNKNOWN:
            return "unknown"
        if rest in _WATER or name.strip().casefold() in ("buitenwater", "groot binnenwater", "groot water"):
            return "water"
    return "unknown" if _NOWHERE.search(name) else ""
