"""MP4 (m4a): boxes in boxes. A track with pictures is refused; remarks and places become empty room."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.ui.sounds.faults import Broken, Moving

INSIDE = {b"moov", b"trak", b"mdia"}
REMARKS = {b"udta", b"meta", b"uuid", b"skip", b"free"}
DATED = {b"mvhd", b"tkhd", b"mdhd"}
PICTURES = {b"vide", b"auxv", b"pict"}
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Box:
    """A box: where it starts, where its content starts, where it ends."""

    kind: bytes
    at: int
    inside: int
    end: int


def is_it(data: bytes) -> bool:
    """Whether it calls itself so."""
    return data[4:8] == b"ftyp"


def _boxes(data: bytes, at: int, end: int, deep: int = 0) -> Iterator[_Box]:
    while at + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, at)
        inside = at + 8
        if size == 1:
            size, inside = struct.unpack_from(">Q", data, at + 8)[0], at + 16
        stop = at + size if size else end
        if stop > end or stop < inside or deep > DEEPEST:
            raise Broken(kind)
        yield _Box(kind, at, inside, stop)
        if kind in INSIDE:
            yield from _boxes(data, inside, stop, deep + 1)
        at = stop


def bare(data: bytes) -> bytes:
    """The same sound with nothing beside it, and without the minute at which it was made."""
    boxes = list(_boxes(data, 0, len(data)))
    tracks = {data[box.inside + 8 : box.inside + 12] for box in boxes if box.kind == b"hdlr"}
    if tracks & PICTURES:
        raise Moving()
    if b"soun" not in tracks or not any(box.kind in (b"mdat", b"moof") for box in boxes):
        raise Broken("no sound")
    changed = bytearray(data)
    for box in boxes:
        if box.kind in REMARKS:
            changed[box.at + 4 : box.at + 8] = b"free"
            changed[box.inside : box.end] = bytes(box.end - box.inside)
        elif box.kind in DATED:
            moments = 16 if data[box.inside] == 1 else 8
            changed[box.inside + 4 : box.inside + 4 + moments] = bytes(moments)
    return bytes(changed)
