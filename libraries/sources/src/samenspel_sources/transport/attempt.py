"""One question to a live server, bounded in time and size whatever the server does.

It runs in a thread of its own, because a slow name server or a server that sends one byte a second cannot be
stopped from within. Past the deadline the caller goes on; the thread ends by itself at its next byte or time-out.
"""

import socket
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from samenspel_sources import SourceError
from samenspel_sources.transport.model import Answer, host

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer with its headers, or the error; `again`: whether asking again may help."""

    answer: Answer | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    error: SourceError | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """`end`: on the clock of time.monotonic. `most_bytes` counts what comes out of compression."""

    end: float
    connect: float
    read: float
    most_bytes: int


def attempt(client: "httpx.Client", full: str, headers: Mapping[str, str], bounds: Bounds) -> Outcome | None:
    """What the server says, or None when it is past the deadline."""
    outcomes: list[Outcome] = []
    thread = threading.Thread(target=lambda: outcomes.append(_ask(client, full, headers, bounds)), daemon=True)
    thread.start()
    thread.join(max(0.0, bounds.end - time.monotonic()))
    return outcomes[0] if outcomes else None


def _ask(client: "httpx.Client", full: str, headers: Mapping[str, str], bounds: Bounds) -> Outcome:
    import httpx

    left = max(0.01, bounds.end - time.monotonic())
    timeout = httpx.Timeout(min(bounds.read, left), connect=min(bounds.connect, left))
    try:
        with client.stream("GET", full, headers=dict(headers), timeout=timeout) as response:
            body = _body(response, full, bounds)
            kind = response.headers.get("content-type", "")
            answer = Answer(response.status_code, kind, body, full, datetime.now(UTC))
            return Outcome(answer, response.headers)
    except SourceError as error:
        return Outcome(error=error)
    except httpx.TimeoutException:
        return _failed("no_answer", full, again=True)
    except httpx.ConnectError as error:
        unknown = _unknown_name(error)
        return _failed("no_such_host" if unknown else "unreachable", full, again=not unknown)
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError):
        return _failed("bad_address", full, again=False)
    except (httpx.HTTPError, httpx.StreamError, OSError, RuntimeError):
        return _failed("broken_off", full, again=True)


def _body(response: "httpx.Response", full: str, bounds: Bounds) -> bytes:
    """All bytes, as long as they come in time and are not too many."""
    told = response.headers.get("content-length", "")
    received = bytearray()
    too_large = told.isdecimal() and int(told) > bounds.most_bytes
    for chunk in () if too_large else response.iter_bytes():
        received += chunk
        if too_large := len(received) > bounds.most_bytes:
            break
        if time.monotonic() > bounds.end:
            raise SourceError("transport", "deadline", host=host(full), seconds="")
    if too_large:
        raise SourceError("transport", "too_large", host=host(full), most=bounds.most_bytes // 1_000_000)
    return bytes(received)


def _failed(code: str, full: str, *, again: bool) -> Outcome:
    return Outcome(error=SourceError("transport", code, host=host(full)), again=again)


def _unknown_name(error: BaseException) -> bool:
    """Whether the name of the server is not known, now and probably in a minute."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return cause.errno != socket.EAI_AGAIN
        cause = cause.__cause__ or cause.__context__
    return False
