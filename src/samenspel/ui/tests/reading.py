"""Reading a PDF in a test, without another library."""

import ctypes.util
import re
import zlib

import pytest

needs_pango = pytest.mark.skipif(
    not ctypes.util.find_library("pangoft2-1.0"), reason="making a PDF needs the Debian package libpangoft2-1.0-0"
)

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def opened(pdf: bytes) -> bytes:
    """A PDF with its packed parts unpacked behind it."""
    parts = [pdf]
    for found in STREAM.finditer(pdf):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def pages_of(pdf: bytes) -> int:
    """How many sheets a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", opened(pdf)))
