"""Pages for each reader."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from samenspel.overview.queries.guides import GUIDES, TEXTS
from tests.architecture.test_dutch import HARD_WORDS, LONGEST, TOO_FAMILIAR, lengths

SLUGS = [guide.slug for guide in GUIDES]
LINK = re.compile(r"\]\((/[^)#]*)\)")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_is_there_for_everybody(client: Client, db: None, slug: str) -> None:
    page = client.get(f"/hulp/{slug}/").content.decode()
    assert page.count("<h1>") == 1 and 'lang="nl" dir="ltr"' in page and "<h2>" in page


def test_the_footer_leads_to_help_and_help_to_every_guide(client: Client, db: None) -> None:
    assert 'href="/hulp/"' in client.get("/privacy/").content.decode()
    page = client.get("/hulp/").content.decode()
    assert all(f'href="/hulp/{slug}/"' in page for slug in SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_both_languages_have_the_same_parts(slug: str) -> None:
    heads = [re.findall(r"^(#+|[-\d]+\.?|\||!)", _text(language, slug), re.MULTILINE) for language in ("nl", "en")]
    assert heads[0] == heads[1]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("tr", "ltr")])
def test_residents_read_their_page_in_their_own_language(
    client: Client, db: None, language: str, direction: str
) -> None:
    heads = [re.findall(r"^(#+|!)", _text(name, "bewoners"), re.MULTILINE) for name in ("nl", language)]
    page = client.get("/hulp/bewoners/", headers={"accept-language": language}).content.decode()
    assert heads[0] == heads[1] and f'guide room-2" lang="{language}" dir="{direction}">' in page


def test_a_language_without_texts_reads_dutch_and_says_so(client: Client, db: None) -> None:
    page = client.get("/hulp/gemeente/", headers={"accept-language": "ar"}).content.decode()
    assert '<article class="section guide room-6" lang="nl" dir="ltr">' in page
    assert '<html lang="nl" dir="ltr"' in page and 'class="other-language" lang="ar" dir="rtl"' in page


@pytest.mark.parametrize("slug", SLUGS)
def test_links_of_a_guide_lead_somewhere(slug: str) -> None:
    for target in {link for text in TEXTS.glob(f"*/{slug}.md") for link in LINK.findall(text.read_text("utf-8"))}:
        try:
            resolve(target)
        except Resolver404:
            pytest.fail(f"{slug} leads to {target}, which is not there")


@pytest.mark.parametrize("slug", SLUGS)
def test_pictures_of_a_guide_are_there(slug: str) -> None:
    named = re.findall(r"!\[[^\]]+\]\((\w+)\)", _text("nl", slug))
    static = TEXTS.parent / "static" / "overview"
    assert all((static / f"help-{name}.jpg").stat().st_size < 70_000 for name in named)


@pytest.mark.parametrize("slug", SLUGS)
def test_guides_are_plain_dutch(slug: str) -> None:
    text = _text("nl", slug)
    pieces = re.split(r"\n\s*\n|\n[-\d#|]|\n(?=[A-Z*])", text)
    sentences = [" ".join(re.sub(r"[`*#|]", " ", piece).split()) for piece in pieces]
    assert not [s for s in sentences if max(lengths(s), default=0) > LONGEST]
    assert not HARD_WORDS.search(text) and not TOO_FAMILIAR.search(text)


def test_an_unknown_guide_is_not_there(client: Client, db: None) -> None:
    assert client.get("/hulp/bestaat-niet/").status_code == 404


def _text(language: str, slug: str) -> str:
    return Path(TEXTS / language / f"{slug}.md").read_text(encoding="utf-8")
