"""Refusals become friendly pages; stray writes become an alarm."""

from collections.abc import Callable

from django.conf import settings
from django.db import NotSupportedError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from samenspel.kernel.action.errors import NotAllowed, Refused, Renewed
from samenspel.kernel.action.guard import alarm

# PostgreSQL after a table was changed under a running site: what it prepared before no longer fits.
STALE = "cached plan must not change"
OURS = {"csrfmiddlewaretoken", "once"}  # hidden fields that nobody typed
Next = Callable[[HttpRequest], HttpResponse]


class RefusalMiddleware:
    """Shows a refusal as a page with its own sentence."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal; everything else is left to Django."""
        if isinstance(exception, NotSupportedError) and STALE in str(exception):
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]
            if request.method in ("GET", "HEAD"):
                return HttpResponseRedirect(request.get_full_path())
            exception = Renewed()
        if not isinstance(exception, Refused):
            return None
        facts = {"refusal": exception, "words": _words_of_who_was_logged_out(request, exception)}
        answer = render(request, "action/refused.html", facts, status=exception.status)
        if exception.wait:
            answer["Retry-After"] = str(exception.wait)
        if exception.forget:
            answer["Clear-Site-Data"] = '"cache"'
        return answer


def _words_of_who_was_logged_out(request: HttpRequest, refusal: Refused) -> list[str]:
    """A session may end while somebody writes; going back would not bring the words back, so they stand here."""
    if not isinstance(refusal, NotAllowed) or request.user.is_authenticated:
        return []
    return [str(value) for name, value in request.POST.items() if name not in OURS and " " in str(value).strip()]


class WriteAlarmMiddleware:
    """Logs every write outside an action."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.SAMENSPEL_WRITE_ALARM:
            return self.get_response(request)
        with connection.execute_wrapper(alarm):
            return self.get_response(request)
