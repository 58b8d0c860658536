"""Asking live servers: in turn, politely, again when that may help, and never longer than the deadline."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from samenspel_sources import SourceError
from samenspel_sources.transport.answers import follow
from samenspel_sources.transport.attempt import Bounds, Outcome, attempt
from samenspel_sources.transport.cache import Cache
from samenspel_sources.transport.model import Answer, address, host, private

if TYPE_CHECKING:
    import httpx

AGAIN = (408, 425, 429, 502, 503, 504)
MOVED = (301, 302, 303, 307, 308)
MOST_MOVES = 3
AGENT = "samenspel-sources/0.1 (Samenspel; open data for neighbourhoods)"
ACCEPT = "application/json, application/geo+json;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is asked. Times in seconds; `pauses` between tries are fixed, so that a run can be repeated.

    `deadline` is for one question with all its tries. `keys`: host -> (header, value), for sources that want one.
    """

    deadline: float = 300.0
    connect: float = 10.0
    read: float = 60.0
    pauses: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0)
    pace: float = 0.2
    most_bytes: int = 200_000_000
    contact: str = ""
    keys: Mapping[str, tuple[str, str]] = field(default_factory=dict)


# For a page that somebody waits for, such as looking up an address.
QUICK = Manners(deadline=6.0, connect=2.0, read=4.0, pauses=(0.5,), pace=0.0, most_bytes=2_000_000)


class Live:
    """A Fetch over the network. Keeps answers in `cache` when given; never those about somebody's address."""

    def __init__(
        self, manners: Manners | None = None, *, cache: Cache | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.manners = manners or Manners()
        self.cache = cache
        self._sleep = sleep
        self._client: httpx.Client | None = None
        self._turns: dict[str, float] = {}
        self._lock = threading.Lock()

    def __call__(self, url: str, params: Mapping[str, str]) -> Answer:
        """The answer, whatever its status; a SourceError when there is none."""
        full = _asked(url, params)
        kept = self.cache.find(full) if self.cache and not private(full) else None
        if kept:
            return kept
        answer = self._insist(full)
        if self.cache and not private(full):
            self.cache.keep(full, answer)
        return answer

    def close(self) -> None:
        """Let go of connections."""
        client, self._client = self._client, None
        if client:
            client.close()

    def _insist(self, full: str) -> Answer:
        """Ask, and ask again while that may help and there is time."""
        end = time.monotonic() + self.manners.deadline
        pauses = iter(self.manners.pauses)
        while True:
            outcome = self._moved(full, end)
            if outcome.answer and outcome.answer.status not in AGAIN:
                return outcome.answer
            if outcome.error and not outcome.again:
                raise outcome.error
            pause = next(pauses, None)
            if pause is None:
                raise outcome.error or SourceError("transport", "busy", host=host(full))
            pause = max(pause, _asked_pause(outcome.headers))
            if time.monotonic() + pause >= end:
                raise outcome.error or SourceError("transport", "busy", host=host(full))
            self._sleep(pause)

    def _moved(self, full: str, end: float) -> Outcome:
        """One question, following a server that says the answer is elsewhere on the same site."""
        asked = full
        for _ in range(MOST_MOVES + 1):
            outcome = self._once(asked, end)
            answer = outcome.answer
            if not answer or answer.status not in MOVED:
                if answer and asked != full:
                    outcome = Outcome(replace(answer, url=full), outcome.headers)
                return outcome
            asked = follow(outcome.headers.get("location", ""), asked)
        raise SourceError("transport", "round", host=host(full))

    def _once(self, full: str, end: float) -> Outcome:
        self._take_turn(host(full), end)
        client = self._client = self._client or self._make()
        bounds = Bounds(end, self.manners.connect, self.manners.read, self.manners.most_bytes)
        key = self.manners.keys.get(host(full))
        outcome = attempt(client, full, {key[0]: key[1]} if key else {}, bounds)
        if outcome is None or (outcome.error and outcome.error.code == "deadline"):
            self.close()
            raise SourceError("transport", "deadline", host=host(full), seconds=round(self.manners.deadline))
        return outcome

    def _make(self) -> "httpx.Client":
        try:
            import httpx
        except ImportError:
            raise SourceError("transport", "no_httpx") from None
        _quieten()
        agent = f"{AGENT} {self.manners.contact}".strip()
        return httpx.Client(headers={"User-Agent": agent, "Accept": ACCEPT}, follow_redirects=False)

    def _take_turn(self, name: str, end: float) -> None:
        """Leave some time between two questions to one host."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._turns.get(name, 0.0))
            self._turns[name] = turn + self.manners.pace
        if turn >= end:
            raise SourceError("transport", "deadline", host=name, seconds=round(self.manners.deadline))
        if turn > now:
            self._sleep(turn - now)


def _asked(url: str, params: Mapping[str, str]) -> str:
    """The full address, if it is one."""
    try:
        full = address(url, params)
        if urlsplit(full).scheme in ("http", "https"):
            return full
    except ValueError:
        pass
    raise SourceError("transport", "bad_address", host=host(url)) from None


def _asked_pause(headers: Mapping[str, str]) -> float:
    """What Retry-After says, in seconds; a number or a date."""
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0


class _NoAddresses(logging.Filter):
    """httpx logs every full address it asks, and with it the address of whoever looks up a home."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING


_FILTER = _NoAddresses()


def _quieten() -> None:
    logging.getLogger("httpx").addFilter(_FILTER)
