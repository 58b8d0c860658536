"""Without JavaScript: every link of every page leads somewhere, and every form can be sent with a button."""

from __future__ import annotations

import re
from collections import Counter, deque
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.journeys.html import Tag
from tests.journeys.walker import Walker
from tests.security.conftest import filled as filled

OFTEN = 3  # so many pages of one kind are read; of all others it is enough that there is such a page


def kind_of(address: str) -> str | None:
    """Which page it is, also when the last slash was left out; None if there is no such page."""
    path = urlsplit(address).path
    for tried in (path, f"{path}/"):
        with suppress(Resolver404):
            return resolve(tried).view_name
    return None


def _named(form: Tag, button: Tag) -> bool:
    """Whether a button elsewhere on the page belongs to this form."""
    return "id" in form.attrs and button.attrs.get("form") == form.attrs["id"]


def faults(page: Walker) -> list[str]:
    """What is wrong with the forms and links of one page."""
    ids, said = set(re.findall(r'\bid="([^"]+)"', page.answer.content.decode())), []
    for form in page.page.all("form"):
        buttons = [*form.all("button"), *(b for b in page.page.all("button") if _named(form, b))]
        if not any(button.attrs.get("type", "submit") == "submit" for button in buttons):
            said.append(f"{page.url}: a form without a button")
    for link in page.page.all("a"):
        target = link.attrs.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            said.append(f"{page.url}: {target} is not on the page")
    return said


def walk(start: str) -> tuple[list[str], Counter[str]]:
    """Follow links from page to page: what is wrong, and how many pages of which kind were read."""
    walker, seen, read, wrong = Walker(), {start}, Counter[str](), list[str]()
    waiting = deque([(start, "")])
    while waiting:
        address, source = waiting.popleft()
        kind = kind_of(address)
        if kind is None:
            wrong.append(f"{source}: {address} is no page")
        elif read[kind] < OFTEN:
            read[kind] += 1
            if walker.go(address, None).status != 200:
                wrong.append(f"{source}: {address} gives {walker.status}: {walker.page.text[-700:]}")
            if walker.page.inside:
                wrong += faults(walker)
            for link in walker.page.all("a"):
                to = urljoin(walker.url, link.attrs.get("href", "")).partition("#")[0]
                if to.startswith("/") and not to.startswith("//") and to not in seen:
                    seen.add(to)
                    waiting.append((to, walker.url))
    return wrong, read


@pytest.mark.django_db
@pytest.mark.usefixtures("filled")
def test_no_link_is_dead_and_every_form_has_a_button() -> None:
    wrong, read = walk("/")
    assert not wrong, "\n".join(wrong)
    assert len(read) > 80, "the walk came by most kinds of pages"
