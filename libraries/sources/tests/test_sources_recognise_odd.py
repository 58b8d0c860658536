"""Files as people have them: titles above, units below, web pages, wrong rows. Nothing is lost in silence."""

import gzip
import io
import json
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from libraries.sources.tests.files import codes, collection, data, grid, rows, square

from samenspel_sources import SourceError
from samenspel_sources.grid import Column
from samenspel_sources.recognise import Hints, Kind, Role, preview, recognise
from samenspel_sources.spreadsheet import Sheet, to_ods

TITLED = (
    '"Kerncijfers wijken en buurten 2021"\n"";"";"Bevolking|Aantal inwoners";"Bevolking|Mannen"\n'
    '"Wijken en buurten";"Codering";"aantal";"aantal"\n"Utrecht";"GM0344    ";"   361742";"   176000"\n'
    '"Wijk 01 West";"WK034401  ";"    29000";"    14000"\n"Welgelegen";"BU03440111";"     2000";"."\n"Bron: CBS"\n'
)
KWB: tuple[tuple[str | Decimal, ...], ...] = (
    ("gwb_code_10", "gwb_code_8", "regio", "gm_naam", "recs", "a_inw", "p_hh_li"),
    ("NL00", Decimal(0), "Nederland", "Nederland", "Land", Decimal(17590672), "7,2"),
    ("GM1680", Decimal(1680), "Aa en Hunze", "Aa en Hunze", "Gemeente", Decimal(25563), "5,1"),
    ("WK168000", Decimal(168000), "Wijk 00 Annen", "Aa en Hunze", "Wijk", Decimal(3593), "4,4"),
    ("BU16800000", Decimal(16800000), "Annen", "Aa en Hunze", "Buurt", Decimal(3395), "."),
)
POINT = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [5, 52]}}
PAGE = "<html><table><tr><th>Buurtcode</th><th>Inwoners</th></tr><tr><td>BU03440111</td><td>1.200</td></tr></table>"


def refused(content: bytes, name: str = "x.csv") -> str:
    with pytest.raises(SourceError) as caught:
        recognise(content, name)
    assert caught.value.sentence("nl") and caught.value.sentence("en")
    return f"{caught.value.package}.{caught.value.code}"


def test_title_rows_headings_units_and_notes() -> None:
    found = grid(TITLED, "x.csv")
    assert (found.origin.period, found.origin.title) == ("2021", "Kerncijfers wijken en buurten 2021")
    assert next((one.title, one.unit, one.group) for one in found.columns) == (
        "Aantal inwoners",
        "aantal",
        ("Bevolking",),
    )
    assert {code: row.cells for code, row in rows(found).items()}["BU03440111"] == ("2000", "")
    assert "note" in [repair.code for repair in found.report.repaired]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding(encoding: str) -> None:
    text = TITLED.replace("Welgelegen", "Café Zoë")
    (found,) = recognise(text.encode(encoding), "x.csv").grids
    assert rows(found)["BU03440111"].name == "Café Zoë"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", " "])
def test_any_separator(separator: str) -> None:
    lines = ["buurtcode,inwoners,huur", "BU03440111,1200,12.5", "BU03440112,800,13.5"]
    found = grid("\n".join(lines).replace(",", separator))
    assert rows(found)["BU03440111"].cells == ("1200", "12.5")


def test_two_header_rows() -> None:
    found = grid("Code;Bevolking;;Wonen;\n;Inwoners;Mannen;Huur;Koop\nBU03440111;1;2;3;4\nBU03440112;5;6;7;8\n")
    assert [(one.key, one.group) for one in found.columns][1:3] == [("Mannen", ("Bevolking",)), ("Huur", ("Wonen",))]


