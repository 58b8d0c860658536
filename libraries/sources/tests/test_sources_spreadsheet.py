"""Spreadsheets as people have them."""

import builtins
import time
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from samenspel_sources import sentences
from samenspel_sources.spreadsheet import Sheet, SourceError, Status, figure, guard, money, number, read, to_ods
from samenspel_sources.spreadsheet.model import CellValue

ROWS = (("Café de Meevaart", "1.250,50"), ("Bogortuin; de tuin", "12,5"))


@pytest.mark.parametrize(
    ("data", "repairs"),
    [
        ('Naam;Bedrag\nCafé de Meevaart;1.250,50\n"Bogortuin; de tuin";12,5\n'.encode(), []),
        ('Naam;Bedrag\r\nCafé de Meevaart;1.250,50\r\n"Bogortuin; de tuin";12,5'.encode("utf-8-sig"), []),
        ('sep=;\nNaam;Bedrag\nCafé de Meevaart;1.250,50\n"Bogortuin; de tuin";12,5'.encode(), []),
        ('Naam;Bedrag\nCafé de Meevaart;1.250,50\n"Bogortuin; de tuin";12,5'.encode("cp1252"), ["encoding"]),
        ("Naam\tBedrag\nCafé de Meevaart\t1.250,50\nBogortuin; de tuin\t12,5".encode(), ["separator"]),
        ('Naam,Bedrag\nCafé de Meevaart,"1.250,50"\nBogortuin; de tuin,"12,5"'.encode(), []),
        ("Naam\tBedrag\nCafé de Meevaart\t1.250,50\nBogortuin; de tuin\t12,5".encode("utf-16"), None),
    ],
)
def test_every_form_gives_the_same_table(data: bytes, repairs: list[str] | None) -> None:
    table = read(data)
    assert (table.header, table.rows, table.decimal) == (("Naam", "Bedrag"), ROWS, ",")
    assert repairs is None or [repair.code for repair in table.repairs] == repairs


def test_what_was_repaired_is_told() -> None:
    table = read(b" a ;b;b\n 1 ;2\n\n3;4;5;;\n;;\n")
    assert table.header == ("a", "b", "b (2)")
    assert table.rows == (("1", "2", ""), ("3", "4", "5"))
    assert table.lines == (2, 4)
    assert [repair.code for repair in table.repairs] == ["empty_rows", "double_header", "short_rows"]
    assert all(repair.sentence("nl") != repair.sentence("en") for repair in table.repairs)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b";;;\n;;", "empty"),
        (b"a;b\n1;\x002\n", "nul"),
        (b"%PDF-1.7 ...", "wrong_kind"),
        (b"\x89PNG\r\n", "wrong_kind"),
        (b"PK\x03\x04 not really", "broken"),
        (b"a;b\n1;2;3\n", "row_too_long"),
        (b"naam;b\n1;2\n", "missing_columns"),
        (b"a" * 2_000_001, "too_large"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data, need=["bedrag"] if code == "missing_columns" else (), limit=2_000_000)
    assert caught.value.code == code
    assert all(len(caught.value.sentence(language)) > 20 for language in ("nl", "en"))


def test_an_ods_of_ours_is_read_back() -> None:
    rows: list[list[CellValue]] = [["=1+1", 5, Decimal("12.50"), date(2026, 3, 12), True]]
    rows.append(["a  b\nc", None, 0.25, "", "<&>\x00"])
    table = read(to_ods([Sheet("Geld/2026", ["t", "n", "m", "d", "b"], rows), Sheet("Leeg", ["x"], [])]))
    assert table.rows[0] == ("=1+1", "5", "12.5", "2026-03-12", "ja")
    assert table.rows[1] == ("a  b\nc", "", "0.25", "", "<&>\ufffd")
    assert [repair.params["sheets"] for repair in table.repairs] == ["Leeg"]


def test_an_ods_is_the_same_every_time_and_well_made() -> None:
    sheets = [Sheet("Zelfde", ["a"], [["x"]]), Sheet("zelfde", ["a"], [])]
    data = to_ods(sheets)
    book = zipfile.ZipFile(BytesIO(data))
    assert data == to_ods(sheets)
    assert book.namelist()[0] == "mimetype"
    assert data[38:84] == b"application/vnd.oasis.opendocument.spreadsheet"
    assert read(data, sheet="zelfde 2").header == ("a",)


def test_a_sheet_that_is_not_there() -> None:
    with pytest.raises(SourceError, match="no_sheet"):
        read(to_ods([Sheet("Een", ["a"], [])]), sheet="Twee")


