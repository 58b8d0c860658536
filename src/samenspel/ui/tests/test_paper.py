"""Sheets of A4 and their PDF."""

import sys

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from samenspel.ui.paper import NoPdf, Poster, on_paper, pdf_of, poster_table
from samenspel.ui.paper.pdf import _own_file
from samenspel.ui.tests.reading import needs_pango, opened, pages_of

POSTER = Poster(4, "Een moestuin.", "tulp-brug-42", "PR-7K4R", "Volg het.", "Scan mij.", "https://x.nl/d/A/", "B")
SHOWN = {"poster": POSTER, "table": poster_table(), "back_url": "/", "pdf_url": "/poster.pdf"}


@needs_pango
def test_a_poster_is_one_tagged_page() -> None:
    made = pdf_of(render_to_string("ui/paper/poster.html", {**SHOWN, "as_pdf": True}))
    assert made.startswith(b"%PDF-") and pages_of(made) == 1
    assert b"pdfuaid" in opened(made) and b"/StructTreeRoot" in opened(made)


@pytest.mark.parametrize(
    "address", ["https://elders.nl/a.css", "file:///etc/passwd", "https://paper.invalid/etc/passwd"]
)
@needs_pango
def test_a_sheet_fetches_nothing_from_elsewhere(address: str) -> None:
    with pytest.raises(ValueError, match="own files"):
        _own_file(address)


@pytest.mark.parametrize("name", ["../settings.py", "..%2f..%2fetc/passwd", "ui/absent.css"])
@needs_pango
def test_a_sheet_reads_no_file_outside_the_house(name: str) -> None:
    with pytest.raises(Exception, match=r"own files|outside|located"):
        _own_file(f"https://paper.invalid/static/{name}")


def test_without_the_extra_the_page_says_what_to_do(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    answer = on_paper(rf.get("/"), "ui/paper/poster.html", SHOWN, pdf="poster")
    assert answer.status_code == 503 and "sudo apt install libpangoft2-1.0-0" in answer.content.decode()
    with pytest.raises(NoPdf):
        pdf_of("<p>x</p>")


def test_a_long_title_is_written_smaller() -> None:
    sizes = [Poster(1, "x" * n, "", "", "", "", "", "").size for n in (10, 40, 90)]
    assert sizes == ["big", "middle", "small"]
