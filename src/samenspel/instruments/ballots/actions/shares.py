"""A secret in parts (Shamir over GF(256)): some parts together give it back, fewer say nothing at all."""

import base64
import hashlib
import secrets
from collections.abc import Iterable, Sequence
from functools import cache

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action import BadInput

CHECK = 2  # bytes that catch a slip of the pen


@cache
def _tables() -> tuple[tuple[int, ...], dict[int, int]]:
    """Powers of the generator 3 in the field of AES, and their logarithms."""
    powers, value = [], 1
    for _step in range(255):
        powers.append(value)
        value ^= (value << 1) ^ (0x11B if value & 0x80 else 0)
    return tuple(powers), {power: exponent for exponent, power in enumerate(powers)}


def _times(a: int, b: int) -> int:
    if not a or not b:
        return 0
    powers, logs = _tables()
    return powers[(logs[a] + logs[b]) % 255]


def _divided(a: int, b: int) -> int:
    if not a:
        return 0
    powers, logs = _tables()
    return powers[(logs[a] - logs[b]) % 255]


def _value(coefficients: Sequence[int], x: int) -> int:
    total = 0
    for coefficient in reversed(coefficients):
        total = _times(total, x) ^ coefficient
    return total


def split(secret: bytes, *, parts: int = 3, needed: int = 2) -> list[bytes]:
    """The parts of a secret: the first byte numbers the part, the rest is a point on a curve per byte."""
    curves = [[byte, *secrets.token_bytes(needed - 1)] for byte in secret]
    return [bytes([x, *(_value(curve, x) for curve in curves)]) for x in range(1, parts + 1)]


def combine(parts: Iterable[bytes]) -> bytes:
    """The secret again. Too few or wrong parts give nonsense, never an error: the caller checks what comes out."""
    points = {part[0]: part[1:] for part in parts}
    length = min((len(values) for values in points.values()), default=0)
    return bytes(_at_zero({x: values[i] for x, values in points.items()}) for i in range(length))


def _at_zero(points: dict[int, int]) -> int:
    """The curve through these points at zero (Lagrange); minus is plus in this field."""
    total = 0
    for x, y in points.items():
        weight = 1
        for other in points:
            if other != x:
                weight = _times(weight, _divided(other, other ^ x))
        total ^= _times(y, weight)
    return total


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
