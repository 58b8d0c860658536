"""Sends words into every kind of thing that people make, the way people do."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.html import Tag
from tests.journeys.walker import Walker
from tests.journeys.world import World


def story(world: World, title: str, words: str) -> Walker:
    """Told by a visitor; the one who reads it is an editor."""
    page = world("visitor", "profiel/verhalen/vertellen/").post("Ga verder", {"Vertel in uw eigen woorden": words})
    if page.complaints() or page.status != 200:
        return page
    page.send("Ga verder").send(
        "Ga verder", {"Iedereen mag dit lezen": True, "Een zin eruit mag in een verslag staan": True}
    )
    page.post("Geef mijn verhaal", {"Hoe mogen wij u noemen?": title})
    return page


def contribution(world: World, title: str, words: str) -> Walker:
    """Brought in by a visitor."""
    page = world("visitor", "ophalen/inbrengen/").post("Ga verder", {"In uw eigen woorden": words})
    if page.complaints() or page.status != 200:
        return page
    return page.send("Ga verder").post("Geef het door", {"Hoe mogen wij u noemen?": title})


def proposal(world: World, title: str, words: str) -> Walker:
    """Handed in by a visitor."""
    return world("visitor", "voorstellen/inleveren/").post("Lever het voorstel in", {
        "Hoe heet uw voorstel?": title, "Wat wilt u doen?": words, "Op welke plek?": title,
        "Kunt u dat in één of twee zinnen zeggen?": words[:300], "Hoe heet u?": title,
        "Mijn naam mag op de pagina staan": True})  # fmt: skip


def question(world: World, title: str, words: str) -> Walker:
    """Asked by a visitor."""
    return world("visitor", "geld/vraag-stellen/").post("Stel de vraag", {
        "Uw vraag in één zin": title, "Waarom wilt u dit weten?": words, "Of schrijf de naam op": title,
        "Uw naam": title, "Mijn naam mag erbij staan": True})  # fmt: skip


def party(world: World, title: str, words: str) -> Walker:
    """Founded and described by a resident."""
    page = world("resident", f"/{world.cycle.place.slug}/groep/nieuw/").post("Begin de groep", {
        "Hoe heet uw groep?": title, "Wat doet u samen?": words[:300], "Voor wie bent u er?": title})  # fmt: skip
    if "nieuw" in page.url:
        return page
    page.go("bijwerken/")
    return page.post("", {"Wat heeft u nodig?": words, "Wat geeft u?": words})


def pact(world: World, title: str, words: str) -> Walker:
    """Begun by an initiative."""
    page = world("initiative", "pact/nieuw/").post("Begin het pact", {
        "Hoe heet het pact?": title, "Wie roept de anderen bij elkaar?": "Partij Carla", "Vanaf welke dag?": "1-1-2026",
        "Tot welke dag?": "31-12-2029", "Wat wilt u samen?": words, "Hoe gaat u met elkaar om?": words})  # fmt: skip
    if "nieuw" not in page.url:
        page.click("Op tafel leggen").send()
    return page


def quality(world: World, title: str, words: str) -> Walker:
    """Written by an initiative."""
    page = world("initiative", "kwaliteit/nieuw/").post("Begin de afspraak", {
        "Hoe heet de afspraak?": title, "Waarover spreekt u af wat goed is?": title,
        "Namens welke partij?": "Partij Carla"})  # fmt: skip
    if "nieuw" in page.url:
        return page
    page.post("Bewaar de zin", {"Wij spreken van goed als …": words[:500], "Hoe merken wij dat?": words[:500],
                                "Wie oordeelt daarover?": title})  # fmt: skip
    if not page.complaints():
        page.click("Op tafel leggen").send()
    return page


THINGS: dict[str, Callable[[World, str, str], Walker]] = {
    f.__name__: f for f in (story, contribution, proposal, question, party, pact, quality)
}


ADDRESSES = ("href", "src", "action", "formaction", "xlink:href")
RUNS = ("javascript:", "vbscript:", "data:text")


def dangers(page: Tag) -> list[str]:
    """Everything on a page that a browser would run, or that leads somewhere it would run."""
    found = [f"script: {tag.raw[:60]}" for tag in page.all("script") if not ours(tag)]
    for tag in every(page):
        for name, value in tag.attrs.items():
            bare = "".join(value.split()).lower()
            if name.startswith("on") or name in ("style", "srcdoc"):
                found.append(f"{tag.name} {name}")
            if name in ADDRESSES and bare.startswith(RUNS):
                found.append(f"{tag.name} {name}={bare[:60]}")
    return found + [tag.name for tag in every(page) if tag.name in ("iframe", "object", "embed", "base")]


def ours(script: Tag) -> bool:
    """A file of our own, or facts for a file of our own, which no browser runs."""
    return script.attrs.get("src", "").startswith("/static/") or script.attrs.get("type") == "application/json"


def every(page: Tag) -> list[Tag]:
    """All elements of a page."""
    inside = [part for part in page.inside if isinstance(part, Tag)]
    return inside + [deeper for part in inside for deeper in every(part)]
