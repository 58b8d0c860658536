"""Places, their parts, their codes and the change of codes over the years."""

from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.places import actions, queries
from samenspel.kernel.places.models import Crosswalk, Place
from samenspel.kernel.tests.cast import STAFF, Cast

SQUARE = '{"type": "Polygon", "coordinates": [[[4.9, 52.3], [4.9, 52.4], [5.0, 52.4], [4.9, 52.3]]]}'


@pytest.fixture
def custom(place: Place) -> Place:
    """A neighbourhood as its people know it: two official ones, in one ward."""
    ward = actions.add_place(None, by=STAFF, slug="wijk", name="Wijk", kind="ward")
    parts = [actions.add_place(None, by=STAFF, slug=f"deel-{n}", name=f"Deel {n}") for n in (1, 2)]
    for number, part in enumerate(parts):
        actions.record_codes(part, by=STAFF, codes=[(f"BU{number}", 2020), (f"BU9{number}", 2024)])
    actions.add_parts(ward, by=STAFF, parts=parts)
    return actions.add_parts(place, by=STAFF, parts=parts)


def test_a_custom_area_has_the_codes_of_its_parts(custom: Place) -> None:
    assert queries.codes_of(custom, 2020) == ("BU0", "BU1")
    assert queries.codes_of(custom, 2024) == ("BU90", "BU91")
    assert queries.codes_of(custom, 1999) == ()


def test_the_wards_of_a_custom_area(custom: Place) -> None:
    assert [w.slug for w in queries.wards_of(custom)] == ["wijk"]


def test_parts_and_codes_are_added_once(custom: Place) -> None:
    actions.add_parts(custom, by=STAFF, parts=queries.parts_of(custom))
    assert queries.parts_of(custom).count() == 2


def test_a_place_is_no_part_of_itself(place: Place) -> None:
    with pytest.raises(ValidationError):
        actions.add_parts(place, by=STAFF, parts=[place])


def test_a_share_is_an_exact_fraction(place: Place) -> None:
    row = Crosswalk(
        old_code="BU1", old_year=2020, new_code="BU2", new_year=2024, share_numerator=1, share_denominator=3,
        method="addresses",
    )  # fmt: skip
    actions.record_crosswalk(place, by=STAFF, rows=[row])
    actions.record_crosswalk(place, by=STAFF, rows=[row])
    assert queries.crosswalk(("BU1",), 2020, 2024) == {"BU1": {"BU2": Fraction(1, 3)}}


def test_a_share_is_never_more_than_the_whole(place: Place) -> None:
    row = Crosswalk(
        old_code="BU1", old_year=2020, new_code="BU2", new_year=2024, share_numerator=4, share_denominator=3,
        method="addresses",
    )  # fmt: skip
    with pytest.raises(ValidationError):
        actions.record_crosswalk(place, by=STAFF, rows=[row])


def test_the_newest_boundary_counts(place: Place) -> None:
    for year in (2020, 2024):
        actions.record_boundary(place, by=STAFF, valid_year=year, geojson=SQUARE, source="CBS")
    newest, older = queries.boundary_of(place), queries.boundary_of(place, 2022)
    assert newest is not None
    assert older is not None
    assert (newest.valid_year, older.valid_year) == (2024, 2020)


def test_a_broken_boundary_is_refused(place: Place) -> None:
    with pytest.raises(BadInput):
        actions.record_boundary(place, by=STAFF, valid_year=2024, geojson="{", source="CBS")


@pytest.mark.parametrize("slug", ["mijn", "demo", "api", "gegevens", "Nieuws", "healthz", "2026", "2026-najaar"])
def test_a_place_never_hides_a_page_of_the_platform(db: None, slug: str) -> None:
    with pytest.raises(ValidationError):
        actions.add_place(None, by=STAFF, slug=slug, name="X")


def test_only_staff_add_places(db: None) -> None:
    with pytest.raises(NotAllowed):
        actions.add_place(None, by=Actor(person=1), slug="buurt", name="Buurt")


def test_the_organiser_says_where_the_desk_is(place: Place, cast: Cast) -> None:
    changed = actions.describe_place(place, by=cast.organiser, desk_name="Buurthuis")
    assert changed.desk_name == "Buurthuis"
    with pytest.raises(NotAllowed):
        actions.describe_place(place, by=cast.resident, desk_name="Elders")
