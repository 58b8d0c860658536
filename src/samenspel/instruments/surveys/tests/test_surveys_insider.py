"""Somebody with the whole database, in the order in which it lies on the disk, tries to tie words to letters."""

import random
from typing import Any

import pytest
from django.db import connection

from samenspel.instruments.surveys import actions
from samenspel.instruments.surveys.models import CodeUse, Remark, SurveyCode
from samenspel.instruments.surveys.tests.conftest import Wave, make_wave
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.texts.models import Text

pytestmark = pytest.mark.django_db
LETTERS = 14


def lying(table: str, column: str) -> list[Any]:
    """A column in the order of the disk."""
    place = {"sqlite": "rowid", "postgresql": "ctid"}[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY {place}")
        return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def letters(cycle: Cycle, cast: Cast) -> Wave:
    """A sample that is asked for words too."""
    return make_wave(cycle, cast.organiser, codes=LETTERS, themes=("safety", "overall"))


@pytest.fixture
def given(letters: Wave) -> list[int]:
    """Letters answered in some order, each with words that tell which one it was; the serials in that order."""
    order = list(range(LETTERS))
    random.Random(5).shuffle(order)
    for number in order:
        letters.answer(number, mark_day=number % 10 + 1, remarks={"remark": f"brief {number}"})
    return order


def words() -> list[int]:
    return [int(body.removeprefix("brief ")) for body in lying("kernel_text", "body") if body.startswith("brief ")]


def serials() -> list[int]:
    known = dict(SurveyCode.objects.values_list("pk", "serial"))
    return [known[pk] - 1 for pk in lying("surveys_codeuse", "code_id")]


def test_before_the_close_the_number_of_a_used_letter_tells_nothing(given: list[int]) -> None:
    known = dict(SurveyCode.objects.values_list("pk", "serial"))
    by_number = [known[pk] - 1 for pk in CodeUse.objects.order_by("pk").values_list("code_id", flat=True)]
    assert sorted(by_number) == sorted(given) and by_number != given


def test_after_the_close_letters_lie_in_their_own_order_and_words_in_another(letters: Wave, given: list[int]) -> None:
    assert words() == given  # the test can see an order, as long as there is one
    actions.close_survey(letters.survey, by=letters.organiser)
    assert serials() == sorted(given)
    assert sorted(words()) == sorted(given) and words() != given
    told = dict(Text.objects.values_list("pk", "body"))
    numbered = [told[pk] for pk in Remark.objects.order_by("pk").values_list("text_id", flat=True)]
    assert numbered != [f"brief {number}" for number in given]


def test_after_the_close_no_time_is_finer_than_the_day(letters: Wave, given: list[int]) -> None:
    actions.close_survey(letters.survey, by=letters.organiser)
    times = set(Text.objects.filter(body__startswith="brief ").values_list("written_at", flat=True))
    assert len(times) == 1


def test_the_words_and_what_was_decided_about_them_stay(letters: Wave, given: list[int]) -> None:
    shown = actions.show_remark(Remark.objects.get(text__body="brief 3"), by=letters.organiser)
    actions.close_survey(letters.survey, by=letters.organiser)
    assert [r.text.body for r in Remark.objects.filter(state=shown.state)] == ["brief 3"]
    assert Remark.objects.count() == LETTERS
