"""Recordings of a second, made here byte by byte, each with a secret beside the sound."""

import math
import struct

SECRET = b"Javastraat 12, opgenomen door Fatima"


def wav(secret: bytes = SECRET) -> bytes:
    """A tone of 440 Hz."""
    tone = bytes(128 + round(60 * math.sin(n * 2 * math.pi * 440 / 8000)) for n in range(8000))
    note = secret + bytes(len(secret) % 2)
    chunks = [(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)), (b"LIST", note), (b"data", tone)]
    body = b"".join(name + struct.pack("<I", len(part)) + part for name, part in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def mp3(secret: bytes = SECRET) -> bytes:
    """Twenty silent frames of 417 bytes with a label before and after."""
    size = len(secret)
    label = b"ID3\x03\x00\x00" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + secret
    return label + (b"\xff\xfb\x90\x00" + bytes(413)) * 20 + b"TAG" + secret.ljust(125, b"\0")


def _crc(data: bytes) -> int:
    total = 0
    for byte in data:
        total ^= byte << 24
        for _bit in range(8):
            total = (total << 1 ^ (0x04C11DB7 if total & 0x80000000 else 0)) & 0xFFFFFFFF
    return total


def page(number: int, flags: int, packets: list[bytes]) -> bytes:
    """One page of an ogg file with whole packets."""
    laces = b"".join(b"\xff" * (len(p) // 255) + bytes([len(p) % 255]) for p in packets)
    head = struct.pack("<4sBBQIIIB", b"OggS", 0, flags, 0, 7, number, 0, len(laces)) + laces
    whole = head + b"".join(packets)
    return whole[:22] + struct.pack("<I", _crc(whole)) + whole[26:]


def whole_pages(data: bytes) -> list[bool]:
    """Whether the check sum of every page is right."""
    found, at = [], 0
    while at < len(data):
        laces = data[at + 27 : at + 27 + data[at + 26]]
        end = at + 27 + len(laces) + sum(laces)
        bare = data[at : at + 22] + bytes(4) + data[at + 26 : end]
        found.append(_crc(bare) == struct.unpack_from("<I", data, at + 22)[0])
        at = end
    return found


def ogg(secret: bytes = SECRET, first: bytes = b"OpusHead\x01\x01" + bytes(9)) -> bytes:
    """Opus with remarks."""
    tags = b"OpusTags" + struct.pack("<I", 4) + b"self" + struct.pack("<II", 1, len(secret)) + secret
    return page(0, 2, [first]) + page(1, 0, [tags]) + page(2, 4, [bytes(200)] * 3)


def box(kind: bytes, *inside: bytes) -> bytes:
    """One box of an mp4 file."""
    body = b"".join(inside)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def mp4(secret: bytes = SECRET, track: bytes = b"soun") -> bytes:
    """A track with a place beside it."""
    handler = box(b"hdlr", bytes(8), track, bytes(12))
    head = box(b"mvhd", bytes(4), b"\xe0\x01\x02\x03" * 2, bytes(80))
    moov = box(b"moov", head, box(b"trak", box(b"mdia", handler)), box(b"udta", secret))
    return box(b"ftyp", b"M4A \0\0\0\0") + moov + box(b"mdat", bytes(300))


def element(kind: str, *inside: bytes, unknown: bool = False) -> bytes:
    """One element of a webm file."""
    body = b"".join(inside)
    size = b"\x01" + b"\xff" * 7 if unknown else (1 << 56 | len(body)).to_bytes(8, "big")
    return bytes.fromhex(kind) + size + body


def webm(secret: bytes = SECRET, track: int = 2) -> bytes:
    """As a browser records: it does not know how long it takes."""
    head = element("1a45dfa3", element("4282", b"webm"))
    tracks = element("1654ae6b", element("ae", element("83", bytes([track]))))
    cluster = element("1f43b675", element("a3", bytes(300)), unknown=True)
    tags = element("1254c367", secret)
    return head + element("18538067", tags, tracks, cluster, cluster, unknown=True)


MADE = {"audio/wav": wav, "audio/mpeg": mp3, "audio/ogg": ogg, "audio/mp4": mp4, "audio/webm": webm}
