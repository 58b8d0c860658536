"""A part of the key on paper: letters and digits that survive handwriting, with a check."""

import base64
import hashlib

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action import BadInput

CHECK = 2  # bytes that catch a slip of the pen


def as_text(part: bytes) -> str:
    """A part for on paper: letters and digits in groups of four, with a check."""
    letters = base64.b32encode(part + hashlib.sha256(part).digest()[:CHECK]).decode().rstrip("=")
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def from_text(text: str) -> bytes:
    """A part as somebody typed it; a slip is noticed before anything is opened."""
    # The alphabet has no 0, 1 and 8: who reads one of them meant the letter.
    letters = "".join(s for s in text.upper() if s.isascii() and s.isalnum()).translate(str.maketrans("018", "OIB"))
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        raw = b""
    part, check = raw[:-CHECK], raw[-CHECK:]
    if len(part) < 2 or hashlib.sha256(part).digest()[:CHECK] != check:
        raise BadInput(_("Dit deel van de sleutel is niet goed overgenomen. Er is niets gebeurd. Typ het opnieuw."))
    return part
