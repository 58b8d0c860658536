"""How an entry is hashed. A stranger can repeat this with any SHA-256 tool."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime

GENESIS = "0" * 64


def canonical(facts: Mapping[str, object]) -> str:
    """One fixed text for a set of facts: sorted keys, no spaces, plain UTF-8."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def chained(previous: str, text: str) -> str:
    """The hash of an entry: SHA-256 over the previous hash and the canonical text."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def digest(salt: str, body: str) -> str:
    """The salted digest that stands in the chain for words that may be erased."""
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest()


def new_salt() -> str:
    """Fresh salt of 128 bits, so that erased words cannot be guessed back from their digest."""
    return secrets.token_hex(16)


def stamp(moment: datetime) -> str:
    """A moment in UTC to the microsecond, the same on every database."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
