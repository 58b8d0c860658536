"""`samenspel import` and `samenspel profile`: any file, in plain words, whole or not at all."""

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse

from samenspel.config.cli import main
from samenspel.stages.profile.models import Area, FigureTable, Outlines, PostcodeArea

pytestmark = pytest.mark.django_db
FIGURES = """WijkenEnBuurten;Gemeentenaam;AantalInwoners;Huurwoningen (%)
"GM0999    ";Voorbeeld;6000;50,5
WK099901;Voorbeeld;1000;.
WK099902;Voorbeeld;5000;61,0
"""
SQUARE = "[[[4.9,52.3],[4.91,52.3],[4.91,52.31],[4.9,52.31],[4.9,52.3]]]"
MAP = (
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU09990101",'
    '"buurtnaam":"Dorp","jaar":2024},"geometry":{"type":"Polygon","coordinates":' + SQUARE + "}}]}"
)


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables are there already."""
    monkeypatch.setattr("samenspel.config.cli._setup", lambda *, tables=False: None)


def given(folder: Path, name: str, content: str) -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_figures_are_read_and_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", given(tmp_path, "kerncijfers-2023.csv", FIGURES)]) == 0
    assert "3 gebieden nieuw" in capfd.readouterr().out
    assert main(["profile", "WK099902", "--json"]) == 0
    said = capfd.readouterr().out
    assert '"value": "61"' in said and '"municipality_value": "50.5"' in said and '"period": "2023"' in said


def test_a_missing_figure_has_no_value(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["import", given(tmp_path, "kerncijfers-2023.csv", FIGURES)])
    capfd.readouterr()
    assert main(["profile", "WK099901", "--csv"]) == 0
    line = next(line for line in capfd.readouterr().out.splitlines() if "rented" in line)
    assert ",missing," in line and ",0," not in line


def test_an_unknown_year_is_asked_for(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = given(tmp_path, "lijst.csv", FIGURES)
    assert main(["import", path]) == 1 and "Geef het jaar" in capfd.readouterr().out
    assert not FigureTable.objects.exists()
    assert main(["import", path, "--period", "2023", "--area-year", "2023"]) == 0


def test_outlines_are_drawn(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", given(tmp_path, "buurten.geojson", MAP)]) == 0
    drawn = Outlines.objects.get()
    assert (drawn.municipality, drawn.kind, drawn.year) == ("GM0999", "neighbourhood", 2024)
    assert '"BU09990101":"M' in drawn.paths and Area.objects.filter(name="Dorp").exists()


def test_postcodes_find_a_neighbourhood(tmp_path: Path) -> None:
    path = given(tmp_path, "pc6.csv", "PC6,Buurtcode\n1094AA,BU03633100\n1094AB,BU03633101\n")
    assert main(["import", path]) == 0
    assert PostcodeArea.objects.get(postcode="1094AA").code == "BU03633100"


@pytest.mark.parametrize("content", ["", "<html><table><tr><td>hoi</td></tr></table></html>", "a;b\n1;2\n"])
def test_what_is_nothing_is_refused_in_words(tmp_path: Path, capfd: pytest.CaptureFixture[str], content: str) -> None:
    assert main(["import", given(tmp_path, "iets.xls", content)]) == 1
    assert "Er is niets ingelezen" in capfd.readouterr().out and not FigureTable.objects.exists()


def test_a_file_that_is_not_there(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "nergens.csv"]) == 1 and "is er niet" in capfd.readouterr().out


def test_an_area_that_nobody_knows(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "Nergenshuizen"]) == 1 and "Wij kennen geen gebied" in capfd.readouterr().out


def test_a_profile_on_paper_outside_the_tests(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["buurt.example.nl"], True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    monkeypatch.setattr("samenspel.stages.profile.views.taking_along.on_paper", lambda *_a, **_k: HttpResponse(b"%PDF"))
    main(["import", given(tmp_path, "kerncijfers-2023.csv", FIGURES)])
    paper = tmp_path / "profiel.pdf"
    assert main(["profile", "WK099902", "--pdf", "--output", str(paper)]) == 0
    assert paper.read_bytes().startswith(b"%PDF")


def test_no_paper_is_said_without_a_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["import", given(tmp_path, "kerncijfers-2023.csv", FIGURES)])
    monkeypatch.setattr(
        "samenspel.stages.profile.views.taking_along.on_paper", lambda *_a, **_k: HttpResponse(status=503)
    )
    assert main(["profile", "WK099902", "--pdf"]) == 1 and "Een PDF maken kan hier niet" in capfd.readouterr().out


def test_outlines_do_not_stay_without_their_figures(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with_figures = MAP.replace(
        '"jaar":2024', '"aantal_inwoners":500,"percentage_huurwoningen":50,"aantal_huishoudens":250'
    )
    assert main(["import", given(tmp_path, "buurten.geojson", with_figures)]) == 1
    assert "Geef het jaar" in capfd.readouterr().out
    assert not Outlines.objects.exists() and not Area.objects.exists()


def test_outlines_without_any_code_are_not_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    nameless = MAP.replace('"buurtcode":"BU09990101","buurtnaam"', '"naam"')
    assert main(["import", given(tmp_path, "gebieden.geojson", nameless)]) == 1
    assert "Er is niets ingelezen" in capfd.readouterr().out


def test_codes_of_some_municipality_ask_which(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = "Buurtcode;Buurtnaam;Aantal inwoners\n7;Dorp;500\n9;Dijk;600\n12;Veld;700\n"
    assert main(["import", given(tmp_path, "lijst-2023.csv", lines)]) == 1
    said = capfd.readouterr().out
    assert "Er is niets ingelezen" in said and "leeg" not in said
