"""A first view stays light, also on an old phone with little credit."""

import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

STATIC = Path(__file__).parents[1] / "static"
VENDOR = STATIC / "vendor"
needs_vendor = pytest.mark.skipif(not (VENDOR / "LIST.txt").exists(), reason="npm ci and copy.mjs were not run")


def squeezed(content: bytes) -> int:
    return len(brotli.compress(content, quality=5))


@needs_vendor
def test_everything_a_first_page_needs_is_under_eighty_kilobytes() -> None:
    sheets = [VENDOR / "vendor.css", STATIC / "ui" / "tokens.css", STATIC / "ui" / "layout.css"]
    fonts = [VENDOR / "fonts" / "legible-latin.woff2", VENDOR / "fonts" / "open-zero.woff2"]
    total = sum(squeezed(sheet.read_bytes()) for sheet in sheets) + sum(font.stat().st_size for font in fonts)
    assert total + squeezed((VENDOR / "htmx.js").read_bytes()) < 80_000


@needs_vendor
def test_every_file_a_style_sheet_names_is_there() -> None:
    for sheet in (VENDOR / "vendor.css", STATIC / "ui" / "tokens.css", STATIC / "ui" / "layout.css"):
        for name in re.findall(r'url\("?([^)"#]+)"?\)', sheet.read_text(encoding="utf-8")):
            assert (sheet.parent / name).exists() or name.startswith("data:"), name
