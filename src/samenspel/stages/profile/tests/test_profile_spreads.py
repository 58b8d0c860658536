"""How far wards usually are from their city: measured when enough of them are here, else as the file says."""

import pytest

from samenspel.stages.profile import queries
from samenspel.stages.profile.tests.conftest import DATA, Indische, load

SPREADS = (DATA / "spreads.csv").read_bytes()
STATED = 3.8778  # of the file, for loneliness in 2020


def spread(indicator: str = "lonely", code: str = "GM0363") -> float | None:
    return queries.shelf({code}).stated(indicator, "2020", code)[0].spread


def with_wards(place: Indische, count: int, spreads: bytes = b"") -> None:
    """Read in this many more wards, 1, 2, 3 ... points above the city; two are there already."""
    areas, figures = ((DATA / f"{name}.csv").read_bytes() for name in ("areas", "figures"))
    city = next(line for line in figures.splitlines() if line.startswith(b"lonely,CBS,GM0363,2020"))
    for n in range(1, count + 1):
        areas += b"CBS,WK03630%d,2020,Wijk %d,ward,GM0363,100\n" % (n, n)
        figures += city.replace(b"GM0363", b"WK03630%d" % n).replace(b"53.2,", b"%d.2," % (53 + n)) + b"\n"
    load(place.place, areas=areas, figures=figures, spreads=spreads or SPREADS.splitlines()[0])


@pytest.mark.parametrize(("count", "usual"), [(2, None), (3, (2.1 + 1 + 2 + 3) / 5)])
def test_five_wards_say_what_is_usual(indische: Indische, count: int, usual: float | None) -> None:
    with_wards(indische, count)
    assert spread() == (usual if usual is None else pytest.approx(usual))
    assert spread(code="WK036332") is None


@pytest.mark.parametrize(("more", "usual"), [(2, STATED), (3, (2.1 + 1 + 2 + 3) / 5)])
def test_what_is_measured_here_goes_before_the_file(indische: Indische, more: int, usual: float) -> None:
    with_wards(indische, more, SPREADS)
    assert spread() == pytest.approx(usual)


@pytest.mark.parametrize(
    ("level", "areas", "taken"), [("ward", 5, True), ("ward", 4, False), ("neighbourhood", 5, False)]
)
def test_only_enough_wards_of_a_city_count(indische: Indische, level: str, areas: int, taken: bool) -> None:
    said = SPREADS.replace(b"lonely,CBS,2020,2020,ward,99", f"lonely,CBS,2020,2020,{level},{areas}".encode())
    load(indische.place, spreads=said)
    assert spread() == (STATED if taken else None)


def test_reading_the_same_again_keeps_what_the_file_said(indische: Indische) -> None:
    load(indische.place, spreads=SPREADS)
    load(indische.place)
    assert spread() == STATED
