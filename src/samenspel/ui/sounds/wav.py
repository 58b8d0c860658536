"""WAV: blocks with a name and a length. Kept are how it sounds and the sound; names and notes of a recorder go."""

import struct

from samenspel.ui.sounds.faults import Broken

KEPT = (b"fmt ", b"data")
UNTIL_THE_END = 0xFFFFFFFF  # a recorder that did not know yet how long it would take


def is_it(data: bytes) -> bool:
    """Whether it calls itself so."""
    return data[:4] == b"RIFF" and data[8:12] == b"WAVE"


def bare(data: bytes) -> bytes:
    """The same sound with nothing beside it."""
    kept, at = {}, 12
    while at + 8 <= len(data):
        name, length = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        length = len(data) - at - 8 if name == b"data" and length == UNTIL_THE_END else length
        if name in KEPT and at + 8 + length > len(data):
            raise Broken(name)
        kept[name] = data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    if not kept.get(b"fmt ") or not kept.get(b"data"):
        raise Broken("no sound")
    body = b"".join(name + struct.pack("<I", len(kept[name])) + kept[name] for name in KEPT)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body
