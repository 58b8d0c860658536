"""Reading an answer as JSON, and saying what it is when it is something else."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from samenspel_sources import SourceError
from samenspel_sources.transport.model import Answer, Fetch, address, host, private, shown, site

MOST_PAGES = 20_000
Document = dict[str, Any]


def read_json(answer: Answer) -> Document:
    """The JSON object in an answer; numbers with a point stay text, so that no digit is lost."""
    if answer.status != 200:
        raise refusal(answer)
    start = answer.body[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(b"<"):
        raise SourceError("transport", "html" if _html(start) else "xml", host=host(answer.url), said=_said(answer))
    try:
        document = json.loads(answer.body.decode("utf-8-sig"), parse_float=str, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        code = "not_json" if answer.body.rstrip().endswith((b"}", b"]")) else "cut_off"
        raise SourceError("transport", code, host=host(answer.url), size=len(answer.body)) from None
    if not isinstance(document, dict):
        raise SourceError("transport", "other_form", host=host(answer.url), what="{}")
    return document


def refusal(answer: Answer) -> SourceError:
    """The error behind an answer that is no answer."""
    told = {"host": host(answer.url), "status": answer.status, "address": shown(answer.url)[:200]}
    if re.search(rb"(10[.,]?000) records", answer.body[:5000]):
        return SourceError("transport", "too_many", **told)
    codes = {404: "gone", 410: "gone", 401: "not_allowed", 403: "not_allowed", 429: "busy", 503: "busy"}
    return SourceError("transport", codes.get(answer.status, "status"), **told)


def wanted(document: Document, key: str, answer: Answer) -> Any:
    """A part that must be there, or the answer has another form than the source promises."""
    if key not in document:
        raise SourceError("transport", "other_form", host=host(answer.url), what=key)
    return document[key]


def listed(document: Document, key: str, answer: Answer) -> list[Document]:
    """A list of objects that must be there."""
    found = wanted(document, key, answer)
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise SourceError("transport", "other_form", host=host(answer.url), what=key)
    return found


def follow(link: str, base: str) -> str:
    """The address behind a link in an answer; only within the same publisher, and never from https to http."""
    try:
        full = urljoin(base, link)
        same = site(full) == site(base) and urlsplit(full).scheme in ("http", "https")
    except ValueError:
        full, same = link, False
    if not same:
        raise SourceError("transport", "elsewhere", host=host(base), other=host(full))
    if urlsplit(base).scheme == "https":
        full = "https" + full.removeprefix("https").removeprefix("http")
    return full


Paged = tuple[Document, Answer]


def pages(
    fetch: Fetch,
    url: str,
    params: Mapping[str, str],
    following: Callable[[Document], object],
    *,
    end_by_404: bool = False,
) -> Iterator[Paged]:
    """Every page of a list, by the link that each has to the next. A page that is not there breaks the whole list,
    unless the source is known to end so."""
    seen: set[str] = set()
    full = address(url, params)
    while full:
        if full in seen or len(seen) >= MOST_PAGES:
            raise SourceError("transport", "round", host=host(full))
        seen.add(full)
        answer = fetch(full, {})
        if answer.status == 404 and len(seen) > 1:
            if end_by_404:
                return
            raise SourceError("transport", "half", host=host(full), page=len(seen))
        document = read_json(answer)
        yield document, answer
        link = following(document)
        full = follow(link, full) if isinstance(link, str) and link else ""


def _html(start: bytes) -> bool:
    return bool(re.match(rb"<(!doctype html|html|head|body)", start, re.IGNORECASE))


def _said(answer: Answer) -> str:
    """The words in an XML error, without its marks; nothing when they might repeat an address."""
    if private(answer.url):
        return ""
    words = re.sub(r"<[^>]*>", " ", answer.body[:4000].decode("utf-8", "replace"))
    return " ".join(words.split())[:160]
