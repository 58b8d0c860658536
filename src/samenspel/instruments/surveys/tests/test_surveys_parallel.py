"""Many at once with one letter: one answer, and a clear no for everybody else."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import IntegrityError, OperationalError, connections, transaction

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.instruments.surveys.models import CodeUse, Response, SurveyCode
from samenspel.instruments.surveys.tests.conftest import Wave, make_wave
from samenspel.kernel.action import AlreadyDone, NotThere
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.places import actions as places
from samenspel.kernel.tests.cast import STAFF

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def busy(transactional_db: None) -> Wave:
    place = places.add_place(None, by=STAFF, slug="druk", name="Druk")
    organiser = Actor(mandates=frozenset({Mandate(Role.ORGANISER, place.pk)}))
    cycle = cycles.open_cycle(place, by=STAFF, slug="2026", title="Ronde", opens_on=date(2026, 1, 1))
    return make_wave(cycle, organiser, codes=8)


def _patient(wave: Wave, number: int) -> str:
    """Tests keep SQLite in memory, which says "locked" at once where a file would wait its turn."""
    until = time.monotonic() + 20
    while True:
        try:
            wave.answer(number, mark_day=7)
            return "in"
        except (NotThere, AlreadyDone):
            return "no"
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.002)


def in_threads(wave: Wave, numbers: list[int]) -> list[str]:
    def answer(number: int) -> str:
        try:
            return _patient(wave, number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(answer, numbers))


def test_one_letter_used_sixteen_times_at_once_is_one_answer(busy: Wave) -> None:
    heard = in_threads(busy, [0] * 16)
    assert sorted(heard) == ["in", *["no"] * 15]
    assert Response.objects.count() == CodeUse.objects.count() == 1


def test_eight_letters_twice_at_once_are_eight_answers(busy: Wave) -> None:
    heard = in_threads(busy, [*range(8), *range(8)])
    assert heard.count("in") == Response.objects.count() == 8


def test_the_database_itself_refuses_a_second_use(busy: Wave) -> None:
    """Also when somebody would forget to look first."""
    code = SurveyCode.objects.order_by("pk")[0]
    with acting():
        CodeUse.objects.create(code=code)
    with pytest.raises(IntegrityError), transaction.atomic(), acting():
        CodeUse.objects.create(code=code)
