"""Words that are meant to break something: stored or refused clearly, and never run by anybody's browser."""

from __future__ import annotations

import csv
import io
from typing import Any
from urllib.parse import urlsplit

import pytest

from samenspel.instruments.questions.models import Question
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.tests.cast import Cast
from tests.journeys.walker import Walker
from tests.journeys.world import World
from tests.security.planting import THINGS, dangers

SCRIPTS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg/onload=alert(1)>",
    "</textarea><b onclick=x>",
    "[klik](javascript:alert(1))", "![x](data:text/html;base64,PHNjcmlwdD4=)", "<a href='jAvAsCrIpT:alert(1)'>x</a>",
    "[x]: javascript:alert(1)", "{{ 7|add:7 }}{% debug %}",
    "<iframe srcdoc='<script>1</script>'>", "'; DROP TABLE x; --",
)  # fmt: skip
TITLE = '=1+1"><img src=x onerror=alert(1)>'
WORDS = "\n\n".join(SCRIPTS)
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
ODD = "\u202etxet\u2066 \u200b👨\u200d👩\u200d👧 ﷽ ١٢٣ Zürich ıİ \ufeff"
ENOUGH = 60  # pages a reader comes by


@pytest.fixture
def world(cycle: Cycle, cast: Cast) -> World:
    return World(cast, cycle)


def test_nothing_that_people_write_runs_anywhere(world: World) -> None:
    for name, plant in THINGS.items():
        page = plant(world, TITLE, WORDS)
        assert page.status == 200 and not page.complaints(), f"{name}: {page.complaints()}"
        assert dangers(page.page) == [], name
    show_everything(world)
    for who in ("visitor", "organiser", "initiative"):
        looked, shown = crawl(world(who, f"/{world.cycle.place.slug}/"))
        assert looked > ENOUGH and shown > len(THINGS), who


def show_everything(world: World) -> None:
    """An editor lets everybody read it."""
    editor = world("professional", "profiel/verhalen/te-lezen/").send("Toon dit verhaal")
    editor.go(f"{world.round}ophalen/te-lezen/").send("Toon deze bijdrage")
    code = Question.objects.get().code
    editor.go(f"{world.round}geld/vraag/{code}/doorlaten/").send("Toon deze vraag")


def crawl(walker: Walker, most: int = 130) -> tuple[int, int]:
    """Follow the links of this site, nearest first; how many pages there were, and how many showed the words."""
    seen, ahead, looked, shown = {walker.url}, [walker.url], 0, 0
    while ahead and looked < most:
        walker.go(ahead.pop(0), None)
        looked, shown = looked + 1, shown + walker.has("alert(1)")
        assert walker.status < 500 and dangers(walker.page) == [], f"{walker.url}: {dangers(walker.page)}"
        fresh = [address for address in inside(walker) if address not in seen]
        seen.update(fresh)
        ahead += fresh
    return looked, shown


def inside(walker: Walker) -> list[str]:
    """The addresses of this site that a page links to, each once; tables and sign-in left out."""
    parts = [urlsplit(a.attrs.get("href", "")) for a in walker.page.all("a")]
    paths = [f"{p.path}?{p.query}" if p.query else p.path for p in parts if not p.netloc and p.path.startswith("/")]
    return [p for p in dict.fromkeys(paths) if not p.startswith(("/taal", "/static", "/inloggen", "/gegevens"))]


def test_no_table_that_leaves_the_house_holds_a_formula(world: World) -> None:
    for plant in THINGS.values():
        plant(world, TITLE, WORDS)
    client = world("organiser").client
    for name in registered():
        answer: Any = client.get(f"/gegevens/{name}.csv")
        text = b"".join(answer.streaming_content).decode()
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [c for c in cells if c.startswith(FORMULAS) and not number(c)], name


def number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdigit()


@pytest.mark.parametrize("name", sorted(THINGS))
def test_odd_letters_are_kept_or_refused_in_a_sentence(world: World, name: str) -> None:
    page = THINGS[name](world, f"Titel {ODD}", f"Woorden {ODD}")
    assert page.status == 200
    assert page.complaints() or dangers(page.page) == []


@pytest.mark.parametrize("name", sorted(THINGS))
def test_nul_is_refused_in_a_sentence(world: World, name: str) -> None:
    page = THINGS[name](world, "Ti\x00tel", "Woo\x00rden")
    assert page.status == 200 and "een teken dat wij niet kunnen bewaren" in " ".join(page.complaints())


@pytest.mark.parametrize("name", sorted(THINGS))
def test_too_much_is_refused_and_nothing_breaks(world: World, name: str) -> None:
    page = THINGS[name](world, "x" * 5_000, "y " * 50_000)
    assert page.status == 200 and "Dit is te lang." in " ".join(page.complaints())
    assert THINGS[name](world, "x", "y" * 1_200_000).status in (200, 413)
