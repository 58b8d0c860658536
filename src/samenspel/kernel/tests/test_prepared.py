"""Questions that are put into SQL once."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from samenspel.kernel.action.prepared import prepared
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.queries import cycle_by_slug
from samenspel.kernel.journal.models import Entry

pytestmark = pytest.mark.django_db


def test_each_call_gets_its_own_answer(cycle: Cycle, past: Cycle) -> None:
    found = [cycle_by_slug(cycle.place.slug, slug) for slug in ("2026", "2020", "1999", "2026")]

    assert found == [cycle, past, None, cycle]


def test_what_stands_beside_a_row_comes_along(cycle: Cycle, past: Cycle, django_assert_num_queries: Any) -> None:
    cycle_by_slug("", "")
    with django_assert_num_queries(1):
        found = cycle_by_slug(cycle.place.slug, "2026")
        assert found and found.place.name == cycle.place.name and found.place.municipality is None


def test_the_question_is_written_once(cycle: Cycle) -> None:
    written = []

    @prepared
    def question(place: int, slug: str) -> QuerySet[Any, tuple[str]]:
        written.append(place)
        return Cycle.objects.filter(place=place, slug=slug).values_list("slug")

    assert [question(cycle.place_id, slug=slug) for slug in ("2026", "1999")] == [[("2026",)], []]
    assert len(written) == 1


def test_moments_and_days_are_understood(cycle: Cycle) -> None:
    @prepared
    def between(start: datetime, day: date) -> QuerySet[Entry]:
        return Entry.objects.filter(at__lte=start, at__date=day)

    assert between(timezone.now(), timezone.localdate())
    assert not between(timezone.now() - timedelta(days=1), timezone.localdate())
