"""What is invented says so: on every page a visitor reaches, and in every file that leaves the house."""

import csv
import io
from collections.abc import Iterator

import pytest
from django.test import Client

from demo.loader.world import World
from samenspel.kernel.exports import registered
from samenspel.kernel.lineage.models import Node, Thing
from samenspel.overview.examples import CODE
from tests.demo.marks import Page, links, says_so
from tests.journeys.html import parse

pytestmark = pytest.mark.django_db
WITHIN = ("/indische-buurt/", "/d/")


def _walk(visitor: Client) -> Iterator[Page]:
    """Every page that can be reached by links from the table."""
    waiting, known = ["/indische-buurt/"], {"/indische-buurt/"}
    while waiting:
        url = waiting.pop()
        answer = visitor.get(url)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = Page(url, answer.content.decode())
            yield page
            new = links(page, WITHIN) - known
            known |= new
            waiting += sorted(new)


def test_every_page_marks_every_invented_thing_it_shows(demo: World, visitor: Client) -> None:
    invented = frozenset(Node.objects.filter(example=True).values_list("code", flat=True))
    met: set[str] = set()
    for page in _walk(visitor):
        assert not list(page.unmarked(invented)), page.url
        main = next(parse(page.html).all("main"))
        assert says_so(main) or not invented.intersection(CODE.findall(page.url)), page.url
        met |= invented.intersection(CODE.findall(page.url))
    assert len(met) > 150  # the walk really went everywhere


def test_what_is_real_has_no_mark(demo: World, visitor: Client) -> None:
    figure = demo.things["figure:low"]
    page = visitor.get(figure.get_absolute_url()).content.decode()
    header = next(parse(page).with_class("room-header"), None) or next(parse(page).all("h1"))
    assert "voorbeeld" not in header.text


@pytest.mark.parametrize("name", [n for n, e in registered().items() if issubclass(e.model, Thing)])
def test_every_file_has_a_column_that_says_what_is_invented(demo: World, visitor: Client, name: str) -> None:
    answer = visitor.get(f"/gegevens/{name}.csv")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    invented = set(Node.objects.filter(example=True).values_list("code", flat=True))
    assert all((row["code"] in invented) == (row["example"] not in ("", "0", "False", "false", "nee")) for row in rows)


def test_groups_of_an_example_neighbourhood_are_examples(demo: World, visitor: Client) -> None:
    pages = [party.get_absolute_url() for party in demo.parties.values()]
    assert len(pages) >= 12
    assert all(says_so(next(parse(visitor.get(url).content.decode()).all("main"))) for url in pages)
    rows = list(next(parse(visitor.get("/indische-buurt/groep/").content.decode()).all("tbody")).all("tr"))
    assert rows and all(says_so(row) for row in rows)
