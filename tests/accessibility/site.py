"""A real web server with the example neighbourhood and an empty one, and a real browser in front of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.places import actions as places
from samenspel.kernel.tests.cast import STAFF
from tests.accessibility.flags import FLAGS as FLAGS
from tests.security.places import Filled, fill

AXE = Path(__file__).resolve().parents[2] / "src" / "samenspel" / "ui" / "static" / "vendor" / "test" / "axe.js"
RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']"
RUN = f"""() => axe.run(document, {{runOnly: {RULES}, resultTypes: ['violations']}}).then(
    found => found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')))"""
EMPTY = "nieuwe-buurt"  # a place with a round in which nothing happened yet
BARE = "stille-buurt"  # a place without any round


@dataclass
class Site:
    """The address of the server, what is in it, and one window per role and language."""

    url: str
    filled: Filled
    browser: Any
    windows: dict[tuple[str, str], Any] = field(default_factory=dict)
    noise: list[str] = field(default_factory=list)

    def window(self, role: str, language: str, **options: Any) -> Any:
        """A page of a browser in which somebody is logged in."""
        key = role, f"{language} {sorted(options.items())}"
        if key not in self.windows:
            context = self.browser.new_context(locale=language, **options)
            for name, morsel in self.filled.clients[role].cookies.items():
                context.add_cookies([{"name": name, "value": morsel.value, "url": self.url}])
            self.windows[key] = context.new_page()
            self.windows[key].on("console", self._hear)
            self.windows[key].on("pageerror", lambda error: self.noise.append(str(error)))
        return self.windows[key]

    def _hear(self, said: Any) -> None:
        """Errors in the console, and what the content security policy stopped; not that a page itself says no."""
        if said.type == "error" and said.location["url"] != said.page.url:
            self.noise.append(said.text)


def furnish() -> Filled:
    """The example neighbourhood, and two where it is still quiet."""
    filled = fill()
    for slug, name in ((EMPTY, "Nieuwe buurt"), (BARE, "Stille buurt")):
        place = places.add_place(None, by=STAFF, slug=slug, name=name)
        if slug == EMPTY:
            made = cycles.open_cycle(place, by=STAFF, slug="2026", title="Ronde 1", opens_on=date(2026, 1, 1))
            for stage in made.stages.all():
                cycles.move_stage(stage, by=STAFF, state="open")
    return filled


def look(page: Any) -> list[str]:
    """What axe has to say on a phone and on a desk, and whether something slides sideways.

    A phone of 320 wide is also a desk of 1280 wide at 400 %.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    said = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        said += [f"{width}: {words}" for words in page.evaluate(RUN)]
        if not page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"):
            said.append(f"{width}: slides sideways")
    return said
