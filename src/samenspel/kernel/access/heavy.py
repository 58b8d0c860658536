"""A brake on files that are work for the server: PDFs, and the file of everything.

One at a time in a web process, so that its other thread stays free for people; and so many from one address.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.access.throttle import too_often
from samenspel.kernel.action import Refused
from samenspel.ui import paper

SEATS = BoundedSemaphore(1)
PATIENCE = 0.5  # seconds: who waits keeps a thread too
WINDOW, MOST_PDFS = 600, 40


class Busy(Refused):
    """Others are having files made."""

    status, wait = 503, 30
    default = _(
        "De server maakt nu bestanden voor anderen. Er is niets kwijt. Probeer het over een halve minuut weer."
    )


class TooOften(Refused):
    """One address had many files made."""

    status, wait = 429, WINDOW
    default = _(
        "Vanaf deze plek zijn veel bestanden gevraagd. Er is niets kwijt. Probeer het over 10 minuten weer."
    )


@contextmanager
def heavy(request: HttpRequest, what: str, most: int) -> Iterator[None]:
    """While a heavy file is made; refuses when this address asks for many, or when others keep the server busy."""
    if too_often(request, what, most, WINDOW):
        raise TooOften()
    if not SEATS.acquire(timeout=PATIENCE):
        raise Busy()
    try:
        yield
    finally:
        SEATS.release()


def on_paper(request: HttpRequest, template: str, shown: dict[str, Any], *, pdf: str = "") -> HttpResponse:
    """A sheet as a page, or as the PDF file named `pdf`, with the brake on."""
    if not pdf:
        return paper.on_paper(request, template, shown)
    with heavy(request, "pdf", MOST_PDFS):
        return paper.on_paper(request, template, shown, pdf=pdf)