@pytest.mark.parametrize("skip", [(), (0,)])
def test_the_year_book_with_and_without_whole_codes(skip: tuple[int, ...]) -> None:
    table = [tuple(cell for place, cell in enumerate(row) if place not in skip) for row in KWB]
    book = to_ods(
        [
            Sheet("Toelichting", ("Uitleg",), [("Dit is uitleg",)]),
            Sheet("KWB2022", [str(cell) for cell in table[0]], table[1:]),
        ]
    )
    found = recognise(book, "kwb-2022.ods")
    assert list(rows(found.grids[0])) == ["NL00", "GM1680", "WK168000", "BU16800000"]
    assert rows(found.grids[0])["WK168000"].cells == ("3593", "4.4")
    assert "sheet" in codes(found)


def test_a_web_page_saved_as_a_spreadsheet() -> None:
    (found,) = recognise(PAGE.encode(), "buurten 2024.xls").grids
    assert rows(found)["BU03440111"].cells == ("1200",)
    assert "markup" in [repair.code for repair in found.report.repaired]


def test_packed_files() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        book.writestr("__MACOSX/._x.csv", "x")
        book.writestr("map/cijfers.csv.gz", gzip.compress(TITLED.encode()))
    assert recognise(packed.getvalue(), "x.zip").grids[0].origin.period == "2021"


def test_years_in_headers_are_periods() -> None:
    text = "Buurtcode,inwoners_2019,inwoners_2020,woz_2019,woz_2020\nBU03440111,1,2,3,4\nBU03440112,5,6,7,8\n"
    found = recognise(text.encode(), "x.csv").grids
    assert [(one.origin.period, [c.key for c in one.columns]) for one in found] == [
        ("2019", ["inwoners", "woz"]),
        ("2020", ["inwoners", "woz"]),
    ]
    assert rows(found[1])["BU03440112"].cells == ("6", "8")


def test_long_with_kinds_and_periods() -> None:
    lines = [f"BU0344011{i};{s};{y}JJ00;{i}" for i in range(1, 4) for s in ("0.0.0 ", "1.1.1 ") for y in (2022, 2023)]
    found = recognise("\n".join(["WijkenEnBuurten;SoortMisdrijf;Perioden;Geregistreerd_1", *lines]).encode()).grids
    assert [one.origin.period for one in found] == ["2022", "2023"]
    assert [column.key for column in found[0].columns] == ["0.0.0", "1.1.1"]


def test_every_wrong_row_is_reported_with_its_line() -> None:
    found = grid("code,n,m\nBU03630000,1,aap\nXX,3,4\n,3,5\nBU03630002,3,5\nBU03630003,3,5,6\nBU03630002,4,5\nBU0363")
    assert list(rows(found)) == ["BU03630000", "BU03630002"]
    assert [(one.line, one.code) for one in found.report.refused] == [
        (2, "bad_cell"),
        (3, "bad_code"),
        (4, "no_code"),
        (6, "wrong_width"),
        (7, "double_area"),
        (8, "cut_line"),
    ]
    assert all(len(said) > 9 for said in found.report.sentences("nl") + found.report.sentences("en"))


def test_codes_of_two_years_in_one_file_are_told() -> None:
    text = "code,n\nBU03630000,1\nBU03630001,2\nBU0363AA01,3\nBU0363AA02,3\n"
    found = recognise(text.encode(), "x 2022.csv")
    assert "mixed_code_years" in codes(found)


def test_nobody_says_the_period_then_it_is_unknown() -> None:
    found = grid("code,n\nBU03630000,1\nBU03630001,2\n", "cijfers 2019-2020.csv")
    assert (found.origin.period, found.origin.area_year) == ("", 0)
    assert {"period_unknown", "area_year_unknown", "source_unknown"} <= {one.code for one in found.report.repaired}


def test_a_person_goes_before_every_guess() -> None:
    hints = Hints(
        period="2020", source="Gemeente", roles={"m": Role.OTHER}, columns={"n": Column("", title="Inwoners")}
    )
    found = grid("code,n,m\nBU03630000,1,2\nBU03630001,2,3\n", "cijfers 1999.csv", hints)
    assert (found.origin.period, found.origin.source) == ("2020", "Gemeente")
    assert [(one.key, one.title) for one in found.columns] == [("n", "Inwoners")]


