"""Limits that count before anything is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from samenspel.ui import views

NUL = ("%00", "\x00")
LONGEST_QUERY = 4_000


class RequestLimitsMiddleware:
    """Refuse what is too big by its announced length: other checks would read it all first.

    A view that takes files says so: `view.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if len(query) > LONGEST_QUERY or any(sign in text for sign in NUL for text in (query, request.path_info)):
            return views.bad_request(request)
        length = announced(request)
        if length is None:
            return views.bad_request(request)
        if length > settings.SAMENSPEL_BODY_LIMIT and length > (limit := limit_of(request)):
            return views.too_large(request, limit)
        return self.get_response(request)


def announced(request: HttpRequest) -> int | None:
    """The length of the body; None when it cannot be known beforehand."""
    if "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "").lower():
        return None
    text = request.META.get("CONTENT_LENGTH") or "0"
    return int(text) if text.isascii() and text.isdigit() else None


def limit_of(request: HttpRequest) -> int:
    """How much this address takes."""
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return int(settings.SAMENSPEL_BODY_LIMIT)
    return int(getattr(view, "body_limit", settings.SAMENSPEL_BODY_LIMIT))
