"""Ogg: pages that carry packets. The second packet holds remarks (a name, a place, a picture): it is emptied.

It keeps its length, so that nothing else moves; only the check sums of its pages are made anew.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.ui.sounds.faults import Broken, Moving

# How each kind of sound begins, and what stands before its remarks.
HEARD = ((b"OpusHead", b"OpusTags", False), (b"\x01vorbis", b"\x03vorbis", True))
SEEN = (b"\x80theora", b"fishead\0", b"BBCD\0")
FIRST, CONTINUED = 2, 1


def _sums() -> list[int]:
    table = []
    for byte in range(256):
        value = byte << 24
        for _bit in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
        table.append(value)
    return table


SUMS = _sums()


@dataclass(frozen=True, slots=True)
class _Page:
    """Where a page stands, and how long its pieces are."""

    at: int
    flags: int
    stream: int
    laces: bytes

    @property
    def body(self) -> int:
        return self.at + 27 + len(self.laces)

    @property
    def end(self) -> int:
        return self.body + sum(self.laces)


def is_it(data: bytes) -> bool:
    """Whether it begins with a page."""
    return data[:4] == b"OggS"


def _pages(data: bytes) -> Iterator[_Page]:
    at = 0
    while at < len(data):
        if data[at : at + 4] != b"OggS":
            raise Broken("page")
        laces = data[at + 27 : at + 27 + data[at + 26]]
        page = _Page(at, data[at + 5], struct.unpack_from("<I", data, at + 14)[0], laces)
        if page.end > len(data):
            raise Broken("page")
        yield page
        at = page.end


def bare(data: bytes) -> bytes:
    """The same sound with empty remarks."""
    pages = list(_pages(data))
    begins = [data[page.body : page.body + 8] for page in pages if page.flags & FIRST]
    if any(begin.startswith(SEEN) for begin in begins):
        raise Moving()
    kind = next((kind for kind in HEARD if begins[0].startswith(kind[0])), None)
    if kind is None or len(begins) > 1 or len(pages) < 3:
        raise Broken("one sound that we know")
    spots, touched = _second_packet(pages)
    changed = bytearray(data)
    for spot, byte in zip(spots, _emptied(bytes(data[spot] for spot in spots), *kind[1:]), strict=True):
        changed[spot] = byte
    for page in touched:
        _seal(changed, page)
    return bytes(changed)


def _second_packet(pages: list[_Page]) -> tuple[list[int], list[_Page]]:
    """Every place in the file where a byte of the remarks stands, and the pages these are on."""
    spots: list[int] = []
    touched = []
    for page in pages[1:]:
        at = page.body
        touched.append(page)
        for lace in page.laces:
            spots.extend(range(at, at + lace))
            at += lace
            if lace < 255:
                return spots, touched
    raise Broken("remarks")


def _emptied(packet: bytes, magic: bytes, framed: bool) -> bytes:
    if not packet.startswith(magic):
        raise Broken("remarks")
    maker = int.from_bytes(packet[len(magic) : len(magic) + 4], "little")
    head = len(magic) + 4 + maker + 4
    if head + framed > len(packet):
        raise Broken("remarks")
    kept = packet[: len(magic) + 4] + b" " * maker + b"\0\0\0\0" + (b"\1" if framed else b"")
    return kept + bytes(len(packet) - len(kept))


def _seal(data: bytearray, page: _Page) -> None:
    struct.pack_into("<I", data, page.at + 22, 0)
    total = 0
    for byte in data[page.at : page.end]:
        total = (total << 8 ^ SUMS[total >> 24 ^ byte]) & 0xFFFFFFFF
    struct.pack_into("<I", data, page.at + 22, total)
