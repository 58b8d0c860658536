"""In the example neighbourhood everything invented says so, on every page and without a word in any template."""

import re
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as __
from django.utils.translation import pgettext

from samenspel.kernel.lineage import queries as lineage
from samenspel.ui.tags.components import badge

CODE = re.compile(r"\b[A-Z]{2}-[0-9A-Z]{4}\b")
LEADS_TO = re.compile(r'<a [^>]*href="(?:(?!next=)[^"])*?\b([A-Z]{2}-[0-9A-Z]{4})\b')  # not the way back after login
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
UNIT = re.compile(r"(?=<(?:li|tr|article|section|figure|blockquote|header|details)\b)")  # each says it for itself
TOKEN = re.compile(r"(<[^>]+>)")
HOLDS = re.compile(r"<(/?)(a|b|svg|button|option|textarea|label|title)\b")  # never a mark inside these


class ExamplesMiddleware:
    """Puts "voorbeeld" beside whatever was made up; outside the example neighbourhood it is not there at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.SAMENSPEL_DEMO:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            page = response.content.decode()
            if main := MAIN.search(page):
                marked = with_marks(main.group(), request.path)
                response.content = page[: main.start()] + marked + page[main.end() :]
        return response


def with_marks(html: str, path: str) -> str:
    """The page with a mark in each row, card and section that shows something invented."""
    invented = lineage.invented({*CODE.findall(html), *CODE.findall(path)})
    if not invented:
        return html
    mark = f" {badge(pgettext('page', 'voorbeeld'))}"
    known = [mark.strip(), str(badge(__("verzonnen voorbeeld")))]
    marked = "".join(
        unit if any(words in unit for words in known) else _marked(unit, invented, mark) for unit in UNIT.split(html)
    )
    if invented.intersection(CODE.findall(path)) and not any(words in marked for words in known):
        marked = marked.replace("</h1>", f"</h1><p>{mark}</p>", 1)
    return marked


def _marked(unit: str, invented: frozenset[str], mark: str) -> str:
    """One row with its mark, after the link or the words that show it first."""
    parts, depth, waits = TOKEN.split(unit), 0, False
    for at, part in enumerate(parts):
        if held := HOLDS.match(part):
            depth = max(0, depth + (-1 if held[1] else 1))
        named = LEADS_TO.findall(part) if part.startswith("<") else CODE.findall(part)
        waits = waits or not invented.isdisjoint(named)
        if waits and depth == 0:
            parts[at] += mark
            break
    return "".join(parts)
