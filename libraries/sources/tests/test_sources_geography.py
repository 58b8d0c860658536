"""Boundaries: every form and system of coordinates ends up as the same outline."""

import io
import json
import sqlite3
import struct
import zipfile
from fractions import Fraction

import pytest
import shapefile
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from libraries.sources.tests.files import codes, collection, square

from samenspel_sources import SourceError
from samenspel_sources.geography import Outline, overlap, simplify, surface, to_rd, to_wgs84
from samenspel_sources.recognise import Kind, Recognised, recognise

SIDE = 1000.0


def outline(code: str, x: float, y: float, wide: float = SIDE, high: float = SIDE) -> Outline:
    ring = ((x, y), (x, y + high), (x + wide, y + high), (x + wide, y), (x, y))
    return Outline(code, code, "neighbourhood", 2024, "CBS", ((ring,),))


def shapes(**parts: bytes) -> bytes:
    """A shapefile in a zip, of three areas, the last one water."""
    made = {kind: io.BytesIO() for kind in ("shp", "shx", "dbf")}
    with shapefile.Writer(**made, encoding="cp1252") as writer:
        for name, kind in (
            ("BU_CODE", "C"),
            ("BU_NAAM", "C"),
            ("H2O", "C"),
            ("AANT_INW", "N"),
            ("P_00_14", "N"),
            ("OAD", "N"),
        ):
            writer.field(name, kind, size=20)
        for place in range(3):
            feature = square("", 100_000.0 + place * SIDE, 450_000.0)
            writer.poly(feature["geometry"]["coordinates"])
            writer.record(f"BU0344011{place}", f"Wéijk {place}", "JA" if place == 2 else "NEE", -99999999, 5, 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for kind, found in made.items():
            book.writestr(f"kaart/buurt_2021_v1.{kind}", parts.get(kind, found.getvalue()))
    return out.getvalue()


def package() -> bytes:
    """A GeoPackage of one layer with one area."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT)")
    base.execute("INSERT INTO gpkg_geometry_columns VALUES ('buurten', 'geom')")
    base.execute(
        "CREATE TABLE buurten (fid INTEGER, geom BLOB, buurtcode TEXT, buurtnaam TEXT, aantal_inwoners INTEGER)"
    )
    head = b"GP\x00\x03" + struct.pack("<i4d", 28992, 0, 0, 0, 0)
    blob = head + shapely.to_wkb(shapely.box(100_000, 450_000, 101_000, 451_000))
    base.execute("INSERT INTO buurten VALUES (1, ?, 'BU03440111', 'Café', 12)", (blob,))
    base.commit()
    return bytes(base.serialize())


def only(found: Recognised) -> Outline:
    (one,) = found.outlines
    return one


def test_the_tower_of_amersfoort_is_where_it_is() -> None:
    ((x, y),) = to_rd([(5.3872035, 52.1551744)])
    assert abs(x - 155_000) < 2 and abs(y - 463_000) < 2


@given(st.floats(20_000, 270_000), st.floats(320_000, 610_000))
@settings(max_examples=50, deadline=None)
def test_there_and_back_again(x: float, y: float) -> None:
    ((back_x, back_y),) = to_rd(to_wgs84([(x, y)]))
    assert abs(back_x - x) < 0.05 and abs(back_y - y) < 0.05


@pytest.mark.parametrize("swapped", [False, True])
def test_degrees_and_metres_give_the_same_outline(swapped: bool) -> None:
    metres = only(recognise(collection(square("BU03440111", 133_000.0, 455_000.0)), "buurten_2023.geojson"))
    feature = square("BU03440111", 133_000.0, 455_000.0)
    ring = to_wgs84([tuple(place) for place in feature["geometry"]["coordinates"][0]])
    feature["geometry"]["coordinates"] = [[[y, x] if swapped else [x, y] for x, y in ring]]
    degrees = only(recognise(collection(feature), "buurten_2023.geojson"))
    assert degrees.rings[0][0][0] == pytest.approx(metres.rings[0][0][0], abs=0.05)
    assert (metres.code, metres.kind, metres.year) == ("BU03440111", "neighbourhood", 2023)


def test_features_may_be_nested_anywhere() -> None:
    inside = json.dumps({"data": {"result": json.loads(collection(square("BU03440111", 133_000.0, 455_000.0)))}})
    assert only(recognise(inside.encode())).code == "BU03440111"


def test_parts_of_one_area_are_put_together() -> None:
    found = recognise(
        collection(square("BU03440111", 133_000.0, 455_000.0), square("BU03440111", 135_000.0, 455_000.0))
    )
    assert len(only(found).rings) == 2


def test_water_is_left_out() -> None:
    wet, dry = (
        square("BU03440111", 133_000.0, 455_000.0, water="JA"),
        square("BU03440111", 135_000.0, 455_000.0, water="NEE"),
    )
    found = recognise(collection(wet, dry))
    assert len(only(found).rings) == 1 and "water_left_out" in codes(found)


def test_figures_come_along_with_boundaries() -> None:
    feature = square("BU03440111", 133_000.0, 455_000.0, aantalInwoners=12, mannen=-99997, vrouwen=-99995)
    found = recognise(collection(feature), "x_2023.geojson")
    assert found.kind is Kind.BOUNDARIES_WITH_FIGURES
    assert next(iter(found.grids[0].rows)).cells == ("12", "s", "n")


def test_shapefile() -> None:
    found = recognise(shapes(), "WijkBuurtkaart_2021_v1.zip")
    assert next((one.code, one.name, one.year) for one in found.outlines) == ("BU03440110", "Wéijk 0", 2021)
    assert [row.cells for row in found.grids[0].rows] == [("", "5", "1")] * 2


def test_geopackage() -> None:
    found = only(recognise(package(), "wijkenbuurten_2024.gpkg"))
    assert (found.code, found.name, found.rings[0][0][0]) == ("BU03440111", "Café", (101_000.0, 450_000.0))


@pytest.mark.parametrize(("part", "code"), [({"dbf": b"no"}, "shape_broken"), ({"shp": b"no"}, "shape_broken")])
def test_a_damaged_shapefile_is_refused(part: dict[str, bytes], code: str) -> None:
    with pytest.raises(SourceError, match=code):
        recognise(shapes(**part), "x.zip")


def test_boundaries_without_code_or_name_are_refused() -> None:
    feature = square("", 133_000.0, 455_000.0)
    feature["properties"] = {"gebouw": 12}
    with pytest.raises(SourceError, match="boundaries_without_names"):
        recognise(collection(feature, feature))


def test_shared_borders_stay_shared() -> None:
    bends = [(1000.0, step * 50.0) for step in range(21)]
    bends = [(x + (8.0 if at % 2 and 0 < at < 20 else 0.0), y) for at, (x, y) in enumerate(bends)]
    left = (((0.0, 0.0), *bends, (0.0, 1000.0), (0.0, 0.0)),)
    right = ((*bends, (2000.0, 1000.0), (2000.0, 0.0), bends[0]),)
    both = [Outline(code, "", "other", 0, "", (rings,)) for code, rings in (("a", left), ("b", right))]
    lighter = simplify(both, 40)
    assert sum(map(surface, lighter)) == pytest.approx(2_000_000)
    shared = set(lighter[0].rings[0][0]) & set(lighter[1].rings[0][0])
    assert 2 <= len(shared) < len(bends)


def test_overlap_gives_shares_of_old_and_new() -> None:
    old = [outline("old", 0, 0, 1000)]
    new = [outline("a", 0, 0, 250), outline("b", 250, 0, 750, 2000), outline("sliver", 999.9, 0)]
    shares = {share.new: (share.of_old, share.of_new) for share in overlap(old, new)}
    assert shares == {"b": (Fraction(3, 4), Fraction(1, 2)), "a": (Fraction(1, 4), Fraction(1))}


@given(st.integers(0, 900), st.integers(0, 900))
@settings(max_examples=40, deadline=None)
def test_shares_of_a_whole_add_up(x: int, y: int) -> None:
    new = [outline(f"{at}{up}", at * 1000.0, up * 1000.0) for at in range(2) for up in range(2)]
    shares = overlap([outline("old", float(x), float(y))], new)
    assert abs(1 - sum((share.of_old for share in shares), Fraction(0))) <= Fraction(1, 1000)
