"""Everything can be printed: no menus, nothing cut off, links to be read, and not a pile of paper."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.accessibility.site import Site
from tests.accessibility.test_axe import ALL, PUBLIC

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("db")]
A4 = {"width": 718, "height": 1000}  # 190 mm in CSS pixels
WHOLE = {"width": 794, "height": 1123}  # these have their margins in the drawing
SHEETS = ("poster", "survey_paper")
LONG = ("start", "home", "cycle:cycle", "agenda:index", "plan:index", "pact:index", "commissioning:result", "thread")
MOST_SHEETS = 12
# What is wrong with a page as it comes out of the printer.
PRINTED = """() => {
  const shown = e => e.checkVisibility() && e.getClientRects().length > 0, said = [];
  for (const e of document.querySelectorAll('.site-head nav, .menu, .site-foot, .demo-bar, .skip, main button'))
    if (shown(e)) said.push('printed: ' + (e.className || e.tagName));
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) said.push('wider than the paper: ' + page.scrollWidth);
  for (const e of document.querySelectorAll('main *:not(svg *)')) {
    const look = getComputedStyle(e);
    if (look.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && shown(e))
      said.push('cut off: ' + (e.className || e.tagName));
  }
  for (const e of document.querySelectorAll('main a[href]')) {
    const [r, g, b] = getComputedStyle(e).color.match(/[0-9.]+/g).map(Number);
    if (shown(e) && 0.21 * r + 0.72 * g + 0.07 * b > 140) said.push('too light: ' + e.textContent.trim());
  }
  return [...new Set(said)].slice(0, 5);
}"""


def printed(site: Site, name: str) -> Any:
    """A page as the printer gets it."""
    page = site.window("visitor", "nl", viewport=WHOLE if name.endswith(SHEETS) else A4)
    page.emulate_media(media="print")
    page.goto(site.url + site.filled.address(ALL[name]))
    return page


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_page_prints(site: Site, name: str) -> None:
    assert printed(site, name).evaluate(PRINTED) == []


@pytest.mark.parametrize("name", LONG)
def test_a_page_is_not_a_pile_of_paper(site: Site, name: str) -> None:
    paper = printed(site, name).pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) <= MOST_SHEETS
