"""The time figures are about, as sources write it. Never guessed in silence."""

import re
from collections.abc import Iterable

_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_ALONE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_DAY = re.compile(rf"({_YEAR})[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)")
_PLAIN = re.compile(rf"({_YEAR})(?:\.0)?\*{{0,2}}")
_STATLINE = re.compile(rf"({_YEAR})(JJ|MM|KW|HJ|X)(\d{{2,3}})\*?")
_SPAN = re.compile(rf"({_YEAR})\s*[/-]\s*({_YEAR}|\d\d)")
_DUTCH_DAY = re.compile(rf"(\d{{1,2}})[-/](\d{{1,2}})[-/]({_YEAR})(?: 00:00(?::00)?)?")
_ISO_DAY = re.compile(rf"({_YEAR})-(\d\d)-(\d\d)(?:[T ].*)?")
PERIOD_WORDS = re.compile(
    r"(?i)(peri(ode|oden|od)s?|jaar|year|jaartal|peildatum|peiljaar|verslagjaar|datum|tijd|time|meetjaar|subsidiejaar)"
    r"(_?(code|key))?"
)


def period(text: str) -> str:
    """`2020JJ00`, `2020.0`, `1-1-2020` -> `2020`; `2025MM06` -> `2025-06`; `2024KW02` -> `2024-K2`; else ""."""
    plain = text.strip()
    if found := _PLAIN.fullmatch(plain):
        return found[1]
    if found := _STATLINE.fullmatch(plain):
        year, kind, number = found.groups()
        return {"MM": f"{year}-{number[-2:]}", "KW": f"{year}-K{int(number)}", "HJ": f"{year}-H{int(number)}"}.get(
            kind, year
        )
    if found := _ISO_DAY.fullmatch(plain):
        return found[1] if found[2] + found[3] == "0101" else plain[:10]
    if found := _DUTCH_DAY.fullmatch(plain):
        day, month, year = int(found[1]), int(found[2]), found[3]
        return year if (day, month) == (1, 1) else f"{year}-{month:02}-{day:02}"
    if found := _SPAN.fullmatch(plain):
        return f"{found[1]}/{found[1][:2] if len(found[2]) == 2 else ''}{found[2]}"
    return ""


def is_period(text: str) -> bool:
    """Whether it is one."""
    return bool(period(text))


def years_in(*texts: str) -> list[str]:
    """Years in a name or title; a whole date is the day of a download, not the time of the figures."""
    found: list[str] = []
    for text in texts:
        found += _ALONE.findall(_DAY.sub(" ", text))
    return list(dict.fromkeys(found))


def one_year(*texts: str) -> str:
    """The one year these texts speak of; "" when there is none or more than one."""
    years = years_in(*texts)
    return years[0] if len(years) == 1 else ""


def is_year_header(headers: Iterable[str]) -> list[str]:
    """Headers that are nothing but a year."""
    return [header for header in headers if _PLAIN.fullmatch(header.strip())]
