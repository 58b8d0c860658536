"""An answer, and the one function by which every driver asks: an address and its query in, an answer out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

# Questions under these paths are about where somebody lives: never kept, recorded, or shown in an error.
PRIVATE = ("/locatieserver/", "/lvbag/")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `kind`: the content type as told; `url`: as asked; `read_at`: when the source said it."""

    status: int
    kind: str
    body: bytes
    url: str
    read_at: datetime


Fetch = Callable[[str, Mapping[str, str]], Answer]


def address(url: str, params: Mapping[str, str]) -> str:
    """The full address. Spaces become %20 (padding in a filter counts); `$` and commas stay readable."""
    if not params:
        return url
    query = urlencode(params, quote_via=quote, safe="$,:()'/*")
    return f"{url}{'&' if urlsplit(url).query else '?'}{query}"


def same_question(full: str) -> str:
    """One text for the same question, however its query was ordered or written."""
    parts = urlsplit(full)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{parts.netloc.lower()}{parts.path}?{query}"


def private(full: str) -> bool:
    """Whether the question may be about somebody's address."""
    return any(part in urlsplit(full).path for part in PRIVATE)


def shown(full: str) -> str:
    """The address as it may stand in an error: with its query only when that cannot be about a person."""
    parts = urlsplit(full)
    query = "" if private(full) or not parts.query else f"?{parts.query}"
    return f"{parts.netloc}{parts.path}{query}"


def host(full: str) -> str:
    """The machine that was asked."""
    try:
        return urlsplit(full).hostname or full[:60]
    except ValueError:  # half an IPv6 address, and such
        return full[:60]


def site(full: str) -> str:
    """The publisher behind a host: its last two names (`cbs.nl`), or the whole host when it is a number."""
    name = host(full)
    return name if name.replace(".", "").isdecimal() or ":" in name else ".".join(name.split(".")[-2:])
