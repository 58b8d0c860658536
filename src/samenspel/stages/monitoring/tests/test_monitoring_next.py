"""The next round opens from the lessons of this one."""

from collections.abc import Callable

from django.test import Client

from samenspel.kernel.cycle.models import CarriedLesson, Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.monitoring import actions


def test_the_next_round_takes_the_lessons_along(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    lesson = actions.draft_lesson(cycle, by=cast.organiser, title="Vraag jongeren zelf", keep="Praten aan tafels")
    lesson = actions.share_lesson(lesson, by=cast.organiser)
    path = f"/{cycle.place.slug}/{cycle.slug}/opbrengst/volgende-ronde/"
    sent = {"title": "Ronde 3", "slug": "2028", "opens_on": "2028-01-10", "lessons": [lesson.code]}
    answer = client_as("organiser").post(path, sent)
    assert answer.status_code == 302
    assert CarriedLesson.objects.get(cycle__slug="2028").source_code == lesson.code


def test_a_resident_cannot_open_a_round(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    path = f"/{cycle.place.slug}/{cycle.slug}/opbrengst/volgende-ronde/"
    assert client_as("resident").post(path, {"title": "x"}).status_code == 403
