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


def receipt_code(digest: str) -> str:
    """The short form of a receipt, to write down: BN-4W9H-7KQM. It holds the first nine figures of the digest."""
    number, symbols = int(digest[:9], 16), ""
    for _place in range(8):
        number, rest = divmod(number, len(ALPHABET))
        symbols = ALPHABET[rest] + symbols
    return f"BN-{symbols[:4]}-{symbols[4:]}"


def receipt_start(typed: str) -> str:
    """The first figures of the digest behind a short receipt; empty when it is no receipt."""
    symbols = plain(typed).removeprefix("BN")
    if len(symbols) != 8 or not set(symbols) <= set(ALPHABET):
        return ""
    number = 0
    for symbol in symbols:
        number = number * len(ALPHABET) + ALPHABET.index(symbol)
    return f"{number:09x}" if number < 16**9 else ""


def looks_like_receipt(typed: str) -> bool:
    """Whether somebody typed the receipt of a ballot, or the beginning of one."""
    return plain(typed).startswith("BN")


def looks_like_code(typed: str) -> bool:
    """Whether somebody typed a voting code, which is for the ballot paper alone."""
    symbols = plain(typed)
    return len(symbols) == LENGTH and set(symbols) <= set(ALPHABET)
