"""What a voting code looks like, and how it is recognised without being kept."""

import hashlib
import hmac
import secrets

from django.conf import settings

# No look-alikes (0O, 1IL, 2Z, 5S, 8B, UV): a code survives handwriting and the telephone.
ALPHABET = "ACDEFGHJKMNPQRTWXY34679"
LENGTH = 12  # 23 ** 12: 54 bits


def new_code() -> str:
    """A fresh code, as it is kept on paper without its spaces."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def printable(code: str) -> str:
    """Groups of four, as in a letter."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def plain(typed: str) -> str:
    """The symbols that somebody typed; capitals, spaces and hyphens do not matter."""
    return "".join(symbol for symbol in typed.upper() if symbol.isalnum())[:40]


def digest_of(box: int, typed: str) -> str:
    """The keyed digest under which a code of this box is known; without the key nobody can test guesses."""
    key = settings.SAMENSPEL_CODE_KEY.encode()
    return hmac.new(key, f"{box}:{plain(typed)}".encode(), hashlib.sha256).hexdigest()
