"""What a voting code looks like, and how it is recognised without being kept."""

from django.conf import settings

from samenspel.contracts.letter_codes import ALPHABET, LENGTH, keyed, new_code, plain, printable

__all__ = [
    "ALPHABET", "LENGTH", "digest_of", "looks_like_code", "looks_like_receipt", "new_code", "plain", "printable",
    "receipt_code", "receipt_start",
]  # fmt: skip


def digest_of(box: int, typed: str) -> str:
    """The keyed digest under which a code of this box is known; without the key nobody can test guesses."""
    return keyed(settings.SAMENSPEL_CODE_KEY.encode(), box, typed)


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
