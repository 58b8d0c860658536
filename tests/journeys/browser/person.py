"""Somebody in front of a real browser: sees links, fields and buttons by their words, and uses those."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
ONWARD = "Ga verder"
OPTIONAL = "(mag leeg blijven)"
SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


class Person:
    """One window of one person. Whatever page comes by, it keeps quiet in the console and never slides sideways."""

    def __init__(self, browser: Any, base: str, **options: Any) -> None:
        self.context = browser.new_context(base_url=base, locale="nl", **options)
        self.context.set_default_timeout(8_000)
        self.page = self.context.new_page()
        self.noise: list[str] = []
        self.page.on("console", lambda said: self.noise.extend([said.text] if said.type == "error" else []))
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))

    def go(self, address: str, status: int = 200) -> Person:
        """Open an address, as somebody does who scans or types it."""
        answer = self.page.goto(address)
        assert answer.status == status, f"{address} gave {answer.status}"
        if status >= 400:
            self.noise.clear()  # the browser itself says in the console that the answer is a no
        return self.looked()

    def click(self, words: str, nth: int = 0) -> Person:
        """Follow a link by the words on it."""
        links = self.page.get_by_role("link")
        found = self.page.get_by_role("link", name=words, exact=True).or_(links.filter(has_text=_line(words)))
        assert found.count() > nth, f"no link {words!r} on {self.url}: {links.all_inner_texts()}"
        with self.page.expect_navigation():
            found.nth(nth).click()
        return self.looked()

    def send(self, button: str, values: Mapping[str, Any] | None = None) -> Person:
        """Fill in by label, screen after screen where it goes so, and press the button; nothing may be wrong."""
        self.post(button, values)
        assert not self.complaints(), f"{button!r} on {self.url}: {self.complaints()}"
        return self

    def post(self, button: str, values: Mapping[str, Any] | None = None) -> Person:
        """The same, whatever comes of it."""
        left = dict(values or {})
        while not self.button(button).count() and self.button(ONWARD).count() and not (left and self.complaints()):
            self._fill_what_is_here(left)
            self.press(ONWARD)
            if self.complaints():
                return self
        self._fill_what_is_here(left)
        assert not left, f"nowhere on the way to {button!r}: {list(left)}; now at {self.url}"
        return self.press(button)

    def press(self, button: str) -> Person:
        """Press a button that brings another page."""
        there = self.page.get_by_role("button").all_inner_texts()
        assert self.button(button).count(), f"no button {button!r} on {self.url}: {there}"
        with self.page.expect_navigation():
            self.button(button).first.click()
        return self.looked()

    def button(self, words: str) -> Any:
        """The buttons with these words."""
        return self.page.get_by_role("button", name=words, exact=True)

    def looked(self) -> Person:
        """What holds for every page."""
        assert not self.noise, f"{self.url}: {self.noise}"
        assert not self.page.evaluate(SIDEWAYS), f"{self.url} slides sideways"
        return self

    @property
    def url(self) -> str:
        """The address in the bar, without the server."""
        return str(urlsplit(self.page.url).path)

    @property
    def heading(self) -> str:
        """The title on the page."""
        return str(self.page.locator("h1").first.inner_text()).strip()

    def has(self, words: str) -> bool:
        """Whether a reader sees these words."""
        return words in self.text()

    def sees(self, *words: str) -> Person:
        """All these words are on the page."""
        shown = self.text()
        missing = [w for w in words if w not in shown]
        assert not missing, f"{self.url} does not say {missing}: {shown}"
        return self

    def text(self) -> str:
        """What is on the page, with single spaces."""
        return " ".join(str(self.page.locator("body").inner_text()).split())

    def complaints(self) -> list[str]:
        """What the page says is wrong."""
        return [" ".join(words.split()) for words in self.page.locator(".error-summary").all_inner_texts()]

    def code(self) -> str:
        """The code in the address."""
        return next(part for part in reversed(self.url.split("/")) if "-" in part and part.isupper())

    def receipt(self) -> str:
        """The code on the receipt."""
        return str(self.page.locator(".receipt-code").first.inner_text()).strip()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Fill in by label, and press nothing yet."""
        for label, value in values.items():
            assert self._fill(label, value), f"no field {label!r} on {self.url}"

    def _fill_what_is_here(self, left: dict[str, Any]) -> None:
        for label in list(left):
            if self._fill(label, left[label]):
                del left[label]

    def _fill(self, label: str, value: Any) -> bool:
        """Fill in a field that can be seen; False if it is not on this page."""
        whole = re.compile(rf"^\s*{re.escape(label)}\s*({re.escape(OPTIONAL)})?\s*$")
        group = self.page.locator("fieldset.field").filter(has=self.page.locator("legend", has_text=whole))
        if group.count():
            for wanted in [value] if isinstance(value, str) else value:
                self._tick(group, wanted)
            return True
        bold = self.page.locator("label.choice").filter(has=self.page.locator("b", has_text=whole))
        if bold.count():
            bold.locator("input").set_checked(bool(value))
            return True
        named = self.page.locator("label").filter(has_text=whole)
        if not named.count():
            return False
        _put(self.page.locator(f"#{named.first.get_attribute('for')}"), value)
        return True

    def _tick(self, group: Any, wanted: str) -> None:
        row = group.locator("label.choice").filter(has_text=re.compile(rf"^\s*{re.escape(wanted)}"))
        (row.locator("input") if row.count() else group.locator(f'input[value="{wanted}"]')).first.check()


def _line(words: str) -> re.Pattern[str]:
    """These words, with a number before them or a state behind them, as on a plate or a card."""
    return re.compile(rf"^\s*(\d+\s+)?{re.escape(words)}(\s+Nu open)?\s*$")


def _put(control: Any, value: Any) -> None:
    if control.evaluate("e => e.tagName") == "SELECT":
        options = control.locator("option")
        starts = [words for words in options.all_inner_texts() if words.startswith(value)]
        control.select_option(label=starts[0]) if starts else control.select_option(value=value)
    elif control.get_attribute("type") == "file":
        name, body = value
        control.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": body})
    else:
        control.fill(value)
