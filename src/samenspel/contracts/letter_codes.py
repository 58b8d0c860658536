"""Codes in letters: what they look like, and how one is recognised without being kept."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

# No look-alikes (0O, 1IL, 2Z, 5S, 8B, UV): a code survives handwriting and the telephone.
ALPHABET = "ACDEFGHJKMNPQRTWXY34679"
LENGTH = 12  # 23 ** 12: 54 bits


@dataclass(frozen=True, slots=True)
class Issued:
    """A code for on paper. It is shown now and never again."""

    serial: int
    code: str


def new_code() -> str:
    """A fresh code, as it is kept on paper without its spaces."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def printable(code: str) -> str:
    """Groups of four, as in a letter."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def plain(typed: str) -> str:
    """The symbols that somebody typed; capitals, spaces and hyphens do not matter."""
    return "".join(symbol for symbol in typed.upper() if symbol.isalnum())[:40]


def keyed(key: bytes, scope: object, typed: str) -> str:
    """The digest under which a code of this scope is known; without the key nobody can test guesses."""
    return hmac.new(key, f"{scope}:{plain(typed)}".encode(), hashlib.sha256).hexdigest()