def workbook(files: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in files.items():
            book.writestr(name, text)
    return out.getvalue()


def repeated(rows: int, cell: str) -> bytes:
    """An ods of ours with at the end one row that repeats itself."""
    ours = zipfile.ZipFile(BytesIO(to_ods([Sheet("Een", ["a"], [["x"]])])))
    files = {name: ours.read(name) for name in ours.namelist()}
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row></table:table>'
    files["content.xml"] = files["content.xml"].replace(b"</table:table>", row.encode())
    return workbook(files)


ONE = '<table:table-cell office:value-type="float" office:value="1"/>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (workbook({"xl/worksheets/sheet1.xml": '<c r="A1"/><c r="XFD1048576"/>'}), "too_many_cells"),
        (repeated(900_000, ONE * 9), "too_many_cells"),
        (repeated(10**12, ONE), "too_many_cells"),
        (workbook({"content.xml": "<a"}), "broken"),
        (workbook({"content.xml": "0" * 50_001}), "too_large"),
    ],
)
def test_small_on_disk_and_huge_in_memory_is_refused(data: bytes, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_BYTES", 50_000)
    with pytest.raises(SourceError, match=code):
        read(data)


def test_empty_rows_to_the_end_of_the_sheet_are_fine() -> None:
    assert read(repeated(1_048_574, "<table:table-cell/>")).rows == (("x",),)


def test_without_calamine_the_error_is_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> object:
        if name == "python_calamine":
            raise ImportError(name)
        return original(name, globals, locals, fromlist or (), level)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(SourceError, match="needs_calamine"):
        read(to_ods([Sheet("Een", ["a"], [])]))


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.250,50", 125_050),
        ("1250.50", 125_050),
        ("€ 1.250", 125_000),
        ("1,250.5", 125_050),
        ("1.250.000", 125_000_000),
        ("€\u00a01 250,-", 125_000),
        ("12,5 euro", 1_250),
        ("0", 0),
        ("EUR 7", 700),
    ],
)
def test_amounts_as_people_write_them(text: str, cents: int) -> None:
    assert money(text) == cents


@pytest.mark.parametrize("text", ["", "veel", "1.25.0", "1,2,3", "12.5000", "1e5", "€", "--"])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(SourceError, match="not_an_amount"):
        money(text)


@pytest.mark.parametrize("text", ["-5", "€ -5", "5-", "\u22125,00"])
def test_negative_only_when_asked(text: str) -> None:
    assert money(text, allow_negative=True) == -500
    with pytest.raises(SourceError, match="negative_amount"):
        money(text)


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("", "missing"),
        ("       .", "missing"),
        ("NULL", "missing"),
        ("NaN", "missing"),
        ("-99995", "not_yet"),
        ("-99997.0", "secret"),
        ("-99999", "missing"),
    ],
)
def test_a_missing_mark_is_never_a_number(cell: str, status: str) -> None:
    assert figure(cell) == (None, Status(status))


def test_numbers_with_either_mark() -> None:
    assert figure("   53.2") == (Decimal("53.2"), Status.VALUE)
    assert number("1.234,5", ",") == Decimal("1234.5")
    assert number("-0,25", ",") == Decimal("-0.25")
    for wrong in ("1.23.4", "twaalf", "1,5"):
        with pytest.raises(SourceError, match="not_a_number"):
            number(wrong)


def test_both_languages_say_the_same_things() -> None:
    for package in ("spreadsheet", "figures", "subsidies", "iv3"):
        dutch, english = (sentences(f"samenspel_sources.{package}", code) for code in ("nl", "en"))
        assert dutch.keys() == english.keys()


def test_a_bomb_that_is_small_on_disk_is_refused_before_it_is_unpacked() -> None:
    data = workbook({"content.xml": b"0" * 201_000_000})
    assert len(data) < 2_000_000
    start = time.process_time()
    with pytest.raises(SourceError, match="too_large") as caught:
        read(data)
    assert time.process_time() - start < 1
    assert all(len(caught.value.sentence(language)) > 20 for language in ("nl", "en"))


@pytest.mark.parametrize("told", ['rows-repeated="1000000"', 'rows-repeated="99999999999999999999"'])
def test_one_row_a_million_times_is_refused_quickly(told: str) -> None:
    ours = zipfile.ZipFile(BytesIO(to_ods([Sheet("Een", ["a"] * 20, [["x"] * 20])])))
    xml = ours.read("content.xml").decode()
    data = workbook({"content.xml": xml.replace("<table:table-row>", f"<table:table-row table:number-{told}>")})
    start = time.process_time()
    with pytest.raises(SourceError, match="too_many_cells") as caught:
        read(data)
    assert time.process_time() - start < 1 and "5.000.000" in caught.value.sentence("nl")
