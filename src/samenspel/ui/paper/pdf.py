"""A sheet as a PDF. WeasyPrint is imported only here, when somebody asks for a PDF: it is large and optional."""

import logging
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

NOWHERE = "https://paper.invalid/"  # addresses in a sheet are read against this; nothing is ever fetched from it
MISSING = "PDF files need the Debian package libpangoft2-1.0-0: sudo apt install libpangoft2-1.0-0"
logger = logging.getLogger("samenspel.paper")
for talkative in ("fontTools", "weasyprint"):  # they tell every letter, and every rule that is for screens
    logging.getLogger(talkative).setLevel(logging.ERROR)


class NoPdf(Exception):
    """This server cannot make a PDF; the page itself can still be printed."""


def pdf_of(html: str) -> bytes:
    """The sheets of a page as one tagged PDF (PDF/UA-1), with nothing but our own style sheets and fonts."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        logger.warning("%s (%s)", MISSING, error)
        raise NoPdf(MISSING) from error
    return bytes(HTML(string=html, base_url=NOWHERE, url_fetcher=_own_file).write_pdf(pdf_variant="pdf/ua-1"))


def _own_file(url: str, **_how: Any) -> Any:
    """Style sheets and fonts of the house; every other address is refused, so a page cannot make the server fetch."""
    from weasyprint.urls import URLFetcherResponse

    where = urlsplit(url)
    path = unquote(where.path)
    if f"{where.scheme}://{where.netloc}/" != NOWHERE or not path.startswith(settings.STATIC_URL):
        raise ValueError(f"Not one of our own files: {url}")
    name = path.removeprefix(settings.STATIC_URL)
    kind = {".css": "text/css", ".woff2": "font/woff2"}.get(Path(name).suffix, "application/octet-stream")
    return URLFetcherResponse(url, _read(name), {"Content-Type": kind})


def _read(name: str) -> bytes:
    """A static file: as collected for the web, else where it lies in the house."""
    root = Path(settings.STATIC_ROOT).resolve()
    collected = (root / name).resolve()
    if collected.is_relative_to(root) and collected.is_file():
        return collected.read_bytes()
    found = finders.find(name)
    if not found:
        raise ValueError(f"Not one of our own files: {name}")
    return Path(str(found)).read_bytes()


def on_paper(request: HttpRequest, template: str, shown: dict[str, Any], *, pdf: str = "") -> HttpResponse:
    """A sheet as a page, or as the PDF file named `pdf`. Without PDF on this server: what to do instead."""
    if not pdf:
        return render(request, template, shown)
    try:
        made = pdf_of(render_to_string(template, {**shown, "as_pdf": True}, request))
    except NoPdf:
        return render(request, "ui/paper/no_pdf.html", shown, status=503)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{pdf}.pdf"'
    return answer
