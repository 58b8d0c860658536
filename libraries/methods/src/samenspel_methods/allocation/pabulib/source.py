"""From a text, bytes or an open file to clean bytes: not too much, no NUL, UTF-8, no mark in front."""

import codecs
from typing import IO

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.pabulib.report import Report

Source = str | bytes | IO[bytes]
LIMIT = 64_000_000
MARK = codecs.BOM_UTF8
CHUNK = 1 << 20


def clean(source: Source, limit: int, report: Report) -> bytes:
    """UTF-8 with lines, ready to be cut into rows. Never holds more than `limit` bytes and one."""
    data = take(source, limit)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = _from_utf16(data, report)
    while data.startswith(MARK):
        data = data[len(MARK) :]
    if b"\0" in data:
        report.problem("nul", data.count(b"\n", 0, data.index(b"\0")) + 1)
        data = data.replace(b"\0", b"")
    if not _is_utf8(data):
        data = b"".join(_letters(data, report))
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    if not data.strip():
        raise AllocationError("empty")
    return data


def take(source: Source, limit: int) -> bytes:
    """The bytes of a source. Raises `too_big` before more than `limit` bytes are read."""
    if isinstance(source, str | bytes):
        size = len(source)
    else:
        source = source.read(limit + 1)
        size = len(source)
    if size > limit:
        raise AllocationError("too_big", limit=f"{limit / 1e6:g}")
    if isinstance(source, bytes):
        return source
    try:
        return source.encode()
    except UnicodeEncodeError as error:
        raise AllocationError("not_utf8", source.count("\n", 0, error.start) + 1) from None


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    try:
        for start in range(0, len(data), CHUNK):
            decoder.decode(view[start : start + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _letters(data: bytes, report: Report) -> list[bytes]:
    """Every line; what is no UTF-8 becomes the replacement mark, because any other letter would be a guess."""
    lines = data.split(b"\n")
    for place, line in enumerate(lines):
        try:
            line.decode()
        except UnicodeDecodeError:
            report.problem("not_utf8", place + 1)
            lines[place] = line.decode(errors="replace").encode()
    return [line + b"\n" for line in lines[:-1]] + lines[-1:]


def _from_utf16(data: bytes, report: Report) -> bytes:
    report.problem("utf16", 1)
    try:
        return data.decode("utf-16").encode()
    except UnicodeDecodeError:
        raise AllocationError("not_utf8", 1) from None
