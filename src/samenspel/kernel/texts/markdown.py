"""Markdown with a short allow-list: paragraphs, emphasis, lists and links. Everything else is plain text."""

import re
import unicodedata
from functools import cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote"}
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(["image", "heading", "lheading"])


def cleaned(body: str) -> str:
    """The text as we keep it: one form of Unicode, no control or direction-override characters."""
    body = unicodedata.normalize("NFC", body).replace("\r\n", "\n").replace("\r", "\n")
    return _BIDI.sub("", _CONTROL.sub("", body)).strip()


def rendered(body: str) -> SafeString:
    """Safe HTML of a text: the allow-list is applied again at every reading."""
    html = _parser().render(cleaned(body))
    safe = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"},
                     link_rel="nofollow noopener ugc")  # fmt: skip
    return mark_safe(safe)  # noqa: S308
