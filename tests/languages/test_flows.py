"""A resident who reads Arabic or Turkish can take part; where that is not so yet, the page is honest about it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.kernel.cycle.models import Cycle
from tests.accessibility.site import furnish
from tests.languages.missing import watched
from tests.languages.walk import ROLES, walk

pytestmark = [pytest.mark.django_db]
HTML = re.compile(r'<html lang="(\w+)" dir="(\w+)"')
LINE = re.compile(r'<aside class="other-language" lang="(\w+)" dir="(\w+)"')


@pytest.fixture
def guarded() -> None:
    """Nothing is written here but by actions of the loader and of the pages."""


def opened(address: str, language: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What a page says about its language, and whether there is a line above it in another."""
    text = Client(headers={"accept-language": language}).get(address).content.decode()
    return HTML.findall(text), LINE.findall(text)


def test_nothing_in_the_flows_is_left_in_dutch() -> None:
    filled = furnish()
    for role in ROLES:
        filled.clients[role].defaults["HTTP_ACCEPT_LANGUAGE"] = "ar"
    seen = 0
    with watched("ar") as missing:
        for address, answer in walk(filled):
            seen, missing.page = seen + 1, address
            assert answer.status_code < 500, address
    assert {text: sorted(pages)[:2] for text, pages in missing.asked.items()} == {}
    assert seen > 400


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("tr", "ltr")])
def test_a_page_of_a_flow_is_in_the_language(cycle: object, language: str, direction: str) -> None:
    assert opened("/privacy/", language) == ([(language, direction)], [])
    assert opened("/niets/", language) == ([(language, direction)], [])


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("tr", "ltr")])
def test_another_page_is_dutch_and_says_so(cycle: object, language: str, direction: str) -> None:
    assert opened("/wie-mag-wat/", language) == ([("nl", "ltr")], [(language, direction)])


def test_dutch_and_english_are_everywhere(cycle: object) -> None:
    for language in ("nl", "en"):
        assert opened("/wie-mag-wat/", language) == ([(language, "ltr")], [])


def test_a_kept_page_is_kept_for_each_language(cycle: Cycle) -> None:
    """The Dutch page of somebody who asked for Arabic has a line that a Dutch reader does not get."""
    address = reverse("agenda:index", args=[cycle.place.slug, cycle.slug])
    for _again in range(2):
        assert [len(opened(address, language)[1]) for language in ("ar", "nl", "tr")] == [1, 0, 1]
