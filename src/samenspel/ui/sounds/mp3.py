"""MP3: frames of sound, with labels before and after that can hold names, places and pictures. The labels go."""

import struct

from samenspel.ui.sounds.faults import Broken

BITRATES = {  # kilobits a second, by version 1 or later, for layer III
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
LABEL, TAIL, LIST = b"ID3", b"TAG", b"APETAGEX"
LONGEST_SEARCH = 4096
END = 32  # bytes of the end of a list, which counts itself in its length; one that says less goes just as well


def is_it(data: bytes) -> bool:
    """Whether a label or two frames in a row stand at the start."""
    return data[:3] == LABEL or (_length(data, 0) > 0 and _length(data, _length(data, 0)) > 0)


def _length(data: bytes, at: int) -> int:
    """How long the frame is that starts here; 0 when none does."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return 0
    version, rate, step = data[at + 1] >> 3 & 3, data[at + 2] >> 2 & 3, data[at + 2] >> 4
    if version == 1 or rate == 3 or not 0 < step < 15:
        return 0
    kilobits, often = BITRATES[1 if version == 3 else 2][step], RATES[version][rate]
    return (144 if version == 3 else 72) * kilobits * 1000 // often + (data[at + 2] >> 1 & 1)


def bare(data: bytes) -> bytes:
    """The frames alone."""
    start, end = 0, len(data)
    while data[start : start + 3] == LABEL:
        size = 0
        for byte in data[start + 6 : start + 10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size + (10 if data[start + 5] & 0x10 else 0)
    while True:
        if data[end - 128 : end - 125] == TAIL:
            end -= 128
        elif data[end - 32 : end - 24] == LIST:
            size, flags = struct.unpack_from("<I", data, end - 20)[0], struct.unpack_from("<I", data, end - 12)[0]
            end -= max(size, END) + (32 if flags >> 31 else 0)
        else:
            break
    if end <= start:
        raise Broken("no sound")
    for at in range(start, min(start + LONGEST_SEARCH, end)):
        if (length := _length(data, at)) and _length(data, at + length):
            return data[at:end]
    raise Broken("no sound")