def test_a_person_points_at_header_separator_and_decimal_mark() -> None:
    text = "x;y\nbuurtcode:inwoners\nBU03440111:1.234\nBU03440112:2.345\n"
    found = grid(text, hints=Hints(header=2, separator=":", decimal=","))
    assert rows(found)["BU03440112"].cells == ("2345",)


def test_new_codes_with_old_figures_have_no_known_year() -> None:
    found = grid("code,n\nBU0363AA01,1\nBU0363AA02,2\n", "misdrijven 2015.csv")
    assert (found.origin.period, found.origin.area_year) == ("2015", 0)
    assert "codes_newer" in {one.code for one in found.report.repaired}


def test_a_register_that_lost_rows_says_so() -> None:
    text = "AANVRAGER,REGELINGNAAM,BEDRAG_VERLEEND,SUBSIDIEJAAR\nA,B,1.00,2020\n\n(2 rows affected)\n"
    assert "wrong_count" in codes(recognise(text.encode()))


def test_a_preview_shows_what_was_guessed() -> None:
    sketch = preview(b"plek;getal\nbu03440111;1\nbu03440112;2\n", "x.csv")
    assert [(one.header, one.role) for one in sketch.columns] == [("plek", Role.CODE), ("getal", Role.FIGURE)]
    assert (sketch.kind, sketch.header_line, sketch.rows) == (Kind.FIGURES, 1, 2)
    assert preview(b"naam;adres\nA;B\nC;D\n").kind is None


