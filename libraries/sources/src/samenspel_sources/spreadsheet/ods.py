"""Writing ods (OpenDocument 1.3): small, the same bytes for the same tables, safe to open.

Text is stored as text, so a cell that starts with `=` is never a formula.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from samenspel_sources.spreadsheet.model import CellValue, Sheet

KIND = "application/vnd.oasis.opendocument.spreadsheet"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PATHS = {name: name for name in ("office", "table", "text", "style")} | {"fo": "xsl-fo-compatible"}
_NS = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"' for name, path in _PATHS.items())
_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_NS} office:version="1.3">'
    '<office:automatic-styles><style:style style:name="kop" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
    "<office:body><office:spreadsheet>"
)
_TAIL = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def to_ods(sheets: Iterable[Sheet]) -> bytes:
    """A workbook with these sheets. Amounts: pass Decimal, never float."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        _put(book, "mimetype", KIND, zipfile.ZIP_STORED)
        content = "".join([_HEAD, *(part for sheet in _named(sheets) for part in _sheet(sheet)), _TAIL])
        _put(book, "content.xml", content)
        _put(book, "META-INF/manifest.xml", _MANIFEST)
    return out.getvalue()


def _put(book: zipfile.ZipFile, name: str, text: str, method: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = method
    book.writestr(entry, text.encode("utf-8"))


def _named(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Sheet names without signs that programs refuse, each once."""
    used: set[str] = set()
    for sheet in sheets:
        name = re.sub(r"[\[\]*?:/\\']", " ", _NOT_XML.sub("", sheet.name)).strip()[:31] or "Blad"
        place = 2
        while name.casefold() in used:
            name = f"{name[:27]} {place}"
            place += 1
        used.add(name.casefold())
        yield Sheet(name, sheet.header, sheet.rows)


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"<table:table table:name={quoteattr(sheet.name)}>"
    yield f'<table:table-column table:number-columns-repeated="{max(1, len(sheet.header))}"/>'
    header = _row(sheet.header, ' table:style-name="kop"')
    yield f"<table:table-header-rows>{header}</table:table-header-rows>"
    for row in sheet.rows:
        yield _row(row)
    yield "</table:table>"


def _row(cells: Sequence[CellValue], style: str = "") -> str:
    return f"<table:table-row>{''.join(_cell(cell, style) for cell in cells)}</table:table-row>"


def _cell(cell: CellValue, style: str) -> str:
    if cell is None or cell == "":
        return f"<table:table-cell{style}/>"
    if isinstance(cell, bool):
        value = str(cell).lower()
        return _typed("boolean", f'office:boolean-value="{value}"', value, style)
    if isinstance(cell, int | float | Decimal):
        shown = format(cell, "f") if isinstance(cell, Decimal) else str(cell)
        return _typed("float", f'office:value="{shown}"', shown, style)
    if isinstance(cell, date):
        shown = cell.isoformat(timespec="seconds") if isinstance(cell, datetime) else cell.isoformat()
        return _typed("date", f'office:date-value="{shown[:19]}"', shown, style)
    return _typed("string", "", cell, style)


def _typed(kind: str, value: str, shown: str, style: str) -> str:
    lines = _NOT_XML.sub("\ufffd", shown).replace("\r\n", "\n").split("\n")
    text = "".join(f"<text:p>{_spaces(escape(line))}</text:p>" for line in lines)
    return f'<table:table-cell{style} office:value-type="{kind}" {value}>{text}</table:table-cell>'


def _spaces(text: str) -> str:
    """Programs melt spaces together unless each is written down."""
    return re.sub(r"^ | (?= )| $", "<text:s/>", text).replace("\t", "<text:tab/>")
