"""WebM, as browsers record: elements in elements. A track with pictures is refused; labels become empty room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.ui.sounds.faults import Broken, Moving

HEAD, SEGMENT, CLUSTER = 0x1A45DFA3, 0x18538067, 0x1F43B675
TRACKS, TRACK, TRACK_KIND = 0x1654AE6B, 0xAE, 0x83
INFO, TITLE, DATE = 0x1549A966, 0x7BA9, 0x4461
LABELS = {0x1254C367, 0x1941A469, TITLE, DATE}  # remarks, files that travel along
INSIDE = {SEGMENT, TRACKS, TRACK, INFO}
PICTURES, SOUND = 1, 2
VOID = 0xEC


@dataclass(frozen=True, slots=True)
class _Element:
    """An element: what it is, where it starts, where its content starts, where it ends."""

    kind: int
    at: int
    inside: int
    end: int


def is_it(data: bytes) -> bool:
    """Whether it calls itself so."""
    return data[:4] == HEAD.to_bytes(4, "big") and b"webm" in data[:64]


def _number(data: bytes, at: int, *, marked: bool) -> tuple[int, int, bool]:
    """A number of its own length: value, where it ends, and whether it means "not known"."""
    length = 9 - data[at].bit_length() if data[at] else 9
    if length > 8 or at + length > len(data):
        raise Broken("number")
    value = int.from_bytes(data[at : at + length], "big")
    plain = value & (1 << 7 * length) - 1
    return (value if marked else plain), at + length, plain == (1 << 7 * length) - 1


def _elements(data: bytes) -> Iterator[_Element]:
    """One after the other; of what is open at its end, and of what we look into, the inside comes next."""
    at = 0
    while at < len(data):
        kind, after, _unknown = _number(data, at, marked=True)
        size, inside, unknown = _number(data, after, marked=False)
        if unknown and kind not in (SEGMENT, CLUSTER):
            raise Broken("size")
        end = len(data) if unknown else inside + size
        if end > len(data):
            raise Broken("size")
        yield _Element(kind, at, inside, end)
        at = inside if unknown or kind in INSIDE else end


def bare(data: bytes) -> bytes:
    """The same sound with nothing beside it."""
    changed, tracks, clusters = bytearray(data), set(), 0
    for element in _elements(data):
        clusters += element.kind == CLUSTER
        if element.kind == TRACK_KIND:
            tracks.add(int.from_bytes(data[element.inside : element.end], "big"))
        if element.kind in LABELS:
            changed[element.at : element.end] = _room(element.end - element.at)
    if PICTURES in tracks:
        raise Moving()
    if SOUND not in tracks or not clusters:
        raise Broken("no sound")
    return bytes(changed)


def _room(length: int) -> bytes:
    """An element of just this length that says nothing."""
    if length >= 9:
        return bytes([VOID]) + (1 << 56 | length - 9).to_bytes(8, "big") + bytes(length - 9)
    return bytes([VOID, 0x80 | length - 2]) + bytes(length - 2)