@pytest.mark.parametrize(
    ("header", "row", "cents"),
    [
        ("Subsidieontvanger;Subsidieregeling;Bedrag verleend;Jaar", "Stichting A;Regeling X;€ 1.250,50;2023", 125050),
        ("Naam aanvrager,Naam regeling,Toegekend bedrag,Subsidiejaar", "Stichting A,X,1250.50,2023", 125050),
        ("Begunstigde\tSubsidiesoort\tSubsidiebedrag\tDatum beschikking", "A\tX\t2.000,-\t3-4-2023", 200000),
    ],
)
def test_registers_of_other_municipalities(header: str, row: str, cents: int) -> None:
    (grant,) = recognise(f"{header}\n{row}\n".encode()).grants
    assert (grant.granted, grant.year) == (cents, 2023)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "recognise.empty"),
        (b" \n \n", "recognise.empty"),
        (b"code;inwoners\n", "recognise.no_rows"),
        (b"naam;adres\nA;B\nC;D\n", "recognise.unknown"),
        (b"code;n\nBU03440111;\x005\n", "spreadsheet.nul"),
        (b"%PDF-1.7", "spreadsheet.wrong_kind"),
        (b"<html><body>404</body></html>", "spreadsheet.no_table"),
        (b'<?xml version="1.0"?><ServiceExceptionReport/>', "spreadsheet.no_table"),
        (b'{"value":[{"a":1},{"a":', "recognise.broken_json"),
        (b"[" * 100_000, "recognise.broken_json"),
        (b"{}", "recognise.json_without_rows"),
        (b"a" * 9_000_000, "spreadsheet.line_too_long"),
        (gzip.compress(TITLED.encode())[:-20], "recognise.torn"),
        (b"PK\x03\x04 no zip", "recognise.torn"),
        (b'{"response":{"numFound":1,"docs":[{"type":"adres"}]}}', "recognise.addresses"),
        (b'{"features":[{"attributes":{},"geometry":{"rings":[]}}]}', "geography.esri"),
        (b'{"elements":[],"osm3s":{}}', "geography.overpass"),
        (b"SQLite format 3\x00 broken", "geography.package_broken"),
        (collection(square("BU03440111", 13.0, 45.0, 0.1)), "geography.elsewhere"),
        (json.dumps(POINT).encode(), "geography.no_areas"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_remedy(content: bytes, code: str) -> None:
    assert refused(content) == code


def test_a_bomb_is_refused() -> None:
    assert refused(gzip.compress(b"0" * 650_000_000, 1), "x.csv.gz") == "recognise.too_large"


def test_a_small_file_of_packed_files_is_measured_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel_sources.recognise.unpack.LIMIT", 1_000_000)
    inside = gzip.compress(TITLED.encode() * 1_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name in range(9):
            book.writestr(f"{name}.csv.gz", inside)
    assert refused(out.getvalue(), "x.zip") == "recognise.too_large"


def test_half_a_sign_in_json_becomes_a_mark() -> None:
    lines = [
        {"gwb_code": f"BU0344011{n}", "jaar": "2023", "inwo\ud800ners": n, "gwb_naam": "\ude00 \U0001f600"}
        for n in range(5)
    ]
    found = grid(json.dumps(lines), "x.json")
    assert {row.name for row in found.rows} == {"\ufffd \U0001f600"}
    assert [column.key for column in found.columns] == ["inwo\ufffdners"]


@pytest.mark.parametrize("odd", [b'{"a": 1}\n' + b"[" * 100_000, b'[{"a": %s}]' % (b"9" * 5_000),
                                 b'{"a": 1}\n{"a": %s}' % (b"9" * 5_000)])  # fmt: skip
def test_odd_json_is_refused_in_words(odd: bytes) -> None:
    assert refused(odd, "x.json") == "recognise.broken_json"


def test_a_cell_of_a_megabyte_is_no_figure() -> None:
    found = grid("code;n;m\nBU03440111;" + "9" * 1_000_000 + ";1\nBU03440112;4;1\nBU03440113;5;1\nBU03440114;5;1\n"
                 "BU03440115;5;1\n")  # fmt: skip
    assert rows(found)["BU03440111"].cells == ("", "1")
    assert [one.code for one in found.report.refused] == ["bad_cell"]


def test_an_election() -> None:
    text = b"META\nkey;value\ndescription;Buurt\nPROJECTS\nproject_id;cost\n1;10\nVOTES\nvoter_id;vote\n1;1\n"
    assert recognise(text).kind is Kind.ELECTION


def test_indicators() -> None:
    assert recognise(b'[bench]\ntheme = "leisure"\nname = "Bankjes"\nunit = "bankjes"\n').kind is Kind.INDICATORS
    assert recognise(b"id,theme,name,explanation,unit\nbench,leisure,Bankjes,Zoveel,stuks\n").kind is Kind.INDICATORS


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_recognised_or_refused(content: bytes) -> None:
    try:
        found = recognise(content, "x")
    except SourceError as error:
        assert error.sentence("nl") and error.sentence("en")  # noqa: PT017 - either is fine
    else:
        assert found.why.sentence("nl")


@settings(max_examples=80, deadline=None)
@given(st.data(), st.sampled_from(["84799NED_kwb2020_TypedDataSet.csv", "amsterdam_subsidieregister.csv",
                                   "pdok_wijkenbuurten_2025_baarn.geojson", "iv3_2025_begroting.csv"]))  # fmt: skip
def test_a_torn_or_damaged_file_never_ends_in_a_traceback(draw: st.DataObject, name: str) -> None:
    content = bytearray(data(name))
    del content[draw.draw(st.integers(1, len(content))) :]
    for place in draw.draw(st.lists(st.integers(0, len(content) - 1), max_size=5)):
        content[place] = draw.draw(st.integers(0, 255))
    try:
        found = recognise(bytes(content), name)
    except SourceError as error:
        assert error.sentence("nl")  # noqa: PT017 - either is fine
    else:
        reports = [one.report for one in found.grids for _ in one.rows]
        assert all(report.sentences("en") for report in reports)


@given(st.lists(st.integers(0, 9999), min_size=3, max_size=20, unique=True), st.sampled_from([",", ";", "\t"]))
@settings(max_examples=40, deadline=None)
def test_codes_are_found_wherever_they_stand(numbers: list[int], separator: str) -> None:
    lines = [f"{number * 3}{separator}BU0344{number:04}{separator}{number}" for number in numbers]
    found = grid("\n".join([f"a{separator}waar{separator}b", *lines]))
    assert {code: row.cells for code, row in rows(found).items()} == {
        f"BU0344{number:04}": (str(number * 3), str(number)) for number in numbers
    }
