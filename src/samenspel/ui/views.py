"""Error pages and the page that shows every component."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string

from samenspel.ui.figures import FigureCard
from samenspel.ui.style import samples

EMBED_SECONDS = 3600


def style_page(request: HttpRequest) -> HttpResponse:
    """Every component with short, long, empty and Arabic content."""
    get_token(request)
    return render(request, "ui/style.html", samples())


style_page.access = "public"  # type: ignore[attr-defined]


def embedded(request: HttpRequest, card: FigureCard) -> HttpResponse:
    """One figure for in a page of another site: no cookie, no script, and any site may show it."""
    response = render(request, "ui/embed.html", {"card": card})
    response["Cache-Control"] = f"public, max-age={EMBED_SECONDS}"
    response.xframe_options_exempt = True
    response._csp_replace = {"frame-ancestors": ["*"]}  # type: ignore[attr-defined]
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The address or the form could not be read."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not for this person."""
    return render(request, "403.html", {"reason": _words(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is nothing at this address."""
    return render(request, "404.html", status=404)


def too_large(request: HttpRequest, limit: int = 0) -> HttpResponse:
    """What was sent is too big; nothing of it was read."""
    response = render(request, "413.html", {"limit_mb": max(limit // 1_000_000, 1)}, status=413)
    response["Connection"] = "close"
    return response


def too_many(request: HttpRequest, wait_seconds: int = 60) -> HttpResponse:
    """Too often in a short time."""
    response = render(request, "429.html", {"wait_minutes": -(-wait_seconds // 60)}, status=429)
    response["Retry-After"] = str(wait_seconds)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault. Drawn without context, so that nothing else can break."""
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or the browser keeps no cookies."""
    return render(request, "403_csrf.html", status=403)


def _words(exception: Exception | None) -> str:
    """The sentence of an error of ours; a name of a class says nothing to a person."""
    return str(exception) if exception and " " in str(exception) else ""
