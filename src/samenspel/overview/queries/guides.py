"""Pages for each reader, from the texts in `overview/help/<language>/`."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt

from samenspel.ui.figures.base import Text

TEXTS = Path(__file__).parent.parent / "help"
WRITTEN_IN = "nl"  # what there is when a language has no texts of its own
PICTURE = re.compile(r'<p><img src="(?P<name>[a-z]+)" alt="(?P<alt>[^"]*)" ?/?></p>')
CODE = re.compile(r"<code>")


@dataclass(frozen=True, slots=True)
class Guide:
    """A page for one kind of reader: where, for whom, the colour it has, and what it answers."""

    slug: str
    title: Text
    about: Text
    room: int


GUIDES = (
    Guide("bewoners", _("Voor bewoners"), _("Vertellen, voorstellen, stemmen, en zien wat ervan kwam."), 2),
    Guide("organisatie", _("Een ronde doen"), _("Van startafspraak tot verslag, op straat en op de site."), 4),
    Guide("gemeente", _("Voor de gemeente"), _("Wat er verandert, en wie wat doet."), 6),
    Guide("beheer", _("Een server draaien"), _("Klaarzetten, bewaren en controleren."), 8),
    Guide("onderzoek", _("Voor onderzoekers en journalisten"), _("Alles meenemen en narekenen."), 1),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A guide as it is read now. `language` is the language its text is really in."""

    guide: Guide
    html: SafeString
    language: str

    @property
    def direction(self) -> str:
        """Which way this text is read."""
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


def guide_page(slug: str) -> Page | None:
    """A guide in the reader's language, else in Dutch; nothing when there is no such guide."""
    guide = next((g for g in GUIDES if g.slug == slug), None)
    if guide is None:
        return None
    wanted = (get_language() or WRITTEN_IN).split("-")[0]
    language = wanted if (TEXTS / wanted / f"{slug}.md").is_file() else WRITTEN_IN
    return Page(guide, mark_safe(_with_pictures(_html(slug, language))), language)  # noqa: S308 (our own texts)


@cache
def _html(slug: str, language: str) -> str:
    """The text as HTML; code is always written from left to right, and wide tables get a frame that can scroll."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    html = made.render((TEXTS / language / f"{slug}.md").read_text(encoding="utf-8"))
    return CODE.sub('<code dir="ltr">', html).replace("<table>", '<table class="table">')


def _with_pictures(html: str) -> str:
    """Pictures of the product beside the text."""
    return PICTURE.sub(lambda found: _picture(found["name"], found["alt"]), html)


def _picture(name: str, words: str) -> str:
    address = static(f"overview/help-{name}.jpg")
    size = 'width="390" height="520" loading="lazy"'
    return f'<figure class="help-picture"><img src="{address}" alt="{words}" {size}></figure>'
