"""Pages kept for visitors: a page that says only what the journal knows stays true until somebody acts.

Why this is exact, and what it leaves alone: docs/decisions/0011-pages-kept-for-visitors.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.utils import timezone, translation

from samenspel.kernel.journal.queries import position

Door = Callable[..., HttpResponseBase]
HARMLESS = frozenset({settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME})
QUERIES = re.compile(r"(?:page=[0-9]{1,4})?")
TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[A-Za-z0-9]{64}(?=")')
ONCE = b'name="once"'  # a form with a token that may be sent only once is made afresh
LARGEST = 100_000  # bytes; with the number of pages in the settings this bounds the memory


def kept(opened: Door) -> Door:
    """Keep this public page for visitors without a session; not one with a clock, a ticket or a count of votes."""
    if getattr(opened, "access", None) != "public":
        raise ValueError("Only a page that everybody may read can be kept.")

    @wraps(opened)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not _same_for_all(request):
            return opened(request, *args, **kwargs)
        pages, key = caches["pages"], _key(request)
        if found := pages.get(key):
            return _answer(request, *found)
        answer = opened(request, *args, **kwargs)
        if isinstance(answer, HttpResponse) and _may_stay(answer):
            pages.set(key, (TOKEN.split(answer.content), dict(answer.headers)))
        return answer

    return door


def _same_for_all(request: HttpRequest) -> bool:
    """Whether every visitor gets this page alike: no session, no message, no fragment, nothing asked but a number."""
    return (
        request.method == "GET"
        and request.COOKIES.keys() <= HARMLESS
        and "HX-Request" not in request.headers
        and QUERIES.fullmatch(request.META.get("QUERY_STRING", "")) is not None
    )


def _key(request: HttpRequest) -> str:
    """Where, in which language, on which day, and after how many acts. One query."""
    parts = (
        request.scheme, request.get_host(), request.get_full_path(), translation.get_language(),
        getattr(request, "asked_language", ""), timezone.localdate(), position(),
    )  # fmt: skip
    return sha256(repr(parts).encode()).hexdigest()


def _may_stay(answer: HttpResponse) -> bool:
    return (
        answer.status_code == 200
        and not answer.cookies
        and len(answer.content) <= LARGEST
        and ONCE not in answer.content
    )


def _answer(request: HttpRequest, pieces: list[bytes], headers: dict[str, str]) -> HttpResponse:
    """The kept page with this visitor's own token in its forms."""
    token = get_token(request).encode() if len(pieces) > 1 else b""
    return HttpResponse(token.join(pieces), headers=headers)
