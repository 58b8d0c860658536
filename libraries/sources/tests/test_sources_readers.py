"""Readers of files with a known form: strict about content, clear about what is wrong."""

from decimal import Decimal

import pytest

from samenspel_sources import SourceError, Status, figures, iv3, subsidies
from samenspel_sources.figures.read import FIGURES, INDICATORS
from samenspel_sources.subsidies.read import LOCAL, REGISTER

FIGURE = "lonely,CBS,WK036331,2020,2020,53.2,value,%,GGD,x,modelled,CC BY 4.0,2026-11-23"
GRANT = "SB,SBA-1,(Particulier),Regeling ,Zorg,stadsdeel Oost,Feest,Eenmalig,{asked},10.50,NULL,2019"
IV3 = "Gemeenten;Taakveld;Baten;Lasten\nAmsterdam;6.1 Samenkracht;30255.0;271410.0\nUtrecht;6.1 Samenkracht;;5\n"


def figure_file(*lines: str) -> bytes:
    return "\n".join([FIGURES, *lines]).encode()


def register(*amounts: str, told: str = "") -> bytes:
    lines = ["TABLE_NAME," + REGISTER, ",".join(["-----"] * 12), *(GRANT.format(asked=a) for a in amounts)]
    return "\n".join([*lines, "," * 11, f"{told}{',' * 11}" if told else ""]).encode()


def test_a_figure_keeps_its_source() -> None:
    (figure,) = figures.read_figures(figure_file(FIGURE))
    assert (figure.value, figure.status, figure.modelled) == (Decimal("53.2"), Status.VALUE, True)
    assert (figure.area_year, figure.period, figure.read_on.isoformat()) == (2020, "2020", "2026-11-23")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("53.2,value", ",value", "value_without_status"),
        ("53.2,value", "53.2,secret", "value_without_status"),
        ("53.2,value", "53.2,roughly", "bad_word"),
        ("53.2", "inf", "bad_number"),
        ("53.2", "veel", "bad_number"),
        ("2020,2020", "MMXX,2020", "bad_number"),
        ("modelled", "guessed", "bad_word"),
        ("2026-11-23", "gisteren", "bad_number"),
        ("CC BY 4.0,", "", "wrong_width"),
        ("GGD", "G\0D", "nul"),
        ("GGD", "GGD" + FIGURE[6:] + "\n" + FIGURE, "wrong_width"),
    ],
)
def test_a_figure_that_is_wrong_is_refused(old: str, new: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        figures.read_figures(figure_file(FIGURE.replace(old, new, 1)))
    assert caught.value.code == code
    assert all(len(caught.value.sentence(language)) > 20 for language in ("nl", "en"))


def test_a_figure_stands_once() -> None:
    with pytest.raises(SourceError, match="double_figure"):
        figures.read_figures(figure_file(FIGURE, FIGURE))


def test_missing_columns_are_named() -> None:
    with pytest.raises(SourceError, match="missing_columns"):
        figures.read_indicators(INDICATORS.replace("caveat,", "").encode())


def test_a_register_with_its_dashes_and_its_count() -> None:
    first, second = subsidies.read_register(register("4000.00", ".5", told="(2 rows affected)"))
    assert (first.asked, first.granted, first.settled, first.year) == (400_000, 1_050, None, 2019)
    assert (first.person, first.scheme, second.asked) == (True, "Regeling", 50)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (register("1", told="(2 rows affected)"), "wrong_count"),
        (register("veel"), "bad_amount"),
        (register("1.005"), "bad_amount"),
        (b"DOSSIERNUMMER\n1\n", "missing_columns"),
        (register("1").replace(b"Feest", b"F\xeast"), "not_utf8"),
    ],
)
def test_a_register_that_is_wrong_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        subsidies.read_register(data)
    assert caught.value.code == code
    assert all(len(caught.value.sentence(language)) > 20 for language in ("nl", "en"))


def test_confidence_is_one_of_four() -> None:
    line = "A-1,2019,Wie,Regeling,,100,,,by location,{},n"
    (grant,) = subsidies.read_local(f"{LOCAL}\n{line.format('measured')}".encode())
    assert (grant.asked, grant.granted, grant.confidence) == (100, None, "measured")
    with pytest.raises(SourceError, match="bad_word"):
        subsidies.read_local(f"{LOCAL}\n{line.format('certain')}".encode())


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_grants_may_have_a_comma_a_semicolon_or_a_tab_between(sign: str) -> None:
    line = 'A-1,2019,Wie,"Regeling; deel 2",,100,,,by location,measured,n'
    cells = [*line.split(",")]
    (grant,) = subsidies.read_local(f"{LOCAL}\n".replace(",", sign).encode() + sign.join(cells).encode())
    assert (grant.recipient, grant.scheme, grant.asked) == ("Wie", "Regeling; deel 2", 100)


def test_iv3_of_one_municipality() -> None:
    (line,) = iv3.read(IV3.encode(), "Amsterdam", year=2025, document="begroting")
    assert (line.code, line.task, line.spending, line.income) == ("6.1", "Samenkracht", 271_410, 30_255)
    assert line.net_cents == 24_115_500_000
    assert iv3.read(IV3.encode(), "Utrecht", year=2025, document="begroting")[0].net_cents is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (IV3.replace("Amsterdam", "Lutjebroek"), "no_municipality"),
        (IV3.replace("Utrecht", "Amsterdam"), "double_task"),
        (IV3.replace("271410.0", "271410.5"), "bad_number"),
    ],
)
def test_iv3_that_is_wrong_is_refused(data: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        iv3.read(data.encode(), "Amsterdam", year=2025, document="begroting")
    assert caught.value.code == code
    assert all(len(caught.value.sentence(language)) > 20 for language in ("nl", "en"))
