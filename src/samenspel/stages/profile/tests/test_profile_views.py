"""Whether people recognise a figure: one word a person, one shared conclusion, small counts kept back."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import read_everywhere
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.profile import actions, queries, rules
from samenspel.stages.profile.models import Indicator, ThemeView
from samenspel.stages.profile.queries import IndicatorRow
from samenspel.stages.profile.tests.conftest import Indische


@pytest.fixture
def lonely(figured: Indische) -> Indicator:
    found = queries.indicator_by_key("lonely")
    assert found
    return found


def editor(found: Indische) -> Actor:
    return Actor(person=1, mandates=frozenset({Mandate(Role.EDITOR, found.place.pk)}))


def row(found: Indische) -> IndicatorRow:
    _where, theme, _readings = queries.theme(found.cycle, "together")
    return next(r for r in theme.rows if r.indicator.key == "lonely")


def test_a_second_word_replaces_the_first(figured: Indische, lonely: Indicator, cast: Cast) -> None:
    for verdict in ("agree", "shifted"):
        actions.compare_theme(figured.cycle, by=cast.resident, indicator=lonely, verdict=verdict)
    assert ThemeView.objects.get().verdict == "shifted"


def test_few_words_are_not_counted_in_public(figured: Indische, lonely: Indicator, cast: Cast) -> None:
    names = ("resident", "neighbour", "initiative", "provider", "councillor")
    for n, name in enumerate(names, 1):
        actions.compare_theme(figured.cycle, by=cast.actors[name], indicator=lonely, verdict="agree")
        assert row(figured).recognised == ("" if n < 5 else "5 van 5 mensen herkennen dit cijfer")


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ({}, ""),
        ({"agree": 4, "shifted": 1}, ""),
        ({"agree": 5, "shifted": 1}, ""),
        ({"agree": 5, "unknown": 4}, ""),
        ({"shifted": 4, "unknown": 5}, ""),
        ({"agree": 0, "shifted": 5}, "0 van 5 mensen herkennen dit cijfer"),
        ({"agree": 5, "shifted": 5, "unknown": 5}, "5 van 15 mensen herkennen dit cijfer"),
    ],
)
def test_no_group_that_is_too_small_can_be_worked_out(
    figured: Indische, lonely: Indicator, marks: dict[str, int], shown: str
) -> None:
    assert replace(row(figured), marks=Counter(marks)).recognised == shown


def test_the_editors_write_what_we_make_of_it_together(figured: Indische, lonely: Indicator) -> None:
    words = "Het cijfer is als in de stad, de verhalen zijn zwaarder."
    facts: dict[str, Any] = {"indicator": lonely, "verdict": "shifted", "explanation": words, "shared": True}
    actions.compare_theme(figured.cycle, by=editor(figured), **facts)
    actions.compare_theme(figured.cycle, by=editor(figured), **facts)
    assert ThemeView.objects.count() == 1 and (view := row(figured).view) and view.explanation == words


def test_a_resident_does_not_speak_for_all(figured: Indische, lonely: Indicator, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.compare_theme(figured.cycle, by=cast.resident, indicator=lonely, verdict="agree", shared=True)


def test_only_three_words(figured: Indische, lonely: Indicator, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Kies"):
        actions.compare_theme(figured.cycle, by=cast.resident, indicator=lonely, verdict="goed")


def test_erasing_a_person_keeps_the_count(figured: Indische, lonely: Indicator, cast: Cast) -> None:
    actions.compare_theme(figured.cycle, by=cast.resident, indicator=lonely, verdict="agree")
    erase_person(Person.objects.get(pk=cast.resident.person or 0), by=cast.resident)
    assert ThemeView.objects.get().person is None


def test_what_one_person_thinks_is_theirs(figured: Indische, lonely: Indicator, cast: Cast) -> None:
    actions.compare_theme(figured.cycle, by=cast.resident, indicator=lonely, verdict="agree")
    seen = [ThemeView.objects.filter(rules.views_visible_to(who)).count() for who in (Actor(), cast.resident)]
    assert seen == [0, 1]


def test_people_take_along_what_they_said_of_figures(figured: Indische, lonely: Indicator, cast: Cast) -> None:
    actions.compare_theme(figured.cycle, by=cast.resident, indicator=lonely, verdict="agree")
    own = dict(read_everywhere(cast.resident.person or 0))["profile"]
    assert [(said["indicator__key"], said["verdict"]) for said in own] == [("lonely", "agree")]


@pytest.mark.parametrize("role", Role)
def test_those_who_edit_write_what_we_see_together(role: Role) -> None:
    actor = Actor(person=1, mandates=frozenset({Mandate(role, 7)}))
    assert rules.edits(actor, 7) == (role in {Role.EDITOR, Role.BROKER, Role.ORGANISER})
    assert not rules.edits(actor, 8)
