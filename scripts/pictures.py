"""Takes the pictures of the readmes anew, from a running demo: python -m scripts.pictures [address]"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PAGE = "/indische-buurt/"
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def main(address: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for name, locale in LANGUAGES.items():
            page = browser.new_page(viewport={"width": 1280, "height": 1400}, locale=locale)
            page.goto(address + PAGE, wait_until="networkidle")
            page.screenshot(path=FOLDER / f"home-{name}.jpg", type="jpeg", quality=75)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
