"""A visitor over real HTTP, who presses again when nothing came back."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin

from tests.journeys.walker import Values, Walker


@dataclass
class Answer:
    """What came back, as the walker reads it."""

    status_code: int
    headers: dict[str, str]
    content: bytes
    redirect_chain: list[tuple[str, int]] = field(default_factory=list)


class Phone:
    """A browser with an address of its own, so that eight of them are not one busy address."""

    def __init__(self, port: int, number: int) -> None:
        self.port, self.address, self.cookies = port, f"127.0.0.{number + 2}", SimpleCookie()

    def get(self, url: str, *, follow: bool = True) -> Answer:
        """Open a page."""
        return self._follow(self._ask("GET", url), url)

    def post(self, url: str, data: Mapping[str, Any], *, follow: bool = True) -> Answer:
        """Send a form."""
        return self._follow(self._ask("POST", url, urlencode(data, doseq=True)), url)

    def _follow(self, answer: Answer, url: str) -> Answer:
        chain: list[tuple[str, int]] = []
        while 300 <= answer.status_code < 400:
            url = urljoin(url, answer.headers["Location"])
            chain.append((url, answer.status_code))
            answer = self._ask("GET", url)
        answer.redirect_chain = chain
        return answer

    def _ask(self, method: str, url: str, body: str = "") -> Answer:
        line = HTTPConnection("127.0.0.1", self.port, timeout=10, source_address=(self.address, 0))
        sent = {"Cookie": "; ".join(f"{name}={m.value}" for name, m in self.cookies.items())}
        if method == "POST":
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, url.split("#")[0], body or None, sent)
            found = line.getresponse()
            for cookie in found.headers.get_all("Set-Cookie", []):
                self.cookies.load(cookie)
            return Answer(found.status, dict(found.headers), found.read())
        finally:
            line.close()


class Visitor(Walker):
    """Tries again, with the same form, until the site answers."""

    def __init__(self, port: int, number: int, patience: float = 30) -> None:
        super().__init__()
        self.patience = patience  # seconds
        self.client = Phone(port, number)  # type: ignore[assignment]

    def go(self, url: str, status: int | None = 200) -> Visitor:
        """Open a page."""
        self._insist(lambda: Walker.go(self, url, None))
        return self

    def _press(self, button: str, values: Values | None = None) -> Visitor:
        self._insist(lambda: Walker._press(self, button, values))
        return self

    def _insist(self, do: Callable[[], object]) -> None:
        page, url, until = self.page, self.url, time.monotonic() + self.patience
        while True:
            try:
                do()
                if self.status < 500:
                    return
            except (OSError, HTTPException):
                if time.monotonic() > until:
                    raise
            self.page, self.url = page, url
            time.sleep(0.2)
