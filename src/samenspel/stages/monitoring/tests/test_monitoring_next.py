"""The next round opens from the lessons of this one."""

from collections.abc import Callable

from django.test import Client

from samenspel.kernel.cycle.models import CarriedLesson, Cycle
from samenspel.kernel.places.models import Place
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


def test_a_place_with_a_round_opens_the_next_one_here(
    past: Cycle, cycle: Cycle, client_as: Callable[[str], Client]
) -> None:
    organiser = client_as("organiser")
    answer = organiser.get("/testbuurt/ronde/nieuw/")
    assert answer.headers["Location"] == "/testbuurt/2026/opbrengst/volgende-ronde/"
    assert organiser.get("/testbuurt/2020/opbrengst/volgende-ronde/").status_code == 409
    assert "/volgende-ronde/" not in organiser.get("/testbuurt/2020/opbrengst/").content.decode()


def test_the_first_round_has_no_lessons(place: Place, client_as: Callable[[str], Client]) -> None:
    shown = client_as("organiser").get("/testbuurt/ronde/nieuw/").content.decode()
    assert 'name="opens_on"' in shown and 'name="previous"' not in shown and 'name="lessons"' not in shown
