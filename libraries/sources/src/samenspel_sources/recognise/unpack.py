"""Out of their wrapping: .gz, and .zip that is no workbook and no shapefile. Bombs and torn files are refused."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from samenspel_sources import SourceError
from samenspel_sources.geography import is_shapefile_zip

LIMIT = 600_000_000
_DEEPEST = 3
_SKIPPED = ("__macosx/", ".ds_store", "thumbs.db")
_PAPERS = (".pdf", ".doc", ".docx", ".md", ".htm", ".html", ".xml", ".prj", ".url")
File = tuple[str, bytes]


class _Room:
    """How many bytes may still come out of a file, over everything that is packed in it, however deep."""

    def __init__(self) -> None:
        self.left = LIMIT

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise SourceError("recognise", "too_large", limit=LIMIT // 1_000_000)


def unpack(data: bytes, name: str, depth: int = 0, room: _Room | None = None) -> Iterator[File]:
    """Name and bytes of each file inside; the file itself when it is not packed."""
    room = room or _Room()
    if not data.strip():
        raise SourceError("recognise", "empty")
    if depth > _DEEPEST:
        raise SourceError("recognise", "too_deep")
    if data.startswith(b"\x1f\x8b"):
        yield from unpack(_gunzip(data, room), name.removesuffix(".gz"), depth + 1, room)
    elif data.startswith(b"PK") and not _is_book(data) and not is_shapefile_zip(data):
        yield from _unzip(data, depth, room)
    else:
        yield name, data


def _gunzip(data: bytes, room: _Room) -> bytes:
    out = bytearray()
    rest = data
    try:
        while rest.startswith(b"\x1f\x8b"):
            stream = zlib.decompressobj(wbits=31)
            piece = stream.decompress(rest, room.left + 1)
            room.take(len(piece))
            out += piece
            if not stream.eof:
                raise SourceError("recognise", "torn")
            rest = stream.unused_data
    except zlib.error:
        raise SourceError("recognise", "torn") from None
    return bytes(out)


def _is_book(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            names = set(book.namelist())
    except (zipfile.BadZipFile, OSError):
        raise SourceError("recognise", "torn") from None
    return bool({"[Content_Types].xml", "content.xml"} & names)


def _unzip(data: bytes, depth: int, room: _Room) -> Iterator[File]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            entries = [entry for entry in book.infolist() if not entry.is_dir() and not _skipped(entry.filename)]
            tables = [entry for entry in entries if not entry.filename.casefold().endswith(_PAPERS)] or entries
            if not tables:
                raise SourceError("recognise", "empty")
            room.take(sum(entry.file_size for entry in tables))  # a zip gives no more than it says
            for entry in tables:
                yield from unpack(book.read(entry), entry.filename.rpartition("/")[2], depth + 1, room)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, zlib.error):
        raise SourceError("recognise", "torn") from None
    except RuntimeError:
        raise SourceError("recognise", "locked") from None


def _skipped(name: str) -> bool:
    plain = name.casefold()
    return any(mark in plain for mark in _SKIPPED) or plain.rpartition("/")[2].startswith(".")
